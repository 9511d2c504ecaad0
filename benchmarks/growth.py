"""What one more article costs a large record: `python -m benchmarks.growth [--articles N]`.

A record of N articles of `news_raw` is read with `--light`, then one more article is added by the
command `onrecord read`, then another, then one is removed, each in a process of its own. Beyond as
many as `news_raw` has, its articles come again with two in five of their longer plain words
exchanged for others of the archive: who speaks and what is reported stay, copies they are none.
"Beyond reading" is processor time (user and system, all processes) less that of reading the same
article into a new record. Memory is the largest sum of proportional set sizes. `--record` goes on
with a record of these articles that is there.
"""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.gold import gold_folder, told_missing
from benchmarks.speed import pss_kib

RESULTS = Path(__file__).with_name("growth.json")
MORE = 2  # articles added to the record
LONG = re.compile(r"\b[a-z]{5,}\b")
# Words that tell who reports what: an exchange of these would make no article.
KEPT = re.compile(
    r"(?:according|agreed?|added|announced?|denied|insisted|refused?|rejected|reported|tell|told|"
    r"urged|warned|would|could|should|there|their|which|about|after|before|while|where|these|those)"
)
EXCHANGED = 0.4


def rows(source: Path, count: int) -> Iterator[dict[str, str]]:
    """Yield so many articles of the archive; those beyond its end in other words."""
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        archive = [json.loads(line) for line in lines]
    words = sorted({w for row in archive[::7] for w in LONG.findall(row["content_original"])})
    chance = random.Random(5)  # noqa: S311  the same articles each time

    def exchanged(found: re.Match[str]) -> str:
        word = found.group()
        stays = KEPT.fullmatch(word) or chance.random() > EXCHANGED
        return word if stays else chance.choice(words)

    for number in range(count):
        times, at = divmod(number, len(archive))
        row = dict(archive[at])
        if times:
            row["ID"], row["url"] = f"{row['ID']}-{times}", f"{row['url']}?id={times}"
            for field in ("title", "content_original"):
                row[field] = LONG.sub(exchanged, row[field])
        yield row


def timed(*command: str) -> tuple[dict[str, object], float, float, float]:
    """(what `onrecord` told, processor seconds, seconds, peak MiB) of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started, peak = time.monotonic(), 0
    called = [sys.executable, "-m", "onrecord", *command, "--json"]
    process = subprocess.Popen(called, stdout=subprocess.PIPE, text=True)
    while process.poll() is None:
        peak = max(peak, pss_kib(process.pid))
        time.sleep(0.3)  # a look at the memory of all processes is work, too
    told = json.loads(process.stdout.read() if process.stdout else "")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return told, spent, time.monotonic() - started, peak / 1024


def measure(source: Path, articles: int, record: Path | None, folder: Path) -> dict[str, object]:
    """The figures of one size."""
    every = list(rows(source, articles + MORE))
    _write(folder / "all.jsonl", every[:articles])
    grown = folder / "grown.onrecord"
    if record is not None:
        shutil.copy(record, grown)
    else:
        timed("read", str(folder / "all.jsonl"), "-o", str(grown), "--light")
    figures: dict[str, object] = {"articles": articles}
    for number, row in enumerate(every[articles:], start=1):
        one = folder / f"more{number}.jsonl"
        _write(one, [row])
        alone = timed("read", str(one), "-o", str(folder / f"{number}.onrecord"), "--light")
        told, spent, seconds, peak = timed("read", str(one), "-o", str(grown), "--light")
        figures |= {
            f"article {number}, beyond reading: core-seconds": round(spent - alone[1], 1),
            f"article {number}: seconds": round(seconds, 1),
            f"article {number}: redone": told["redone"],
            f"article {number}: peak MiB": round(peak),
        }
    gone = timed("remove", str(grown), f"more{MORE}.jsonl#{every[-1]['ID']}")
    return figures | {"removing one: core-seconds": round(gone[1], 1)}


def _write(path: Path, found: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")


def main() -> int:
    """Print the figures of one size; with --write, keep them beside those of other sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--record", type=Path, help="a record of just these articles")
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {RESULTS.name}")
    asked = parser.parse_args()
    gold = gold_folder()
    if gold is None:
        return told_missing("growth")
    with tempfile.TemporaryDirectory() as folder:
        source = gold / "news_raw" / "negotiation_topics.jsonl.gz"
        figures = measure(source, asked.articles, asked.record, Path(folder))
    print(json.dumps(figures, indent=2))
    if asked.write:
        kept = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
        sizes = {**kept.get("sizes", {}), str(asked.articles): figures}
        machine = f"{platform.machine()}, Python {platform.python_version()}"
        RESULTS.write_text(json.dumps({"machine": machine, "sizes": sizes}, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
