"""Surnames that stand for a head of government by what they rule: "the Dorn administration"."""

from __future__ import annotations

from onrecord.actors.names import Run
from onrecord.actors.references import Reader
from onrecord.actors.words import word_set

RULE = word_set("administration administrations presidency presidencies era years premiership")
REACH = 12  # tokens: "the Dorn, Mila Orlo, and Maren administrations"
LEADS = "whose administration it is"  # what the method of such a mention says


def leads(reader: Reader, run: Run) -> bool:
    """Whether a word for a time of government follows the name, or a list of names and then it."""
    for at in range(run.last, run.last + REACH):
        token = reader.word(at)
        if token is None or not reader.same_sentence(run.first, at):
            return False
        if reader.lower[at] in RULE:
            return True
        listed = token.text[0].isupper() or token.text in {",", "-", "and", "or"}
        if not listed or (token.text == "-" and not reader.touches(at - 1)):
            return False
    return False
