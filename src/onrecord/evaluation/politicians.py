"""Whether a person named in a sentence is a politician, by what is known and what stands around."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.actors.words import word_set
from onrecord.language.parse import Parse, Token

BEFORE, BEHIND = 4, 6  # tokens in which a role is sought
# Roles that make a person a politician.
OFFICES = word_set(
    """
    president premier chancellor leader minister secretary senator governor mayor candidate nominee
    politician deputy mp mep representative speaker congressman taoiseach
    """
)
# Roles that make a person another one.
OTHER_ROLES = word_set(
    """
    actor actress singer author novelist writer journalist professor historian economist philosopher
    poet artist musician director scientist lawyer judge activist producer columnist composer
    """
)
# What a sentence about politics speaks of.
POLITICS = OFFICES | word_set(
    """
    ruler dictator king queen emir sultan monarch undersecretary lawmaker legislator congresswoman
    parliamentarian member mps meps chairman councillor incumbent commissioner treasurer ambassador
    vice-president prime cabinet government presidency governorship administration senate parliament
    congress elect election vote seat electorate constituency run defeat resign appoint nominate
    campaign coalition party opposition ballot candidacy term office inauguration veto impeach
    premiership re-elect reelect win leadership legislature ministerial presidential congressional
    senatorial
    """
)
# What a sentence about other things and people speaks of.
OTHER = OTHER_ROLES | word_set(
    """
    film movie musician band album song bishop priest general colonel admiral businessman footballer
    player critic reporter scholar painter playwright television series show theologian psychologist
    sociologist physicist cast star episode essay book novel wife son daughter mother father sister
    brother husband married
    """
)


def is_politician(
    parse: Parse,
    first: int,
    last: int,
    listed: Sequence[Collection[str]],
    *,
    among_parties: bool,
) -> bool:
    """Whether the person named by tokens `[first, last)` holds, held or seeks an office.

    A listed term or a role at the name decides; else the words of the sentence, where a party or an
    election named in it (`among_parties`) counts as two.
    """
    sentence = parse.sentences[parse.tokens[first].sentence]
    before = parse.tokens[max(sentence.first, first - BEFORE) : first]
    near = _lemmas([*before, *parse.tokens[last : min(sentence.last, last + BEHIND)]])
    if near & OFFICES or any("served" in clues for clues in listed[first:last]):
        return True
    if near & OTHER_ROLES:
        return False
    words = _lemmas(parse.tokens_of(sentence))
    return len(words & POLITICS) + 2 * among_parties > len(words & OTHER)


def _lemmas(tokens: Sequence[Token]) -> set[str]:
    return {token.lemma for token in tokens}
