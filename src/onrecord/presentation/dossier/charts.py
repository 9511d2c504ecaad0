"""The drawings of how issues went, apart from the page: for a notebook."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.positions import Codebook
from onrecord.presentation.dossier.context import Course
from onrecord.presentation.dossier.evidence import Evidence
from onrecord.presentation.dossier.grounds import grounds_of
from onrecord.presentation.dossier.lookup import RecordView, gather
from onrecord.presentation.dossier.matrix import held
from onrecord.presentation.dossier.movement import build_courses
from onrecord.presentation.dossier.render import templates

# In the colours of the page around it; marks are filled, since what lies behind is not known.
STYLE = Markup(
    "<style>.onrecord-course{max-width:22.5rem;margin:.5em 0}"
    ".onrecord-course svg{max-width:100%;height:auto;display:block}"
    ".onrecord-course text{fill:currentColor;font:12px sans-serif}"
    ".onrecord-course .day.last{text-anchor:end}.onrecord-course .row{stroke:#8888}"
    ".onrecord-course .way{fill:none;stroke:currentColor;stroke-width:2}"
    ".onrecord-course .way-1{stroke-dasharray:7 3}.onrecord-course .way-2{stroke-dasharray:2 3}"
    ".onrecord-course .way-3{stroke-dasharray:9 3 2 3}.onrecord-course .at-day{fill:currentColor}"
    ".onrecord-course figure{margin:0}"
    ".onrecord-course figcaption{opacity:.8;font-size:.85em}</style>"
)


def draw_courses(view: RecordView, codebook: Codebook) -> tuple[tuple[str, str], ...]:
    """(issue, drawing as HTML) of every issue that the dossier draws, in its order."""
    lookup = gather(view, codebook)
    courses = build_courses(grounds_of(lookup), Evidence(lookup), held(lookup))
    return tuple((c.issue, _figure(c)) for c in courses if c.drawing is not None)


def _figure(course: Course) -> str:
    draw = getattr(templates().get_template("course.html.j2").module, "course_drawing")  # noqa: B009
    whole = Markup("{}<div class='onrecord-course'><b>{}</b>{}</div>")
    return str(whole.format(STYLE, course.issue, draw(course)))
