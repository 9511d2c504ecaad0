"""The words that attribution goes by, each list with what it is for."""

from __future__ import annotations

from onrecord.actors.words import word_set

# Nouns that speak for whoever made them: "Putin's *remarks*", "a *statement* by the ministry".
UTTERANCES = word_set(
    """
    statement remark comment speech letter post tweet message address announcement answer reply
    response interview word testimony video warning assertion claim declaration communique
    communiqué briefing
    """
)
# Nouns that someone publishes: they speak for their publisher where it is named.
PUBLICATIONS = word_set(
    """
    report poll survey study analysis assessment estimate article review bulletin editorial
    finding statistics data figure ad advert advertisement column memo complaint lawsuit
    filing petition
    """
)
# Documents on the table. They are no speaker, and neither is whoever wrote them.
DOCUMENTS = word_set(
    """
    plan proposal draft deal agreement document text treaty framework memorandum resolution term
    condition demand offer law bill constitution charter accord roadmap blueprint ultimatum
    position stance policy move decision development attack invasion
    """
)
RELATIVE = frozenset({"who", "which", "that", "whose", "whom", "where", "when", "including"})
"""Words that open a subordinate part: a name behind them is not the one who speaks."""
# Where the first phrase of a source ends, without a parser: "a statement | by the ministry".
PHRASE_ENDS = RELATIVE | word_set(
    """
    by of from in on to for at with reported published posted issued released , ( –
    """
)
