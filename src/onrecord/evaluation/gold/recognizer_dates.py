"""Recognizers-Text: sentences with the dates they name, those that could stand in the news.

`Specs/DateTime/English/*.json`: lists of cases with an `Input`, a `Context.ReferenceDateTime` and
`Results`. They were made for assistants that keep calendars, so much of them no newspaper
would print. A case is taken as news-like if

1. it has a day of reference, and all its results are days, periods of days or lengths, settled and
   without a modifier ("before", "since", "about": relations to a time, not times);
2. it writes the names of months and days with a capital, and its results in whole words: no chat
   spellings, no figures with slashes or dots, none but the words of `WORDS` and numbers;
3. no result joins two times ("from … to …", "… or …", "Monday two weeks from now"), which TIMEX3
   marks apart, nor is one that a calendar alone knows ("week 10", "the day", "weekend"), nor
   counts what no one counted ("several weeks" as three);
4. it is a sentence, of four words or more, that tells something and asks for nothing.

These rules were drawn with the cases in view, so the share of all cases is scored beside them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import set_folder
from onrecord.evaluation.gold.texts import article_of
from onrecord.evaluation.gold.timeml import dated
from onrecord.records import Article

FILES = "Specs/DateTime/English/*.json"
# The files that resolve dates; each sentence counts once, as the first file has it.
NAMES = (
    "DateParser", "DatePeriodParser", "DurationParser", "HolidayParser", "DateTimeModel",
    "MergedParser",
)  # fmt: skip
KINDS = frozenset(("date", "daterange", "duration"))
UNCAPITALISED = re.compile(
    r"\b(?:january|february|april|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thurs?|fri"
    r"|christmas|easter|thanksgiving|new year)\b"
)
JOINED = re.compile(r"\b(?:to|till?|until|through|and|or|between)\b|\w\s?[-–]\s?(?:\d|[A-Z])")
# What names a time in print; a result needs one of these …
NAMES_A_TIME = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?"
    r"|[Tt]oday|[Yy]esterday|[Tt]omorrow|(?:day|week|weekend|month|quarter|year|decade|century)s?"
    r"|centuries|half|[12]\d{3}|\d0s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties"
    r"|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|Christmas|Easter|Thanksgiving|Eve|Day)"
    r"(?:['’]s)?"
)
# … and may hold these and numbers besides.
WORDS = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "last", "next", "this", "past", "previous",
    "following", "coming", "upcoming", "current", "same", "ago", "later", "earlier", "from",
    "now", "before", "after", "beginning", "start", "early", "mid", "middle", "late", "end",
    "rest", "first", "second", "third", "couple", "new", "good", "friday", "labor", "labour",
    "election",
))  # fmt: skip
NUMBER = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|\w{3,6}teenth|twentieth|thirtieth)",
    re.I,
)
TWICE = re.compile(
    r"day\b.*\b(?:from|after|before)\b|\b(?:now|weeks?|days?|years?)\b.*\bon\b", re.I
)
OF_CALENDARS = re.compile(
    r"week \d.*|(?:rest (?:of )?)?(?:the |this |last |past |next )*(?:day|weekend)"
    r"|(?:rest (?:of )?)?(?:the )?week",
    re.I,
)
LEAST_WORDS = 4
REQUEST = re.compile(
    r"^(?:please|set|show|schedule|find|book|let['’]?s|what|who|how|when|where|are|is|do|does|can|could"
    r"|would|will|shall|cortana|add|create|remind|handle|i need|i want|so,|sure)\b"
    r"|\?\s*$|\b(?:please|schedule a|set up|cortana|ooo)\b",
    re.I,
)
Value = tuple[str, str]  # kind, and "start/end" as half-open days, or a length in seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCase:
    """One sentence on its day; each result's place with all readings that count as right."""

    article: Article
    news_like: bool
    results: tuple[tuple[int, int, frozenset[Value]], ...]


def read_date_cases(gold: Path | None, limit: int | None = None) -> Iterator[DateCase]:
    """Yield all cases of settled dates and lengths, in file order; `news_like` by the rules above.

    Raises GoldMissing if a file is not of the form.
    """
    folder = set_folder(gold, "recognizers_specs", FILES)
    seen: set[str] = set()
    count = 0
    for name in NAMES:
        path = folder / "Specs/DateTime/English" / f"{name}.json"
        if not path.exists():
            continue
        try:
            cases = json.loads(path.read_text(encoding="utf-8-sig"))
            for number, case in enumerate(cases):
                found = None if case["Input"] in seen else _case(f"{name}:{number}", case)
                seen.add(case["Input"])
                if found is not None and count != limit:
                    count += 1
                    yield found
        except (ValueError, KeyError, TypeError) as error:
            raise GoldMissing(f"{path}: not cases of Recognizers-Text ({error!r})") from None


def _case(name: str, case: dict[str, Any]) -> DateCase | None:
    """The case, or None if its results are not all settled days, periods or lengths."""
    text: str = case["Input"]
    reference = (case.get("Context") or {}).get("ReferenceDateTime")
    results = [_result(result) for result in case.get("Results") or []]
    if not reference or not results or any(result is None for result in results):
        return None
    settled = tuple(result for result in results if result)
    return DateCase(
        article=dated(article_of(name, text), dt.date.fromisoformat(reference[:10])),
        news_like=_tells(text) and all(_printed(text[s:e]) for s, e, _ in settled),
        results=settled,
    )


def _result(result: dict[str, Any]) -> tuple[int, int, frozenset[Value]] | None:
    """Where a result stands and what it may mean; None if it is not settled or of another kind."""
    kind = (result.get("TypeName") or result.get("Type") or "").rsplit(".", 1)[-1]
    start = result.get("Start")
    if kind not in KINDS or start is None:
        return None
    end = result["End"] + 1 if "End" in result else start + result.get("Length", 0)
    values = frozenset(_values(kind, result.get("Resolution") or result.get("Value") or {}))
    return (start, end, values) if values else None


def _tells(text: str) -> bool:
    """Whether it is a sentence as news prints them."""
    words = len(text.split()) >= LEAST_WORDS
    return words and not UNCAPITALISED.search(text) and not REQUEST.search(text)


def _printed(words: str) -> bool:
    """Whether a result is one time in the words of print."""
    apart = JOINED.search(words) or TWICE.search(words) or OF_CALENDARS.fullmatch(words)
    return not apart and _in_print(words)


def _in_print(words: str) -> bool:
    """Whether all words of a result are those of news."""
    parts = [part for part in re.split(r"[\s,-]+", words) if part]
    named = [bool(NAMES_A_TIME.fullmatch(part)) for part in parts]
    return any(named) and all(
        is_name or part.lower() in WORDS or NUMBER.fullmatch(part) is not None
        for part, is_name in zip(parts, named, strict=True)
    )


def _values(kind: str, resolution: dict[str, Any]) -> Iterator[Value]:
    """Yield each reading, past or future; nothing if a modifier or an open value is among them."""
    if "values" in resolution:
        readings = resolution["values"]
    else:
        modified = {"Mod": resolution["Mod"]} if "Mod" in resolution else {}
        readings = [
            {**(resolution.get(side) or {}), **modified}
            for side in ("PastResolution", "FutureResolution")
        ]
    if any("Mod" in reading or "0001-01-01" in reading.values() for reading in readings):
        return
    for reading in readings:
        if kind == "duration" and (length := reading.get("value") or reading.get("duration")):
            yield "length", f"{float(length):g}"
        first = reading.get("start") or reading.get("startDate")
        last = reading.get("end") or reading.get("endDate")
        if kind == "daterange" and first and last:
            yield "days", f"{first[:10]}/{last[:10]}"
        day = reading.get("date") or reading.get("value")
        if kind == "date" and day and re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            after = dt.date.fromisoformat(day) + dt.timedelta(days=1)
            yield "days", f"{day}/{after}"
