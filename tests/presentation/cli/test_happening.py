"""Events, shifts and the calendar as a user asks for them."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.presentation.exports.icalendar import escaped, folded
from tests.presentation.cli.test_commands import run

FILES = {
    "a.txt": (
        "Harbour Post",
        "2031-03-01",
        "Ilsa Brandt, the foreign minister of Norland, will meet Pavo Lindh in Geneva on 4 March "
        "2031. Norland cancelled the summit with Sudmark planned for 20 March 2031.",
    ),
    "b.txt": (
        "Courier",
        "2031-03-05",
        "Ilsa Brandt met Pavo Lindh in Geneva on 4 March 2031; both ate fish, bread and salt. "
        "Norland and Sudmark signed the accord on 2 March 2031.",
    ),
}
PARTIES = """parties:
  Norland:
    kind: government
    spokespeople:
      - {name: Ilsa Brandt, role: foreign minister}
  Sudmark:
    kind: government
    spokespeople:
      - {name: Pavo Lindh, role: foreign minister}
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Path:
    """A record of a plan that was kept, one that fell, and a signature."""
    place = tmp_path_factory.mktemp("happening")
    coverage = place / "coverage"
    coverage.mkdir()
    lines = ["file,outlet,url,date,title"]
    for name, (outlet, date, text) in FILES.items():
        (coverage / name).write_text(f"Talks\n\n{text}\n", encoding="utf-8")
        lines.append(f"{name},{outlet},,{date},Talks")
    (coverage / "articles.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (coverage / "parties.yaml").write_text(PARTIES, encoding="utf-8")
    onrecord.read(coverage, place / "talks.onrecord", light=True)
    return place / "talks.onrecord"


def test_events(record, capsys):
    code, out = run("events", str(record), "--json", capsys=capsys)
    assert code == 0
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(r["when"], r["kind"], r["status"]) for r in rows] == [
        ("2031-03-02", "signature", "happened"),
        ("2031-03-04", "meeting", "happened"),
        ("2031-03-20", "meeting", "called off"),
    ]
    met = rows[1]
    assert (met["place"], met["articles"]) == ("Geneva", ["a.txt", "b.txt"])
    assert "will meet" in met["announced"]
    assert met["parties"] == ["Norland", "Sudmark"]
    code, table = run("events", str(record), capsys=capsys)
    assert (code, max(map(len, table.splitlines())) <= 80) == (0, True)
    assert "planned as:" in " ".join(table.replace("│", " ").split())


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param({"party": "Sudmark"}, 3, id="a party, by those who speak for it"),
        pytest.param({"kind": "signature"}, 1, id="a kind"),
        pytest.param({"status": "called off"}, 1, id="a status"),
        pytest.param({"place": "geneva"}, 1, id="a place"),
        pytest.param({"since": dt.date(2031, 3, 5)}, 1, id="since a day"),
        pytest.param({"until": dt.date(2031, 3, 2)}, 1, id="until a day"),
    ],
)
def test_what_is_asked_for(record, asked, count):
    assert len(onrecord.open_record(record).events(**asked)) == count


@pytest.mark.parametrize("command", ["events", "shifts"])
def test_a_party_that_nobody_is_is_told(record, capsys, command):
    code = run(command, str(record), "--party", "Vesland", capsys=capsys)[0]
    assert code == 1


def test_no_shift_is_told(record, capsys):
    code, out = run("shifts", str(record), capsys=capsys)
    assert (code, "no position moved" in out) == (0, True)
    assert run("shifts", str(record), "--direction", "sideways", capsys=capsys)[0] == 2


# --- the calendar, read by a small reader of RFC 5545 that shares nothing with the writer -----


def read_calendar(data: bytes) -> list[dict[str, str]]:
    """The VEVENTs of a calendar: unfolded, unescaped; a property's parameters stay in its name."""
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode("utf-8")  # no character is cut
    content = re.sub(rb"\r\n[ \t]", b"", data).decode("utf-8").split("\r\n")
    found: list[dict[str, str]] = []
    for line in content:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("END", ""):
            found[-1][name] = read_text(value)
    return found


def read_text(value: str) -> str:
    """A TEXT value unescaped."""
    out, at = "", 0
    while at < len(value):
        if value[at] == "\\":
            out += {"n": "\n", "N": "\n"}.get(value[at + 1], value[at + 1])
            at += 1
        else:
            out += value[at]
        at += 1
    return out


def test_the_calendar(record, capsys, tmp_path):
    path = tmp_path / "talks.ics"
    code, out = run("timeline", str(record), "--ics", str(path), capsys=capsys)
    assert (code, out.strip()) == (0, str(path))
    signed, met, fell = read_calendar(path.read_bytes())
    assert (met["DTSTART;VALUE=DATE"], met["DTEND;VALUE=DATE"]) == ("20310304", "20310305")
    assert [e["STATUS"] for e in (signed, met, fell)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert met["LOCATION"] == "Geneva"
    assert len({e["UID"] for e in (signed, met, fell)}) == 3
    whole = path.read_bytes()
    assert whole.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    other = tmp_path / "again.ics"
    code, _ = run("export", "ics", str(record), "-o", str(other), capsys=capsys)
    assert (code, other.read_bytes()) == (0, whole)


def test_the_calendar_of_one_party(record, tmp_path):
    path = onrecord.open_record(record).calendar(tmp_path / "p.ics", until=dt.date(2031, 3, 2))
    assert [e["CATEGORIES"] for e in read_calendar(path.read_bytes())] == ["signature"]


def test_a_uid_stays_when_another_article_tells_of_the_event(record, tmp_path):
    (row,) = onrecord.open_record(record).events(kind="signature")
    coverage = tmp_path / "coverage"
    coverage.mkdir()
    for name, (_, _, text) in FILES.items():
        (coverage / name).write_text(f"Talks\n\n{text}\n", encoding="utf-8")
    (coverage / "c.txt").write_text(
        "Later\n\nNorland and Sudmark signed the accord on 2 March 2031, and left.\n", "utf-8"
    )
    lines = ["file,outlet,url,date,title", "c.txt,Vale Times,,2031-03-09,Later"]
    lines += [f"{n},{o},,{d},Talks" for n, (o, d, _) in FILES.items()]
    (coverage / "articles.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (coverage / "parties.yaml").write_text(PARTIES, encoding="utf-8")
    grown = onrecord.read(coverage, tmp_path / "grown.onrecord", light=True)
    (more,) = grown.events(kind="signature")
    assert len(more.articles) == 2
    assert more.id != row.id
    before = onrecord.open_record(record).calendar(tmp_path / "before.ics")
    uids = [
        {e["DTSTART;VALUE=DATE"]: e["UID"] for e in read_calendar(p.read_bytes())}
        for p in (before, grown.calendar(tmp_path / "after.ics"))
    ]
    assert uids[0]["20310302"] == uids[1]["20310302"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_survives_the_calendar(text):
    line = folded(f"SUMMARY:{escaped(text)}")
    pieces = line.encode("utf-8").split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    assert all(piece.startswith(b" ") for piece in pieces[1:])
    joined = b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]).decode("utf-8")
    assert read_text(joined.removeprefix("SUMMARY:")) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("a, b; c", "a\\, b\\; c", id="comma and semicolon"),
        pytest.param("a\\n", "a\\\\n", id="backslash"),
        pytest.param("a\r\nb\nc", "a\\nb\\nc", id="line ends"),
        pytest.param("a: “b”", "a: “b”", id="colon stays"),
    ],
)
def test_escaped(text, written):
    assert escaped(text) == written


def test_entity_timelines(record, capsys, tmp_path):
    code, _ = run("export", "timelines", str(record), "-o", str(tmp_path), capsys=capsys)
    assert code == 0
    lines = (tmp_path / "norland.txt").read_text("utf-8").splitlines()
    assert lines[0] == "Norland"
    fields = [line.split("\t") for line in lines[1:]]
    assert fields[0][:2] == ["1", "2031-03-02"]
    assert fields[0][2].startswith("b.txt-")
    assert fields[0][2].endswith("-signed")
    assert not any("2031-03-20" in line for line in lines), "what was called off has no place"
    brandt = (tmp_path / "ilsa_brandt.txt").read_text("utf-8").splitlines()
    (met,) = [line.split("\t") for line in brandt[1:]]
    assert [m.rsplit("-", 1)[1] for m in met[2:]] == ["meet", "met"]


def test_the_dossier_draws_the_lanes(record):
    page = onrecord.open_record(record).dossier().read_text("utf-8")
    drawing = page.partition('<figure class="lanes">')[2].partition("</figure>")[0]
    targets = set(re.findall(r'href="#(event-\d+)"', drawing))
    assert targets
    assert all(f'<li id="{target}">' in page for target in targets)
    assert "aria-label" in drawing
    assert "Planned before as:" in page
    assert "style=" not in drawing
