"""Who assesses and does not negotiate: institutes, polls, courts, outside bodies, analysts."""

from __future__ import annotations

import re
from typing import Literal

AssessorKind = Literal["institute", "poll", "court", "international_body", "analysts"]

# In this order: a poll by an institute is a poll, a UN court is a court.
SOURCES: tuple[tuple[AssessorKind, re.Pattern[str]], ...] = (
    (
        "poll",
        re.compile(
            r"\b(?:opinion polls?|polls?|polling(?! (?:stations?|places?))|pollsters?|surveys?|"
            r"respondents?|those (?:asked|polled|surveyed))\b",
            re.I,
        ),
    ),
    (
        "court",
        re.compile(
            r"\b(?:[Cc]ourts?|[Tt]ribunals?|[Jj]udges?|(?:Chief )?Justice(?= [A-Z])|ICC|ICJ|ECHR|"
            r"(?:arbitration|arbitral|appeals) panel)\b"
        ),
    ),
    (
        "international_body",
        re.compile(
            r"\bU\.N\.|\b(?:United Nations|UN|UNHCR|OHCHR|UNICEF|UNESCO|UNRWA|UNDP|OCHA|IAEA|OSCE|"
            r"OPCW|WHO|WTO|IMF|OECD|ICRC|World Bank|Red Cross|World Health Organization|"
            r"World Food Programme?|World Trade Organization|International (?:Monetary Fund|"
            r"Atomic Energy Agency|Energy Agency|Organization for Migration|Labou?r Organi[sz]ation"
            r")|Human Rights Watch|Amnesty International|Doctors Without Borders|Transparency "
            r"International|Freedom House|Reporters Without Borders|(?:monitoring|observers?|"
            r"fact-finding|verification) mission|(?:rights|monitoring) group)\b"
        ),
    ),
    (
        "institute",
        re.compile(
            r"\b(?:[Ii]nstitut(?:es?|ions?)(?! Street)|[Tt]hink[ -]tanks?|"
            r"[Rr]esearch (?:group|cent(?:er|re)|body|firm|bureau)|Cent(?:er|re) (?:for|on|of)|"
            r"Council on Foreign|[Ff]oundation for|Observatory|Crisis Group|[Rr]esearchers|"
            r"[Rr]esearch Cent(?:er|re)|(?:[Ss]tud(?:y|ies)|[Aa]nalys[ie]s) (?:by|from))\b"
        ),
    ),
    (
        "analysts",
        re.compile(
            r"\b(?:analysts?|experts?|observers|economists?|scholars?|researchers?|scientists?|"
            r"professors?(?= (?:of|at|emeritus))|(?:senior |research )?fellow (?:at|of)|"
            r"(?:director|president|head|member) of [^,]{0,80}?\b(?:Institute|Cent(?:er|re))|"
            r"(?:of|with|at|from) the [^,]{0,60}?\b(?:Institute|Cent(?:er|re)))\b",
            re.I,
        ),
    ),
)
# "Ann Lee, of the …": who is named first and described behind the comma speaks for herself.
PERSON = re.compile(
    r"(?!(?:The|An?) )(?:[A-Z][\w.’'-]{0,30}+ ){1,3}[A-Z][\w’'-]{0,30}+"
    r"(?:, (?:an? |the |who |of |with |at |from |in |director|president|head|senior|outside|"
    r"speaking)| of (?:the )?[A-Z])"
)
JUDGE = re.compile(r"\b(?:[Jj]udges?|Justices?)\b")
# One of an institute's people, named or not; its spokesman speaks for it.
MEMBER = re.compile(
    r"\b(?:executives?|directors?|president|heads?|members?|fellows?|founders?|co-founders?|"
    r"officers?|employees?|alumn\w+|students?|visitors?|donors?)\b",
    re.I,
)
# "Health experts close to the WHO" are not the WHO.
CLOSE_TO = re.compile(
    r"^(?:[\w-]+ ){0,3}(?:analysts|experts|economists|scholars|scientists) "
    r"(?:close|at|of|from|with|in)\b",
    re.I,
)
# What stands behind these words says where somebody was, or what else he does; not who he is.
ELSEWHERE = re.compile(
    r",? \b(?:at the (?:UN\b|U\.N\.|United Nations)|speaking|standing|outside|near|inside|"
    r"before|told|citing|who|which|whose|after|waiting|voting|during|visiting)\b"
)
# A relative or a neighbour who also teaches is no analyst; "not all scholars" is nobody; who
# works for a government, a party or a mediator gives that one's own figures.
NO_ASSESSOR = re.compile(
    r"^(?:not|no|few|some in)\b|\b(?:father|mother|parents?|husband|wife|widow|son|daughter|"
    r"brother|sister|resident|survivor|minist(?:er|ers|ry)|administration|government|governor|"
    r"senator|congress(?:man|woman)|lawmakers?|premier|prime|party|campaign|army|military "
    r"(?:spokes|command)\w*|embassy|ambassador|diplomats?|envoys?|mediators?|negotiators?|"
    r"delegations?|delegates?|facilitators?|lawyers?|attorneys?|prosecutors?|plaintiffs?|"
    r"former|resolutions?|drafts?|certification|assembly|security council|speech(?:es)?|"
    r"votes? (?:at|in)|court (?:filings?|documents?|papers|records?|hearings?|clerks?))\b",
    re.I,
)
# Words of asking and of taking sides: who appeals to the parties assesses nothing.
APPEALS = re.compile(
    r"\b(?:urg|call|demand|appeal|ask|welcom|condemn|thank|offer|pledg|promis|invit|"
    r"propos|vow|insist|want|request|hope|hoping|wish|defend|critici|prais|blam|accus|denounc|"
    r"reject|refus|agre|deni|deny|announc|plan|support)\w*",
    re.I,
)
FINDS = re.compile(
    r"\b(?:estimat|assess|conclud|calculat|find(?!\w)|found|finds|finding|show|indicat|suggest|"
    r"verif|document|record|rul|report|warn|project|forecast|judg|count|regist|put(?!\w)|puts|"
    r"rat(?:e|es|ed|ing)\b|rank|reveal|detail|confirm|establish|not(?:e[sd]?|ing)\b|according)\w*",
    re.I,
)
SAYS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:old|ells?)|wr(?:ote|ites?)|add(?:s|ed)|reads?)\b", re.I
)
# Of one who speaks for himself: he has counted, not foretold.
MEASURED = re.compile(
    r"\b(?:estimat|assess|conclud|calculat|found|finds?|counted|documented|verified|puts?)\w*|"
    r"\baccording\b",
    re.I,
)
FORETOLD = re.compile(r"\b(?:predict|expect|foresee|bet|doubt|think|believ|fear)\w*", re.I)
AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|is going to|are going to|likely|unlikely)\b", re.I
)
RULES = re.compile(
    r"\b(?:rul|found|finds?|held|holds?|decid|conclud|uph[eo]ld|order|declar|sentenc|convict|"
    r"acquit|award|dismiss|reject|overturn|strik|struck|annul|quash|determin|according|fined|grant|barr|"
    r"block|clear)\w*",
    re.I,
)
APPEAL_WORDS = re.compile(
    r"\b(?:must|should|needs? to|have to|has to|ought|condemns?|urges?|calls? (?:on|for)|"
    r"we cannot)\b",
    re.I,
)
FEWEST_WORDS = 5  # of a finding without a figure: "which", "signs of activity" tell nothing


def assessor_kind(source: str, *, person: bool = False) -> AssessorKind | None:
    """What kind of assessor the words of a source name, or None.

    `person` says that the speaker is known to be one: a member of an institute or of a pollster
    speaks for himself, a judge for the court.
    """
    who = ELSEWHERE.split(source, maxsplit=1)[0]
    if NO_ASSESSOR.search(who):
        return None
    single = person or PERSON.match(source) is not None
    for kind, pattern in SOURCES:
        if pattern.search(who):
            if single:
                return "court" if JUDGE.search(who) else _of_person(who)
            theirs = kind in ("poll", "institute") and MEMBER.search(who)
            return "analysts" if theirs or CLOSE_TO.match(who) else kind
    return None


def _of_person(who: str) -> AssessorKind | None:
    """Analysts, if the words behind the name say so."""
    return "analysts" if SOURCES[-1][1].search(who) else None


def gives_judgement(cue: str, content: str, kind: AssessorKind, *, has_figure: bool) -> bool:
    """Whether the words report a finding: no appeal, no forecast of one who speaks for himself.

    An institute finds with any plain word of saying, a poll also with one of believing. Outside
    bodies speak as diplomats too, so that theirs need a figure or a verb of finding; a court's need
    a verb of ruling; analysts' need a figure that they measured. What would be
    found, nobody has found.
    """
    long = len(content.split()) >= FEWEST_WORDS
    if AHEAD.search(cue):
        return False
    if kind == "court":
        return long and bool(RULES.search(cue))
    if APPEALS.search(cue) or APPEAL_WORDS.search(content) or not (has_figure or long):
        return False
    return _has_found(cue, content, kind, has_figure=has_figure)


def _has_found(cue: str, content: str, kind: AssessorKind, *, has_figure: bool) -> bool:
    finds = FINDS.search(cue) is not None
    if kind == "analysts":
        foretold = FORETOLD.search(cue) or AHEAD.search(content)
        return not foretold and has_figure and bool(MEASURED.search(cue))
    if kind == "institute":
        return finds or bool(SAYS.search(cue))
    if kind == "poll":
        # "In the same poll, 3 in 5 …": the cue is the preposition.
        says = SAYS.search(cue) or FORETOLD.search(cue) or cue.strip().lower() == "in"
        return has_figure or finds or bool(says)
    return has_figure or finds
