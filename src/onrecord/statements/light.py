"""Statements by word order alone: "X said that …", "…, X said", "X rejected …".

The light mode reads by nothing else; with a parse these rules catch the plain cases that it
missed, most of them headlines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from onrecord.language.parse import Token
from onrecord.statements.cues import (
    ABSTRACT_ENDINGS,
    ABSTRACT_NOUNS,
    CALENDAR,
    COLLECTIVES,
    LEMMA_OF,
    LISTENER,
    VERBS,
    Cue,
)
from onrecord.statements.direct import Page, ends_sentence
from onrecord.statements.draft import Draft
from onrecord.statements.phrases import (
    DETERMINERS,
    HELPERS,
    LEADERS,
    OPENERS,
    beside,
    is_nominal,
)
from onrecord.statements.ranges import Range
from onrecord.statements.vocabulary import words

BOUNDARIES = words(
    "and but while although because that if when as after before where whether though since",
    'than , ; : — – ( ) - “ ” " or which what who whom whose',
)
RELATIVES = frozenset(("who", "which"))
ASIDES = RELATIVES | {"whom", "whose"}
MAX_SOURCE_TOKENS = 25
MAX_CONTENT_TOKENS = 200
PLAIN_OBJECT = frozenset(("judgement", "demand"))
NOT_PLAIN = words(
    "show find think know feel consider expect want support back see",
)
# Forms that are nouns as often as verbs.
NOUN_FORMS = words(
    "state states report reports email emails tweet tweets post posts claim claims remark",
    "remarks comment comments note notes question questions attack attacks demand demands",
    "call calls pledge pledges promise promises threat threats offer offers charge charges",
    "thought blame answer answers estimate estimates doubt doubts fear fears hope hopes",
    "request requests praise support view views address addresses order orders brand brands",
    "label credit appeal protest protests maintain adds add added",
)


def find_plainly(page: Page, known: AbstractSet[int], groups: AbstractSet[str]) -> Iterator[Draft]:
    """Yield drafts for verbs of these groups outside quotations, `known` tokens left out."""
    for sentence in page.parse.sentences:
        tokens = page.parse.tokens_of(sentence)
        for at, token in enumerate(tokens):
            lemma = LEMMA_OF.get(token.text.lower())
            if lemma is None or token.i in known:
                continue
            if page.quotation_at(token.start) or not _is_verb(page, tokens, at, lemma):
                continue
            if (trailing := _trailing(tokens, at, lemma)) is not None:
                yield trailing
                continue
            for cue in VERBS[lemma]:
                plain = cue.group in groups and lemma not in NOT_PLAIN
                if plain and (draft := _draft(tokens, at, cue)):
                    yield draft
                    break


def _is_verb(page: Page, tokens: Sequence[Token], at: int, lemma: str) -> bool:
    """Whether a form stands as a verb: no base form without a plural subject, no noun."""
    word = tokens[at].text.lower()
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    before = tokens[at - 1].text.lower() if at else ""
    if before in NEVER_BEFORE or (before in PASSIVES and not word.endswith("ing")):
        return False
    if page.parse.has_syntax and tokens[at].tag not in FINITE_TAGS:
        return False
    if word in NOUN_FORMS and following != "that":
        # "Dorland calls for": a name before it makes it a verb, an adjective a noun
        name = tokens[at - 1].text if at else "a"
        if word not in NAMED_FORMS or not name[0].isupper() or name.endswith(ADJECTIVE_ENDINGS):
            return False
    if word.endswith("ing"):
        return before in ("", ",", "by") or before in PASSIVES
    return word != lemma or before.endswith("s") or before in HELPERS or before in BARE_BEFORE


NEVER_BEFORE = words("the a an his her its their of no this that")
BARE_BEFORE = words("to they we people")
PASSIVES = words("is are was were be been being get got")
NAMED_FORMS = words("calls demands threatens urges offers promises pledges claims questions")
ADJECTIVE_ENDINGS = ("ian", "ean", "ican", "erman", "ish", "ese", "al", "ch", "ing", "ed")
FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP"))


def _draft(tokens: Sequence[Token], at: int, cue: Cue) -> Draft | None:
    found = _content(tokens, at, cue)
    if found is None:
        return None
    rule, content, cue_end = found
    source = source_before(tokens, at)
    if source is None or content[0] <= source[0] < content[1] or _is_condition(tokens, at):
        return None
    if not _can_speak(tokens, source, rule):
        return None
    if tokens[at - 1].text.lower() in RELATIVES:
        content = (content[0], min(content[1], _clause_end(tokens[at + 1 :])))
    start = at
    while start > 0 and tokens[start - 1].text.lower() in HELPERS:
        start -= 1
    helpers = {t.text.lower() for t in tokens[start:at]}
    return Draft(
        source=(source,),
        cue=((tokens[start].start, cue_end),),
        content=(content,),
        rule=rule,
        group=cue.group,
        lemma=cue.lemma,
        at=tokens[at].i,
        negated=bool(helpers & {"not", "never", "n't", "n’t"}),
        modal=next((h for h in sorted(helpers) if h in MODALS), ""),
    )


MODALS = frozenset(["will", "would", "may", "might", "could", "can", "should"])


def _trailing(tokens: Sequence[Token], at: int, lemma: str) -> Draft | None:
    """The draft of "…, the minister said." and "…, said the minister.": the clause stands first."""
    cue = next((c for c in VERBS[lemma] if "clause" in c.frames), None)
    if cue is None or cue.group not in ("speech", "finding") or at < 4:
        return None
    rest = tokens[at + 1 : at + 1 + MAX_SOURCE_TOKENS]
    if tokens[at - 1].text == ",":
        comma, source = at - 1, _inverted(tokens, at)
    else:
        ended = not rest or rest[0].text in ",.;" or rest[0].text.lower() in TRAILERS
        source = source_before(tokens, at) if ended else None
        comma = at
        while source and comma > 0 and tokens[comma].start >= source[0]:
            comma -= 1
    first = max(0, at - MAX_CONTENT_TOKENS)
    if source is None or comma - first < 4 or tokens[comma].text != ",":
        return None
    if tokens[first].text.lower() in OPENERS | LEADERS | RELATIVES or tokens[at].text[-3:] == "ing":
        return None
    words_of_source = {t.text.lower() for t in tokens if source[0] <= t.start < source[1]}
    if cue.group == "finding" and not words_of_source & POLL_WORDS:
        return None
    return Draft(
        source=(source,),
        cue=((tokens[at].start, tokens[at].end),),
        content=((tokens[first].start, tokens[comma - 1].end),),
        rule="plain clause",
        group=cue.group,
        lemma=lemma,
        at=tokens[at].i,
    )


def _inverted(tokens: Sequence[Token], at: int) -> Range | None:
    """The source after its verb, where the clause before has a verb and what follows has none.

    Else the commas are an apposition's: "Volk, the minister, said the road was open".
    """
    source = beside(tokens[at], tokens[at : at + 1 + MAX_SOURCE_TOKENS])
    if source is None:
        return None
    following = next((t for t in tokens[at + 1 :] if t.start >= source[1]), None)
    goes_on = following is not None and following.text.lower() in ("that", "to", "if")
    named = [t.text.lower() for t in tokens[at + 1 :] if t.start < source[1]]
    clause = tokens[max(0, at - MAX_CONTENT_TOKENS) : at]
    if goes_on or named[0] in PRONOUNS or FINITE.intersection(named):
        return None
    return source if any(t.text.lower() in FINITE for t in clause) else None


PRONOUNS = words("he she it they we i you there that this his her its their")
TRAILERS = CALENDAR | words("at during after to when while of")
POLL_WORDS = words("poll polls survey surveys study studies figures data records report")


def _is_condition(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands right behind "if X" or "unless X": it reports nothing."""
    for back in range(at - 1, max(-1, at - 7), -1):
        word = tokens[back].text.lower()
        if word in ("if", "unless", "until", "once", "whether"):
            return True
        if word in BOUNDARIES:
            return False
    return False


def _can_speak(tokens: Sequence[Token], source: Range, rule: str) -> bool:
    """Whether an attitude's source can hold one, by the last of its words without a capital."""
    if rule == "plain clause":
        return True
    nouns = [t.text for t in tokens if source[0] <= t.start < source[1]]
    last = nouns[-1].lower()
    if nouns[-1][0].isupper() or last in COLLECTIVES:
        return True
    singular = last.removesuffix("s")
    return singular not in ABSTRACT_NOUNS and not singular.endswith(ABSTRACT_ENDINGS)


def _content(tokens: Sequence[Token], at: int, cue: Cue) -> tuple[str, Range, int] | None:
    """The rule, the content and the end of the cue."""
    rest = tokens[at + 1 : at + 1 + MAX_CONTENT_TOKENS]
    if not rest:
        return None
    follows, end = rest[0].text.lower(), tokens[at].end
    if "to" in cue.frames and cue.group in ("commitment", "demand"):
        reach = 1 if cue.group == "commitment" else 6
        if any(t.text.lower() == "to" for t in rest[:reach]):
            return "plain to", (rest[0].start, _clause_end(rest)), end
    if cue.frames & {"for", "on"} and follows in cue.frames and len(rest) > 2:
        return "plain object", (rest[1].start, _clause_end(rest[1:])), rest[0].end
    start = _clause_start(rest, cue)
    if start is not None and len(rest) - start > 2:
        return "plain clause", (rest[start].start, rest[-1].end), end
    if "object" in cue.frames and cue.group in PLAIN_OBJECT and is_nominal(rest[:3]):
        return "plain object", (rest[0].start, _clause_end(rest)), end
    return None


def _clause_start(rest: Sequence[Token], cue: Cue) -> int | None:
    """Where the reported clause begins: after "that" if it is near, else at once."""
    if "clause" not in cue.frames or cue.group == "judgement":
        return None
    first_word = rest[0].text.lower()
    for at, token in enumerate(rest[:9]):
        low = token.text.lower()
        if low == "that" and (not at or cue.lemma in LISTENER or first_word in SETTINGS):
            return at
        if token.text in ',:;.—“”"‘«' or (low in FINITE and cue.lemma == "say"):
            break
    if cue.lemma in LISTENER or rest[0].text in ",.;:—–)" or cue.group != "speech":
        return None
    if not _is_clausal(rest, cue.lemma):
        return None
    first = 0
    while first < min(4, len(rest) - 1) and rest[first].text.lower() in CALENDAR:
        if (
            first_word in ("in", "on")
            and rest[first + 1].text.lower() not in CALENDAR
            and not first
        ):
            break
        first += 1
    if rest[first].text.lower() in NO_CLAUSE or rest[first].text in ",.;:":
        return None
    return first


def _is_clausal(rest: Sequence[Token], lemma: str) -> bool:
    """Whether what follows without "that" is a clause: after "say" always, else by its helper."""
    return lemma == "say" or any(t.text.lower() in FINITE for t in rest[:10])


FINITE = words(
    "is are was were will would has have had can could should must may might do does did",
    "n't n’t won wo ’re ’ve ’ll ’d 're 've 'll 'd",
)
# What may stand between a verb and its "that": "said on Monday that", "wrote in a letter that".
SETTINGS = CALENDAR | words("in at during after before through via to")
NO_CLAUSE = words(
    "in at during after before about of with by as to from for on when while yes no so",
)


def _clause_end(rest: Sequence[Token]) -> int:
    """The end of a phrase: before the next comma or conjunction that opens another clause."""
    end = rest[0].end
    for at, token in enumerate(rest):
        if (
            token.text in ",;:—–()"
            or token.text.lower() in CLAUSE_BREAKS
            or ends_sentence(rest, at)
        ):
            break
        end = token.end
    return end


CLAUSE_BREAKS = words(
    "but while although because after when as saying adding",
)


def source_before(tokens: Sequence[Token], at: int) -> Range | None:
    """The noun phrase before a verb: back to the clause's start, over an apposition in commas."""
    end = at
    while end > 0 and tokens[end - 1].text.lower() in HELPERS:
        end -= 1
    if end and tokens[end - 1].text.lower() in RELATIVES:
        return tokens[end - 1].start, tokens[end - 1].end
    start = end
    if end and tokens[end - 1].text == ",":
        end -= 1
        start = _boundary(tokens, end)
        if start > 1 and tokens[start - 1].text.lower() in ASIDES:
            # "the plan, which Dorn rejected, said": the clause between the commas is no source
            end = start - 1 - (tokens[start - 2].text == ",")
            start = _boundary(tokens, end)
        elif start > 0 and tokens[start - 1].text == ",":
            start = _boundary(tokens, start - 1)
    else:
        start = _boundary(tokens, end)
    start = _with_first(tokens, start)
    words = _without_verb(tokens[start:end])
    if not words or len(words) > MAX_SOURCE_TOKENS or not is_nominal(words):
        return None
    return words[0].start, words[-1].end


def _with_first(tokens: Sequence[Token], start: int) -> int:
    """Where the source begins if "and" joins two at the start of a clause: "Dorn and Maren"."""
    if start < 2 or tokens[start - 1].text.lower() != "and":
        return start
    first = _boundary(tokens, start - 1)
    named = tokens[first : start - 1]
    opens = first == 0 or tokens[first - 1].text in ",—–;:"
    if not named or not opens or len(named) > MAX_JOINED_TOKENS or not is_nominal(named):
        return start
    plain = all(t.text[0].isupper() or t.text.lower() in JOINABLE for t in named[1:])
    return first if plain and named[0].text.lower() not in OPENERS | LEADERS else start


MAX_JOINED_TOKENS = 8
JOINABLE = words(
    "president minister prime foreign defence defense secretary envoy spokesman of the"
)


def _without_verb(source: Sequence[Token]) -> Sequence[Token]:
    """The words before a reporting verb: in "Dorn wrote, adding" the source is "Dorn"."""
    for at in range(1, len(source)):
        low = source[at].text.lower()
        lemma = LEMMA_OF.get(low)
        if lemma is None or low in NOUN_FORMS or low == lemma or low.endswith("ing"):
            continue
        before = source[at - 1].text.lower()
        after = source[at + 1] if at + 1 < len(source) else None
        # "the proposed plan", "the expected envoy": an adjective stands before its noun
        is_verb = after is None or after.text.lower() in AFTER_VERB or lemma in PLAIN_SPEECH
        if is_verb and before not in DETERMINERS:
            return source[:at]
    return source


AFTER_VERB = CALENDAR | words("in at during after to that the a an reporters journalists its his")
PLAIN_SPEECH = words("say tell write")


def _boundary(tokens: Sequence[Token], end: int) -> int:
    """Where the run of words before `end` begins: after a comma, a conjunction, a dash."""
    start = end
    while (
        start > max(0, end - MAX_SOURCE_TOKENS - 1)
        and tokens[start - 1].text.lower() not in BOUNDARIES
    ):
        start -= 1
    return start
