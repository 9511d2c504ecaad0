"""MEANTIME: Wikinews documents whose entities have ids across the corpus, CAT XML.

`cross/<corpus>/<doc>.xml`: `token`s with a sentence number, `ENTITY_MENTION`s anchored to tokens,
and `REFERS_TO` relations from mentions to an `ENTITY` with an `instance_id`. Each document's first
sentences are marked in full, later ones only for the entities that the corpus shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

from onrecord.errors import GoldMissing
from onrecord.evaluation.gold.entities import EntityArticle, GoldMention, set_folder, spell_out
from onrecord.evaluation.gold.polnear import Range
from onrecord.evaluation.gold.texts import article_of

FILES = "cross/*/*.xml"
TOP = 2  # sentences with a line of their own: headline and date


def read_meantime(gold: Path | None, limit: int | None = None) -> Iterator[EntityArticle]:
    """Yield the documents in name order, each with the mentions that refer to an instance.

    Raises GoldMissing, naming the file, if one is not of the form.
    """
    folder = set_folder(gold, "meantime_apple", FILES)
    for path in sorted(folder.glob(FILES))[:limit]:
        try:
            # Gold is a file that the user chose; the parser expands no external entities.
            root = ElementTree.parse(path).getroot()  # noqa: S314
            yield _document(path.name, root)
        except (ElementTree.ParseError, KeyError, ValueError) as error:
            raise GoldMissing(f"{path}: not a CAT document of MEANTIME ({error})") from None


def _document(name: str, root: ElementTree.Element) -> EntityArticle:
    tokens = [(t.attrib["sentence"], t.attrib["t_id"], t.text or "") for t in root.iter("token")]
    sentences = [list(group) for _, group in groupby(tokens, key=lambda token: token[0])]
    words = [[word for _, _, word in sentence] for sentence in sentences]
    text, places = spell_out(words, lines=TOP)
    place = {
        at: found
        for sentence, ranges in zip(sentences, places, strict=True)
        for (_, at, _), found in zip(sentence, ranges, strict=True)
    }
    return EntityArticle(
        article=article_of(name, text, first="title"),
        mentions=tuple(sorted(_mentions(root, place), key=lambda m: (m.start, m.end, m.cluster))),
    )


def _mentions(root: ElementTree.Element, place: dict[str, Range]) -> Iterator[GoldMention]:
    """Yield the mentions of entities; KeyError where an anchor or an instance is not there."""
    entities = {e.attrib["m_id"]: e for e in root.iter("ENTITY")}
    marked = {m.attrib["m_id"]: m for m in root.iter("ENTITY_MENTION")}
    for relation in root.iter("REFERS_TO"):
        for target in relation.iter("target"):
            entity = entities.get(target.attrib["m_id"])
            if entity is None or "instance_id" not in entity.attrib:
                continue  # an event's
            for source in relation.iter("source"):
                mention = marked[source.attrib["m_id"]]
                anchors = [place[a.attrib["t_id"]] for a in mention.iter("token_anchor")]
                yield GoldMention(
                    start=min(start for start, _ in anchors),
                    end=max(end for _, end in anchors),
                    cluster=entity.attrib["instance_id"],
                    kind=entity.attrib["ent_type"],
                )
