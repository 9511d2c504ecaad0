"""The agency that an article itself names as its writer: datelines, bylines, credit lines."""

from __future__ import annotations

import re

from onrecord.records import Article

# Spellings as they stand in credits → the agency's name. Longer spellings stand first.
AGENCIES = {
    "the associated press": "Associated Press",
    "associated press": "Associated Press",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "thomson reuters": "Reuters",
    "reuters": "Reuters",
    "united press international": "UPI",
    "deutsche presse-agentur": "dpa",
    "press trust of india": "PTI",
    "press association": "PA Media",
    "pa media": "PA Media",
    "kyodo news": "Kyodo",
    "kyodo": "Kyodo",
    "anadolu agency": "Anadolu",
    "anadolu": "Anadolu",
    "interfax-ukraine": "Interfax-Ukraine",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "itar-tass": "TASS",
    "tass": "TASS",
    "ukrinform": "Ukrinform",
    "xinhua": "Xinhua",
    "yonhap": "Yonhap",
    "bloomberg news": "Bloomberg",
    "bloomberg": "Bloomberg",
    "efe": "EFE",
    "ansa": "ANSA",
    "afp": "AFP",
    "upi": "UPI",
    "dpa": "dpa",
    "pti": "PTI",
    "ians": "IANS",
    "ap": "Associated Press",
}
_NAME = "|".join(re.escape(name) for name in AGENCIES)
# "LENA (Reuters) -", "LENA, N.L., March 4 (UPI) –": the agency in brackets before a dash.
DATELINE = re.compile(
    rf"[^!?\n()]{{0,80}}\(\s*({_NAME})\s*\)\s*(?:[-–—:]|\.{{2}}|\n|$)", re.IGNORECASE
)
# "By Anna Berg, Associated Press", "By the Associated Press", "Anna Berg | Reuters": a byline.
BYLINE = re.compile(
    rf"(?:by\s+(?:[\w.’' -]{{1,60}}?(?:,|\||/|–|—|\sof|\sfor)\s*)?|[\w.’' -]{{1,60}}\s\|\s*)"
    rf"({_NAME})\s*(?:staff|writers?|correspondents?|news agency)?\W*",
    re.IGNORECASE,
)
AUTHOR = re.compile(rf"(?:by\s+)?({_NAME})(?:\s+(?:staff|news agency))?", re.IGNORECASE)
# "Source: TASS", "(AFP)" alone in a line, "© 2031 Reuters. All rights …": a line of credit.
CREDIT_LINE = re.compile(
    rf"(?:\(?\s*|source:\s*|\W*(?:©|\(c\)|copyright)\W*(?:copyright\s*)?(?:\d{{4}}\s*)?(?:by\s+)?)"
    rf"({_NAME})\s*\)?(?:[.,]?\s*all rights reserved\b.{{0,300}}|\W*)",
    re.IGNORECASE,
)
# How one agency signs its texts, wherever they are printed: "(Reporting by A; Editing by B)". On
# PolNeAR train and dev 6 of 6 articles that end so are Reuters's by their metadata.
SIGNED = re.compile(
    r"\((?:[^()]{0,80}\b)?[Rr]eporting (?:by|from) [^()]{2,600}[;,.]\s*[Ee]dit(?:ed|ing) by"
    r" [^()]{2,200}\)\W*$"
)
SIGNED_BY = "Reuters"
# "h/t: The Courier": a line that thanks the paper from which the story comes.
THANKS = re.compile(
    r"\(?(?:h/t|hat[ -]tip)\b:?(?:\s+to\b)?\s*([^\W_][\w.&’' -]{1,50}?)\W*", re.IGNORECASE
)
LINES_ABOUT_MAKERS = ("byline", "credits", "copyright line")  # why a line was left out of a text
HEAD_BLOCKS = 4
LAST_BLOCKS = 3
LONGEST_LINE = 100
LONGEST_CREDIT = 400  # of a line that was left out as a credit, and of a paragraph's end
# Small words that a place or a date may hold.
SMALL_WORDS = frozenset(("and", "at", "by", "de", "del", "el", "la", "of", "on", "the"))


def wire_credit(article: Article) -> str | None:
    """The agency whose text the article says it is ("Associated Press"), or None.

    A line such as "Reuters contributed to this report" is no credit: it names a helper.
    """
    for author in article.authors:
        if (named := AUTHOR.fullmatch(author.strip())) is not None:
            return AGENCIES[named.group(1).casefold()]
    blocks = [article.text[b.start : b.end].strip() for b in article.blocks if b.kind != "title"]
    for line in blocks[:HEAD_BLOCKS]:
        if (dateline := DATELINE.match(line)) is not None and _is_place(line, dateline):
            return AGENCIES[dateline.group(1).casefold()]
    ends = [*blocks[:HEAD_BLOCKS], *blocks[-1:]]
    for line in [*(line for line in ends if len(line) <= LONGEST_LINE), *_left_out(article)]:
        for pattern in (BYLINE, CREDIT_LINE):
            if (named := pattern.fullmatch(line)) is not None:
                return AGENCIES[named.group(1).casefold()]
    for line in [*blocks[-LAST_BLOCKS:], *_left_out(article)]:
        if SIGNED.search(line[-2 * LONGEST_CREDIT :]) is not None:
            return SIGNED_BY
    return None


def thanked(article: Article) -> tuple[str, ...]:
    """The papers that a line of thanks names as where the story comes from, in text order."""
    blocks = [article.text[b.start : b.end].strip() for b in article.blocks if b.kind != "title"]
    lines = [*article.authors, *blocks[:HEAD_BLOCKS], *blocks[-LAST_BLOCKS:], *_left_out(article)]
    found = (THANKS.fullmatch(line.strip()) for line in lines if len(line) <= LONGEST_LINE)
    return tuple(dict.fromkeys(named.group(1).strip() for named in found if named is not None))


def _left_out(article: Article) -> list[str]:
    """The lines about its makers that were left out of its text."""
    return [
        e.text.strip()
        for e in article.excluded
        if e.reason in LINES_ABOUT_MAKERS and len(e.text) <= 2 * LONGEST_CREDIT
    ]


def _is_place(line: str, dateline: re.Match[str]) -> bool:
    """Whether what stands before the agency reads like a place and a date, or nothing does."""
    words = line[: dateline.start(1)].rstrip("( ").split()
    return all(w[0].isupper() or not w[0].isalpha() or w in SMALL_WORDS for w in words)
