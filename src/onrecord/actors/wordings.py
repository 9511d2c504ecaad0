"""The whole wording of a source without a name: "two diplomats briefed on the talks"."""

from __future__ import annotations

from onrecord.actors.references import Reader, Title
from onrecord.actors.votes import is_speech
from onrecord.actors.words import CALENDAR, INDEFINITE, word_set

MAX_WORDING = 14  # tokens behind the head noun; no longer description is taken in
# What says how a source knows, by its words; the last is the preposition of what it knows.
KNOWS = (
    ("familiar", "with"),
    ("close", "to"),
    ("briefed", "on"),
    ("briefed", "about"),
    ("informed", "of"),
    ("informed", "about"),
    ("involved", "in"),
    ("with", "knowledge", "of"),
    ("with", "direct", "knowledge", "of"),
    ("with", "firsthand", "knowledge", "of"),
    ("with", "first-hand", "knowledge", "of"),
    ("with", "detailed", "knowledge", "of"),
    ("with", "ties", "to"),
    ("with", "links", "to"),
)
ADVERBS = word_set("directly closely intimately deeply fully personally well")
WHERE = word_set("in at inside within from near")
# "Officials in recent days", "sources in part" say when or how, not which officials.
TIMES = word_set(
    """
    past morning afternoon evening night week weeks month months year years day days hour hours
    time times future run-up wake interview statement briefing phone call beginning end meantime
    case event fact part letter report secret public private person line light view response course
    """
)
OPENS = word_set("the a an its his her their this that these those")
STOPS = word_set(
    """
    who which that whose whom and or but while as when where after before since because if said
    says is was are were be been has have had will would can could may might must should do does
    did not never also to on at by from with about against during for into over under
    """
)
ENDS = word_set(
    """
    who which that is was are were has had have will would can could may might must should do does
    did and but while as
    """
)


def whole_wording(reader: Reader, title: Title) -> int:
    """The token behind the last word of the noun phrase whose head a title is."""
    at = title.last
    if not reader.same_sentence(title.head, at) or reader.quoted[at] != reader.quoted[title.head]:
        return title.last
    link = _link(reader, at)
    if link == at:
        return title.last
    end = _by_syntax(reader, title, at) if reader.parse.has_syntax else _by_words(reader, link)
    if end <= link or not _is_where(reader, at, link, end):
        return title.last
    return end if end - title.head <= MAX_WORDING else title.last


def _link(reader: Reader, at: int) -> int:
    """The token behind "familiar with", "close to", "in"; the same token where there is none."""
    start = at + 1 if reader.lower[at] in ADVERBS else at
    for words in KNOWS:
        end = start + len(words)
        if tuple(reader.lower[start:end]) == words and reader.same_sentence(at, end - 1):
            return end
    return at + 1 if reader.lower[at] in WHERE else at


def _is_where(reader: Reader, at: int, link: int, end: int) -> bool:
    """Whether "in …" says where the source stands: a name or "the …", and no time."""
    if reader.lower[at] not in WHERE or link != at + 1:
        return True
    first = reader.parse.tokens[link].text
    if first in CALENDAR or reader.parse.tokens[link].ent in {"DATE", "TIME"}:
        return False
    named = first[0].isupper() or first.lower() in OPENS - {"that", "this"}
    return named and not TIMES & set(reader.lower[link:end])


def _by_syntax(reader: Reader, title: Title, at: int) -> int:
    """The end of what hangs on the head noun from here on, by the parser; up to a comma."""
    end = at
    while end <= at + MAX_WORDING and reader.same_sentence(title.head, end):
        token = reader.parse.tokens[end]
        if not (token.text[0].isalnum() or token.text in {"-", "‑", "'s", "’s", "’", "."}):
            break
        if reader.lower[end] in {"who", "which", "that", "whose"} or token.dep == "relcl":
            break
        if not _hangs_on(reader, end, title, at) or _joins(reader, end):
            break
        end += 1
    return end


def _joins(reader: Reader, at: int) -> bool:
    """Whether a second source may begin behind "and": "people close to it and a diplomat"."""
    after = reader.lower[at + 1] if at + 1 < len(reader.lower) else ""
    return reader.lower[at] in {"and", "or"} and after in OPENS | INDEFINITE


def _hangs_on(reader: Reader, at: int, title: Title, first: int) -> bool:
    """Whether a chain of heads leads from a token to the title's words, inside the phrase."""
    token = reader.parse.tokens[at]
    for _ in range(MAX_WORDING):
        token = token.head
        if title.first <= token.i < title.last:
            return True
        if not first <= token.i <= first + MAX_WORDING:
            return False
    return False


def _by_words(reader: Reader, link: int) -> int:
    """The end of the noun phrase that begins here, without a parser, where what follows shows it.

    A verb that nothing marks could be its last word: such a phrase stays out.
    """
    at = link
    while at < link + MAX_WORDING and reader.same_sentence(link, at):
        token, word = reader.parse.tokens[at], reader.lower[at]
        opened = at > link and reader.lower[at - 1] in OPENS
        if word not in {"'s", "’s"} and not token.text[0].isalnum():
            break
        if word in STOPS and not (at == link and word in OPENS):
            break
        if at > link and not opened and _is_verb(word):
            break
        at += 1
    if at == link or reader.lower[at - 1] in OPENS | {"of"}:
        return link
    follows = reader.lower[at] if reader.same_sentence(link, at) else "."
    sure = not follows[0].isalnum() or follows in ENDS or _is_verb(follows)
    return at if sure else link


def _is_verb(word: str) -> bool:
    return is_speech(word) or word.endswith("ed")
