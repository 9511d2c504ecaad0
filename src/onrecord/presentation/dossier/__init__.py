"""What does the record say, on one page? A self-contained HTML file from a record and a codebook.

`build_dossier` gathers what a reader sees into one frozen context; `render_dossier` turns that
into HTML that opens offline, asks nothing of any network and runs nothing that an article holds.
`draw_courses` makes its drawings of how issues went alone, for a notebook.
"""

from __future__ import annotations

from onrecord.presentation.dossier.builder import build_dossier
from onrecord.presentation.dossier.charts import draw_courses
from onrecord.presentation.dossier.context import DossierContext
from onrecord.presentation.dossier.lookup import RecordView
from onrecord.presentation.dossier.render import render_dossier

__all__ = ["DossierContext", "RecordView", "build_dossier", "draw_courses", "render_dossier"]
