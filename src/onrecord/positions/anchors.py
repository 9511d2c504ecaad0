"""Words that touch an issue, compiled once into a trie over words.

An anchor is a run of words in their base form ("withdraw troops"), with

* `(a|b c)` for one of several words or runs, `(a|)` for one that may be missing,
* `annex*` for every word that begins so (four letters or more),
* `...` for up to four words between, never over punctuation,
* `<area>` or `<leader>` at the end for a proper name of that kind, which the reader checks.

Reading a text costs a step or two per token, however many anchors there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Generic, TypeVar

from onrecord.positions.wording import BRITISH, LIGHT_WORDS, Word

T = TypeVar("T")
GAP = "..."
MAX_GAP = 4  # "withdraw [all of its heavy] weapons"
MAX_READINGS = 400  # ways of one anchor: more is a slip of the pen
MAX_LETTERS = 1_000  # of one anchor; the longest of the default codebook has 200
MAX_BRACKETS = 6  # one inside the other
MIN_PREFIX = 4
MAX_REMEMBERED = 200_000  # words whose start is known; an English vocabulary fits
NAMED = re.compile(r"\s*<(area|leader)>$")
PART = re.compile(r"[()|]|[^\s()|]+")
# What a word of a text can look like behind `words_of`; another word would never be met.
WORD = re.compile(r"[^\W_](?:[\w.&/+'’]*[\w.&+])?\*?|%|n['’]t|\.\.\.")
POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_EVERYWHERE = """of to and or in on at by for from with as but if so than then be is are was were
been has have had do does did will would can could may might must should shall not no it he she they
we you i who which what there more"""
EVERYWHERE = LIGHT_WORDS | frozenset(_EVERYWHERE.split())


def readings(anchor: str) -> list[tuple[str, ...]]:
    """Every run of words that an anchor stands for.

    Raises ValueError if it is malformed or can meet no text.
    """
    if len(anchor) > MAX_LETTERS:
        raise ValueError(f"an anchor of {len(anchor):,} letters; {MAX_LETTERS:,} at most")
    parts = PART.findall(NAMED.sub("", anchor.lower()))
    if _depth(parts) > MAX_BRACKETS:
        raise ValueError(f"{anchor!r}: more than {MAX_BRACKETS} brackets one inside the other")
    for part in parts:
        if part not in "()|":
            _check(anchor, part)
    found, at = _alternatives(anchor, parts, 0)
    if at != len(parts):
        raise ValueError(f"unbalanced brackets in {anchor!r}")
    if any(not way or GAP in (way[0], way[-1]) for way in found):
        raise ValueError(f"{anchor!r} has no word at one of its ends")
    return found


def is_everywhere(way: Sequence[str]) -> bool:
    """Whether a run of words is a single small word, which almost every text has."""
    return len(way) == 1 and way[0] in EVERYWHERE


def _depth(parts: Sequence[str]) -> int:
    """How many brackets stand one inside the other at most."""
    steps = accumulate((part == "(") - (part == ")") for part in parts)
    return max(steps, default=0)


def named_behind(anchor: str) -> str | None:
    """Which kind of name an anchor wants right behind its words: "area", "leader" or none."""
    found = NAMED.search(anchor.lower())
    return found.group(1) if found else None


def _alternatives(anchor: str, parts: list[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    """The runs of words from part `at` up to the bracket that closes, and where that stands."""
    found: list[tuple[str, ...]] = []
    ways: list[tuple[str, ...]] = [()]
    while at < len(parts) and parts[at] != ")":
        part, at = parts[at], at + 1
        if part == "|":
            found, ways = found + ways, [()]
            continue
        options = [tuple(_words(part))]
        if part == "(":
            options, at = _alternatives(anchor, parts, at)
            if at == len(parts):
                raise ValueError(f"unbalanced brackets in {anchor!r}")
            at += 1
        ways = [way + option for way in ways for option in options]
        if len(ways) > MAX_READINGS:
            raise ValueError(f"{anchor!r} stands for more than {MAX_READINGS} phrases")
    return list(dict.fromkeys(found + ways)), at


def _words(text: str) -> Iterator[str]:
    """Yield the words of an anchor as the text's are cut: hyphens gone, one spelling."""
    for word in text.split():
        pieces = [word] if word == GAP else re.split(r"[-‐‑]", POSSESSIVE.sub("", word))
        yield from (BRITISH.sub("iz", piece) for piece in pieces if piece)


def _check(anchor: str, part: str) -> None:
    for word in _words(part):
        if "*" in word[:-1] or (word.endswith("*") and len(word) <= MIN_PREFIX):
            raise ValueError(f"{anchor!r}: a star may only follow four letters or more")
        if word.startswith("<"):
            raise ValueError(f"{anchor!r}: <area> or <leader> may only stand at the end")
        if not WORD.fullmatch(word):
            raise ValueError(f"{anchor!r}: no text has the word {word!r}; words only, no signs")


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    prefixes: dict[str, _Node[T]] = field(default_factory=dict)
    longest: int = 0  # letters of the longest prefix: of a longer word no more is looked up
    gap: _Node[T] | None = None
    ends: list[T] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """An anchor found: what it stands for, and the tokens whose words it matched, in text order."""

    what: T
    tokens: tuple[int, ...]

    @property
    def first(self) -> int:
        """Index of its first token."""
        return self.tokens[0]

    @property
    def last(self) -> int:
        """Index behind its last token."""
        return self.tokens[-1] + 1

    @property
    def words(self) -> int:
        """How many words of the text it matched: the longer hit says more."""
        return len(self.tokens)


class Trie(Generic[T]):
    """Anchors and what each stands for."""

    def __init__(self, anchors: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        self._begins: dict[tuple[str, ...], bool] = {}
        for anchor, what in anchors:
            for way in readings(anchor):
                ends = self._node(way).ends
                if what not in ends:
                    ends.append(what)

    def _node(self, way: tuple[str, ...]) -> _Node[T]:
        """The node at the end of this run of words, made where it is missing."""
        node = self._root
        for word in way:
            if word == GAP:
                node.gap = node.gap or _Node()
                node = node.gap
            elif word.endswith("*"):
                node.longest = max(node.longest, len(word) - 1)
                node = node.prefixes.setdefault(word[:-1], _Node())
            else:
                node = node.next.setdefault(word, _Node())
        return node

    def hits(self, words: Sequence[Word]) -> list[Hit[T]]:
        """Every anchor found in these words, by where it begins, then the longer first."""
        found: dict[Hit[T], None] = {}
        for at in range(len(words)):
            if self._may_begin(words[at]):
                self._walk(self._root, words, at, (), found)
        return sorted(found, key=lambda h: (h.first, -h.last))

    def _may_begin(self, word: Word) -> bool:
        """Whether some anchor begins with this word; remembered, since most words begin none."""
        known = self._begins.get(word.forms)
        if known is None:
            known = next(_following(self._root, word), None) is not None
            if len(self._begins) < MAX_REMEMBERED:
                self._begins[word.forms] = known
        return known

    def _walk(
        self,
        node: _Node[T],
        words: Sequence[Word],
        at: int,
        matched: tuple[int, ...],
        found: dict[Hit[T], None],
    ) -> None:
        """Follow the trie from `node` at word `at`; note every anchor that ends."""
        if node.ends:
            for what in node.ends:
                found[Hit(what, matched)] = None
        if at == len(words) or words[at].stop:
            return
        word = words[at]
        for following in _following(node, word):
            self._walk(following, words, at + 1, (*matched, word.token), found)
        if matched and word.light:
            self._skip(node, words, at, matched, found)
        if node.gap is not None:
            for skipped in range(MAX_GAP + 1):
                to = at + skipped
                if to >= len(words) or words[to].stop:
                    break
                for following in _following(node.gap, words[to]):
                    self._walk(following, words, to + 1, (*matched, words[to].token), found)

    def _skip(
        self,
        node: _Node[T],
        words: Sequence[Word],
        at: int,
        matched: tuple[int, ...],
        found: dict[Hit[T], None],
    ) -> None:
        """Go on behind a run of small words ("lift [all the] sanctions")."""
        to = at
        while to < len(words) and words[to].light and to - at < MAX_GAP:
            to += 1
        if to < len(words) and not words[to].stop:
            for following in _following(node, words[to]):
                self._walk(following, words, to + 1, (*matched, words[to].token), found)


def _following(node: _Node[T], word: Word) -> Iterator[_Node[T]]:
    """Yield the nodes that this word leads to, each once."""
    seen: set[int] = set()
    for form in word.forms:
        found = node.next.get(form)
        if found is not None and id(found) not in seen:
            seen.add(id(found))
            yield found
        if node.prefixes:
            for length in range(MIN_PREFIX - 1, min(len(form), node.longest) + 1):
                found = node.prefixes.get(form[:length])
                if found is not None and id(found) not in seen:
                    seen.add(id(found))
                    yield found
