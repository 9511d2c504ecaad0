"""Peoples that two words name: "Bosnian Serb", "Turkish Cypriot", "Iraqi Kurdish", "Kosovo Serb".

Such a people is a part of the one state and not the other state: it speaks for neither.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.actors.known import NO_ACTOR
from onrecord.actors.references import Known, Reader
from onrecord.actors.words import word_set


def without_joint_peoples(reader: Reader, found: list[Known]) -> list[Known]:
    """The surfaces, those that name such a people pointing at nobody."""
    kept: list[Known] = []
    for known in found:
        if kept and _is_joint(reader, kept[-1], known):
            kept[-1] = _nobody(kept[-1], known.last)
        elif known.form == "demonym" and (end := _end_of_part(reader, known)) is not None:
            kept.append(_nobody(known, end))
        else:
            kept.append(known)
    return kept


def is_hyphened(reader: Reader, known: Known) -> bool:
    """Whether a hyphen ties another people to this one: "Turkish-Cypriot", "Arvenian-Torish"."""
    hyphen, after = reader.word(known.last), reader.word(known.last + 1)
    return (
        hyphen is not None
        and after is not None
        and hyphen.text in {"-", "‑", "–"}
        and reader.touches(known.last - 1)
        and reader.touches(known.last)
        and after.text[0].isupper()
    )


def _nobody(known: Known, last: int) -> Known:
    return replace(known, last=last, key=NO_ACTOR, name="a people", form="place", kind="group")


def _is_joint(reader: Reader, left: Known, right: Known) -> bool:
    """Whether two adjectives, or a state and its people, make one: "Kosovo Serb"."""
    touches = left.last == right.first and reader.same_sentence(left.first, right.first)
    if not touches or left.key == right.key or right.form not in {"demonym", "people"}:
        return False
    token = reader.parse.tokens[left.last - 1]
    if left.form == "demonym":
        return token.text.isalpha()  # "talks with the U.S. Polish troops left"
    return left.form == "name" and token.dep in {"compound", "nmod", "amod"}


def _end_of_part(reader: Reader, known: Known) -> int | None:
    """Behind the people without a state of its own that follows; None where another name begins."""
    end = known.last
    while (word := reader.word(end)) is not None and word.text in PEOPLES:
        end += 1
    if end == known.last or not reader.same_sentence(known.first, end - 1):
        return None
    after = reader.word(end)
    goes_on = after is not None and after.text[0].isupper() and reader.same_sentence(end - 1, end)
    return None if goes_on and after is not None and after.text.lower() not in HEADS else end


# Peoples and faiths that are a part of states.
PEOPLES = word_set(
    """
    Kurd Kurds Kurdish Tatar Tatars Arab Arabs Druze Tamil Tamils Uyghur Uyghurs Uighur Uighurs
    Tuareg Berber Berbers Baloch Baluch Pashtun Pashtuns Hazara Hazaras Turkmen Yazidi Yazidis
    Alawite Alawites Shiite Shiites Sunni Sunnis Maronite Maronites Christian Christians Muslim
    Muslims Copt Copts Roma
    """
)
HEADS = word_set("president prime premier leader chief foreign speaker minister official")
