"""MEANTIME: the numbers, percentages and sums of money that are marked in its documents.

`VALUE` marks of `cross/<corpus>/<doc>.xml`, types QUANTITY, PERCENT and MONEY, anchored to tokens.
The set gives the words and no value, so the value is read off them here: figures or a small number
in words, times a scale; the unit off a sign, a percent or letters behind the figures. A mark whose
words give no number that way, and an ordinal ("5th"), is no amount and is left out. Only the first
sentences are marked in full: the text of a case ends with the last of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.amounts import AmountCase, GoldAmount, is_kept_apart
from onrecord.evaluation.gold.entities import set_folder, spell_out
from onrecord.evaluation.gold.meantime import FILES, TOP
from onrecord.evaluation.gold.unit_names import SYMBOLS, symbol_of

MARKED = 6  # headline, date line, and the sentences that are marked in full
WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
FIGURES = re.compile(
    r"(?P<figures>\d[\d,]*(?:\.\d+)?)(?P<ordinal>st\b|nd\b|rd\b|th\b)?"
    r"(?:\s*(?P<scale>thousand|million|billion)\b)?(?:\s*-?\s*(?P<unit>[A-Za-z%]+))?"
)
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
MONEY = (
    ("CAD", "CAD"), ("C$", "CAD"), ("$", "USD"), ("£", "GBP"), ("pound", "GBP"), ("€", "EUR"),
    ("euro", "EUR"), ("EUR", "EUR"), ("yen", "JPY"), ("cent", "cent"), ("pence", "penny"),
    ("dollar", "USD"),
)  # fmt: skip


def read_meantime_values(gold: Path | None) -> Iterator[AmountCase]:
    """Yield one case a document, in name order, those without a mark too.

    Raises GoldMissing, naming the file, if one is not of the form.
    """
    folder = set_folder(gold, "meantime_apple", FILES)
    for path in sorted(folder.glob(FILES)):
        try:
            # Gold is a file that the user chose; the parser expands no external entities.
            yield _case(path.name, ElementTree.parse(path).getroot())  # noqa: S314
        except (ElementTree.ParseError, KeyError, ValueError) as error:
            raise GoldMissing(f"{path}: not a CAT document of MEANTIME ({error})") from None


def _case(name: str, root: ElementTree.Element) -> AmountCase:
    tokens = [(t.attrib["sentence"], t.attrib["t_id"], t.text or "") for t in root.iter("token")]
    sentences = [list(group) for _, group in groupby(tokens, key=lambda token: token[0])][:MARKED]
    text, _ = spell_out([[word for _, _, word in sentence] for sentence in sentences], lines=TOP)
    kept = [token for sentence in sentences for token in sentence]
    order = {t_id: at for at, (_, t_id, _) in enumerate(kept)}
    words = {t_id: word for _, t_id, word in tokens}
    found = []
    for mark in root.iter("VALUE"):
        anchors = [anchor.attrib["t_id"] for anchor in mark.iter("token_anchor")]
        if anchors and anchors[0] in order:
            amount = read_value(" ".join(words[a] for a in anchors), mark.attrib["type"])
            if amount is not None:
                found.append((order[anchors[0]], amount))
    return AmountCase(
        group="meantime",
        path=name,
        text=text,
        amounts=tuple(amount for _, amount in sorted(found, key=lambda pair: pair[0])),
        kept_apart=is_kept_apart(name),
    )


def read_value(words: str, kind: str) -> GoldAmount | None:
    """The amount that the words of a mark give; None for an ordinal or no number."""
    match = FIGURES.search(words)
    if match is None:
        small = next((w for w in words.lower().replace("-", " ").split() if w in WORDS), None)
        if small is None:
            return None
        value, unit = float(WORDS.index(small) + 1), None
    elif match["ordinal"]:
        return None
    else:
        value = float(match["figures"].replace(",", "")) * SCALES.get(match["scale"] or "", 1.0)
        symbol = symbol_of(match["unit"])
        unit = symbol if symbol in SYMBOLS else None
    if kind == "PERCENT":
        unit = "%"
    if kind == "MONEY":
        unit = next((symbol for sign, symbol in MONEY if sign in words), None)
    return GoldAmount(low=value, high=value, unit=unit)
