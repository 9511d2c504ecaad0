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
# "LENA (Reuters) -": the agency in brackets before a dash, at the head of the text.
DATELINE = re.compile(
    rf"[^.!?\n()]{{0,80}}\(\s*({_NAME})\s*\)\s*(?:[-–—:]|\.{{2}}|\n|$)", re.IGNORECASE
)
# "By Anna Berg, Associated Press", "By the Associated Press", "Anna Berg | Reuters": a byline.
BYLINE = re.compile(
    rf"(?:by\s+(?:[\w.’' -]{{1,60}}?(?:,|\||/|–|—|\sof|\sfor)\s*)?|[\w.’' -]{{1,60}}\s[|/]\s*)"
    rf"({_NAME})\s*(?:staff|writers?|correspondents?|news agency)?\W*",
    re.IGNORECASE,
)
AUTHOR = re.compile(rf"(?:by\s+)?({_NAME})(?:\s+(?:staff|news agency))?", re.IGNORECASE)
# "Source: TASS", "(AFP)" alone in a line, "© 2031 Reuters": a line of credit, at either end.
CREDIT_LINE = re.compile(
    rf"(?:\(?\s*|source:\s*|\(?\s*(?:©|\(c\)|copyright)\s*(?:\d{{4}}\s*)?)({_NAME})\s*\)?\W*",
    re.IGNORECASE,
)
HEAD_BLOCKS = 4
LONGEST_LINE = 100


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
    for line in [*blocks[:HEAD_BLOCKS], *blocks[-1:]]:
        if len(line) > LONGEST_LINE:
            continue
        for pattern in (BYLINE, CREDIT_LINE):
            if (named := pattern.fullmatch(line)) is not None:
                return AGENCIES[named.group(1).casefold()]
    return None


def _is_place(line: str, dateline: re.Match[str]) -> bool:
    """Whether what stands before the agency reads like a place: nothing, or capitals first."""
    place = line[: dateline.start(1)].rstrip("( ").strip()
    return not place or place[0].isupper()
