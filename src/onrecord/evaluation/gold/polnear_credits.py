"""PolNeAR's bylines, credits and wires: `metadata.tsv`, a row a document."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.polnear import gold_folder
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Article

NONE = {"", "None", "NA"}
# As the table writes agencies → as we name them.
WIRES = {"ap": "Associated Press", "upi": "UPI", "reuters": "Reuters", "afp": "AFP"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditedArticle:
    """A document with its byline, whose wire text it is, and the line of thanks under it."""

    article: Article
    byline: str
    wire: str | None
    credit: str


def read_credits(
    gold: Path | None, split: Literal["train", "dev", "both"] = "both"
) -> list[CreditedArticle]:
    """The documents of a split in the order of the table. Raises GoldMissing."""
    folder = gold_folder(gold)
    path = folder / "metadata.tsv"
    splits = ("train", "dev") if split == "both" else (split,)
    found = []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            # Titles hold quotation marks that quote nothing.
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        for row in rows:
            if row["compartment"] not in splits:
                continue
            text = folder / row["compartment"] / "text" / f"{row['filename']}.txt"
            found.append(
                CreditedArticle(
                    article=article_of(text.name, text.read_text("utf-8"), first="title"),
                    byline="" if row["author"] in NONE else row["author"],
                    wire=None if row["wire"] in NONE else WIRES[row["wire"].casefold()],
                    credit="" if row["credit"] in NONE else row["credit"],
                )
            )
    except (OSError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise GoldMissing(f"{path}: not PolNeAR's table of documents ({error})") from None
    return found
