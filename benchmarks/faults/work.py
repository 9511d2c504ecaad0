"""The work that is disturbed: a small folder is read and decided on; what a user saw done is told.

The articles are invented. Acknowledged is what a person has seen as done: an article once the
progress line counts it, the record once `read` returns, a decision once the command returns.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.engines import local
from onrecord.engines.options import ReadOptions
from onrecord.presentation import exports
from onrecord.presentation.checking import verify
from onrecord.presentation.deciding import make_decision
from onrecord.records import ArticleDate, Decision, in_time
from onrecord.store import View
from onrecord.store.decisions import decision_lines, read_decisions

ARTICLES = 8
BATCH = 2  # articles a transaction here, so that a short reading has several
PARTIES = ("Velundia", "Orvenia", "Calvonia")
PEOPLE = ("Irena Kovash", "Tomas Bryde", "Edric Hale")
STORY = """{party} sets terms for round {number}

{number} March 2026

{person} of {party} said on Monday that {party} would not accept a ceasefire before the prisoners
are exchanged. "We demand that {other} withdraws all of its troops from the Orm valley," {person}
told reporters in round {number}.

{other} rejected the demand. "A withdrawal is not on the table," said its envoy, {rival}.
"""
PARTY = """  {party}:
    kind: government
    spokespeople:
      - {{name: {person}, role: envoy}}
"""
PARTIES_FILE = "parties:\n" + "".join(
    PARTY.format(party=party, person=person) for party, person in zip(PARTIES, PEOPLE, strict=True)
)
# What a person decides, in the words of `onrecord decide`.
DECIDED = (
    ("dated", "00.txt", "2026-03-05"),
    ("name", "Velundia", "Republic of Velundia"),
    ("dated", "03.txt", "2026-03"),
)
Tell = Callable[[str], None]


def write_folder(folder: Path, articles: int = ARTICLES) -> None:
    """Make the folder of articles that is read."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "parties.yaml").write_text(PARTIES_FILE, "utf-8")
    for i in range(articles):
        party, other = i % 3, (i + 1) % 3
        story = STORY.format(
            party=PARTIES[party],
            other=PARTIES[other],
            person=PEOPLE[party],
            rival=PEOPLE[other],
            number=i + 1,
        )
        (folder / f"{i:02}.txt").write_text(story, "utf-8")


def read_folder(folder: Path, record: Path, tell: Tell = lambda _: None) -> None:
    """Read the folder into the record; tell how many articles are done, and when all is."""

    def progress(stage: str, done: int, _: int | None) -> None:
        if stage == "reading":
            tell(f"articles {done}")

    local.BATCH = BATCH
    options = ReadOptions(light=True, workers=1, parties=folder / "parties.yaml")
    local.read(folder, record, options, progress)
    tell("read")


def decide(record: Path, decisions: Sequence[Decision], tell: Tell = lambda _: None) -> None:
    """Make the decisions one by one; tell of each that is done."""
    for number, decision in enumerate(decisions, start=1):
        local.decide(record, made=[decision])
        tell(f"decisions {number}")


def undisturbed(folder: Path, record: Path) -> tuple[tuple[Decision, ...], str]:
    """The decisions of the work, and the print of its exports when nothing disturbs it."""
    read_folder(folder, record)
    made: list[Decision] = []
    for number, (answer, left, right) in enumerate(DECIDED):
        with View(record) as view:
            drawn = make_decision(view, answer, left, right, "A. Coder", "")  # type: ignore[arg-type]  # one of its answers
        # Every run decides at the same times.
        made.append(replace(drawn, at=f"2026-04-01T10:00:{number:02}+00:00"))
        local.decide(record, made=[made[-1]])
    return tuple(made), print_of(record)


def keep(decisions: Sequence[Decision], path: Path) -> None:
    """Write the decisions for another process."""
    path.write_text(decision_lines(decisions), "utf-8")


def kept(path: Path) -> tuple[Decision, ...]:
    """The decisions that `keep` wrote."""
    return read_decisions(path)


def print_of(record: Path) -> str:
    """A hash of every byte of the record's export."""
    folder = record.with_name(record.name + ".export")
    with View(record) as view:
        paths = sorted(exports.export_jsonl(view, folder))
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def faults(record: Path, articles: int, decisions: Sequence[Decision]) -> list[str]:
    """What is wrong with a record on which so much was acknowledged: lost things, false things."""
    if not articles and not decisions and not record.exists():
        return []
    with View(record) as view:
        read = {date.article for date in view.all(ArticleDate)}
        there = sorted(a.path for a in view.articles.values() if a.id in read)
        stand = set(view.all(Decision))
        found = [f"{fault.where}: {fault.what}" for fault in verify(view).faults]
    lost = {f"{i:02}.txt" for i in range(articles)} - set(there)
    found += [f"article {path} was acknowledged and is not there" for path in sorted(lost)]
    gone = sorted((d for d in decisions if d not in stand), key=in_time)
    found += [f"the decision of {d.at} was acknowledged and is not there" for d in gone]
    return found
