import datetime as dt
from pathlib import Path

import pytest

from onrecord.actors import actor_id, link_actors, load_base
from onrecord.errors import PartiesError
from tests.actors.reading import read_with

GOOD = """\
parties:
  Arvenia:
    aliases: [Republic of Arvenia]
    demonyms: [Arvenian]
    capitals: [Arvos]
    metonyms: [the Marble House]
    spokespeople:
      - {name: Ilo Maren, role: foreign minister, from: 2025-03, to: 2026-01-15}
      - Anna Dorn
  Torland:
  Coast Group: [Arvenia, Torland, France]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "parties.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_parties_become_actors(tmp_path: Path):
    base = load_base(written(tmp_path, GOOD))
    arvenia = base.named("Republic of Arvenia")
    assert arvenia is not None
    assert (arvenia.name, arvenia.kind) == ("Arvenia", "government")
    group = base.named("Coast Group")
    assert group is not None
    assert group.members == ("party:arvenia", "party:torland", "state:FR")
    (term,) = base.terms["person:ilo maren"]
    assert (term.from_, term.to) == (dt.date(2025, 3, 1), dt.date(2026, 1, 15))


def test_a_party_is_found_under_all_its_words(tmp_path: Path):
    base = load_base(written(tmp_path, GOOD))
    text = "Arvos rejected the plan. The Marble House agreed. Maren said so. Torland left."
    mentions = read_with(text, base)[2]
    assert [m.name for m in mentions] == ["Arvenia", "Arvenia", "Maren", "Torland"]
    actors, links = link_actors(mentions, base)
    maren = next(a for a in actors if a.kind == "person")
    assert maren.name == "Ilo Maren"
    assert maren.speaks_for[0].party == actor_id("party:arvenia")
    assert len(links) == 4


def test_a_known_state_keeps_its_key(tmp_path: Path):
    base = load_base(written(tmp_path, "parties:\n  Ukraine:\n    spokespeople: [Ilo Maren]\n"))
    ukraine = base.named("Ukraine")
    assert ukraine is not None
    assert ukraine.key == "state:UA"
    assert base.terms["person:ilo maren"][0].party == "state:UA"


FAULTS = {
    "circle": ("parties:\n  A: [B]\n  B: [A]\n", 2, "member of itself"),
    "alias of two": (
        "parties:\n  A:\n    aliases: [Coast]\n  B:\n    aliases: [Coast]\n",
        5,
        "`Coast` is claimed",
    ),
    "ends before it starts": (
        "parties:\n  A:\n    spokespeople:\n      - {name: X, from: 2025, to: 2024}\n",
        4,
        "ends",
    ),
    "unknown key": ("parties:\n  A:\n    alias: [B]\n", 3, "unknown key `alias`"),
    "unknown top key": ("partys:\n  A:\n", 1, "unknown key `partys`"),
    "a person's name": (
        "parties:\n  A:\n    aliases: [Ilo Maren]\n    spokespeople: [Ilo Maren]\n",
        3,
        "`Ilo Maren` is claimed by `Ilo Maren` and by `A`",
    ),
    "tag": ("parties:\n  A: !!python/object:os.system {}\n", 2, "tag"),
    "anchor": ("parties:\n  A: &x [B]\n", 2, "anchor"),
    "unquoted no": ("parties:\n  Norway:\n    aliases: [no]\n", 3, "quotes"),
    "not a date": ("parties:\n  A:\n    spokespeople:\n      - {name: X, from: soon}\n", 4, "date"),
    "no such day": (
        "parties:\n  A:\n    spokespeople:\n      - {name: X, from: 2025-02-30}\n",
        4,
        "date",
    ),
    "unknown member": ("parties:\n  A: [Nowhereland]\n", 2, "not a party"),
    "twice": ("parties:\n  A:\n  A:\n", 3, "second time"),
    "a list of words": ("parties: [A, B]\n", 1, "keys"),
    "empty": ("", 1, "empty"),
    "broken": ("parties: [A\n", 2, ""),
}


@pytest.mark.parametrize(("text", "line", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_fault_names_file_line_and_reason(text: str, line: int, reason: str, tmp_path: Path):
    path = written(tmp_path, text)
    with pytest.raises(PartiesError) as caught:
        load_base(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert reason in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(PartiesError, match=r"none\.yaml"):
        load_base(tmp_path / "none.yaml")


def test_a_changed_file_is_read_anew(tmp_path: Path):
    load_base(written(tmp_path, "parties:\n  Arvenia:\n"))
    assert load_base(written(tmp_path, "parties:\n  Torland:\n")).named("Torland") is not None
