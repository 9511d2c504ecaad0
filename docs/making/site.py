"""The guide as a site that works offline: `python -m docs.making.site`, into `build/site/`.

The pages are staged in `build/guide/`: those of `docs/`, and what they link to outside it (model
cards, the changelog, examples), which would be dead links otherwise. Then zensical builds the site,
strictly: a link that leads nowhere, or an anchor, stops it. What the site would load from another
machine is taken out, and what is left is looked through for more.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
STAGED, SITE = ROOT / "build" / "guide", ROOT / "build" / "site"
BESIDE = "beside"  # the folder of the site for what lies outside docs/
LINK = re.compile(r"(\]\()(?!https?:|#)([^)#\s]+)((?:#[^)\s]+)?\))")
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
SHOWN_AS_CODE = {".yaml": "yaml", ".csv": "text", ".txt": "text", ".json": "json", ".toml": "toml"}
# zensical's offline mode loads a shim for web workers from a server. Ours is the few lines that a
# page opened as a file needs: browsers refuse a worker from a file, but not one from a string.
SHIM = re.compile(r'<script src="https://unpkg\.com/iframe-worker/shim"[^>]*></script>')
WORKER = """\
if (location.protocol === "file:") {
  const Started = window.Worker
  window.Worker = function () {
    return new Started(URL.createObjectURL(new Blob([SOURCE], { type: "text/javascript" })))
  }
}
"""
LOADED = re.compile(
    r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*?\b(?:src|href)=[\"']?(?:https?:)?//"
    r"|@import\s|url\([\"']?(?:https?:)?//"
)


class SiteFault(Exception):
    """The site would load something from another machine, or could not be built."""


def main() -> None:
    """Build the site. Ends with 1 and says why where it cannot be built strictly."""
    try:
        build(STAGED, SITE)
    except SiteFault as fault:
        sys.exit(f"Error: {fault}")
    sys.stdout.write(f"{SITE / 'index.html'}\n")


def build(staged: Path, site: Path) -> None:
    """Stage the pages, build the site, and make it whole by itself. Raises SiteFault."""
    for folder in (staged, site):
        shutil.rmtree(folder, ignore_errors=True)
    _stage(staged / "docs")
    settings = (DOCS / "zensical.toml").read_text("utf-8")
    (staged / "zensical.toml").write_text(settings, encoding="utf-8")
    zensical = Path(sys.executable).with_name("zensical")
    done = subprocess.run(  # noqa: S603  # our own dependency, with a fixed command
        [zensical, "build", "--strict", "--clean"],
        cwd=staged,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SiteFault(re.sub(r"\x1b\[[\d;]*m", "", done.stdout + done.stderr))
    shutil.copytree(staged / "site", site)
    for name in listed():  # zensical passes over a page that is listed and not there
        if not (site / name).with_suffix(".html").is_file():
            raise SiteFault(f"docs/zensical.toml lists {name}, which is not there")
    _bring_worker(site)
    _look_through(site)


def _stage(place: Path) -> None:
    """Copy the pages of docs/ and everything that they link to."""
    done: set[Path] = set()
    waiting = sorted(p for p in DOCS.rglob("*") if p.suffix in (".md", ".svg", ".png"))
    waiting += [ROOT / name.removeprefix(f"{BESIDE}/") for name in listed() if BESIDE in name]
    while waiting:
        path = waiting.pop(0)
        if path not in done:
            done.add(path)
            waiting += _stage_one(path, place)


def listed() -> list[str]:
    """The pages that the site's navigation lists."""
    return re.findall(r'= "([^"]+\.md)"', (DOCS / "zensical.toml").read_text("utf-8"))


def _staged_at(path: Path) -> Path:
    """Where a file of the checkout stands among the pages."""
    if path == ROOT / "README.md":
        return Path("index.md")
    if path.is_relative_to(DOCS):
        return path.relative_to(DOCS)
    place = Path(BESIDE) / path.relative_to(ROOT)
    return place.with_name(place.name + ".md") if path.suffix in SHOWN_AS_CODE else place


def _stage_one(path: Path, place: Path) -> list[Path]:
    """Copy one file; the files that it links to. Links are made to lead within the pages."""
    target = place / _staged_at(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    if path == ROOT / "README.md":
        return []  # the site has a first page of its own
    if path.suffix in SHOWN_AS_CODE:
        code = path.read_text("utf-8")
        text = f"# {path.name}\n\n```{SHOWN_AS_CODE[path.suffix]}\n{code.rstrip()}\n```\n"
        target.write_text(text, encoding="utf-8")
        return []
    if path.suffix != ".md":
        shutil.copy(path, target)
        return []
    linked: list[Path] = []

    def moved(match: re.Match[str]) -> str:
        there = (path.parent / match[2]).resolve()
        if not there.is_file():
            return match[0]  # zensical tells that it is not there; a folder has no page
        linked.append(there)
        return match[1] + _between(_staged_at(path), _staged_at(there)) + match[3]

    text = path.read_text("utf-8")
    pieces, at = [], 0
    for block in FENCED.finditer(text):
        pieces += [LINK.sub(moved, text[at : block.start()]), block.group()]
        at = block.end()
    target.write_text("".join([*pieces, LINK.sub(moved, text[at:])]), encoding="utf-8")
    return linked


def _between(here: Path, there: Path) -> str:
    """The relative address of one page from another."""
    up = here.parent.parts
    same = 0
    while same < min(len(up), len(there.parts)) and up[same] == there.parts[same]:
        same += 1
    return "/".join([".."] * (len(up) - same) + list(there.parts[same:]))


def _bring_worker(site: Path) -> None:
    """Put our own few lines where the pages would load a shim from a server."""
    import json

    [source] = (site / "assets" / "javascripts" / "workers").glob("search.*.js")
    code = WORKER.replace("SOURCE", json.dumps(source.read_text("utf-8")))
    (site / "assets" / "javascripts" / "worker.js").write_text(code, encoding="utf-8")
    for page in site.rglob("*.html"):
        up = "../" * (len(page.relative_to(site).parts) - 1)
        text = page.read_text("utf-8")
        text = SHIM.sub(f'<script src="{up}assets/javascripts/worker.js"></script>', text)
        page.write_text(text, encoding="utf-8")


def _look_through(site: Path) -> None:
    """Raise SiteFault for a page or style that would load something from elsewhere."""
    for path in sorted([*site.rglob("*.html"), *site.rglob("*.css")]):
        for found in LOADED.finditer(path.read_text("utf-8")):
            raise SiteFault(f"{path.relative_to(site)} would load {found.group()[:200]}")


if __name__ == "__main__":
    main()
