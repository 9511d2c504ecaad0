"""Parts in words: what "fifths" divides by, "half a million"."""

from __future__ import annotations

from onrecord.quantities.number_words import DECADES, SCALES, Word

SMALL_ORDINALS = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
PARTS = {word: float(at) for at, word in enumerate(SMALL_ORDINALS.split(), start=3)} | {
    "half": 2.0, "quarter": 4.0, "twentieth": 20.0, "thirtieth": 30.0, "hundredth": 100.0,
    "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
}  # fmt: skip
ONES = {"first": 1.0, "second": 2.0} | {
    word: part for word, part in PARTS.items() if 3 <= part <= 9 and word not in {"half", "quarter"}
}


def denominator(words: list[Word], at: int) -> tuple[float, int] | None:
    """What "fifths" or "twenty-firsts" divides by, and the index behind it."""
    if at >= len(words):
        return None
    word = words[at].word
    if word in DECADES and at + 1 < len(words):
        last = words[at + 1].word
        one = ONES.get(last) or ONES.get(last.removesuffix("s"))
        if one:
            return DECADES[word] + one, at + 2
    word = "half" if word == "halves" else word
    part = PARTS.get(word) or PARTS.get(word.removesuffix("s"))
    return (part, at + 1) if part else None


def part_of_scale(words: list[Word], at: int) -> tuple[float, int] | None:
    """Half a million, a quarter million, half a dozen."""
    part = 0.5 if words[at].word == "half" else 0.25
    at += 1
    if at < len(words) and words[at].word == "of":
        at += 1
    if at < len(words) and words[at].word in {"a", "an"}:
        at += 1
    if at < len(words):
        word = words[at].word
        scale = {"hundred": 100.0, "dozen": 12.0}.get(word) or SCALES.get(word)
        if scale:
            return part * scale, at + 1
    return None
