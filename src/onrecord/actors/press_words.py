"""The words for press: in outlets' names, before them, and around a name that carries news."""

from __future__ import annotations

import re

from onrecord.actors.words import word_set

# Words that, in a name, tell an outlet from another body.
OUTLET_WORDS = word_set(
    """
    Times Post Journal Tribune Herald Gazette Observer Press Radio Television TV News Daily Weekly
    Magazine Chronicle Telegraph Courier Dispatch Examiner Inquirer Sentinel Broadcasting Newswire
    Broadcaster Newspaper FM
    """
)
# Nouns for press. Those that mean other things too need a word before them that says which.
NOUN = (
    r"(?:newspapers?|broadcasters?|tabloids?|broadsheets?|dail(?:y|ies)|weekl(?:y|ies)|magazines?|"
    r"newswires?|outlets?|websites?|television|tv|radio|"
    r"(?:news|state|press|wire|official|telegraph|information|semi-official|[\w-]{1,30}-(?:run|owned)|"
    r"tv|television|radio|broadcast|(?-i:[A-Z]\w{1,20}(?:n|ese|ish|ic)))\s+"
    r"(?:agency|agencies|services?|channels?|stations?|networks?|sites?|portals?|groups?|wires?)|"
    r"(?:telegram|youtube)\s+channels?)"
)
PLAIN_NOUN = r"agency|services?|station|network|channel|paper|site|portal"
# Nouns that mean press and nothing else: the name behind them is an outlet's.
STRONG_NOUN = re.compile(
    r"newspaper|broadcaster|tabloid|broadsheet|daily|weekly|magazine|newswire|"
    r"(?:news|press|wire|telegraph)\s+(?:agency|service|channel|station|network|site|portal|wire)|"
    r"(?:tv|television|radio|broadcast)\s+(?:channel|station|network)",
    re.I,
)
# Nouns for other bodies as well: the words around the name must say that it carries news.
WEAK_NOUN = re.compile(
    r"website|outlet|television|tv|radio|paper|agency|channel|portal|"
    r"(?:state|official|semi-official|information|[\w-]{1,30}-(?:run|owned)|"
    r"(?-i:[A-Z]\w{1,20}(?:n|ese|ish|ic)))\s+(?:agency|channel|station|network|site|portal)|"
    r"(?:telegram|youtube)\s+channel",
    re.I,
)
NOUN_BEFORE = re.compile(
    rf"\b(?P<noun>{STRONG_NOUN.pattern}|{WEAK_NOUN.pattern})\s+(?:[Tt]he\s+)?[\"“‘«']?$", re.I
)
REPORTS = r"(?:reports|reported|writes|wrote)"
_WEEKDAY = r"(?:\s+(?:on\s+)?[A-Z]\w{2,8}day)?"
CITING = r"(?:citing|quoting|with\s+(?:a\s+)?reference\s+to|referring\s+to)"
# The words that a news carrier stands behind, at their end.
CHAIN_BEFORE = re.compile(
    rf"\b(?:told|tells|telling|according\s+to|{CITING}|cited|quoted|interview\s+(?:with|to)|"
    r"(?:quoted|carried|relayed|cited|broadcast|aired|distributed|reported|published|released)"
    r"(?:\s+\w{1,20}){0,3}?\s+by)\s+$",
    re.I,
)
# "X reported, citing Y": whom a report cites. A bare "citing Y" gives reasons as well.
REPORT_CITES = re.compile(rf"\b{REPORTS}{_WEEKDAY},?\s+{CITING}\s+(?:[Tt]he\s+)?$")
CITES_FIRST = re.compile(rf",\s+{CITING}\s+(?:[Tt]he\s+)?$")
THEN_REPORTS = re.compile(r",\s+(?:reports|reported)\b")
QUOTED_BY = re.compile(
    rf"\b(?:quoted\s+as\s+saying{_WEEKDAY}\s+by|as\s+(?:quoted|cited)\s+by)\s+(?:[Tt]he\s+)?$"
)
# First words of papers' names, where somebody tells them something or they are cited.
EDITIONS = frozenset({"Evening", "Morning", "Sunday", "Daily", "Weekly"})
CHAIN_TO_THE = re.compile(rf"{CHAIN_BEFORE.pattern.removesuffix('$')}[Tt]he\s+$", re.I)
ACCORDING_TO_THE = re.compile(r"\b[Aa]ccording\s+to\s+the\s+$")
# A clause behind the report itself: "…, Velt reports."
AT_TAIL = re.compile(r"(?:,[\"”’»]?|[,.][\"”»]|[\"”»],?)\s+(?:[Tt]he\s+)?$")
TAIL_REPORTS = re.compile(rf"\s+(?:reports|reported){_WEEKDAY}(?:[.]|,?\s+{CITING}\b)")
REPORTS_CITING = re.compile(rf"\s+(?:reports|reported){_WEEKDAY},?\s+{CITING}\b")
REPORTS_THAT = re.compile(
    rf"\s+(?:reports|reported)(?:{_WEEKDAY}\s+that\b|{_WEEKDAY},\s|\s+on\s+[A-Z]\w+day)"
)
# What may follow a name that stands for itself: "told the weekly X he", not "the weekly X call".
LETS_STAND = word_set(
    """
    in on at of by for from to with that which who as and or but while after before since because
    when if where he she it they we i his her their its the a an this these those there about over
    against under during amid despite not into whose 's ’s
    """
)
CLAUSE_VERBS = word_set(
    """
    is was are were has had have will would could can did does do may might must should
    """
)
DETERMINER = word_set("the a an its his her their this that one another")
# What makes a name behind it the object: a verb that follows is then another's.
OBJECT_OF = word_set(
    """
    told tells telling in on at for by to from with of citing quoting cited quoted via about against
    """
)
NAMES_A_STATE = ("ia", "land", "stan")

# Which outlets a noun can mean, by what they are called and by the words of their names.
PAPER_NAMES = word_set(
    """
    Times Post Journal Tribune Herald Gazette Observer Chronicle Telegraph Courier Dispatch
    Examiner Inquirer Sentinel Newspaper Daily Weekly Mail Guardian Independent
    """
)
STATION_NAMES = word_set("Radio Television TV Broadcasting Broadcaster FM")
AGENCY_NAMES = word_set("Newswire Wire Agency")
SORT_OF_NOUN = {
    "newspaper": "paper",
    "paper": "paper",
    "tabloid": "paper",
    "broadsheet": "paper",
    "daily": "paper",
    "weekly": "paper",
    "broadcaster": "station",
    "channel": "station",
    "station": "station",
    "network": "station",
    "television": "station",
    "tv": "station",
    "radio": "station",
    "agency": "agency",
    "newswire": "agency",
    "wire": "agency",
    "magazine": "magazine",
    "website": "site",
    "site": "site",
    "portal": "site",
}
# Nouns that take up an outlet, and whether its name or the article must say that it is one.
ANAPHORS = {
    "newspaper": False,
    "broadcaster": False,
    "tabloid": True,
    "daily": True,
    "weekly": True,
    "magazine": True,
    "paper": True,  # also a document
    "channel": True,  # also a way to talk
    "station": True,
    "agency": True,
    "website": True,
}
