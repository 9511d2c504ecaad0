"""The HTML: every link arrives, no network is asked, and nothing written by others runs."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from html.parser import HTMLParser

import pytest

from onrecord.positions import Codebook
from onrecord.presentation.dossier import DossierContext, build_dossier, render_dossier
from onrecord.presentation.dossier.render import HERE
from onrecord.presentation.dossier.sources import safe_url
from tests.presentation.dossier.shelf import Shelf

VOID = {"meta", "link", "input", "br", "img", "hr", "path", "circle", "rect"}


class Page(HTMLParser):
    """Tags with their attributes, in order, and the text of each script and style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)

    def values(self, attribute: str, tag: str | None = None) -> list[str]:
        return [
            attrs[attribute] or ""
            for name, attrs in self.tags
            if attribute in attrs and tag in (None, name)
        ]


@pytest.fixture(scope="module")
def parsed(page: str) -> Page:
    return Page(page)


@pytest.fixture(scope="module")
def hostile(hostile_page: str) -> Page:
    return Page(hostile_page)


def test_tags_are_balanced(parsed: Page) -> None:
    assert parsed.faults == []
    assert parsed.open == []


def test_ids_are_unique_and_every_inner_link_arrives(parsed: Page) -> None:
    ids = parsed.values("id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in parsed.values("href") if href.startswith("#")]
    assert len(inner) > 100
    assert set(inner) <= set(ids)
    for attribute in ("aria-labelledby", "aria-describedby"):
        assert set(parsed.values(attribute)) <= set(ids)


def test_nothing_is_loaded_from_anywhere(parsed: Page, page: str) -> None:
    assert not parsed.values("src")
    assert not [attrs for tag, attrs in parsed.tags if tag in ("link", "img", "iframe", "object")]
    style = "".join(parsed.raw["style"])
    assert "url(" not in style
    assert "@import" not in style
    assert re.findall(r"url\((?!#)", page) == []


def test_links_to_outlets_are_web_addresses_and_open_no_door(parsed: Page) -> None:
    outer = [
        attrs for tag, attrs in parsed.tags if tag == "a" and not attrs["href"].startswith("#")
    ]  # type: ignore[union-attr]
    assert {attrs["href"] for attrs in outer} == {"https://post.example.org/boats"}
    assert all("noopener" in (attrs["rel"] or "") for attrs in outer)


def test_only_our_own_style_and_script_may_run(parsed: Page) -> None:
    (policy,) = (
        attrs["content"] or ""
        for tag, attrs in parsed.tags
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        assert len([t for t, _ in parsed.tags if t == tag]) == 1
        digest = hashlib.sha256("".join(parsed.raw[tag]).encode()).digest()
        assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_no_attribute_asks_for_an_inline_style_or_handler(parsed: Page) -> None:
    for _, attrs in parsed.tags:
        assert "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")]


def test_hostile_text_stays_text(hostile: Page, hostile_page: str) -> None:
    assert hostile.faults == []
    assert [tag for tag, _ in hostile.tags if tag in ("img", "iframe", "object", "embed")] == []
    assert len([tag for tag, _ in hostile.tags if tag == "script"]) == 1
    assert "hacked" not in "".join(hostile.raw["script"] + hostile.raw["style"])
    assert all("javascript:" not in href for href in hostile.values("href"))
    assert not [a for _, attrs in hostile.tags for a in attrs if a.startswith("on")]
    assert "{{ 7 * 7 }}" in hostile_page
    assert hostile_page.count("&lt;script&gt;window.hacked") > 5


@pytest.mark.parametrize(
    ("url", "follows"),
    [
        pytest.param("https://post.example.org/a?b=1", True, id="https"),
        pytest.param("http://post.example.org/", True, id="http"),
        pytest.param("javascript:alert(1)", False, id="javascript"),
        pytest.param("JaVaScRiPt:alert(1)", False, id="javascript in capitals"),
        pytest.param("java\nscript:alert(1)", False, id="javascript over two lines"),
        pytest.param(" https://post.example.org", False, id="leading space"),
        pytest.param("data:text/html,<script>1</script>", False, id="data"),
        pytest.param("//post.example.org/a", False, id="no scheme"),
        pytest.param("file:///etc/passwd", False, id="file"),
        pytest.param("https://", False, id="no host"),
        pytest.param("https://[::1", False, id="broken host"),
        pytest.param(None, False, id="none"),
    ],
)
def test_only_web_addresses_are_links(url: str | None, follows: bool) -> None:
    assert safe_url(url) == (url if follows else None)


def test_headings_go_down_one_at_a_time(parsed: Page) -> None:
    levels = [int(tag[1]) for tag, _ in parsed.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_tables_have_captions_and_headers(parsed: Page) -> None:
    names = [tag for tag, _ in parsed.tags]
    assert names.count("table") == names.count("caption") == names.count("thead") > 1
    assert all("scope" in attrs for tag, attrs in parsed.tags if tag == "th")


def test_landmarks_language_and_skip_link(parsed: Page) -> None:
    names = [tag for tag, _ in parsed.tags]
    assert parsed.values("lang", "html") == ["en"]
    for landmark in ("main", "nav", "header"):
        assert landmark in names
    first_link = next(attrs for tag, attrs in parsed.tags if tag == "a")
    assert first_link["href"] == "#main"


def test_every_field_of_the_filter_has_a_label(parsed: Page) -> None:
    names = [tag for tag, _ in parsed.tags if tag in ("label", "input", "select")]
    assert names == ["label", "input", "label", "select", "label", "select", "label", "select"]


def test_the_same_record_gives_the_same_page(page: str, dossier: DossierContext) -> None:
    assert render_dossier(dossier) == page


def test_an_empty_record_gives_a_page(codebook: Codebook) -> None:
    parsed = Page(render_dossier(build_dossier(Shelf(), codebook)))
    assert parsed.faults == []


def test_half_a_surrogate_pair_can_be_written(dossier: DossierContext, codebook: Codebook) -> None:
    html = render_dossier(build_dossier(Shelf(), codebook, title="bad \ud800 title"))
    assert "bad \ufffd title" in html.encode("utf-8").decode("utf-8")


# --- contrast --------------------------------------------------------------------------------

CSS = (HERE / "dossier.css").read_text(encoding="utf-8")


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})\b", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LIGHT = colours(CSS[: CSS.index("@media")])
DARK = colours(CSS[CSS.index("prefers-color-scheme: dark") : CSS.index("* { box-sizing")])
PRINT = colours(CSS[CSS.index("@media print") :])


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *itertools.product(
            ["text", "soft", "link", "yes", "maybe", "no"], ["page", "card", "tint"]
        ),
        ("text", "mark"),  # only an article's own text is highlighted
    ],
)
def test_contrast_is_enough_to_read(scheme: dict[str, str], ink: str, paper: str) -> None:
    assert contrast(scheme[ink], scheme[paper]) >= 4.5


def test_contrast_is_measured_as_defined() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_style_and_script_can_stand_inside_their_tags() -> None:
    assert "</style" not in CSS.lower()
    assert "</script" not in (HERE / "dossier.js").read_text(encoding="utf-8").lower()
    assert "<!--" not in (HERE / "dossier.js").read_text(encoding="utf-8")
