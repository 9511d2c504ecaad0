"""Issues that a corpus talks about and a codebook lacks, found by what parties speak of.

Counted are noun phrases in what parties are reported to say or to want, where no anchor of the
codebook stands. A phrase weighs more where it is wanted or refused, or where something "must" or
"will" be done about it; what many articles and several parties speak of comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.language.parse import Parse, Token
from onrecord.positions.codebook import Codebook
from onrecord.positions.index import touches
from onrecord.positions.wording import HYPHENS, words
from onrecord.records import ActorMention, Article, Attribution, Position, Span, Statement

WANTED, URGED, SAID = 3.0, 2.0, 0.5
MOST_WORDS = 3  # of a phrase: "health insurance mandate"
MOST_EXAMPLES = 3
FEWEST_ARTICLES = 2
MOST_VALUES = 4
TAKEN = ("issue", "value", "passive", "step", "passive step")
URGING = words("must should shall will would can could may might need")
NO_ENTITY = words("PERSON DATE TIME MONEY PERCENT QUANTITY CARDINAL ORDINAL")
NO_MODIFIER = NO_ENTITY | {"GPE", "NORP"}
# Nouns that every negotiation has and that name no matter of their own, and those of people.
_GENERAL = """
ability accord account accusation act action activity administration advantage advice adviser
agency agenda aggression agreement aide aim allegation alliance ally alternative ambassador
ambition amendment american amount analyst answer anyone anything appointment approach approval
area arrangement aspect atmosphere attempt attention authority average background basis battle
beginning behavior behaviour benefit bill billion bit bloc blow board body book brand breakthrough
building business cabinet call campaign candidate capability capital case cause chairman challenge
chamber chance change chaos charge child choice circumstance citizen city claim clarity class
colleague combination comment commission commitment committee community company competitor
compromise concern concession condition conference confidence conflict congressman consent
consequence conservative constituency consultation consumer contact context conversation cost
council counterpart country couple course credit crisis critic criticism crowd culture customer
danger day deal death debate decision defeat demand democrat department deputy desire desk
destination detail development dialogue difference direction director discussion dismantling
dispute document dollar door dozen duty earth economist economy effect effort election element
emergency employee employer end enemy engagement enthusiasm environment envoy event everyone
everything evidence example excuse existence expectation expense experience expert explanation
expression extent eye face facility fact factor failure family farmer fate fear feeling field
fight figure firm flexibility floor focus follower force foreigner form format foundation
framework freedom friend function future game general generation glance goal good goods government
governor ground group growth guy half hand head headline heart height history hit home hope host
hour house human hundred idea identity image impact impression incident increase individual
industry information initiative input instance institution instruction intention interaction
interest interview issue item job journalist judge kid kind king knowledge lack lady launch law
lawmaker lawyer lead leader leadership legislation letter level leverage liberal lie life line
link list look loss lot majority man management manager mandate manner manufacturer market matter
means measure mechanism media meeting member memory mention mess message million mind minister
minute mission mistake moment momentum money month mood morning motion move movement mp mps name
nation need negotiation negotiations neighbor neighbour network news night nobody noise note
nothing notion number objective observer occasion offer office officer official one operation
opponent opportunity opposition option order organization other outcome outside owner pace package
pact page pair part participant partner partnership party passage past path pattern pause peace
people percent period permission person personnel phase phone photo phrase picture piece place
plan player pledge podium point policy politician politics poll populace population portion
position post posture potential power practice premise preparation presence presidency president
press pressure prince principle priority problem process product program programme progress
project promise proposal prospect province provision provocation public purpose quarter question
quote race range rate reaction readiness reality reason recommendation record reduction reference
regard regime region regulation rejection relation relations relationship remark reminder
replacement report reporter representative republican reputation request requirement research
resident resolution resolve respect response responsibility rest restraint result review rhetoric
right risk rival road role room round route rule ruling scenario scene scholar scope season seat
secretary sector security selection senator sense service set settlement shape share shot show
side sight signal significance site situation skill sky slogan society soldier solution someone
something sort soul sound source speaker speculation speech speed spirit spokesman spokesperson
spokeswoman staff stage standoff start state statement status step stop story strategy street
strength structure style subject success suggestion sum summit sun support supporter surprise
system table talent talk talking talks target task taxpayer team temptation tension term terms
territory text theme theory thing thinking thought thousand threat three tie ties time timeline
timetable timing tip title today tomorrow tone tool topic total touch town track tradition
treatment treaty trend trip trouble truth try tune turn two type uncertainty understanding union
update use user value variety version victory video view village voice volume vote voter walk war
warning waste wave way weakness website week weight whole will willingness win window woman word
work worker workforce working world worry worth writer wrong year yesterday youth zone"""
GENERAL = words(_GENERAL)
# Of these, the ones that name a matter with a noun in front: "trade deal", "border wall".
_DEEDS = """
deal agreement accord treaty pact bill law act rule regulation amendment resolution program
programme project plan funding fund council committee commission force system base facility
market price cost area zone line wall field station status level rate ground building"""
DEEDS = words(_DEEDS)
PACTS = words("deal agreement accord treaty pact")
# Adjectives that tell nothing of the matter ("new sanctions relief" is sanctions relief).
_PLAIN = """
new old other same such own last next first second third recent current former future past major
big large small great good bad best better worse real true full whole many few several more most
less much little long short high low early late late possible likely necessary important serious
significant clear certain different similar particular special main key top certain entire only
very additional further potential so-called united american"""
PLAIN = words(_PLAIN)
# Verbs that say nothing of what is to become of a matter.
_EMPTY = """
be have do get make take give say tell see know think want need go come put let keep look talk
discuss call ask use find show mean include become seem try help work start begin feel hear
understand believe describe mention address consider face bring hold set lead continue"""
EMPTY = words(_EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence that speaks of a matter: its place, and the party that does."""

    article: str
    span: Span
    party: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A matter that the codebook has no issue for.

    `count` is of places, `articles` and `parties` of distinct ones; `verbs` are what is said to
    be done about it, the most frequent first; `examples` are at most three, of distinct articles.
    """

    phrase: str
    score: float
    count: int
    articles: int
    parties: tuple[str, ...]
    verbs: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(slots=True)
class _Seen:
    """What was counted of one phrase."""

    weights: dict[str, float] = field(default_factory=dict)  # by article, its strongest place
    parties: set[str] = field(default_factory=set)
    verbs: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[float, Example]] = field(default_factory=list)
    count: int = 0


class IssueFinder:
    """Collects what parties speak of, article by article."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._seen: dict[tuple[str, ...], _Seen] = {}

    def add(
        self,
        article: Article,
        parse: Parse,
        mentions: Iterable[ActorMention],
        statements: Iterable[Statement],
        attributions: Mapping[str, Attribution],
        positions: Iterable[Position],
    ) -> None:
        """Count the phrases of one article. `attributions` are by statement."""
        if not parse.has_syntax:
            return
        taken = {
            token.i
            for hit in touches(parse, self._codebook).hits
            if hit.what.kind in TAKEN
            for token in parse.tokens[hit.first : hit.last]
        }
        named = {token.i for m in mentions for token in parse.between(m.span.start, m.span.end)}
        told: set[int] = set()
        for span, party, weight in _places(article, statements, attributions, positions):
            for token in parse.between(span.start, span.end):
                if token.i in told or token.i in taken or token.i in named:
                    continue
                phrase = _phrase(parse, token, taken, named)
                if phrase:
                    told.add(token.i)
                    self._count(article, parse, token, phrase, party, weight)

    def _count(
        self,
        article: Article,
        parse: Parse,
        token: Token,
        phrase: tuple[str, ...],
        party: str | None,
        weight: float,
    ) -> None:
        verb = _verb_of(token)
        if verb is not None and weight < WANTED and _is_urged(verb):
            weight = URGED
        seen = self._seen.setdefault(phrase, _Seen())
        seen.count += 1
        seen.weights[article.id] = max(seen.weights.get(article.id, 0.0), weight)
        if party is not None:
            seen.parties.add(party)
        if verb is not None and verb.lemma not in EMPTY:
            seen.verbs[verb.lemma] += 1
        sentence = parse.tokens_of(parse.sentences[token.sentence])
        span = article.span(sentence[0].start, sentence[-1].end)
        seen.examples.append((weight, Example(article=article.id, span=span, party=party)))

    def proposals(self) -> tuple[Proposal, ...]:
        """The matters of two articles or more, the weightiest first.

        A word that mostly stands in one longer phrase is told by that phrase.
        """
        found = [
            _proposal(phrase, seen)
            for phrase, seen in self._seen.items()
            if len(seen.weights) >= FEWEST_ARTICLES and _is_matter(phrase, seen)
        ]
        found.sort(key=lambda p: (-p.score, p.phrase))
        return tuple(_distinct(found))


def _places(
    article: Article,
    statements: Iterable[Statement],
    attributions: Mapping[str, Attribution],
    positions: Iterable[Position],
) -> Iterator[tuple[Span, str | None, float]]:
    """Yield where parties speak of what they want, then all that they say."""
    for position in positions:
        whole = position.spans[0]
        at = article.text.find(position.object or "", whole.start, whole.end)
        if position.object and at >= 0:
            yield article.span(at, at + len(position.object)), position.party, WANTED
    for statement in statements:
        attribution = attributions.get(statement.id)
        if attribution is not None and (attribution.party or attribution.speaker):
            for span in statement.content:
                yield span, attribution.party or attribution.speaker, SAID


def _phrase(parse: Parse, token: Token, taken: set[int], named: set[int]) -> tuple[str, ...]:
    """The words of the noun phrase that this word heads, in base form; () if it tells nothing."""
    if token.pos != "NOUN" or token.dep in ("compound", "nmod") or token.ent in NO_ENTITY:
        return ()
    lemma = token.lemma.lower()
    if not lemma.isalpha() or len(lemma) < 3:
        return ()
    left = [
        c
        for c in token.children
        if c.i < token.i and c.dep in ("compound", "amod", "nmod") and c.i not in named
    ]
    if any(c.i in taken for c in left):
        return ()
    if any(parse.tokens[i].text in HYPHENS for c in left for i in (c.i - 1, c.i + 1) if i >= 0):
        left = []  # "pre-emptive": half a word tells the wrong thing
    kept = [
        (c.lemma if c.pos == "NOUN" else c.text).lower()
        for c in left
        if c.lemma.lower() not in PLAIN and c.text.isalpha() and c.ent not in NO_MODIFIER
    ][-(MOST_WORDS - 1) :]
    if lemma in PLAIN or (lemma in GENERAL and lemma not in DEEDS):
        return ()
    if lemma in GENERAL and not any(c.pos == "NOUN" and c.lemma.lower() in kept for c in left):
        return ()
    return (*kept, lemma)


def _verb_of(token: Token) -> Token | None:
    """The verb whose object this word is, over "of", lists and nouns of doing."""
    head = token
    for _ in range(4):
        if head.dep in ("dobj", "nsubjpass") and head.head.pos == "VERB":
            return head.head
        if head.dep in ("conj", "pobj", "prep", "appos") and head.head is not head:
            head = head.head
            continue
        return None
    return None


def _is_urged(verb: Token) -> bool:
    """Whether something is to be done: "must", "will", "to …"."""
    return any((c.dep == "aux" and (c.lemma in URGING or c.tag == "TO")) for c in verb.children)


def _is_matter(phrase: tuple[str, ...], seen: _Seen) -> bool:
    """Whether something is to be done about it; a single word needs to be so in two articles."""
    urged = sum(weight >= URGED for weight in seen.weights.values())
    return urged >= (1 if len(phrase) > 1 else 2) and bool(seen.verbs)


def _proposal(phrase: tuple[str, ...], seen: _Seen) -> Proposal:
    ranked = sorted(seen.examples, key=lambda e: (-e[0], e[1].article, e[1].span))
    examples: dict[str, Example] = {}
    for _, example in ranked:
        examples.setdefault(example.article, example)
    verbs = sorted(seen.verbs.items(), key=lambda v: (-v[1], v[0]))
    return Proposal(
        phrase=" ".join(phrase),
        score=round(_score(phrase, seen), 2),
        count=seen.count,
        articles=len(seen.weights),
        parties=tuple(sorted(seen.parties)),
        verbs=tuple(verb for verb, count in verbs if count > 1)[:MOST_VALUES],
        examples=tuple(examples.values())[:MOST_EXAMPLES],
    )


def _score(phrase: tuple[str, ...], seen: _Seen) -> float:
    """How much is said of it: the articles by weight, more for several parties and for a phrase."""
    said_by = 1 + 0.25 * max(min(len(seen.parties), 4) - 1, 0)
    told_apart = 1.5 if len(phrase) > 1 else 1.0
    return sum(seen.weights.values()) * said_by * told_apart


def _distinct(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield what no proposal before it tells already: the same head in a longer or shorter form."""
    told: list[set[str]] = []
    for proposal in found:
        own = {"deal" if word in PACTS else word for word in proposal.phrase.split()}
        if not any(own <= other or other <= own for other in told):
            told.append(own)
            yield proposal
