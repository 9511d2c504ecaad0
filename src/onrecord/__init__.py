"""onrecord reads press coverage of a negotiation and puts every party on the record.

import onrecord

record = onrecord.read("coverage/")
record.statements(speaker="Lavrov")
record.matrix().to_pandas()
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.engines.options import ReadOptions, RunSummary
    from onrecord.errors import OnrecordError
    from onrecord.evaluation import evaluate_statements
    from onrecord.presentation.record import Info, Record, open_record, read
    from onrecord.presentation.results import Results
    from onrecord.presentation.watching import watch
    from onrecord.sources import SourceOptions

# Public name → where it lives. Loaded when first used (PEP 562), so that `import onrecord` is free.
_HOMES = {
    "Info": "onrecord.presentation.record",
    "OnrecordError": "onrecord.errors",
    "ReadOptions": "onrecord.engines.options",
    "Record": "onrecord.presentation.record",
    "Results": "onrecord.presentation.results",
    "RunSummary": "onrecord.engines.options",
    "SourceOptions": "onrecord.sources",
    "evaluate_statements": "onrecord.evaluation",
    "open_record": "onrecord.presentation.record",
    "read": "onrecord.presentation.record",
    "watch": "onrecord.presentation.watching",
}

__all__ = [
    "Info",
    "OnrecordError",
    "ReadOptions",
    "Record",
    "Results",
    "RunSummary",
    "SourceOptions",
    "evaluate_statements",
    "open_record",
    "read",
    "watch",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
