"""PolNeAR's days of publication: `metadata.tsv`, a row a document."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.polnear import gold_folder


def publication_days(gold: Path | None) -> dict[str, dt.date]:
    """The day of publication by a document's name without ending; those without one are left out.

    Raises GoldMissing if the table is not there or not of the form.
    """
    path = gold_folder(gold) / "metadata.tsv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            # Titles hold quotation marks that quote nothing.
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        return {
            row["filename"]: dt.date.fromisoformat(row["publication_date"])
            for row in rows
            if row["publication_date"] not in {"", "None"}
        }
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise GoldMissing(f"{path}: not PolNeAR's table of documents ({error})") from None
