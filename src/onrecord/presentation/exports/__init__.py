"""The record in other people's formats. Every file names its evidence by id and offset."""

from onrecord.presentation.exports.jsonl import export_jsonl
from onrecord.presentation.exports.tables import export_csv, export_xlsx
from onrecord.presentation.exports.timelines import export_timelines

__all__ = ["export_csv", "export_jsonl", "export_timelines", "export_xlsx"]
