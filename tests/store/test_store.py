"""The contract of a record file: what goes in comes out, and nothing false goes in."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import DatabaseError

from onrecord.errors import (
    EvidenceMismatch,
    NotOnRecord,
    RecordCorrupt,
    RecordMissing,
    RecordTooNew,
    RecordUnwritable,
)
from onrecord.language.english import parse_article
from onrecord.records import (
    Actor,
    ActorLink,
    ActorMention,
    Article,
    ArticleDate,
    Attribution,
    Deadlock,
    Decision,
    Page,
    PlaceMention,
    Plan,
    Position,
    PositionMark,
    Skip,
    Statement,
)
from onrecord.store import View, Writer
from onrecord.store.migrations import MIGRATIONS, schema_statements
from onrecord.store.parses import pack_parse, unpack_parse
from onrecord.store.schema import TABLES
from onrecord.store.writer import Reading
from tests.made import MadeRecord, made_records

MADE = made_records()


def reading_of(made: MadeRecord, article: Article, path: str | None = None) -> Reading:
    """An article of a made record with all that stands in it."""

    def own(records):
        return tuple(r for r in records if r.article == article.id)

    if path is not None:
        article = replace(article, path=path)
    return Reading(
        page=Page(
            path=article.path,
            original=article.raw.encode(),
            raw=article.raw,
            encoding="utf-8",
            media_type="text/plain",
        ),
        place=f"here:{article.path}",
        article=article,
        parse=pack_parse(parse_article(article, light=True)),
        found={
            Statement: own(made.statements),
            ActorMention: own(made.mentions),
            ArticleDate: own(made.dates),
        },
        fingerprint=f"fingerprint of {article.id}",
    )


def write(path: Path, made: MadeRecord) -> None:
    with Writer(path) as writer:
        for article in made.articles:
            writer.add_reading(reading_of(made, article))
        articles = {a.id: a for a in made.articles}
        for kind, records in (
            (Actor, made.actors),
            (ActorLink, made.links),
            (Attribution, made.attributions),
            (Position, made.positions),
            (Plan, made.plans),
        ):
            writer.replace_all(kind, records, articles)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "odd name #1?%41.onrecord"


@pytest.mark.parametrize("name", MADE)
def test_texts_are_the_articles_without_their_originals(path, name):
    write(path, MADE[name])
    with View(path) as view:
        bare = [replace(article, raw="", segments=()) for article in view.all(Article)]
        assert list(view.texts()) == bare
        assert bare


def test_records_of_some_articles_are_replaced_and_others_stay(path):
    made = next(made for made in MADE.values() if len({s.article for s in made.statements}) > 1)
    write(path, made)
    gone = made.statements[0].article
    others = [s for s in made.statements if s.article != gone]
    known = {article.id: article for article in made.articles}
    with Writer(path) as writer:
        writer.replace_of_articles(Statement, [gone], [], known)
    with View(path) as view:
        assert sorted(s.id for s in view.all(Statement)) == sorted(s.id for s in others)
    with Writer(path) as writer:
        writer.replace_of_articles(Statement, [], [], known)
    with View(path) as view:
        assert view.count(Statement) == len(others)


@pytest.mark.parametrize("name", MADE)
def test_what_goes_in_comes_out(path, name):
    made = MADE[name]
    write(path, made)
    with View(path) as view:
        assert sorted(view.all(Article), key=lambda a: a.id) == sorted(
            made.articles, key=lambda a: a.id
        )
        for kind, records in (
            (Statement, made.statements),
            (ActorMention, made.mentions),
            (Actor, made.actors),
            (Attribution, made.attributions),
            (Position, made.positions),
            (Plan, made.plans),
        ):
            assert set(view.all(kind)) == set(records)
            assert view.count(kind) == len(records)
        for statement in made.statements:
            assert view.get(Statement, statement.id) == statement
        assert view.get(Statement, "no such id") is None
        assert view.check_integrity() == ()


def test_the_order_of_writing_changes_no_answer(tmp_path):
    made = MADE["words"]
    write(tmp_path / "a.onrecord", made)
    write(tmp_path / "b.onrecord", replace(made, articles=made.articles[::-1]))
    with View(tmp_path / "a.onrecord") as a, View(tmp_path / "b.onrecord") as b:
        for kind in (Article, Statement, ActorMention, Actor, Position):
            assert list(a.all(kind)) == list(b.all(kind))


def test_writing_an_article_again_adds_nothing(path):
    made = MADE["agreed"]
    write(path, made)
    with Writer(path) as writer:
        writer.add_reading(reading_of(made, made.articles[0]))
    with View(path) as view:
        assert view.count(Article) == len(made.articles)
        assert view.count(Statement) == len(made.statements)


def test_a_changed_file_replaces_its_earlier_version(path):
    first, second = MADE["agreed"], MADE["contested"]
    with Writer(path) as writer:
        writer.add_reading(reading_of(first, first.articles[0], path="same.txt"))
        writer.add_reading(reading_of(second, second.articles[0], path="same.txt"))
    with View(path) as view:
        assert [a.id for a in view.all(Article)] == [second.articles[0].id]
        assert {s.article for s in view.all(Statement)} == {second.articles[0].id}
        assert list(view.reads()) == ["here:same.txt"]


FALSE_SPANS = {
    "other words": {"text": "words that nobody wrote"},
    "other place": {"start": 3, "end": 9},
    "past the end": {"start": 10**6, "end": 10**6 + 3},
    "wrong place in the original": {"raw_start": 1, "raw_end": 2},
}


@pytest.mark.parametrize("change", FALSE_SPANS.values(), ids=FALSE_SPANS.keys())
def test_a_span_that_does_not_match_cannot_be_stored(path, change):
    made = MADE["agreed"]
    article = made.articles[0]
    statement = next(s for s in made.statements if s.article == article.id)
    false = replace(statement, content=(replace(statement.content[0], **change),))
    reading = reading_of(made, article)
    with Writer(path) as writer, pytest.raises(EvidenceMismatch, match=r"agreed/1\.txt"):
        writer.add_reading(replace(reading, found={Statement: (false,)}))
    with View(path) as view:
        assert view.count(Article) == 0


def test_a_span_deep_in_a_plan_is_checked_too(path):
    made = MADE["agreed"]
    write(path, made)
    plan = made.plans[0]
    clause = plan.clauses[0]
    false = replace(clause, spans=(replace(clause.spans[0], text="other words"),))
    with Writer(path) as writer, pytest.raises(EvidenceMismatch):
        writer.replace_all(
            Plan, [replace(plan, clauses=(false,))], {a.id: a for a in made.articles}
        )
    with View(path) as view:
        assert list(view.all(Plan)) == [plan]  # what stood there is kept


def test_a_removed_article_takes_all_that_stands_in_it(path):
    made = MADE["words"]
    write(path, made)
    gone = made.articles[0]
    with Writer(path) as writer:
        writer.remove_article(gone.id)
        with pytest.raises(NotOnRecord):
            writer.remove_article(gone.id)
    with View(path) as view:
        assert view.get(Article, gone.id) is None
        assert all(s.article != gone.id for s in view.all(Statement))
        assert view.check_integrity() == ()
        assert [a.id for a, _, _ in view.search(gone.text.split()[0], 50)].count(gone.id) == 0


def test_the_original_is_kept_byte_for_byte(path):
    made = MADE["agreed"]
    write(path, made)
    with View(path) as view:
        article = made.articles[0]
        assert view.original(article.id) == article.raw.encode()
        assert view.original("nothing") is None


@pytest.mark.parametrize("light", [True, False], ids=["light", "parser"])
def test_a_stored_parse_is_the_parse(light):
    article = MADE["words"].articles[0]
    fresh = parse_article(article, light=light)
    stored = unpack_parse(pack_parse(fresh), article)

    def plain(parse):
        words = ("i", "start", "end", "text", "lemma", "pos", "tag", "dep", "ent", "sentence")
        return [
            (*(getattr(t, word) for word in words), t.head.i, [c.i for c in t.children])
            for t in parse.tokens
        ]

    assert plain(stored) == plain(fresh)
    assert list(stored.sentences) == list(fresh.sentences)
    assert list(stored.entities) == list(fresh.entities)
    with pytest.raises(ValueError, match="damaged"):
        unpack_parse(b"not a parse", article)


SEARCHES = {
    "a word": ("captive", True),
    "words anywhere": ("captive Monday", True),
    "words in a row": ('"every captive"', True),
    "not in a row": ('"captive every"', False),
    "an operator is a word": ("captive NOT Monday", False),
    "signs only": ("* ( ^", False),
    "nothing": ("", False),
}


@pytest.mark.parametrize(("query", "found"), SEARCHES.values(), ids=SEARCHES.keys())
def test_search(path, query, found):
    made = MADE["agreed"]
    write(path, made)
    with View(path) as view:
        hits = list(view.search(query, 10))
        assert any(a.id == made.articles[0].id for a, _, _ in hits) is found
        for article, start, end in hits:
            assert article.text[start:end].lower() in query.lower()


def test_skips_and_settings_are_kept_and_replaced(path):
    skip = Skip(where="a.txt", reason="no text", detail="", remedy="look")
    with Writer(path) as writer:
        writer.skip(skip)
        writer.skip(replace(skip, reason="not English"))
        writer.keep_setting("root", "coverage")
        writer.keep_setting("light", "yes")
        writer.keep_setting("light", None)
    with View(path) as view:
        assert [s.reason for s in view.skipped()] == ["not English"]
        assert view.setting("root") == "coverage"
        assert view.setting("light") is None


def test_a_decision_outlives_the_article_it_hangs_on(path):
    made = MADE["agreed"]
    write(path, made)
    article = made.articles[0]
    decision = Decision(
        target=made.positions[0].id,
        field="issue",
        old="prisoners",
        new="returns",
        action="change",
        coder="A. Coder",
        at="2031-05-01T10:00:00Z",
        article=article.sha256,
        raw_start=3,
        raw_end=9,
    )
    with Writer(path) as writer:
        writer.decide(decision)
        writer.add_reading(reading_of(made, article))
        writer.remove_article(article.id)
    with View(path) as view:
        assert list(view.all(Decision)) == [decision]


def test_a_view_never_writes(path):
    write(path, MADE["agreed"])
    with View(path) as view, pytest.raises(DatabaseError, match="readonly"):
        view._db.execute(delete(TABLES["actors"]))


# --- files that are not as they should be ------------------------------------------------------


def not_there(path: Path) -> None:
    pass


def plain_text(path: Path) -> None:
    path.write_text("this is no database, only a few words that fill a page\n" * 40)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    db.close()


def newer_record(path: Path) -> None:
    write(path, MADE["agreed"])
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.commit()
    db.close()


def cut_short(path: Path) -> None:
    write(path, MADE["agreed"])
    path.write_bytes(path.read_bytes()[:3000])


def read_all(path: Path) -> None:
    with View(path) as view:
        list(view.all(Article))


FAULTS = {
    "not there": (not_there, RecordMissing, "onrecord read"),
    "no database": (plain_text, RecordCorrupt, "not a record"),
    "another program's database": (other_database, RecordCorrupt, "not a record"),
    "a later version": (newer_record, RecordTooNew, "update onrecord"),
    "cut short": (cut_short, RecordCorrupt, "damaged"),
}


@pytest.mark.parametrize(("make", "error", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_file_is_told_with_name_and_remedy(path, make, error, words):
    make(path)
    with pytest.raises(error, match=words) as told:
        read_all(path)
    assert str(path) in str(told.value)


def test_a_newer_record_is_not_written_to(path):
    newer_record(path)
    before = path.read_bytes()
    with pytest.raises(RecordTooNew), Writer(path):
        pass
    assert path.read_bytes() == before


def test_a_record_needs_a_folder_and_is_none(tmp_path):
    with pytest.raises(RecordUnwritable, match="no folder"), Writer(tmp_path / "no" / "a.onrecord"):
        pass
    with pytest.raises(RecordUnwritable, match="this is a folder"), Writer(tmp_path):
        pass


def test_a_record_at_rest_is_one_file(path):
    write(path, MADE["agreed"])
    with View(path) as view:
        list(view.all(Article))
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_record_is_read_where_nobody_may_write(path, monkeypatch):
    write(path, MADE["agreed"])
    monkeypatch.setattr("os.access", lambda *_: False)
    with View(path) as view:
        assert view.count(Article) == len(MADE["agreed"].articles)
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_two_writers_do_not_mix(path, monkeypatch):
    monkeypatch.setattr("onrecord.store.files.BUSY_MS", 50)
    made = MADE["agreed"]
    write(path, made)
    with Writer(path) as first, Writer(path) as second, first.transaction():
        first.keep_setting("root", "first")
        with pytest.raises(RecordUnwritable, match="another process"):
            second.keep_setting("root", "second")
        with View(path) as view:  # readers go on meanwhile
            assert view.count(Article) == len(made.articles)
            assert view.setting("root") is None
    with View(path) as view:
        assert view.setting("root") == "first"


def test_a_full_disk_loses_nothing_that_was_written(path):
    made = MADE["words"]
    with Writer(path) as writer:
        writer.add_reading(reading_of(made, made.articles[0]))
        pages = writer._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        writer._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        writer._connection.rollback()
        with pytest.raises(RecordUnwritable, match="full"):
            writer.keep_setting("codebook", "x" * 10**6)
    with View(path) as view:
        assert [a.id for a in view.all(Article)] == [made.articles[0].id]
        assert view.check_integrity() == ()


def test_the_schema_is_the_one_that_the_migrations_make():
    """Whoever changes a record changes this file, and then owes a migration."""
    kept = Path(__file__).parent / "schema.sql"
    today = "\n".join(f"{statement.strip()};" for statement in schema_statements()) + "\n"
    today = "\n".join(line.rstrip() for line in today.splitlines()) + "\n"
    assert kept.read_text() == today, "write a migration, then keep the new schema in schema.sql"
    assert len(MIGRATIONS) == 7


def test_a_record_of_the_first_version_is_brought_up_to_date(path):
    made = MADE["agreed"]
    write(path, made)
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE actors DROP COLUMN listed")
        for column in ("form", "reason"):
            db.execute(f"ALTER TABLE places DROP COLUMN {column}")
        db.execute("DROP TABLE position_marks")
        db.execute("ALTER TABLE deadlocks DROP COLUMN complete")
        db.execute("PRAGMA user_version = 1")
        db.commit()
    with Writer(path):
        pass
    with View(path) as view:
        assert {(p.form, p.reason) for p in view.all(PlaceMention)} <= {("name", None)}
        assert view.count(PositionMark) == 0
        assert list(view.all(Actor)) == sorted(made.actors, key=lambda a: (a.name, a.id))


def test_ways_out_of_an_older_record_are_not_called_all(path):
    """Before, they were cut at three conditions; a run that concludes anew says what they are."""
    new = Deadlock(
        id="d", kind="circle", steps=("a", "b"), preconditions=(), ways_out=(("p",),), complete=True
    )
    with Writer(path) as writer:
        writer.replace_all(Deadlock, [new], {})
    with View(path) as view:
        assert list(view.all(Deadlock)) == [new]
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE deadlocks DROP COLUMN complete")
        db.execute("PRAGMA user_version = 4")
        db.commit()
    with Writer(path):
        pass
    with View(path) as view:
        assert list(view.all(Deadlock)) == [replace(new, complete=False)]


def marked_reading(made: MadeRecord, **change: object) -> tuple[Reading, PositionMark]:
    """An article with one mark of a position, its span changed as asked."""
    article = made.articles[0]
    mark = PositionMark(
        id="a mark",
        article=article.id,
        span=replace(article.span(0, 5), **change),
        act="demand",
        chance=0.75,
        act_chance=0.5,
    )
    reading = reading_of(made, article)
    return replace(reading, found={**reading.found, PositionMark: (mark,)}), mark


def test_marks_of_positions_are_kept_in_records_old_and_new(path):
    made = MADE["agreed"]
    write(path, made)
    with closing(sqlite3.connect(path)) as db:
        new = set(db.execute("SELECT name, sql FROM sqlite_master"))
        db.execute("DROP TABLE position_marks")
        db.execute("PRAGMA user_version = 3")
        db.commit()
    reading, mark = marked_reading(made)
    with Writer(path) as writer:
        writer.add_reading(reading)
    with View(path) as view:
        assert list(view.all(PositionMark)) == [mark]
        assert view.check_integrity() == ()
    with closing(sqlite3.connect(path)) as db:
        assert set(db.execute("SELECT name, sql FROM sqlite_master")) == new
    with Writer(path) as writer:
        writer.remove_article(mark.article)
    with View(path) as view:
        assert view.count(PositionMark) == 0


def test_marks_of_an_older_form_are_left_to_the_next_reading(path):
    made = MADE["agreed"]
    write(path, made)
    with closing(sqlite3.connect(path)) as db:
        new = set(db.execute("SELECT name, sql FROM sqlite_master"))
        db.execute("ALTER TABLE position_marks ADD COLUMN party_span TEXT")
        db.execute("ALTER TABLE position_marks ADD COLUMN forms TEXT")
        db.execute("PRAGMA user_version = 5")
        db.commit()
    reading, mark = marked_reading(made)
    with Writer(path) as writer:
        writer.add_reading(reading)
    with View(path) as view:
        assert list(view.all(PositionMark)) == [mark]
    with closing(sqlite3.connect(path)) as db:
        assert set(db.execute("SELECT name, sql FROM sqlite_master")) == new


def test_a_mark_of_other_words_cannot_be_stored(path):
    reading, _ = marked_reading(MADE["agreed"], text="other words")
    with Writer(path) as writer, pytest.raises(EvidenceMismatch, match="positionmark a mark"):
        writer.add_reading(reading)
