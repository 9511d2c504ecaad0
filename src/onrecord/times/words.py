"""The words that expressions of time are made of, and the pattern pieces built from them.

A blank in a piece stands for any short run of white space (`compile_piece`); every repetition is
bounded, so that matching stays linear in the length of the text.
"""

from __future__ import annotations

import re

from onrecord.language.numbers import SMALL, TENS, UNDER_TWENTY, figures_value, words_value

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ],
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        ],
        start=1,
    )
    for name in names.split()
}  # fmt: skip
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINAL_WORDS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
]  # fmt: skip
ORDINALS = {word: number for number, word in enumerate(ORDINAL_WORDS, start=1)} | {
    "thirtieth": 30,
    **{
        f"{tens}-{word}": 10 * ten + number
        for ten, tens in ((2, "twenty"), (3, "thirty"))
        for number, word in enumerate(ORDINAL_WORDS[: 9 if ten == 2 else 1], start=1)
    },
}
OLDEST_SHORT = 30  # two digits from here on are of the last century ('87), below of this ('14)
CENTURIES = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}
UNIT_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "centuries": "C",
}  # fmt: skip

# Pieces. Names of months and days are told from "may", "march", "sun" by their capital letter and,
# for the short ones, by a number beside them.
LONG_MONTH = (
    "(?-i:January|February|March|April|June|July|August|September|October|November|December)"
)
MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
SHORT_MONTH = r"(?-i:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
WEEKDAY = "(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SHORT_WEEKDAY = r"(?-i:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?"
SEASON = "(?:spring|summer|autumn|fall|winter)"
CLOCK_CODES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "tonight": "NI"}
CLOCK_PART = "(?:morning|afternoon|evening|night)"
DAY_NUMBER = r"(?:[1-9]\d|0?[1-9])"  # the calendar refuses what no month has
YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_LONGEST_FIRST = sorted(ORDINALS, key=len, reverse=True)
ORDINAL_WORD = rf"(?:{'|'.join(w.replace('-', '[- ]') for w in _LONGEST_FIRST)})"
ORDINAL = rf"(?:{ORDINAL_WORD}|\d{{1,3}}(?:st|nd|rd|th))"
FROM_TEN = rf"(?:{'|'.join((*TENS, *UNDER_TWENTY[10:]))})\b"
# "Nineteen ninety-six", "two thousand and four": only beside a month, or after a preposition.
WRITTEN_YEAR = (
    rf"(?:(?:{'|'.join(CENTURIES)})(?: hundred(?: and)?)?[- ]"
    rf"(?:(?:oh|zero)[- ]{SMALL}|(?={FROM_TEN})(?:{SMALL}))|two thousand(?:(?: and)? {SMALL})?)"
)
SHORT_YEAR = r"(?:['’‘]\d\d|(?<=\bof\s)[3-9]\d(?=\s?(?:[.,;:!?)]|$)))"
ANY_YEAR = rf"(?:{YEAR}|{WRITTEN_YEAR}|{SHORT_YEAR})"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,6}}(?:\.\d{{1,3}})?(?: \d/\d)?"
    rf"|(?:{SMALL}|a(?= (?:hundred|thousand)))(?: (?:hundred|thousand)(?: (?:and )?{SMALL})?)?)"
)
VAGUE = "(?:a couple(?: of)?|couple of|a few|a number of|several|few|many|dozens of|hundreds of)"
SHIFT = "(?P<shift>last|next|this past|this coming|this|past|coming|previous|following)"
NO_MORE_FIGURES = r"(?![\d%]|[.,/:]\d|-\d)"
AFTER_YEAR = rf"{NO_MORE_FIGURES}(?!\w)"
UNIT = "(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century)"
UNITS_PLURAL = (
    "(?:seconds|minutes|hours|days|weeks|fortnights|months|quarters|years|decades|centuries)"
)
ABOUT = (
    "(?:(?:at least|at most|no more than|no less than|no fewer than|not more than|more than"
    "|less than|fewer than|up to|about|around|nearly|almost|roughly|approximately|over|under"
    "|just over|just under|some|only|barely) )"
)


def compile_piece(piece: str) -> re.Pattern[str]:
    """The pattern of a piece; a blank matches one to three white-space characters.

    It starts at a word, and not inside a number, an amount of money or a compound.
    """
    piece = piece.replace("[- ]", "(?:-| )")
    piece = re.sub(r" (?=[?{])", r"\\s", piece).replace(" ", r"\s{1,3}")
    return re.compile(rf"(?<![\w$€£#/])(?<!\d[.,:\-])(?:{piece})", re.IGNORECASE)


def month_number(word: str) -> int:
    """1 to 12 for the name of a month."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 for the name of a weekday."""
    return WEEKDAYS[word.lower().rstrip(".")]


def ordinal_number(word: str) -> int:
    """The number of "third", "twenty-first" or "3rd"."""
    return ORDINALS.get(re.sub(r"\s+", "-", word.lower())) or int(re.sub(r"\D", "", word))


def year_number(text: str) -> int:
    """The year in figures, four or two of them, or in words."""
    digits = text.lstrip("'’‘")
    if digits.isdigit():
        turn = 1900 if int(digits) >= OLDEST_SHORT else 2000
        return int(digits) + (turn if len(digits) == 2 else 0)
    first, *rest = [w for w in re.split(r"[\s-]+", text.lower()) if w not in {"and", "oh", "zero"}]
    rest = [w for w in rest if w not in {"hundred", "thousand"}]
    value = words_value(" ".join(rest)) if rest else 0.0
    return CENTURIES.get(first, 2000) + int(value or 0)


def unit_letter(word: str) -> str:
    """The TimeML letter of a unit of time, singular or plural."""
    word = word.lower()
    return UNIT_LETTERS.get(word) or UNIT_LETTERS[word.removesuffix("s")]


def number_value(text: str) -> float | None:
    """The value of a number in digits or words; None for a vague one ("several")."""
    words = text.lower().split()
    if not words[0][0].isdigit():
        return 1.0 if words in (["a"], ["an"]) else words_value(text)
    value = figures_value(words[0])
    if value is not None and len(words) > 1 and "/" in words[1]:
        above, below = words[1].split("/")
        value += int(above) / int(below) if int(below) else 0
    return value
