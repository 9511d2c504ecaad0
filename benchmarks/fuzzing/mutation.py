"""Bytes that were sound before: cut, doubled, swapped, filled with what breaks readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

MOST_BYTES = 60_000  # of one input: larger ones are slow to read and find nothing that these do not
Move = Callable[[Random, bytearray, "Sources"], None]

# What readers of text, numbers, markup and paths have tripped over elsewhere.
ODD_PIECES = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",  # half of a surrogate pair, as some programs write it
    b"\xf4\x90\x80\x80",  # beyond the last code point
    b"\xe2\x80\xae",  # right-to-left override
    b"\xe2\x80\x8b\xcc\x81\xef\xb8\x8f",  # zero width space, combining accent, variation selector
    b"\r\n\r\n",
    b"\r",
    b"\x0b\x0c\x1c\x85",
    b"\xe2\x80\xa8",
    b'"',
    b"'",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"&#x0;",
    b"&#55296;",
    b"../" * 4,
    b"-1",
    b"1e999",
    b"NaN",
    b"9" * 400,
    b"2" * 5000,
    b"0000-00-00",
    b"9999-12-31T23:59:60+99:99",
    b"10000-01-01",
    b"((((((((",
    b"[" * 2000,
    b"{" * 300,
    b"a" * 5000,
    b"\xcc\x81" * 500,
    b"!!python/object:os.system",
    b"%s%n%x",
    b"{{7*7}}",
    b"=1+1",
    b"\x1b]8;;",
)


class Sources:
    """What inputs of one reader are made from: sound ones, and words that its format knows."""

    def __init__(self, sound: Sequence[bytes], words: Sequence[bytes] = ()) -> None:
        self.sound = tuple(sound)
        self.most = max(MOST_BYTES, 2 * max(map(len, self.sound)))
        self.words = (*words, *ODD_PIECES)


def mutated(random: Random, sources: Sources) -> bytes:
    """One hostile input, the same for the same chance: a sound one, changed in a few places."""
    data = bytearray(random.choice(sources.sound))
    # Half of them in one place alone: strict formats refuse what is broken twice before reading on.
    for _ in range(1 if random.random() < 0.5 else 2 + min(int(random.expovariate(0.35)), 40)):
        random.choice(MOVES)(random, data, sources)
        del data[sources.most :]
    return bytes(data)


def _stretch(random: Random, data: bytearray, longest: int = 400) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.randrange(1, longest))


def _flip(random: Random, data: bytearray, _: Sources) -> None:
    for _bit in range(random.choice((1, 1, 4, 16))):
        if data:
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _put(random: Random, data: bytearray, sources: Sources) -> None:
    at = random.randrange(len(data) + 1)
    data[at:at] = random.choice(sources.words)


def _replace(random: Random, data: bytearray, sources: Sources) -> None:
    start, end = _stretch(random, data, 40)
    data[start:end] = random.choice(sources.words)


def _cut(random: Random, data: bytearray, _: Sources) -> None:
    start, end = _stretch(random, data)
    del data[start:end]


def _end(random: Random, data: bytearray, _: Sources) -> None:
    del data[random.randrange(len(data) + 1) :]


def _repeat(random: Random, data: bytearray, _: Sources) -> None:
    start, end = _stretch(random, data, 60)
    data[end:end] = data[start:end] * random.choice((1, 3, 30, 500))


def _splice(random: Random, data: bytearray, sources: Sources) -> None:
    other = random.choice(sources.sound)
    start, end = _stretch(random, data)
    begin = random.randrange(len(other) + 1)
    data[start:end] = other[begin : begin + random.randrange(1, 400)]


def _move(random: Random, data: bytearray, _: Sources) -> None:
    start, end = _stretch(random, data, 80)
    piece = data[start:end]
    del data[start:end]
    at = random.randrange(len(data) + 1)
    data[at:at] = piece


def _noise(random: Random, data: bytearray, _: Sources) -> None:
    start, end = _stretch(random, data, 30)
    data[start:end] = random.randbytes(end - start)


def _number(random: Random, data: bytearray, _: Sources) -> None:
    """A number as formats keep their lengths, at its limits."""
    value = random.choice((0, 1, -1, 2**15, 2**16 - 1, 2**31 - 1, -(2**31), 2**63 - 1, 255))
    size, order = random.choice((1, 2, 4, 8)), random.choice(("little", "big"))
    at = random.randrange(len(data) + 1)
    data[at : at + size] = (value % 2 ** (8 * size)).to_bytes(size, order)  # type: ignore[arg-type]


MOVES: tuple[Move, ...] = (
    _flip,
    _put,
    _put,
    _replace,
    _cut,
    _end,
    _repeat,
    _splice,
    _move,
    _noise,
    _number,
)
