"""The constructions in which a party takes a position, and every frame that an article opens."""

from __future__ import annotations

from onrecord.positions.answering import answers_what_was_asked
from onrecord.positions.idioms import acceptable_to, idiom_with_subject, no_objection
from onrecord.positions.listing import (
    bulleted_demand,
    demand_of_a_list,
    demands_include,
    demands_listed,
)
from onrecord.positions.red_lines import called_a_red_line, called_unacceptable
from onrecord.positions.saying import (
    asks_and_gives,
    contingent_on,
    could_if_in_words,
    is_a_precondition,
    must_in_words,
    needed_in_words,
    own_will_in_words,
    there_will_be_none,
    will_only_if,
)
from onrecord.positions.scene import Construction, Frame, Scene
from onrecord.positions.wanting import (
    adjective_of_party,
    noun_of_party,
    passive_with_agent,
    stands_against,
    verb_with_subject,
)

CONSTRUCTIONS: tuple[Construction, ...] = (
    verb_with_subject,
    passive_with_agent,
    noun_of_party,
    adjective_of_party,
    stands_against,
    idiom_with_subject,
    no_objection,
    acceptable_to,
    must_in_words,
    needed_in_words,
    own_will_in_words,
    there_will_be_none,
    will_only_if,
    could_if_in_words,
    asks_and_gives,
    contingent_on,
    is_a_precondition,
    called_unacceptable,
    called_a_red_line,
    demands_include,
    bulleted_demand,
    demands_listed,
    demand_of_a_list,
    answers_what_was_asked,
)


OPENING = ("VERB", "AUX", "NOUN", "ADJ")  # kinds of word that a construction can begin at


def frames(scene: Scene) -> list[Frame]:
    """Every frame of an article, in text order."""
    for sentence in scene.parse.sentences:
        if scene.is_headline(sentence.block):
            continue
        for token in scene.parse.tokens_of(sentence):
            if token.pos in OPENING or token.dep in ("ROOT", "prep"):
                for construction in CONSTRUCTIONS:
                    scene.earlier.extend(construction(token, scene))
    return list(scene.earlier)
