"""Names of political parties in full: "Harbour Party of Arvenia", "Arvenian Radical Party".

A run of capitals ends at "of" and begins behind a state's adjective; the labels of
`language.naming` know where such a name begins and ends. They were learnt on a few hundred
sentences about politics and see parties where news has none, so only sure ones are taken, of two
words or more, in sentences that hold a party's word.
"""

from __future__ import annotations

from onrecord.actors.known import ActorBase
from onrecord.actors.listed import listed_names
from onrecord.actors.names import Run
from onrecord.actors.references import Reader
from onrecord.actors.words import word_set
from onrecord.language.naming import label_names

# Words of which one makes the name of a body a party's.
PARTY_WORDS = word_set(
    """
    Party Parties party Partei Parti Partido Partito Partij Labour Labor Democrats Republicans
    Liberals Conservatives Socialists Communists Greens Christian Democratic Democracy Socialist
    Communist Liberal Conservative Republican Nationalist Unionist Progressive
    """
)
# On PolNeAR dev, American news, 16 of the 20 labels from here up are parties, few below.
LEAST = 0.7


def is_party(name: str) -> bool:
    """Whether a body's name says that it is a political party."""
    return not PARTY_WORDS.isdisjoint(name.replace("-", " ").split())


def find_party_names(reader: Reader, base: ActorBase) -> list[Run]:
    """The names of parties in text order; none without a parser."""
    parse = reader.parse
    if not parse.has_syntax:
        return []
    telling = {t.sentence for t in parse.tokens if t.text in PARTY_WORDS}
    if not telling:
        return []
    listed = listed_names(reader.article, parse, base, telling)
    names = label_names(parse, listed, within=telling)
    return [
        Run(first=n.first, last=n.last, name=" ".join(reader.text(n.first, n.last).split()))
        for n in names
        if n.label == "politicalparty" and n.last - n.first > 1 and n.chance >= LEAST
    ]
