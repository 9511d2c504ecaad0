"""What a record is read and concluded with. It is kept in the record, so that later runs agree.

A run that names no codebook, parties, day or horizon goes on with those of the record.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.actors import ActorBase, load_base
from onrecord.engines.options import ReadOptions
from onrecord.pipeline import Gazetteer, Horizon
from onrecord.places import load_places
from onrecord.positions import Codebook, load_codebook
from onrecord.positions.codebook_file import codebook_text, read_codebook
from onrecord.records import identity
from onrecord.sources.web import is_address, name_of
from onrecord.store import View, Writer
from onrecord.store.writer import CONCLUDED

# Changes whenever a stage reads otherwise than before: a record read by an older one is read anew.
READING_VERSION = "6"
NAMES = ("codebook", "parties", "as_of", "stale_days", "light", "prefer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The texts of codebook and parties file ("": the bundled ones), the horizon, the mode.

    `prefer` is "precision" or "recall"; "" is a balance of both.
    """

    codebook: str
    parties: str
    as_of: str
    stale_days: str
    light: str
    prefer: str

    @property
    def reading(self) -> str:
        """What the reading of an article depends on, as one hash."""
        return identity(READING_VERSION, self.light, self.prefer, self.parties)

    @property
    def concluding(self) -> tuple[str, ...]:
        """What the conclusions depend on beside the articles."""
        return (READING_VERSION, self.codebook, self.parties, self.as_of, self.stale_days)

    def horizon(self) -> Horizon:
        """As of which day, and after how many days a word is stale."""
        return Horizon(
            as_of=dt.date.fromisoformat(self.as_of) if self.as_of else None,
            days=int(self.stale_days) if self.stale_days else None,
        )

    def load_codebook(self) -> Codebook:
        """The codebook. Raises CodebookError."""
        return read_codebook(self.codebook, "codebook") if self.codebook else load_codebook()


def stored_settings(view: View) -> Settings:
    """The settings that a record was last read with."""
    return Settings(**{name: view.setting(name) or "" for name in NAMES})


def settled(options: ReadOptions, stored: Settings) -> Settings:
    """The settings of a run: what it names, else what the record has.

    Raises CodebookError or PartiesError, naming the file and the line, before anything is read.
    """
    if options.codebook is not None:
        load_codebook(options.codebook)
    if options.parties is not None:
        load_base(options.parties)
        load_places(options.parties)
    return Settings(
        codebook=_codebook_text(options.codebook) or stored.codebook,
        parties=_text(options.parties) or stored.parties,
        as_of=options.as_of.isoformat() if options.as_of else stored.as_of,
        stale_days=str(options.stale_days) if options.stale_days else stored.stale_days,
        light=_mode(options.light) or stored.light or "no",
        prefer=stored.prefer if options.prefer is None else options.prefer.replace("balance", ""),
    )


def _mode(light: bool | None) -> str:
    return "" if light is None else "yes" if light else "no"


def keep_settings(writer: Writer, root: Path | str, settings: Settings, stored: Settings) -> None:
    """Keep them beside the record in place of those `stored`, with the place that was read.

    Conclusions that were drawn with others are then said not to be drawn.
    """
    with writer.transaction():  # the codebook of one run never stands beside the parties of another
        if settings.concluding != stored.concluding:
            writer.keep_setting(CONCLUDED, None)
        writer.keep_setting("root", _shown(root))
        for name in NAMES:
            writer.keep_setting(name, getattr(settings, name) or None)


def _shown(root: Path | str) -> str:
    """The source as the record names it: of a folder its name alone, of an address no query.

    A record is shared; the way to a folder is nobody else's business, nor is the key of a feed.
    """
    if str(root) == "-":
        return "standard input"
    return name_of(str(root)) if is_address(root) else Path(root).resolve().name


def load_base_of(parties: str) -> ActorBase:
    """The bundled base with the parties of this text laid over it. Raises PartiesError."""
    with _as_file(parties) as path:
        return load_base(path)


def load_places_of(parties: str) -> Gazetteer:
    """The bundled gazetteer with the places of this text laid over it. Raises PartiesError."""
    with _as_file(parties) as path:
        return load_places(path)


@contextmanager
def _as_file(parties: str) -> Iterator[Path | None]:
    """The text as a file for as long as it is read; None for no text."""
    if not parties:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "parties.yaml"
        path.write_text(parties, encoding="utf-8", newline="\n")
        yield path


def _codebook_text(named: Path | None) -> str:
    """The text of a codebook file or shipped codebook; "" for none named."""
    return codebook_text(named)[0] if named is not None else ""


def _text(path: Path | None) -> str:
    return path.read_text(encoding="utf-8-sig") if path is not None else ""
