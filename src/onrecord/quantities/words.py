"""Numbers in words: cardinals ("two hundred and six"), with a fraction, a point, a scale."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.quantities.number_words import DECADES, SCALES, UNITS, Word
from onrecord.quantities.parts import denominator, part_of_scale


@dataclass(slots=True)
class _Count:
    """A cardinal as far as it is read."""

    total: float = 0.0
    group: float = 0.0
    scale: float = float("inf")
    last: str = ""

    def take(self, word: str) -> bool:
        """Whether the word goes on with the number; it is then counted."""
        if word in UNITS:
            value = UNITS[word]
            if self.last in {"unit", "dozen"} or (self.last == "ten" and not 0 < value < 10):
                return False
            self.group, self.last = self.group + value, "unit"
        elif word in DECADES:
            if self.last in {"unit", "ten", "dozen"}:
                return False
            self.group, self.last = self.group + DECADES[word], "ten"
        elif word == "hundred":
            if self.last == "scale" or self.group >= 100:
                return False
            self.group, self.last = max(self.group, 1) * 100, "hundred"
        elif word in {"dozen", "dozens", "dozs", "dzs"}:
            if self.last in {"scale", "dozen"}:
                return False
            self.group, self.last = max(self.group, 1) * 12, "dozen"
        else:
            return self._raise(SCALES.get(word.removesuffix("s")) if word != "thousands" else None)
        return True

    def _raise(self, scale: float | None) -> bool:
        if scale is None:
            return False
        if self.last == "scale":
            if self.total == 0 or self.scale >= 1e9:
                return False
            self.total *= scale  # "three hundred thousand million"
        elif scale >= self.scale:
            return False
        else:
            self.total += max(self.group, 1 if not self.group else 0) * scale
        self.group, self.scale, self.last = 0.0, scale, "scale"
        return True


def cardinal(words: list[Word]) -> tuple[float, int] | None:
    """The value of the cardinal that the words begin with, and how many words it takes."""
    if not words:
        return None
    start = 0
    if words[0].word in {"a", "an"}:
        start = 1
    whole = _whole(words, start)
    if words[start : start + 1] and words[start].word in {"half", "quarter"}:
        return part_of_scale(words, start)
    if whole is None:
        return None
    count, at = whole
    if start and words[1].word in UNITS | DECADES:
        return None
    count, at = _pointed(words, at, count)
    return _halved(words, at, count)


def _whole(words: list[Word], at: int) -> tuple[_Count, int] | None:
    count, start = _Count(), at
    while at < len(words):
        step = at
        if words[at].word in {"and", "&"} and count.last in {"hundred", "scale"}:
            step = at + 1
            if step == len(words) or words[step].word not in UNITS | DECADES:
                break
            if _adds_part(words, step):
                break
        elif words[at].comma and count.last != "scale":
            break
        if not count.take(words[step].word):
            break
        at = step + 1
    return (count, at) if at > start else None


def _adds_part(words: list[Word], at: int) -> bool:
    """Whether a proper fraction stands there ("and three quarters")."""
    small = UNITS.get(words[at].word)
    part = denominator(words, at + 1)
    return small is not None and part is not None and small < part[0]


def _pointed(words: list[Word], at: int, count: _Count) -> tuple[_Count, int]:
    """With the words behind "point": "two point zero three", "two point five million"."""
    if at + 1 >= len(words) or words[at].word != "point":
        return count, at
    digits, step = "", at + 1
    while step < len(words) and words[step].word in UNITS | DECADES and len(digits) < 8:
        value = UNITS.get(words[step].word, DECADES.get(words[step].word, 0.0))
        tens = words[step].word in DECADES and step + 1 < len(words) and words[step + 1].joined
        if tens and 0 < UNITS.get(words[step + 1].word, 0) < 10:
            value, step = value + UNITS[words[step + 1].word], step + 1
        digits, step = digits + str(int(value)), step + 1
    if not digits:
        return count, at
    count.group += float(f"0.{digits}")
    if step < len(words) and count.take(words[step].word) and count.last == "scale":
        return count, step + 1
    return count, step


def _halved(words: list[Word], at: int, count: _Count) -> tuple[float, int]:
    """With a part behind it: "two and a half million", "one million and a half"."""
    value = count.total + count.group
    if at + 2 >= len(words) or words[at].word not in {"and", "&"}:
        return value, at
    over = 1.0 if words[at + 1].word in {"a", "an"} else UNITS.get(words[at + 1].word)
    part = denominator(words, at + 2)
    if over is None or part is None or over >= part[0]:
        return value, at
    share, end = over / part[0], part[1]
    if end < len(words) and (scale := SCALES.get(words[end].word)):
        if count.last == "scale":
            return value + share * scale, end + 1
        return (value + share) * scale, end + 1
    return value + share * (count.scale if count.last == "scale" else 1.0), end


def fraction(words: list[Word]) -> tuple[float, int] | None:
    """The value of "two thirds", "a quarter", "half" and how many words it takes; else None."""
    if not words:
        return None
    first = 1 if words[0].word == "a" and len(words) > 1 and words[1].word == "half" else 0
    if words[first].word == "half":
        return None if part_of_scale(words, first) else (0.5, first + 1)
    if words[0].word in {"a", "an"}:
        over, at = 1.0, 1
    elif counted := _whole(words, 0):
        over, at = counted[0].total + counted[0].group, counted[1]
    else:
        return None
    part = denominator(words, at)
    return _divided(words, over, part) if part and over else None


def _divided(words: list[Word], over: float, part: tuple[float, int]) -> tuple[float, int] | None:
    """The fraction times a scale behind it; None for "three fifth" and "one fifths"."""
    under, end = part
    if words[end - 1].word.endswith("s") is (over == 1) and not (over == 1 and under == 4):
        return None
    behind = [w.word for w in words[end : end + 3]]
    if behind[:2] in (["of", "a"], ["of", "one"]):  # "three quarters of a million"
        behind, end = behind[2:], end + 2
        if not behind or behind[0] not in SCALES:
            return over / under, part[1]
    if behind and (scale := SCALES.get(behind[0])):
        return over / under * scale, end + 1
    return over / under, end
