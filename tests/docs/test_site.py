"""The guide as a site: built strictly, whole, and by itself without a network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docs.making import site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    site.build(place / "guide", place / "site")
    return place / "site"


def test_every_listed_page_and_what_it_links_to_is_there(built: Path) -> None:
    assert "index.md" in site.listed()
    for page in ("index", "tutorial", "reference/commands", "beside/CHANGELOG", "howto/parties"):
        assert (built / f"{page}.html").is_file(), page
    card = built / "beside" / "src" / "onrecord" / "language" / "weights" / "index.html"
    assert "Model card" in card.read_text("utf-8")  # a page outside docs/ that is linked to


def test_a_page_loads_nothing_from_elsewhere(built: Path) -> None:
    assert not [p for p in built.rglob("*.html") if "unpkg.com" in p.read_text("utf-8")]
    assert "unpkg.com/iframe-worker" not in (
        built / "assets" / "javascripts" / "worker.js"
    ).read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        '<script src="https://cdn.example/a.js"></script>',
        '<link rel="stylesheet" href="//fonts.example/a.css">',
        "<style>@import 'a.css'</style>",
    ],
    ids=["script", "style", "import"],
)
def test_what_would_be_loaded_from_elsewhere_stops_the_build(line: str, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<a href="https://example.org/">a link is no load</a>', encoding="utf-8")
    site._look_through(tmp_path)
    page.write_text(line, encoding="utf-8")
    with pytest.raises(site.SiteFault, match=r"index\.html would load"):
        site._look_through(tmp_path)


FAULTS = {
    "a link to nothing": ("[there](nowhere.md)", '{ "Home" = "index.md" }', "nowhere"),
    "an anchor to nothing": ("[there](#nowhere)", '{ "Home" = "index.md" }', "nowhere"),
    "a listed page that is not there": ("words", '{ "Lost" = "lost.md" }', "lost.md"),
}


@pytest.mark.parametrize(("text", "nav", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_stops_the_build(text, nav, told, tmp_path, monkeypatch) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(f"# Home\n\n{text}\n", encoding="utf-8")
    settings = (site.DOCS / "zensical.toml").read_text("utf-8")
    head, _, rest = settings.partition("nav = [")
    (docs / "zensical.toml").write_text(
        f"{head}nav = [{nav}]\n{rest.partition(chr(10) + ']' + chr(10))[2]}", encoding="utf-8"
    )
    monkeypatch.setattr(site, "DOCS", docs)
    monkeypatch.setattr(site, "ROOT", tmp_path)
    with pytest.raises(site.SiteFault, match=told):
        site.build(tmp_path / "guide", tmp_path / "site")


@pytest.mark.slow
def test_a_browser_asks_no_network_and_finds_words(built: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("no Chromium here")
    from playwright.sync_api import sync_playwright

    asked: list[str] = []
    wrong: list[str] = []
    with sync_playwright() as driver:
        page = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        for name in ("tutorial", "reference/commands", "index"):
            page.goto((built / f"{name}.html").as_uri())
        page.keyboard.press("/")
        page.get_by_role("combobox").or_(page.get_by_placeholder("Search")).first.fill("kappa")
        page.get_by_text("results").first.wait_for()
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    assert wrong == []
