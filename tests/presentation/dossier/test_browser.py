"""The page in a real browser: from a field to the sentence, the filter, and no request at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed on this machine"),
]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


class Opened:
    """A page with everything that it said and asked for."""

    def __init__(self, browser: Browser, path: Path, **context: object) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = browser.new_page(**context)  # type: ignore[arg-type]
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, page: str) -> Path:
    file = tmp_path_factory.mktemp("dossier") / "talks.html"
    file.write_text(page, encoding="utf-8")
    return file


@pytest.fixture
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    made = Opened(browser, path, viewport={"width": 1280, "height": 900})
    yield made
    made.page.close()
    assert made.complaints == []
    assert made.requests == [path.as_uri()]


def in_view(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    size = page.viewport_size
    assert size is not None
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def test_from_a_field_to_the_sentence_in_its_article(opened: Opened) -> None:
    page = opened.page
    page.locator(".matrix").get_by_role("link", name="of Sudmark on Prisoners").click()
    panel = page.locator("#panel")
    assert panel.get_by_role("heading").first.text_content() == "Sudmark: Prisoners"
    panel.locator(".position").get_by_role("link", name="Sudmark Courier").click()
    marked = page.locator("#panel mark.on")
    assert "accept the exchange of all captives for all" in (marked.first.text_content() or "")
    assert in_view(page, "#panel mark.on")
    page.get_by_role("button", name="Back").click()
    assert panel.get_by_role("heading").first.text_content() == "Sudmark: Prisoners"
    page.keyboard.press("Escape")
    assert not page.evaluate("document.getElementById('panel').open")
    name = page.evaluate("document.activeElement.textContent")
    assert "Prisoners" in name  # the focus is where it was


def test_the_keyboard_alone_opens_a_field(opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator(".matrix td .more").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById('panel').open")
    assert page.evaluate("document.getElementById('panel').contains(document.activeElement)")


def test_the_filter_narrows_and_widens(opened: Opened) -> None:
    page = opened.page
    shown = page.locator(".voices > li:visible")
    everything = shown.count()
    page.locator("form").get_by_label("Party").select_option("Sudmark")
    assert 0 < shown.count() < everything
    who = page.locator(".voices > li:visible .who").all_text_contents()
    assert all("Pavo Lindh" in speaker for speaker in who)
    page.locator("form").get_by_label("Words").fill("boats 45")
    assert shown.count() == 1
    assert (page.locator("#found").text_content() or "").startswith("1 of ")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".voices > li:not([hidden])")).to_have_count(everything)


def test_without_scripts_everything_is_there_and_linked(browser: Browser, path: Path) -> None:
    made = Opened(browser, path, java_script_enabled=False)
    page = made.page
    assert page.locator("form.filter").is_hidden()
    assert page.locator(".voices > li").last.is_visible()
    page.locator("#clashes .quote a").first.click()
    target = page.url.partition("#")[2]
    assert target
    assert page.locator(f"mark:has(#{target})").is_visible()  # its article has opened
    page.close()


@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_window(
    browser: Browser, path: Path, width: int, scheme: str
) -> None:
    made = Opened(browser, path, viewport={"width": width, "height": 800}, color_scheme=scheme)
    assert made.page.evaluate("document.documentElement.scrollWidth") <= width
    ink, paper = made.page.evaluate(
        "(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))"
    )
    bright = [sum(int(n) for n in c[4:-1].split(",")[:3]) for c in (ink, paper)]
    assert (bright[0] < bright[1]) == (scheme == "light")
    made.page.close()


def test_print_opens_what_is_folded(browser: Browser, path: Path) -> None:
    made = Opened(browser, path)
    made.page.emulate_media(media="print")
    made.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert made.page.locator("details:not([open])").count() == 0
    assert made.page.locator(".toc").is_hidden()
    made.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert made.page.locator("details[open]").count() == 0
    made.page.close()


def test_hostile_text_does_not_run(browser: Browser, tmp_path: Path, hostile_page: str) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(hostile_page, encoding="utf-8")
    made = Opened(browser, file)
    for link in made.page.locator(".matrix td .more").all():
        link.click()
        made.page.locator("#panel .quote a").first.click()
        assert made.page.locator("#panel mark.on").first.is_visible()
        made.page.keyboard.press("Escape")
    made.page.locator("form").get_by_label("Words").fill("<img src=x onerror=window.hacked=1>")
    assert made.page.evaluate("window.hacked === undefined")
    assert made.requests == [file.as_uri()]
    assert made.complaints == []
    made.page.close()


def test_origins_unfold_above_the_link_of_the_field(opened: Opened) -> None:
    chain = opened.page.locator("td details.chain").first
    expect(chain.locator("li").first).to_be_hidden()
    chain.locator("summary").click()
    expect(chain.locator("li").first).to_be_visible()
