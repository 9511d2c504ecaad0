"""What was not read is named by `read`, counted in its exit code, and named again by `info`."""

import json

from onrecord.presentation.cli.terminal import MOST_SKIPS_SHOWN
from tests.presentation.cli.test_commands import run
from tests.sources import databases as made


def test_bad_documents_of_an_export_are_named(tmp_path, capsys):
    written = made.stories(3)
    lines = made.nexis_cover(written, 5)
    for number, story in enumerate(written):
        document = made.nexis_document(story)
        lines += document if number != 1 else [*document[: document.index("Body")], document[-2]]
    (tmp_path / "export.txt").write_text(made.as_text(lines), encoding="utf-8")
    record = str(tmp_path / "r.onrecord")
    code, out = run("read", str(tmp_path), "-o", record, "--light", capsys=capsys)
    assert code == 3
    assert "2 articles read" in out
    code, out = run("info", record, capsys=capsys)
    assert code == 0
    assert "export.txt#2: document without text: Round 2" in out
    assert "Nexis Uni announces 5 documents, the file has 3" in out
    _, out = run("info", record, "--json", capsys=capsys)
    assert [(s["where"], s["reason"]) for s in json.loads(out)["skips"]] == [
        ("export.txt", "export incomplete"),
        ("export.txt#2", "document without text"),
    ]
    code, out = run("read", str(tmp_path), "-o", record, "--light", "--json", capsys=capsys)
    assert code == 3  # nothing new, and still something that is not read
    assert json.loads(out)["unchanged"] == 2


def test_of_many_the_first_are_named_and_all_listed(tmp_path, capsys):
    rows = "\n".join(f"{number}.txt,soon" for number in range(15))
    (tmp_path / "articles.csv").write_text(f"file,date\n{rows}\n")
    for number, story in enumerate(made.stories(15)):
        (tmp_path / f"{number}.txt").write_text("\n\n".join(story.paragraphs), encoding="utf-8")
    record = str(tmp_path / "r.onrecord")
    code, out = run("read", str(tmp_path), "-o", record, "--light", capsys=capsys)
    assert code == 3
    assert "15 articles read" in out
    assert "15 × date not understood" in out
    _, out = run("info", record, capsys=capsys)
    assert out.count("date not understood: “soon”") == MOST_SKIPS_SHOWN
    assert f"{15 - MOST_SKIPS_SHOWN} more; `onrecord info --json` lists them all" in out
    _, out = run("info", record, "--json", capsys=capsys)
    assert len(json.loads(out)["skips"]) == 15
