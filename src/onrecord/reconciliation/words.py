"""Words as a comparison sees them: folded, without function words, numbers by value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

PLAIN = re.compile(r"[^\W_]+")
WORD = re.compile(r"[^\W_]+(?:[’'.,\-][^\W_]+)*")
# An unclosed quotation goes on to the end: in the next paragraph it is opened again.
QUOTED = re.compile(r"[“\"«][^“”\"«»]{1,4000}(?:[”\"»]|$)")


def listed(words: str) -> frozenset[str]:
    """The words of a list, written with blanks between them."""
    return frozenset(words.split())


NEGATORS = listed(
    "no not never none nothing nobody neither nor without cannot nt can't won't don't "
    "doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't wouldn't shouldn't "
    "couldn't"
)
# Words that every sentence may share. Negators and numbers are not among them: they decide.
FUNCTION_WORDS = listed(
    "a an the this that these those there here it its itself he him his himself she her "
    "hers herself they them their theirs themselves we us our ours ourselves i me my mine "
    "myself you your yours who whom whose which what when where why how and or but if "
    "then than so as at by for from in into of off on onto out over to toward towards "
    "under up upon with within about after before between during since through until "
    "while be am is are was were been being do does did doing done have has had having "
    "will would shall should can could may might must also just very too more most much "
    "many some any all both each every other another such own only again still yet "
    "already now ever even s d ll m re ve mr mrs ms say says said saying tell told tells "
    "add adds added according that's it's he's she's we're they're i'm we've they've i've "
    "you're there's let's because however"
)
_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
MULTIPLIER = 2_654_435_761  # odd, near 2^32 divided by the golden ratio (Knuth)
NUMBERS = {word: str(value) for value, word in enumerate(_COUNTED.split())} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "dozen": "12",
    "dozens": "12+",
    "hundred": "100",
    "hundreds": "100+",
    "thousand": "1000",
    "thousands": "1000+",
    "million": "1000000",
    "millions": "1000000+",
    "billion": "1000000000",
    "billions": "1000000000+",
}


def fold(word: str) -> str:
    """The word as compared: lower case, straight apostrophe, no hyphen, stop or possessive."""
    folded = word.casefold().replace("’", "'")
    folded = folded.removesuffix("'s").removesuffix("'")
    if folded[:1].isdigit():
        return folded.replace(",", "")
    return folded.replace("-", "").replace(".", "")


def folded_words(text: str) -> list[str]:
    """Every word of the text, folded, in order."""
    return [fold(m.group()) for m in WORD.finditer(text)]


def plain_words(text: str) -> list[str]:
    """Every run of letters or digits in lower case: all that a copy must share, and fast."""
    return PLAIN.findall(text.casefold())


def content_words(text: str) -> list[str]:
    """The words that carry the meaning, in order: negators and numbers among them."""
    found = []
    for match in WORD.finditer(text):
        word = fold(match.group())
        if match.group() in ("US", "U.S"):  # a state, not a pronoun
            found.append(word)
        elif word in NEGATORS:
            found.append("not")
        elif word in NUMBERS:
            found.append(NUMBERS[word])
        elif word not in FUNCTION_WORDS:
            found.append(_singular(word))
    return found


def numbers(words: Sequence[str]) -> frozenset[str]:
    """The numbers among content words. "One" is left out: it is mostly a pronoun."""
    return frozenset(w for w in words if w[0].isdigit() and w != "1")


def is_negated(words: Sequence[str]) -> bool:
    """Whether an odd number of negators stands among content words."""
    return sum(1 for w in words if w == "not") % 2 == 1


def quoted_parts(text: str) -> list[str]:
    """What stands between quotation marks in the text."""
    return [m.group().strip('“”"«»') for m in QUOTED.finditer(text)]


def without_quotations(text: str) -> str:
    """The text with everything between quotation marks taken out."""
    return QUOTED.sub(" ", text)


def shingles(words: Sequence[str], size: int) -> list[int]:
    """Hashes of every run of `size` words, in order; of the whole if it is shorter."""
    if not words:
        return []
    marks = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    size = min(size, len(marks))
    hashes = marks[size - 1 :]
    # A polynomial over the words' own hashes: the same run has the same value everywhere.
    for back in range(1, size):
        factor = pow(MULTIPLIER, back, 1 << 32)
        earlier = marks[size - 1 - back :]
        hashes = [h + factor * mark for h, mark in zip(hashes, earlier, strict=False)]
    return [h & 0xFFFFFFFF for h in hashes]


def _singular(word: str) -> str:
    """The word without a plural ending; crude, but the same for every text compared."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
