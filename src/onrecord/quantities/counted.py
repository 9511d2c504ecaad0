"""What a quantity counts: the words of the noun phrase behind it."""

from __future__ import annotations

from onrecord.language.parse import Parse, Token

STOP_WORDS = (
    "a an the in on at by from to for with and or but of as that which who whose where when "
    "while is are was were be been being have has had will would can could may might must "
    "should do does did said say says into over under after before since until during between "
    "among against about per each every not no than then so if it its they them their he she "
    "his her we our you your i this these those there killed wounded died remain remained "
)
STOPS = frozenset(STOP_WORDS.split())
ANAPHORS = frozenset(("them", "us", "you", "whom", "which", "these", "those", "it", "him", "her"))
PLURALS_WORDS = (
    "people men women children troops police personnel aircraft staff crew cattle dead series "
    "species spacecraft helicopters livestock head wounded injured infantry media data sheep "
    "fish missing unemployed poor homeless jobless sick elderly displaced clergy youth staffers "
    "each"
)
PLURALS = frozenset(PLURALS_WORDS.split())
# What somebody counted has become: "40 wounded", where no noun stands behind the number.
STATES = frozenset(
    ("dead", "killed", "injured", "wounded", "hurt", "missing", "displaced", "unemployed",
     "homeless", "detained", "arrested")
)  # fmt: skip
ONE = frozenset(("one", "One", "1", "zero", "Zero", "0", "a", "an", "A", "no"))


def counted_by_syntax(parse: Parse, first: Token, last: Token, has_unit: bool) -> str | None:
    """The noun phrase that the number counts, with its "of"; None if the parse shows none."""
    head = last.head if last.dep in {"nummod", "amod", "compound", "quantmod", "nmod"} else None
    if has_unit or (head is None and last.pos in {"NOUN", "SYM"}):
        return _complement(parse, last)
    if last.dep in {"quantmod", "advmod"} and head is not None and head.i <= last.i:
        head = None
    if head is None:
        return _complement(parse, last)
    if head.i <= last.i or head.sentence != first.sentence or head.pos not in {"NOUN", "PROPN"}:
        return None
    words = _behind_list(list(parse.tokens[last.i + 1 : head.i + 1]))
    if len(words) > 8 or any(t.text in ',;:()“”"' for t in words):
        return None
    if first.text not in ONE and is_singular(head):
        return None
    phrase = _join(words)
    complement = _complement(parse, head)
    return f"{phrase} of {complement}" if complement else phrase


def _behind_list(words: list[Token]) -> list[Token]:
    """The words behind the last number of a list ("500 and 1,000 songs")."""
    numbers = [at for at, token in enumerate(words) if token.text[:1].isdigit()]
    return words[numbers[-1] + 1 :] if numbers else words


def measured_by_syntax(parse: Parse, last: Token) -> str | None:
    """The noun that a hyphened measure goes before ("a 15-year consultation period")."""
    head = last.head if last.dep in {"compound", "nmod", "amod", "nummod"} else last
    if head.i <= last.i and last.i + 1 < len(parse.tokens):
        head = parse.tokens[last.i + 1].head
    if head.pos != "NOUN" or not last.i < head.i <= last.i + 5 or head.sentence != last.sentence:
        return None
    words = list(parse.tokens[last.i + 1 : head.i + 1])
    return _join(words) if all(t.text.replace("-", "").isalpha() for t in words) else None


def is_singular(noun: Token) -> bool:
    """Whether a noun names one thing: behind a number over one it is not what is counted."""
    word = noun.text.lower()
    return noun.tag in {"NN", "NNP"} and word not in PLURALS and not word.endswith("s")


def _complement(parse: Parse, head: Token) -> str | None:
    """The words of the "of" phrase that hangs on a noun, up to its own noun."""
    link = next(
        (c for c in head.children if c.text.lower() in {"of", "in", "worth"} and c.i > head.i), None
    )
    if link is None or link.text.lower() != "of" or link.i != head.i + 1:
        return None
    noun = link.child("pobj")
    if noun is None or noun.i - link.i > 6:
        return None
    return _join(list(parse.tokens[link.i + 1 : noun.i + 1]))


def _join(words: list[Token]) -> str | None:
    pieces: list[str] = []
    for at, token in enumerate(words):
        touching = at and token.start == words[at - 1].end
        pieces.append(token.text if touching or not at else f" {token.text}")
    phrase = "".join(pieces).strip()
    for article in ("the ", "The ", "of ", "a ", "an ", "more "):
        phrase = phrase.removeprefix(article)
    return None if phrase.lower() in ANAPHORS else phrase or None


def counted_by_words(parse: Parse, tokens: list[Token]) -> str | None:
    """Without a parser: the lower-case words after the number up to a plural, with their "of"."""
    if tokens and tokens[0].text in STATES:
        return tokens[0].text
    taken: list[Token] = []
    while tokens and tokens[0].text.lower() in {"of", "the", "its", "his", "her", "their"}:
        tokens = tokens[1:]
    for token in tokens[:4]:
        if token.text in {"'s", "’s", "'", "’"}:
            return None
        if not token.text[0].isalpha() or token.text.lower() in STOPS:
            break
        taken.append(token)
        if token.text.endswith("s") or (token.text in PLURALS and not _goes_on(tokens, taken)):
            break
    if not taken or len(taken) == 4:
        return None
    if parse.has_syntax and (taken[-1].pos not in {"NOUN", "PROPN"} or is_singular(taken[-1])):
        return None
    return _join([*taken, *_of_words(tokens[len(taken) :])])


def _goes_on(tokens: list[Token], taken: list[Token]) -> bool:
    """Whether a plural noun follows ("police officers")."""
    following = tokens[len(taken)].text if len(tokens) > len(taken) else ""
    return following.endswith("s") and following.isalpha() and following.lower() not in STOPS


def _of_words(rest: list[Token]) -> list[Token]:
    """The "of" and the noun behind it ("prisoners of war"); nothing where more words follow."""
    if len(rest) < 2 or rest[0].text != "of" or rest[1].text.lower() in STOPS:
        return []
    goes_on = len(rest) > 2 and rest[2].text.isalpha() and rest[2].text.lower() not in STOPS
    return [] if goes_on and not rest[1].text.endswith("s") else rest[:2]
