"""Finds runs of capitalised words that may name someone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actors.references import Reader, Title
from onrecord.actors.spelling import PARTICLES
from onrecord.actors.words import (
    CALENDAR,
    HONORIFICS,
    NO_NAMES,
    ORGANIZATION_WORDS,
    REPORTING_NOUNS,
    word_set,
)
from onrecord.language.parse import Token

Titles = dict[int, Title]
# Verbs that stand before who speaks, behind a quotation.
TURNED = word_set("said added stated noted wrote replied asked explained concluded continued")


@dataclass(slots=True)
class Run:
    """Tokens `[first, last)` of one capitalised name; `honorific` stands before them."""

    first: int
    last: int
    name: str
    honorific: str | None = None


def find_runs(reader: Reader, titled: Titles) -> Iterator[Run]:
    """Yield the runs in text order. `titled` maps tokens of a title to it; they end a run."""
    tokens, at = reader.parse.tokens, 0
    while at < len(tokens):
        if not _begins(reader, at, titled):
            at += 1
            continue
        end = _end(reader, at, titled)
        blurb = _blurb(reader, at, end)
        if blurb is not None:
            if blurb > at:
                yield _run(reader, at, blurb)
            at = end + 1
            continue
        first, last = widened(reader, at, end, titled)
        yield _run(reader, first, last)
        at = last


GLUED = re.compile(r"[A-Z][a-zé’']{3,}(?=[A-Z0-9])")


def _glued(reader: Reader, word: str) -> str | None:
    """The first name of two that a page has lost the space between: Orlo of "OrloSays".

    The article must have that name elsewhere: "WikiHarbour" and "MacOrlo" are one name.
    """
    match = GLUED.match(word)
    known = match is not None and match.group() in reader.capital_words
    return match.group() if match is not None and known else None


def _blurb(reader: Reader, first: int, end: int) -> int | None:
    """The end of a name that a note on it follows, glued to the next word; None where none does.

    News sites put "Mila Dorn Mila Anna DornSee more" behind a name: only the first words name her.
    The note alone, "Mila Anna" before "DornSee", gives `first`: no name. "Mila Dorn Anna (Mila)" is
    such a note, too.
    """
    after = reader.word(end)
    if after is None or not reader.same_sentence(first, end):
        return None
    words = [t.text for t in reader.parse.tokens[first:end]]
    inside = reader.word(end + 1)
    if after.text == "(" and inside is not None and inside.text == words[0] and len(words) > 1:
        return end - 1
    name = _glued(reader, after.text)
    if name is None:
        return None
    return first + words.index(name) + 1 if name in words else first


def capital_words(reader: Reader) -> Iterator[str]:
    """Yield the words that stand with a capital in the middle of a sentence of running text."""
    for token in reader.parse.tokens:
        if (
            token.text[0].isupper()
            and not _starts_sentence(reader, token.i)
            and reader.block_kind(token.i) not in {"title", "heading"}
        ):
            yield token.text


def _run(reader: Reader, first: int, last: int) -> Run:
    before = reader.word(first - 1)
    if before is not None and before.text == "." and first >= 2:
        before = reader.word(first - 2)
    honorific = before.text.lower() if before is not None else ""
    return Run(
        first=first,
        last=last,
        name=" ".join(reader.text(first, last).split()),
        honorific=honorific if honorific in HONORIFICS else None,
    )


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and any(c.isalpha() for c in token.text)


def _free(reader: Reader, at: int, titled: Titles) -> bool:
    """Whether a token may be part of a name: no state, no title, no month."""
    token = reader.parse.tokens[at]
    return (
        at not in reader.known
        and at not in reader.datelines
        and at not in titled
        and (token.text not in CALENDAR or _is_surname(reader, at))
        and token.text.lower() not in HONORIFICS
        and _glued(reader, token.text) is None
    )


def _is_surname(reader: Reader, at: int) -> bool:
    """Whether "May" is a name here: after a given name or an honorific, or as the one who acts."""
    if reader.parse.tokens[at].text != "May" or at == 0:
        return False
    before, after = reader.parse.tokens[at - 1], reader.word(at + 1)
    if after is not None and after.text[0].isdigit():
        return False
    named = before.text in {"Theresa"} or before.text.lower() in HONORIFICS
    return named or (after is not None and after.text.islower())


def _begins(reader: Reader, at: int, titled: Titles) -> bool:
    token = reader.parse.tokens[at]
    if not _free(reader, at, titled) or token.text.lower() in NO_NAMES:
        return False
    if not _is_capital(token):
        return _begins_with_particle(reader, at, titled)
    if token.text in ASKS:
        return False
    if not _starts_sentence(reader, at):
        return True
    return _is_no_common_word(reader, token) and not _turns_round(reader, at)


# Verbs that begin a question, in a headline amid other capitals: "JUST IN Is Dorn late?".
ASKS = word_set("Is Are Was Were Does Did Do Has Have Had Can Could Should Would Must")


def _turns_round(reader: Reader, at: int) -> bool:
    """Whether a verb with a capital opens a turned sentence behind a quotation: "Added Orlo"."""
    following = reader.word(at + 1)
    verb = reader.lower[at] in TURNED
    return verb and following is not None and _is_capital(following)


def _is_no_common_word(reader: Reader, token: Token) -> bool:
    """Whether a word whose capital its place explains is still a name."""
    if token.text.lower() not in reader.lower_words and (
        token.text in reader.capital_words or token.text in reader.surnames
    ):
        return True
    if reader.parse.has_syntax:
        named = token.pos in {"PROPN", "X"} or token.ent in {"PERSON", "ORG", "GPE", "NORP"}
        return named or reports_alone(reader, token)
    following = reader.word(token.i + 1)
    followed = following is not None and _is_capital(following)
    return followed or token.text.lower() not in reader.lower_words


def reports_alone(reader: Reader, token: Token) -> bool:
    """Whether a lone unknown word opens a sentence and reports, as agencies do: "X reported that".

    A common noun in the singular has an article there, except those of REPORTING_NOUNS.
    """
    word, after = token.text.lower(), reader.lower[token.i + 1 : token.i + 3]
    singular = not word.endswith("s") or word.endswith("ss")
    common = not singular or word in REPORTING_NOUNS | NO_NAMES or word in reader.lower_words
    if common or len(after) < 2 or after[0] not in {"reported", "reports"}:
        return False
    return after[1] in {"that", ","} or after[1].endswith("day")


def _begins_with_particle(reader: Reader, at: int, titled: Titles) -> bool:
    """Whether "al-Sharaa", "von der Leyen" begins here."""
    if reader.lower[at] not in PARTICLES - {"de", "la", "st", "le", "al", "el"}:
        joined = reader.lower[at] in {"al", "el"} and follows(reader, at, "-")
        if not joined:
            return False
    following = reader.word(at + 2) if follows(reader, at, "-") else reader.word(at + 1)
    return following is not None and _is_capital(following) and _free(reader, following.i, titled)


def follows(reader: Reader, at: int, text: str) -> bool:
    """Whether the next token is this text, with no white space between."""
    after = reader.word(at + 1)
    return after is not None and after.text == text and reader.touches(at)


def _starts_sentence(reader: Reader, at: int) -> bool:
    """Whether the token's capital may be due to its place: after a full stop, quote or colon."""
    sentence = reader.parse.sentences[reader.parse.tokens[at].sentence]
    before = reader.word(at - 1)
    return at == sentence.first or (
        before is not None
        and not before.text[0].isalnum()
        and before.text not in {",", "-", "(", "."}
    )


def _end(reader: Reader, first: int, titled: Titles) -> int:
    """The end of the run that begins here."""
    at = first + 1
    while reader.same_sentence(first, at):
        token = reader.parse.tokens[at]
        if token.text in {"-", "‑"} and reader.touches(at - 1) and reader.touches(at):
            following = reader.word(at + 1)
            if following is None or not following.text[0].isalpha() or _is_suffix(following):
                break
            at += 2
        elif token.text == "." and reader.touches(at - 1) and _is_initial(reader, at - 1):
            at += 1
        elif _ends_name(reader, first, at, titled):
            break
        elif _is_capital(token):
            if token.text.lower() in NO_NAMES and token.text not in ORGANIZATION_WORDS:
                break
            at += 1
        elif reader.lower[at] in PARTICLES and _particle_goes_on(reader, at, titled):
            at += 1
        else:
            break
    return at


# Words that a hyphen ties to a name without being part of it: "Norland-led", "Orlo-friendly".
TIED = word_set("led held era style run side wide friendly born bound only like made built hit")


def _is_suffix(token: Token) -> bool:
    return token.text in TIED or (token.text.islower() and token.text.endswith("ed"))


# Words within the name of a body: "Institute for Harbour Studies", "Workers' Party".
WITHIN = word_set("of for and the on & 's ’s ' ’ -")
POSSESSIVE = word_set("'s ’s ' ’")
OWNERS = word_set(
    "people peoples workers women men children veterans farmers teachers citizens mothers lawyers"
    " students journalists writers visitor visitors soldiers girls boys employers peasants"
)
LONGEST_BODY = 10  # tokens


def widened(reader: Reader, first: int, last: int, titled: Titles) -> tuple[int, int]:
    """The run as wide as the body that the parser sees there, by its named entity.

    A name of capitals alone ends at "of" and begins behind a state: "Institute for Harbour
    Studies", "Norland Airlines" would be cut. A comma, a title or a verb is never within.
    """
    body = reader.bodies.get(first)
    if body is None or body[1] - body[0] > LONGEST_BODY:
        return first, last
    start, end = body
    while start < first and reader.lower[start] in {"the", "a", "an"}:
        start += 1
    before = range(start, first)
    if not all(at in reader.known and at not in titled for at in before):
        start = first
    behind = range(last, end)
    fits = all(_may_stand_within(reader, at, titled) for at in behind)
    closes = last < end and _is_capital(reader.parse.tokens[end - 1])
    if "and" in reader.lower[last:end]:  # "Ways and Means Committee"; two bodies stay two
        closes = closes and _is_body(reader, end - 1) and not _is_body(reader, last - 1)
    marks = [at for at in behind if reader.lower[at] in POSSESSIVE]
    if marks:  # "Workers' Party"; "the Institute's Mila Dorn", "Tolmar's Harbour Bank" are two
        closes = closes and _is_body(reader, end - 1)
        closes = closes and all(reader.lower[at - 1] in OWNERS for at in marks)
    return start, end if fits and closes else last


def _is_body(reader: Reader, at: int) -> bool:
    return reader.parse.tokens[at].text in ORGANIZATION_WORDS


def _may_stand_within(reader: Reader, at: int, titled: Titles) -> bool:
    if at in titled:
        return False
    if reader.lower[at] == "on":  # "Committee on Trade", never "the Commons on Monday"
        return _is_body(reader, at - 1)
    return reader.lower[at] in WITHIN or _is_capital(reader.parse.tokens[at])


def _ends_name(reader: Reader, first: int, at: int, titled: Titles) -> bool:
    """Whether a name ends before this token, whatever its letters: a title, a credit, a repeat."""
    before, token = reader.parse.tokens[at - 1], reader.parse.tokens[at]
    ends = _is_credit(before.text, token.text) or _repeats(reader, first, at)
    return ends or not _free(reader, at, titled)


def _repeats(reader: Reader, first: int, at: int) -> bool:
    """Whether a word ends a headline or begins a note: "Mila Dorn Dorn", "Mila Dorn Mila".

    "Dorn Dorn" is a name of its own unless the article has another name before Dorn; a word with a
    hyphen behind it goes on: "Orlo Orlo-Maren".
    """
    word, before = reader.parse.tokens[at].text, reader.parse.tokens[at - 1].text
    after = reader.word(at + 1)
    if after is not None and after.text in {"-", "‑"} and reader.touches(at):
        return False
    if word == before:
        return at - first > 1 or word in reader.second_words
    return at - first > 1 and word == reader.parse.tokens[first].text


def _is_credit(before: str, word: str) -> bool:
    """Whether a long word in capitals ends before a name: "TOLMARPRESS Orlo left", a credit."""
    return before.isupper() and len(before) >= LONGEST_INITIALS and not word.isupper()


LONGEST_INITIALS = 5  # letters: from here on a place or agency, as in a dateline


def _is_initial(reader: Reader, at: int) -> bool:
    return len(reader.parse.tokens[at].text) == 1 and reader.parse.tokens[at].text.isupper()


def _particle_goes_on(reader: Reader, at: int, titled: Titles) -> bool:
    """Whether a lower-case particle leads to another capitalised word within three tokens."""
    for ahead in range(at + 1, at + 4):
        token = reader.word(ahead)
        if token is None or not reader.same_sentence(at, ahead):
            return False
        if _is_capital(token):
            return _free(reader, ahead, titled)
        if token.text != "-" and reader.lower[ahead] not in PARTICLES:
            return False
    return False
