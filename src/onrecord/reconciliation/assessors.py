"""Who assesses and does not negotiate: institutes, polls, courts, outside bodies, analysts."""

from __future__ import annotations

import re
from typing import Literal

AssessorKind = Literal["institute", "poll", "court", "international_body", "analysts"]

# In this order: a poll by an institute is a poll, a UN court is a court.
SOURCES: tuple[tuple[AssessorKind, re.Pattern[str]], ...] = (
    (
        "poll",
        re.compile(r"\b(?:opinion polls?|polls?|polling|pollsters?|surveys?|respondents?)\b", re.I),
    ),
    (
        "court",
        re.compile(
            r"\b(?:courts?|tribunals?|judges?|court of justice|ICC|ICJ|ECHR|arbitration panel)\b"
        ),
    ),
    (
        "international_body",
        re.compile(
            r"\b(?:United Nations|U\.N\.|UN|UNHCR|OHCHR|UNICEF|OCHA|IAEA|OSCE|OPCW|WHO|IMF|ICRC|"
            r"World Bank|Red Cross|World Health Organization|International Monetary Fund|"
            r"International Atomic Energy Agency|Human Rights Watch|Amnesty International|"
            r"(?:monitoring|observer|fact-finding) mission)\b"
        ),
    ),
    (
        "institute",
        re.compile(
            r"\b(?:[Ii]nstitutes?|[Tt]hink[ -]tanks?|[Rr]esearch (?:group|cent(?:er|re)|body)|"
            r"Cent(?:er|re) (?:for|on|of)|Council on Foreign|Foundation for|Observatory|"
            r"Crisis Group|[Rr]esearchers)\b"
        ),
    ),
    (
        "analysts",
        re.compile(
            r"\b(?:(?:(?:military|political|defen[cs]e|security|independent|western|"
            r"international)\s+)?(?:analysts?|experts?|observers)|economists?|scholars?|"
            r"professors?(?= (?:of|at|emeritus))|(?:senior |research )?fellow (?:at|of))\b",
            re.I,
        ),
    ),
)
# A relative or a neighbour who also teaches is no analyst; "not all scholars" is nobody.
NO_ASSESSOR = re.compile(
    r"^(?:not|no|few)\b|\b(?:father|mother|parents?|husband|wife|widow|son|daughter|brother|"
    r"sister|resident|survivor|minister)\b",
    re.I,
)
# Words of asking and of taking sides: who appeals to the parties assesses nothing.
APPEALS = re.compile(
    r"\b(?:urg|call|demand|appeal|ask|welcom|condemn|thank|offer|pledg|promis|invit|"
    r"propos|vow|insist|want|request|hope|hoping|wish|defend|critici|prais|blam|accus|denounc|"
    r"reject|refus)\w*",
    re.I,
)
FINDS = re.compile(
    r"\b(?:estimat|assess|conclud|calculat|found|find|finds|show|shows|showed|shown|indicat|"
    r"suggest|verif|document|record|rul|report|warn|project|forecast|judg|argu|believ|note|"
    r"noted|notes|according)\w*",
    re.I,
)
APPEAL_WORDS = re.compile(
    r"\b(?:must|should|needs? to|have to|ought|condemns?|urges?|calls? (?:on|for)|we cannot)\b",
    re.I,
)


def assessor_kind(source: str) -> AssessorKind | None:
    """What kind of assessor the words of a source name, or None."""
    if NO_ASSESSOR.search(source):
        return None
    return next((kind for kind, pattern in SOURCES if pattern.search(source)), None)


def gives_judgement(cue: str, content: str, kind: AssessorKind, *, has_figure: bool) -> bool:
    """Whether the words report a finding, not an appeal.

    Outside bodies speak as diplomats too, so that theirs need a figure or a verb of finding.
    """
    if APPEALS.search(cue) or APPEAL_WORDS.search(content):
        return False
    if kind in ("poll", "analysts", "institute"):
        return True
    return has_figure or bool(FINDS.search(cue))
