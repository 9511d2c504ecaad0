"""Reading speed: `python -m benchmarks.speed [--articles N] [--light | --feed] [--write]`.

Measured is the whole command `onrecord read` on articles of `news_raw` in processes of its own, on
all cores: parse, stages, store, conclusions. "Cold" counts everything from the start of the
program; "warm" is the slope between a run over a quarter of the articles and a run over all of
them, so that start-up falls out. Memory is the largest sum over all its processes of the
proportional set size, sampled; core-seconds are user and system time of all of them.

Of a feed the taking apart alone is measured, in this process after a warm-up: 1,000 entries of RSS
that carry their articles, of 1.3 MB.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.gold import gold_folder, told_missing
from onrecord.sources.web.feeds import Entry, read_feed

RESULTS = Path(__file__).with_name("speed.json")
# Articles a second on two cores; well below what was reached, since CI's machines are noisy. The
# networks of the statements take most of the time: without them the parser's floor was 3.
FLOORS = {"parser": 1.3, "light": 7.5}
MEMORY_MIB = 1_500
FEED_ENTRIES, MOST_FEED_SECONDS = 1_000, 1.0


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of the command."""

    articles: int
    seconds: float
    core_seconds: float
    peak_mib: float
    skipped: dict[str, int]


def pss_kib(pid: int) -> int:
    """The proportional memory of a process and all below it, in KiB; 0 once it has gone."""
    total = 0
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total = int(line.split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    return total + sum(pss_kib(int(child)) for child in children)


def run_read(source: Path, articles: int, record: Path, *, light: bool) -> Run:
    """Read so many articles into a new record."""
    command = [sys.executable, "-m", "onrecord", "read", str(source), "-o", str(record)]
    command += ["--limit", str(articles), "--json", *(["--light"] if light else [])]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = 0

    def watch() -> None:
        nonlocal peak
        while process.poll() is None:
            peak = max(peak, pss_kib(process.pid))
            time.sleep(0.1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    out, _ = process.communicate()
    seconds = time.monotonic() - started
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 3):
        raise SystemExit(f"onrecord read ended with {process.returncode}")
    summary = json.loads(out)
    return Run(
        articles=summary["read"],
        seconds=seconds,
        core_seconds=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        peak_mib=peak / 1024,
        skipped=summary["reasons"],
    )


def measure(source: Path, articles: int, *, light: bool) -> dict[str, object]:
    """The figures of one mode."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "all.onrecord"
        part = run_read(source, max(articles // 4, 13), Path(folder) / "part.onrecord", light=light)
        whole = run_read(source, articles, record, light=light)
        check = [sys.executable, "-m", "onrecord", "verify", str(record)]
        verified = subprocess.run(check, capture_output=True, text=True, check=False)
    return {
        "mode": "light" if light else "parser",
        "articles": whole.articles,
        "cold articles/s": round(whole.articles / whole.seconds, 2),
        "warm articles/s": round(
            (whole.articles - part.articles) / max(whole.seconds - part.seconds, 1e-9), 2
        ),
        "core-seconds/article": round(whole.core_seconds / whole.articles, 3),
        "peak MiB, a quarter": round(part.peak_mib),
        "peak MiB": round(whole.peak_mib),
        "skipped": whole.skipped,
        "verified": verified.returncode == 0,
        "last run": asdict(whole),
    }


def measure_feed() -> dict[str, object]:
    """The figures of taking a feed apart."""
    text = "<p>Velundia said on Monday that it would not sign the paper as it stands.</p>" * 16
    entry = (
        "<item><title>Talks, day {0}</title><link>https://shore.example/{0}</link><guid>{0}</guid>"
        "<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>In short.</description>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
    )
    feed = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>The Shore</title>{''.join(entry.format(n) for n in range(FEED_ENTRIES))}"
        "</channel></rss>"
    ).encode()
    seconds = []
    for _ in range(4):
        started = time.process_time()
        entries = sum(isinstance(one, Entry) for one in read_feed(feed, "feed.rss"))
        seconds.append(time.process_time() - started)
    return {
        "mode": "feed",
        "entries": entries,
        "MB": round(len(feed) / 1e6, 2),
        "core-seconds": round(statistics.median(seconds[1:]), 2),
    }


def main() -> int:
    """Print the figures; 1 if one lies below its floor or the record does not verify."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=60)
    options.add_argument("--light", action="store_true", help="only the light mode")
    options.add_argument("--feed", action="store_true", help="only the taking apart of a feed")
    options.add_argument("--write", action="store_true", help=f"keep the figures in {RESULTS.name}")
    asked = options.parse_args()
    missed, kept = [], []
    gold = gold_folder()
    if gold is None and not asked.feed:
        return told_missing("speed")
    source = (gold or Path()) / "news_raw" / "negotiation_topics.jsonl.gz"
    for light in () if asked.feed else (True,) if asked.light else (False, True):
        figures = measure(source, asked.articles, light=light)
        kept.append({k: v for k, v in figures.items() if k != "last run"})
        print(json.dumps(kept[-1]))
        mode = str(figures["mode"])
        if float(str(figures["warm articles/s"])) < FLOORS[mode]:
            missed.append(f"{mode}: fewer than {FLOORS[mode]} articles/s")
        if float(str(figures["peak MiB"])) > MEMORY_MIB:
            missed.append(f"{mode}: more than {MEMORY_MIB} MiB")
        if not figures["verified"]:
            missed.append(f"{mode}: the record does not verify")
    kept.append(measure_feed())
    print(json.dumps(kept[-1]))
    if float(str(kept[-1]["core-seconds"])) > MOST_FEED_SECONDS:
        missed.append(
            f"feed: more than {MOST_FEED_SECONDS} core-seconds for {FEED_ENTRIES} entries"
        )
    if asked.write:
        machine = f"{platform.machine()}, Python {platform.python_version()}"
        runs = {run["mode"]: run for run in json.loads(RESULTS.read_text("utf-8"))["runs"]}
        runs.update({str(run["mode"]): run for run in kept})  # what was not run stays
        text = json.dumps({"machine": machine, "runs": list(runs.values())}, indent=2)
        RESULTS.write_text(text + "\n", encoding="utf-8")
    print("speed:", "; ".join(missed) or "all floors held")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
