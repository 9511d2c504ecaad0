"""Answers convert to pandas, polars and Arrow in one call and show as a table."""

from dataclasses import dataclass

import pytest

from onrecord.presentation.notebook import as_quotes
from onrecord.presentation.results import Results
from onrecord.presentation.rows import MatrixRow
from onrecord.presentation.tracing import Passage


def row(issue: str, **fields) -> MatrixRow:
    values = {
        "issue": issue,
        "party": "Norland",
        "state": "accepts",
        "values": ("all", "some"),
        "conditions": (),
        "acts": (),
        "hardness": "",
        "as_of": "2031-05-03",
        "published": "",
        "age_days": None,
        "stale": False,
        "origins": 2,
        "status": "contested",
        "conflict": "",
        "positions": ("a", "b"),
    }
    return MatrixRow(**(values | fields))


ROWS = Results(MatrixRow, [row("prisoners"), row("<script>", age_days=3)])
EMPTY = Results(MatrixRow, [])


@pytest.mark.parametrize("rows", [ROWS, EMPTY], ids=["two", "none"])
def test_every_form_has_the_rows_and_columns(rows):
    arrow, pandas, polars = rows.to_arrow(), rows.to_pandas(), rows.to_polars()
    for columns in (arrow.column_names, list(pandas.columns), polars.columns):
        assert tuple(columns) == rows.columns
    assert (arrow.num_rows, len(pandas), polars.height) == (len(rows),) * 3
    assert arrow.to_pylist() == rows.to_dicts()


def test_results_behave_as_a_sequence():
    assert len(ROWS[:1]) == 1
    assert ROWS[1].issue == "<script>"
    assert [r.issue for r in ROWS] == ["prisoners", "<script>"]
    assert Results(MatrixRow, list(ROWS)) == ROWS
    assert repr(EMPTY) == "<0 × MatrixRow>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row as `Results` holds it: a path, its words, a list of articles, an id."""

    id: str = "0123456789abcdef01234567"
    path: str = "a.txt"
    quote: str = ""
    articles: tuple[str, ...] = ()
    modality: str = "asserted"
    when: str = "2031-05-03"
    unsure: bool = False
    share: float = 0.75


def shown(*lines: Line, **urls: str) -> str:
    known = {name.replace("_", "."): url for name, url in urls.items()}
    return Results(Line, lines).linked(lambda: known)._repr_html_()


HOSTILE = '"><img src=x onerror=alert(1)>'


def test_a_notebook_shows_a_table_and_runs_nothing():
    html = ROWS._repr_html_()
    assert "<th scope='col'>issue</th>" in html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    for text in (
        shown(Line(path=HOSTILE, quote=HOSTILE), a_txt="https://x.example"),
        shown(Line(quote=HOSTILE), a_txt=f"https://x.example/{HOSTILE}"),
        shown(Line(articles=(HOSTILE,))),
    ):
        assert "<img" not in text


LINKS = {
    "an address": ("https://x.example/1", "<a href='https://x.example/1#:~:text=Peace%20now'"),
    "with a place of its own": ("http://x.example/#top", "href='http://x.example/#top:~:text="),
    "a script": ("javascript:alert(1)", None),
    "a file": ("file:///etc/passwd", None),
    "data": ("data:text/html,hi", None),
    "none": ("", None),
}


@pytest.mark.parametrize(("url", "link"), LINKS.values(), ids=LINKS)
def test_a_path_leads_to_its_passage_on_the_web_and_nowhere_else(url, link):
    html = shown(Line(quote="“Peace now”"), a_txt=url)
    assert (link in html) if link else ("href" not in html and "<td>a.txt</td>" in html)


PASSAGES = {
    "short": ("no, never - or", "text=no%2C%20never%20%2D%20or'"),
    "in parts": ("“Not today,” … “Not ever.”", "text=Not%20today'"),
    "long": (
        " ".join(map(str, range(40))),
        "text=0%201%202%203%204%205,34%2035%2036%2037%2038%2039'",
    ),
    "none": ("", "https://x.example/1'"),
}


@pytest.mark.parametrize(("words", "target"), PASSAGES.values(), ids=PASSAGES)
def test_the_passage_is_named_as_a_browser_finds_it(words, target):
    assert target in shown(Line(quote=words), a_txt="https://x.example/1")


def test_each_article_of_a_list_leads_to_its_page():
    html = shown(Line(articles=("a.txt", "b.txt")), b_txt="https://x.example/b")
    assert "a.txt; <a href='https://x.example/b' target='_blank' rel='noopener noreferrer'>" in html


def test_a_table_shows_what_says_something_and_names_the_rest():
    html = shown(Line(quote="Peace"), Line(quote="War"))
    assert "<th scope='col'>quote</th>" in html
    assert "<code title='0123456789abcdef01234567'>01234567</code>" in html
    assert "<td class='day'>2031-05-03</td>" in html
    assert "<td>0.75</td>" in html
    assert "2 rows; also in <code>to_pandas()</code>: articles, modality, unsure" in html
    assert "<td>yes</td>" in shown(Line(unsure=True))
    assert "<th scope='col'>modality</th>" in shown(Line(modality="hedged"), Line())


def test_many_rows_are_cut_and_counted():
    html = shown(*(Line(quote=str(n)) for n in range(60)))
    assert html.count("<tr>") == 51
    assert "60 rows, the first 50 shown" in html
    assert "No rows." in EMPTY._repr_html_()


def test_slices_keep_their_links_and_equality_knows_rows_alone():
    rows = Results(Line, [Line(), Line(path="b.txt")]).linked(
        lambda: {"b.txt": "https://x.example"}
    )
    assert "https://x.example" in rows[1:]._repr_html_()
    assert rows == Results(Line, list(rows))


def test_addresses_are_asked_for_when_a_table_is_shown_and_not_before():
    def fail() -> dict[str, str]:
        raise AssertionError("asked")

    rows = Results(Line, [Line()]).linked(fail)
    assert len(rows.to_dicts()) == len(rows) == 1
    with pytest.raises(AssertionError, match="asked"):
        rows._repr_html_()


def test_answers_of_a_record_lead_to_their_pages(coverage):
    html = coverage.statements(speaker="Orlo", outlet="Pellin Gazette")._repr_html_()
    assert "https://gazette.example.org/ilvane/hale-without-a-date#:~:text=" in html
    assert "https://ledger.example.org/wire/" in coverage.copies()._repr_html_()


def passage(before: str, after: str) -> Passage:
    words = {"path": "a.txt", "outlet": "Dawn", "published": "2031-05-03", "start": 0, "end": 1}
    return Passage(before=before, quote="<b>no</b>", after=after, **words)


AROUND = {
    "the paragraph's beginning and end": (
        "Off.\nShe said: ",
        " It\nwas",
        "She said: <mark>",
        " It<",
    ),
    "a text's beginning and end": ("She said: ", " It was", "She said: <mark>", " It was<"),
    "cut in the middle of words": ("fa r so: ", " go od w", "<blockquote>r so: <mark>", " go od<"),
}


@pytest.mark.parametrize(("before", "after", "left", "right"), AROUND.values(), ids=AROUND)
def test_a_passage_is_shown_in_its_paragraph_by_whole_words(before, after, left, right):
    room = 8 if "fa r" in before else 200
    html = as_quotes("positions", "0123456789abcdef01234567", [passage(before, after)], room)
    assert f"{left}&lt;b&gt;no&lt;/b&gt;</mark>{right}" in html
    assert "<p>Dawn, 2031-05-03, a.txt</p>" in html
    assert "01234567</code>" in html


def test_movement_is_drawn_above_its_rows_for_the_issues_that_these_tell_of(coverage):
    one = coverage.movement(issue="Prisoners")._repr_html_()
    assert one.count("<svg") == 1
    assert "<b>Prisoners</b>" in one
    assert one.index("<svg") < one.index("<table>")
    assert coverage.movement()._repr_html_().count("<svg") == 2
    assert "<svg" not in coverage.movement(issue="Sanctions")._repr_html_()
    assert "<svg" not in coverage.gaps()._repr_html_()


def test_a_record_s_passages_show_in_a_notebook(coverage):
    [red] = [p for p in coverage.positions(party="Velundia", issue="Ilvane") if p.hardness]
    html = coverage.show(red.id)._repr_html_()
    assert "<mark>giving up any part of the Ilvane valley was a red line</mark> for her" in html
    assert html.startswith("<style>")
