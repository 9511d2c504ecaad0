"""NeuS: the leads of three outlets about one story, a story a line.

`TITLE=> … ARTICLE=> …` three times, parted by `[SEP]`; the outlets are shuffled and not named.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.texts import article_of
from onrecord.records import Article

FILES = {"train": "train.source", "dev": "val.source"}
LEAD = re.compile(r"\s*TITLE=>\s*(.*?)\s*ARTICLE=>\s*(.*?)\s*", re.DOTALL)


def read_neus(
    gold: Path | None, split: Literal["train", "dev"], limit: int | None = None
) -> list[tuple[str, Article]]:
    """Every lead as an article without outlet or date, each with the name of its story.

    Raises GoldMissing if the file is not there or not of the form.
    """
    named = gold if gold is not None else os.environ.get("ONRECORD_GOLD")
    if not named:
        raise GoldMissing(
            "no gold folder: name it, or set ONRECORD_GOLD to the folder of gold sets"
        )
    files = [folder / FILES[split] for folder in (Path(named), Path(named) / "neus")]
    path = next((file for file in files if file.is_file()), None)
    if path is None:
        raise GoldMissing(f"{named}: no NeuS here; expected neus/{FILES[split]}")
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines()[:limit]):
        for place, part in enumerate(line.split("[SEP]")):
            if (lead := LEAD.fullmatch(part)) is None:
                raise GoldMissing(f"{path}:{number + 1}: not a line of NeuS's form")
            text = f"{lead.group(1)}\n{lead.group(2)}"
            story = f"{split}-{number}"
            found.append((story, article_of(f"{story}-{place}", text, first="title")))
    return found
