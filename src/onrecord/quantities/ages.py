"""How old somebody is: "aged 45", "a 45-year-old", "Tavin Orl, 45,"."""

from __future__ import annotations

import re

from onrecord.quantities.amount import Amount

AGED = re.compile(r"\b(?:aged?|ages|age\sof)\s(?:[0-9]{1,3}\s(?:and|to)\s)?$", re.IGNORECASE)
OLDER = re.compile(r"[\s-]olds?\b|\sof\sage\b", re.IGNORECASE)
SET_APART = re.compile(r"[A-Z][\w’'-]+,\s$")
OLDEST = 120


def is_age(text: str, amount: Amount) -> bool:
    """Whether the amount is how old somebody is."""
    if amount.unit not in {None, "year", "month"} or amount.high > OLDEST:
        return False
    before = text[max(0, amount.start - 24) : amount.start]
    if AGED.search(before) or (amount.unit and OLDER.match(text, amount.end)):
        return True
    apart = amount.bare and amount.unit is None and text[amount.end : amount.end + 1] in {",", "."}
    return apart and 10 < amount.low < OLDEST and SET_APART.search(before) is not None
