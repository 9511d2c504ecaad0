"""Pages of the web in a record: one page is one place, whatever led to it."""

from __future__ import annotations

from pathlib import Path

from onrecord.engines import local
from onrecord.records import Article
from onrecord.sources import find_pages
from onrecord.store import View
from tests.engines.test_local import LIGHT, TALKS
from tests.sources.web.conftest import ARTICLE, site, webs  # noqa: F401  # fixtures
from tests.sources.web.made import item, rss, sitemap


def test_a_page_is_one_place_whichever_feed_leads_to_it(site, webs, tmp_path: Path) -> None:  # noqa: F811
    record = tmp_path / "r.onrecord"
    page = site.give("/a")
    feed = site.give("/f", rss(item(1, link=page)))
    other = site.give("/g", rss(item(1, link=page), title="Another"))
    assert local.read(feed, record, LIGHT, web=webs()).read == 1
    assert local.read(other, record, LIGHT, web=webs()).unchanged == 1
    changed = local.read(site.give("/s", sitemap(page)), record, LIGHT, web=webs())
    assert (changed.read, changed.replaced) == (1, 1)  # a sitemap says less of it than a feed
    site.give("/a", ARTICLE.replace("three days", "four days"))
    assert local.read(page, record, LIGHT, web=webs()).replaced == 1
    with View(record) as view:
        (article,) = view.all(Article)
        assert "four days" in article.text
        assert list(view.reads()) == [f"web:{page}"]


def test_each_page_is_fetched_once_though_it_is_looked_at_twice(site, webs, tmp_path) -> None:  # noqa: F811
    pages = [site.give(f"/{n}", ARTICLE.replace("three", str(n))) for n in range(3)]
    feed = site.give("/f", rss(*(item(n, link=page) for n, page in enumerate(pages))))
    done = local.read(feed, tmp_path / "r.onrecord", LIGHT, web=webs())
    assert done.read == 3
    assert site.paths() == ["/f", "/0", "/1", "/2"]


def test_progress_is_told_while_pages_come(site, webs, tmp_path) -> None:  # noqa: F811
    told: list[tuple[str, int]] = []
    local.read(
        site.give("/a"), tmp_path / "r.onrecord", LIGHT,
        lambda what, done, _: told.append((what, done)), web=webs(),
    )  # fmt: skip
    assert told[0] == ("looking", 1)


def test_a_file_that_changes_while_it_is_looked_at_stops_nothing(tmp_path, monkeypatch) -> None:
    (tmp_path / "coverage").mkdir()
    for name, text in TALKS.items():
        (tmp_path / "coverage" / name).write_text(text)
    turns = iter(range(10))

    def changing(*given, **named):
        if next(turns) == 1:  # the second look
            (tmp_path / "coverage" / "a.txt").write_text(TALKS["a.txt"] + " It said so twice.")
        return find_pages(*given, **named)

    monkeypatch.setattr(local, "find_pages", changing)
    done = local.read(tmp_path / "coverage", tmp_path / "r.onrecord", LIGHT)
    assert (done.read, done.skipped) == (3, ())
