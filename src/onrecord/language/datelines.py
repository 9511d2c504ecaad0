"""Where a dateline ends: "ALDERY, June 4 (Agency) —" at the head of a report is no sentence of it.

Parsed with the lead, its town becomes the subject, and its day the time of what the lead tells. A
town in capitals is a dateline alone; one in small letters needs a day, an agency or its country.
"""

from __future__ import annotations

import re

from onrecord.records import Article

BLOCKS_LOOKED_AT = 6  # title, summary, by-line and notes may stand before the lead
LONGEST = 120  # characters; "PORT ALDERY/MARLOW, Velundia, July 14, 2031 (Coastal Press) -" has 60

# The lead that follows begins with a capital, a figure or a quotation.
CLOSE = re.compile(
    r"\s?(?:[—–]|--?(?=\s)|(?<=[\d)])\s?:(?=\s))\s{0,3}"
    r"(?=[\"'“‘«(\[]?[^\W_a-z])"
)
# Broadcasters set no dash: "Aldery (CNN) The minister". A party's short form stands so too.
SIGNED = re.compile(r"\((?:CNN|AP|AFP|UPI|Reuters|Xinhua|BBC|NPR)\)\s{1,3}(?=[\"“‘]?[^\W_a-z])")
AGENCY = re.compile(r"\(\s?[^\W\d_a-z][\w.&’'/ -]{0,40}\)$")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY = re.compile(
    rf"(?:^|,?\s|\()(?:{_WEEKDAY}|(?:{_WEEKDAY},?\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})"
    r"(?:,?\s\d{4})?|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})\)?$",
    re.IGNORECASE,
)
CAPITALS = re.compile(r"(?:[^\W\d_a-z]|[.’'/ -]){3,}")
NAME = re.compile(r"[^\W\d_a-z][\w.’'/-]{0,30}")
SMALL_WORDS = frozenset(("al", "and", "de", "del", "el", "la", "of", "the"))
MOST_PARTS = 3  # town, province, country
MOST_WORDS = 5


def dateline_end(article: Article, index: int) -> int | None:
    """Where the dateline at the head of this block ends, dash and blanks included, or None.

    The offset counts in the article's text. A dateline without a lead behind it is none.
    """
    block = article.blocks[index]
    if index >= BLOCKS_LOOKED_AT or block.kind != "paragraph":
        return None
    length = _length(article.text[block.start : min(block.end, block.start + LONGEST)])
    return block.start + length if length else None


def _length(head: str) -> int:
    """How many characters at the head of a paragraph are its dateline; 0 where it has none."""
    closes = [m for m in (CLOSE.search(head), SIGNED.search(head)) if m is not None]
    for close in sorted(closes, key=re.Match.start):
        before = head[: close.start()]
        if close.re is SIGNED and (before == "" or is_place(before.rstrip())):
            return close.end()
        if close.re is CLOSE and _is_dateline(before, spaced=close.group()[0] == " "):
            return close.end()
    return 0


def _is_dateline(before: str, *, spaced: bool) -> bool:
    """Whether the words before the dash are a place, with a day and an agency or without."""
    place = before.rstrip()
    signed = AGENCY.search(place)
    place = place[: signed.start()].rstrip() if signed else place
    dated = DAY.search(place)
    place = place[: dated.start()].rstrip(" ,") if dated else place
    if not place:
        return signed is not None
    if not is_place(place):
        return False
    town, *beyond = place.split(", ")
    return bool(signed or dated or CAPITALS.fullmatch(town) or (beyond and spaced))


def is_place(place: str) -> bool:
    """Whether these words may be a town with its province and country."""
    parts = place.split(", ")
    return len(parts) <= MOST_PARTS and all(
        0 < len(words) <= MOST_WORDS
        and words[0] not in SMALL_WORDS
        and all(NAME.fullmatch(word) or word in SMALL_WORDS for word in words)
        for words in (part.split() for part in parts)
    )
