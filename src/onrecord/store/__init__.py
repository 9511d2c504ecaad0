"""Where records are kept: one SQLite file; a Writer adds, a View reads, nothing else touches it."""

from onrecord.store.view import View
from onrecord.store.writer import Writer

__all__ = ["View", "Writer"]
