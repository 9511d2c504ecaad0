"""From lists of others to the tables of the bundled actor base."""
