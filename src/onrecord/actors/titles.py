"""Finds titles and descriptions: "the head of the Ukrainian delegation", "U.S. special envoy"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.complements import extend_right, is_unknown_adjective
from onrecord.actors.groups import find_group
from onrecord.actors.joint_peoples import is_hyphened
from onrecord.actors.known import ActorBase
from onrecord.actors.references import Reader, Title
from onrecord.actors.words import (
    CITES,
    DETERMINERS,
    FORMER,
    GOVERNMENT_BODIES,
    INDEFINITE,
    IRREGULAR_PLURALS,
    MODIFIERS,
    NO_NAMES,
    OTHER_BODIES,
    PAST,
    word_set,
)

# Head words that are as often a verb or an adjective: they need a sign that they are nouns.
SLIPPERY = word_set(
    """
    official general major head chair judge executive speaker anchor fellow chief secretary
    leader side team author resident minister deputy source
    """
)
# What makes "people" a source: "people familiar with the talks".
INFORMED = frozenset({"familiar", "close", "briefed", "informed", "with"})
# Head words that end names of outlets and bodies too: "the Olvany Observer", "Evening Anchor".
NAME_ENDS = frozenset({"observer", "anchor", "reporter", "witness", "insider", "resident"})
MAX_LEFT = 10
MAX_NOUNS = 3  # words that stand between an article and a head noun at most
ONE, MANY = word_set("a an one another"), word_set("two three four five several some unnamed")


def find_titles(reader: Reader, base: ActorBase) -> Iterator[Title]:
    """Yield titles and descriptions in text order; none overlaps another."""
    end = 0
    for at in range(len(reader.parse.tokens)):
        if at < end:
            continue
        word = _head_word(reader, at, base)
        if word is None:
            continue
        title = _read(reader, base, at, end)
        if title is not None:
            yield title
            end = title.last


def _singular(word: str, base: ActorBase) -> tuple[str, bool] | None:
    """The head word in the singular and whether it is a plural; None for another word."""
    if word in base.roles or word in GOVERNMENT_BODIES or word in OTHER_BODIES:
        return word, False
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word], True
    if word.endswith("s") and word[:-1] in base.roles:
        return word[:-1], True
    return None


def _head_word(reader: Reader, at: int, base: ActorBase) -> tuple[str, bool] | None:
    """The head word that stands at a token, unless it is a verb or an adjective there."""
    found = _singular(reader.lower[at], base)
    if found is None or at in reader.known or _ends_name(reader, at):
        return None
    after = reader.lower[at + 1] if at + 1 < len(reader.lower) else ""
    if found[0] == "person" and after not in INFORMED:
        return None
    if found[0] == "source" and after == "of":
        return None
    token, word = reader.parse.tokens[at], found[0]
    if reader.parse.has_syntax:
        return found if token.pos in {"NOUN", "PROPN"} else None
    if word in SLIPPERY and token.text.islower():
        return found if _noun_by_neighbours(reader, at) else None
    return found


def _ends_name(reader: Reader, at: int) -> bool:
    """Whether a head word is the last word of a name, a capitalised word right before it.

    "The Olvany Observer said" names a paper; "Chief Observer Anna Maren" is a person's title.
    """
    token, before, after = reader.parse.tokens[at], reader.word(at - 1), reader.word(at + 1)
    if reader.lower[at] not in NAME_ENDS or not token.text[0].isupper() or before is None:
        return False
    if not reader.same_sentence(at - 1, at) or reader.block_kind(at) in {"title", "heading"}:
        return False
    named = before.text[0].isupper() and before.text[1:].islower() and (at - 1) not in reader.known
    if not named or reader.lower[at - 1] in MODIFIERS | NO_NAMES:
        return False
    goes_on = after is not None and reader.same_sentence(at, at + 1) and after.text[0].isupper()
    return not goes_on


def _noun_by_neighbours(reader: Reader, at: int) -> bool:
    """Whether the words around say that it is a noun: "a senior official", "head of the"."""
    before = reader.lower[at - 1] if at else ""
    after = reader.lower[at + 1] if at + 1 < len(reader.lower) else ""
    if reader.lower[at] in {"sources", "people"}:
        return True
    if reader.lower[at] == "source" and at and _opens_phrase(reader, at - 1, at):
        return True
    if reader.lower[at].endswith("s") and before in CITES:
        return True
    if reader.lower[at].endswith("s") and after != "of":
        return before in MODIFIERS or (at - 1) in reader.known
    if after == "of" or before in MODIFIERS | FORMER:
        return True
    return (before in DETERMINERS or (at - 1) in reader.known) and not (
        after.isalpha() and after in {"stance", "position", "statement", "visit", "response"}
    )


def _read(reader: Reader, base: ActorBase, at: int, floor: int) -> Title | None:
    head = _last_head(reader, base, at)
    word, plural = _singular(reader.lower[head], base) or ("", False)
    speaks, rank = base.roles.get(word, (True, "body"))
    title = Title(
        first=head,
        last=head + 1,
        head=head,
        role="",
        rank=rank,
        speaks=speaks,
        plural=plural,
        definite=not plural,
        former=False,
    )
    if word in GOVERNMENT_BODIES and word not in base.roles:
        title.body = "government"
    elif word in OTHER_BODIES:
        title.body, title.speaks = "other", OTHER_BODIES[word]
    role_first = _extend_left(reader, title, floor)
    extend_right(reader, title)
    title.role = reader.text(role_first, title.last)
    if "opposition" in reader.lower[title.first : title.last]:
        title.speaks = False
    return title


def _last_head(reader: Reader, base: ActorBase, at: int) -> int:
    """The last of head words in a row: press secretary, secretary-general."""
    head = at
    while (step := _next_head(reader, base, head)) is not None:
        head = step
    return head


def _next_head(reader: Reader, base: ActorBase, head: int) -> int | None:
    """A further head word right behind this one, at most modifiers and a hyphen between."""
    for at in range(head + 1, head + 4):
        if not reader.same_sentence(head, at) or at in reader.known:
            return None
        if _singular(reader.lower[at], base) is not None:
            return at
        if reader.lower[at] not in MODIFIERS | {"-"}:
            return None
    return None


def _extend_left(reader: Reader, title: Title, floor: int) -> int:
    """Take in what stands before the head; the token where the title's own words begin."""
    role_first = title.head
    bare = True  # only modifiers so far
    while title.first > max(floor, title.head - MAX_LEFT) and reader.same_sentence(
        title.first - 1, title.first
    ):
        at = title.first - 1
        word = reader.lower[at]
        if at in reader.known:
            title.first = _take_state(reader, title, at)
            bare = False
        elif word in {"'s", "’s", "'", "’"}:
            if at - 1 not in reader.known:
                if (group := find_group(reader, at - 1)) is not None:
                    title.of, title.first = group, at - 2
                elif reader.parse.tokens[at - 1].text[:1].isupper():
                    title.possessor = at - 1
                break
            title.first = at
            bare = False
        elif word in FORMER or (word == "-" and reader.touches(at)):
            title.former |= word in PAST
            title.first = at
            bare = bare and word == "-"
        elif word in MODIFIERS and word not in DETERMINERS:
            title.first = at
            role_first = at if bare else role_first
        elif word in DETERMINERS:
            title.first = at
            title.definite = word not in INDEFINITE
            break
        elif is_unknown_adjective(reader, at):
            title.adjective = reader.parse.tokens[at].text
            title.first = at
            bare = False
        elif _is_attribute(reader, at, title.head) or _is_plain_attribute(reader, at, title):
            title.first = at
            role_first = at if bare else role_first
        else:
            break
    return role_first


def _take_state(reader: Reader, title: Title, at: int) -> int:
    known = reader.known[at]
    if is_hyphened(reader, known):  # "the Turkish-Cypriot leader" speaks for neither state
        title.adjective = None
        return known.first
    if (
        title.of is None
        and known.form != "place"
        and known.kind in {"government", "organization", "group"}
    ):
        title.of = known.key
    return known.first


def _is_attribute(reader: Reader, at: int, head: int) -> bool:
    token = reader.parse.tokens[at]
    return (
        token.pos in {"ADJ", "NOUN"}
        and token.dep in {"amod", "compound", "nmod"}
        and at < token.head.i <= head
        and token.ent in {"", "NORP"}
    )


def _is_plain_attribute(reader: Reader, at: int, title: Title) -> bool:
    """Whether, without a parser, a noun stands before a source's: "a hospital source"."""
    if reader.parse.has_syntax or not reader.parse.tokens[title.head].text.islower():
        return False
    return _opens_phrase(reader, at, title.head) > 0


def _opens_phrase(reader: Reader, at: int, head: int) -> int:
    """1 + the token of an article or number that fits a head word, few plain words after it.

    0 where a word between may be another's: "one thing officials say".
    """
    many = reader.lower[head].endswith("s")
    for back in range(at, max(-1, head - MAX_NOUNS - 1), -1):
        word = reader.lower[back]
        if not reader.same_sentence(back, head):
            return 0
        if word in (MANY if many else ONE):
            return back + 1
        if not word.isalpha() or not reader.parse.tokens[back].text.islower():
            return 0
        if word in NO_NAMES or word.endswith(("ed", "ing", "ly")) or back in reader.known:
            return 0
    return 0
