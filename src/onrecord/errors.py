"""Every error that onrecord raises. The message says what, where, and what to do.

OnrecordError
├── ArticleUnreadable     one article cannot be read; the others go on
├── SourceUnreadable      a path, table or manifest that was named cannot be used at all
├── RecordError           a record file
│   ├── RecordMissing     there is none at this path
│   ├── RecordTooNew      written by a later onrecord
│   ├── RecordCorrupt     not a record, or damaged
│   └── RecordUnwritable  full disk, read-only folder, another writer
├── EvidenceMismatch      a span whose text is not what stands in the article
├── CodebookError         a fault in a codebook, with its line
├── PartiesError          a fault in a parties file, with its line
├── DecisionsError        a fault in a file of decisions, with its line
├── ModelUnreadable       a model file that is missing or damaged
├── WorkerDied            a process of ours was killed, most often for want of memory
├── NotOnRecord           an id, party or issue that the record does not hold
├── GoldMissing           a gold folder that is not there, or not of the expected form
└── ExtraMissing          an optional package is needed for this
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class OnrecordError(Exception):
    """The root: catch this to catch everything that onrecord raises on purpose."""


class ArticleUnreadable(OnrecordError):
    """One article cannot be read.

    `reason` is a short countable phrase ("no text"), `where` names the file or the line,
    `remedy` says what a person can do. The loop over articles catches this and nothing else.
    """

    def __init__(self, where: str, reason: str, detail: str = "", remedy: str = "") -> None:
        self.where = where
        self.reason = reason
        self.detail = detail
        self.remedy = remedy
        what = f"{reason}: {detail}" if detail else reason
        super().__init__(f"{where}: {what}; {remedy}" if remedy else f"{where}: {what}")

    def __reduce__(
        self,
    ) -> tuple[type[ArticleUnreadable], tuple[str, str, str, str]]:
        return (type(self), (self.where, self.reason, self.detail, self.remedy))


class SourceUnreadable(OnrecordError):
    """A path, table or manifest that was named cannot be used at all."""


class RecordError(OnrecordError):
    """Something is wrong with a record file."""


class RecordMissing(RecordError):
    """There is no record at this path."""


class RecordTooNew(RecordError):
    """The record was written by a later onrecord."""


class RecordCorrupt(RecordError):
    """The file is not a record, or it is damaged."""


class RecordUnwritable(RecordError):
    """The record cannot be written: full disk, read-only folder, another writer."""


class EvidenceMismatch(OnrecordError):
    """A span whose text is not what stands in the article at these offsets."""


class CodebookError(OnrecordError):
    """A fault in a codebook, with its file and line."""


class PartiesError(OnrecordError):
    """A fault in a parties file, with its file and line."""


class DecisionsError(OnrecordError):
    """A fault in a file of decisions, with its file and line."""


class ModelUnreadable(OnrecordError):
    """A model file is missing or damaged; the message names it, its hash and the light mode."""

    def __init__(self, path: Path, what: str, remedy: str) -> None:
        self.path, self.what, self.remedy = path, what, remedy
        super().__init__(f"{path}: {what}; {remedy}")

    def __reduce__(self) -> tuple[type[ModelUnreadable], tuple[Path, str, str]]:
        return (type(self), (self.path, self.what, self.remedy))


class WorkerDied(OnrecordError):
    """A process of ours was killed, most often for want of memory."""


class NotOnRecord(OnrecordError):
    """An id, party or issue that the record does not hold."""


class GoldMissing(OnrecordError):
    """A gold folder that is not there, or not of the expected form."""


class ExtraMissing(OnrecordError):
    """An optional package is needed for this; the message names the extra to install."""
