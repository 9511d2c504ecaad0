"""The bundled gazetteer, its borders, and the places of a user."""

from __future__ import annotations

import time
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.errors import PartiesError
from onrecord.places import border_of, load_places, unit_codes
from onrecord.places.entry import entry_of, fold
from onrecord.places.gazetteer import load_adjectives, load_gazetteer
from tests.places.test_places import read


def test_every_line_is_sound() -> None:
    entries = [entry_of(line) for line in load_gazetteer().lines]
    assert len(entries) > 40_000
    for entry in entries:
        assert entry.name
        assert (entry.lat is None) == (entry.lon is None)
        assert entry.lat is None or -90 <= entry.lat <= 90
        assert entry.lon is None or -180 <= entry.lon <= 180
        assert entry.country is None or entry.country.isupper()


def test_an_entry_is_found_under_all_its_names() -> None:
    gazetteer = load_gazetteer()
    for number in range(0, len(gazetteer.lines), 97):
        line = gazetteer.lines[number]
        for name in line.partition("\t")[0].split("|"):
            assert entry_of(line) in gazetteer.entries_of(name)


def test_every_adjective_has_a_place() -> None:
    gazetteer = load_gazetteer()
    assert [n for n in load_adjectives().values() if not gazetteer.entries_of(n)] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Łódź", "LODZ", True),
        ("Port-au-Prince", "Port au Prince", True),
        ("Saint John", "St. John", True),
        ("Sana’a", "Sana'a", True),
        ("Velkar", "Velka", False),
    ],
)
def test_folded(one: str, other: str, same: bool) -> None:
    assert (fold(one) == fold(other)) is same


def test_the_files_stay_small_and_load_fast() -> None:
    folder = files("onrecord.places")
    sizes = [len((folder / n).read_bytes()) for n in ("places.tsv", "borders.tsv.gz")]
    assert sum(sizes) < 3_000_000
    assert sizes[1] < 1_000_000
    start = time.process_time()
    load_gazetteer.__wrapped__()
    assert time.process_time() - start < 0.5  # 0.05 on a machine that does nothing else


# --- borders --------------------------------------------------------------------------------------


def test_a_unit_has_a_border_by_either_code() -> None:
    (border,) = border_of("UA-09")
    assert (border.name, border.admin1) == ("Luhansk", "UA.14")
    assert border_of("UA.14") == (border,)
    (polygon,) = border.polygons
    lons, lats = zip(*polygon[0], strict=True)
    assert 37 < min(lons) < max(lons) < 41
    assert 47 < min(lats) < max(lats) < 51


def test_a_unit_is_keyed_on_its_code_and_not_on_who_holds_it() -> None:
    assert border_of("UA-43")[0].name.endswith("Crimea")
    assert border_of("UA-00") == ()


def test_every_border_is_a_closed_ring_on_the_earth() -> None:
    codes = unit_codes()
    assert len(codes) > 4000
    for code in codes[::7]:
        rings = [r for b in border_of(code) for polygon in b.polygons for r in polygon]
        assert rings, code
        for ring in rings:
            assert len(ring) >= 4
            assert ring[0] == ring[-1]
            assert all(-180.1 <= x <= 180.1 and -90.1 <= y <= 90.1 for x, y in ring)


def test_neighbours_share_their_points() -> None:
    def points(code: str) -> set[tuple[float, float]]:
        return {p for b in border_of(code) for polygon in b.polygons for r in polygon for p in r}

    assert len(points("UA-09") & points("UA-14")) > 20
    assert not points("UA-09") & points("UA-43")


# --- a user's own ---------------------------------------------------------------------------------

OWN = """\
parties: {}
places:
  Velkar Heights:
    aliases: [the Heights, Velkarine]
    country: NO
    lat: 48.1
    lon: 37.2
  Tavin Strait:
  Paris: {lat: 1, lon: 2}
"""


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "parties.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_users_places_go_first(tmp_path: Path) -> None:
    gazetteer = load_places(own(tmp_path, OWN))
    text = "They left Velkar Heights and the Velkarine, crossed the Tavin Strait, and saw Paris."
    found = read(text, gazetteer=gazetteer)
    assert [(p.name, p.country, p.lat) for p in found] == [
        ("Velkar Heights", "NO", 48.1),
        ("Velkar Heights", "NO", 48.1),
        ("Tavin Strait", None, None),
        ("Paris", None, 1.0),
    ]
    assert "Velkar Heights" not in {p.name for p in read("The Velkarine is quiet.")}
    (paris,) = read("They saw Paris.")
    assert paris.country == "FR"


def test_no_file_or_no_places_is_the_bundled_gazetteer(tmp_path: Path) -> None:
    assert load_places() is load_gazetteer()
    assert load_places(own(tmp_path, "parties: {Arvenia: {}}")).own == {}


FAULTS = {
    "unknown key": ("places:\n  Tavin: {lattitude: 1}", ":2: unknown key `lattitude`"),
    "one coordinate": ("places:\n  Tavin: {lat: 1}", ":2: `Tavin` needs both lat and lon"),
    "off the earth": ("places:\n  Tavin: {lat: 91, lon: 1}", ":2: expected degrees"),
    "no number": ("places:\n  Tavin: {lat: nan, lon: 1}", ":2: expected degrees"),
    "no code": ("places:\n  Tavin: {country: Norway}", ":2: country `Norway` is no code like UA"),
    "small letter": ("places:\n  tavin: {}", "begins with a capital letter"),
    "twice": ("places:\n  Tavin: {}\n  Tavin: {}", ":3: `Tavin` stands here a second time"),
    "a list": ("places: [Tavin]", ":1: expected keys with values here"),
    "no yaml": ("places: {", "no YAML in UTF-8"),
}


@pytest.mark.parametrize(("text", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PartiesError) as error:
        load_places(own(tmp_path, text))
    assert message in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PartiesError):
        load_places(tmp_path / "none.yaml")
