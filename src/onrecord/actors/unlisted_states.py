"""States that the base lacks, found by the titles and adjectives that hang on their names."""

from __future__ import annotations

from onrecord.actors.dramatis import Dramatis
from onrecord.actors.known import ActorBase
from onrecord.actors.references import Reader, Title
from onrecord.actors.spelling import plain, surname_of
from onrecord.actors.votes import JUNK, Evidence
from onrecord.actors.words import word_set

PLAIN_ENDINGS = ("ian", "ean", "an", "ese", "ish")
# Words that are no state, though they have such an adjective or act as states do.
NO_STATES = word_set(
    "Republic Christ Islam Democrat Parliament Congress Palestine Revolution God State House Senate"
    " Nation Union"
)
ADJECTIVE_ENDINGS = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic", "ani", "er")


def find_states(
    people: Dramatis,
    names: dict[str, Evidence],
    titles: list[Title],
    reader: Reader,
    base: ActorBase,
) -> None:
    """States that the base lacks: officials' titles hang on their name or its adjective."""
    surnames = {surname_of(n) for n in names if " " in n}
    single = [n for n in sorted(names) if n not in surnames and _may_be_state(n, names[n])]
    for title in titles:
        name = None
        if title.adjective is not None and title.of is None:
            name = next((n for n in single if is_adjective_of(title.adjective, n)), None)
        elif title.possessor is not None and title.rank in {"leader", "minister", "body", "envoy"}:
            owner = reader.parse.tokens[title.possessor].text
            is_place = owner in single and names[owner].votes["place"] > 0
            name = owner if is_place or _has_minister(owner, title, single, base) else None
        if name is not None:
            people.states[name] = f"state:{plain(name)}"
            title.of = title.of or people.states[name]
    _find_acting_states(people, names, single, reader)


def _has_minister(owner: str, title: Title, single: list[str], base: ActorBase) -> bool:
    """Whether the possessor of "Arvenia's foreign minister" is a state: nobody's known name.

    An envoy, a spokesman or a team is a person's as often as a state's; a minister seldom is.
    """
    offices = {"foreign", "prime", "defence", "defense", "interior", "finance"}
    held = "minister" in title.role.lower() and bool(offices & set(title.role.lower().split()))
    return held and owner in single and not base.namesakes(owner) and base.named(owner) is None


def _find_acting_states(
    people: Dramatis, names: dict[str, Evidence], single: list[str], reader: Reader
) -> None:
    """Names that speak or decide, with an adjective of theirs elsewhere in the article."""
    adjectives: dict[str, list[str]] = {}
    for word in sorted(w for w in reader.capital_words if w.endswith(PLAIN_ENDINGS)):
        adjectives.setdefault(plain(word)[:3], []).append(word)
    for name in single:
        acts = names[name].votes["sure"] > 0 or names[name].votes["place"] > 0
        near = adjectives.get(plain(name)[:3], ())
        if acts and any(is_adjective_of(adjective, name) for adjective in near):
            people.states.setdefault(name, f"state:{plain(name)}")


def _may_be_state(name: str, evidence: Evidence) -> bool:
    """Whether a name can be a state's: one word, nobody's title, not a people or a party."""
    votes = evidence.votes
    if " " in name or len(name) < 4 or name.endswith("s") or name in NO_STATES:
        return False
    called = any(run.honorific for run in evidence.runs)
    return not called and votes["titled"] == 0 and votes["junk"] < JUNK


def is_adjective_of(adjective: str, name: str) -> bool:
    """Whether an adjective is made of a name: Arvenian of Arvenia, Torlandic of Torland."""
    longer, stem = plain(adjective), plain(name)
    for base in (stem, stem[:-1]):
        if len(base) >= 4 and longer.startswith(base) and longer != stem:
            return longer[len(base) :] in ADJECTIVE_ENDINGS
    return False
