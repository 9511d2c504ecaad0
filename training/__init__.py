"""From gold to weights; outside the package, and needed by nobody who only reads."""
