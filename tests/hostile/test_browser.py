"""The dossier and the notebook tables of hostile articles in a real browser: nothing runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import onrecord
from tests.hostile.coverage import EVERY
from tests.presentation.dossier.test_browser import CHROMIUM, QUIET, Opened

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed on this machine"),
]
ANSWERS = (
    "articles",
    "statements",
    "positions",
    "actors",
    "matrix",
    "timeline",
    "events",
    "gaps",
    "reports",
    "assessments",
)
# What a text that broke out would have made: elements, handlers, addresses that run.
FOREIGN = """() => ({
  hacked: window.hacked === undefined ? 0 : 1,
  scripts: [...document.querySelectorAll('script')].filter(s => !s.hasAttribute('data-own')).length,
  loading: document.querySelectorAll('img, iframe, object, embed, link, base, form[action]').length,
  handlers: [...document.querySelectorAll('*')].filter(
    e => [...e.attributes].some(a => a.name.startsWith('on'))).length,
  running: [...document.querySelectorAll('[href], [src], [xlink\\\\:href]')].filter(
    e => /^\\s*(javascript|data|vbscript):/i.test(
      e.getAttribute('href') || e.getAttribute('src') || '')).length,
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


def everything_of(browser: Browser, path: Path) -> tuple[dict[str, int], str]:
    """What stands in a page that should not, with all of it opened; and its text."""
    made = Opened(browser, path)
    dialogs: list[str] = []
    made.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    made.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for link in made.page.locator(".matrix td .more").all()[:5]:
        link.click()
        made.page.keyboard.press("Escape")
    found = made.page.evaluate(FOREIGN)
    text = made.page.locator("body").inner_text()
    made.page.close()
    assert made.requests == [path.as_uri()]
    assert made.complaints == []
    assert dialogs == []
    return found, text


def test_the_dossier_runs_its_own_script_alone(
    browser: Browser, hostile: onrecord.Record, tmp_path: Path
) -> None:
    found, text = everything_of(browser, hostile.dossier(tmp_path / "t.html"))
    assert found == {"hacked": 0, "scripts": 1, "loading": 0, "handlers": 0, "running": 0}
    for odd in ("script", "image", "drawing", "style", "rich", "formula"):
        assert EVERY[odd] in text  # shown as it stands
    assert "{{ 7 * 7 }}" in text
    assert "${7*7}" in text


def test_the_tables_of_a_notebook_run_nothing(
    browser: Browser, hostile: onrecord.Record, tmp_path: Path
) -> None:
    tables = "".join(getattr(hostile, answer)()._repr_html_() for answer in ANSWERS)
    page = tmp_path / "notebook.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><title>t</title>{tables}", "utf-8")
    found, text = everything_of(browser, page)
    assert found == {"hacked": 0, "scripts": 0, "loading": 0, "handlers": 0, "running": 0}
    assert EVERY["script"] in text


def test_a_text_that_does_break_out_is_seen(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "broken.html"
    body = "".join((EVERY["script"], '<a href="javascript:1" onclick="1">x</a><link>'))
    page.write_text(f"<!doctype html><meta charset=utf-8><title>t</title>{body}", "utf-8")
    found, _ = everything_of(browser, page)
    assert found == {"hacked": 1, "scripts": 1, "loading": 1, "handlers": 1, "running": 1}
