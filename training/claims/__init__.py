"""Whether one claim strengthens or weakens another: a reader of pairs, measured on ClaimDiff."""
