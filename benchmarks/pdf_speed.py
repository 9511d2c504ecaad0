"""PDF reading speed: `python -m benchmarks.pdf_speed [--pages N]`.

Measured is `read_printed`, all that turns a PDF into text, on pages of two full columns in small
type (about 1,000 words each) with a running header, made for the run: the processor time of one
core, the best of three runs after one to warm up, since what else the machine does only slows it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time

from tests.sources.pdfs import Line, by_rows, column, pdf

from onrecord.sources.pdf.printed import read_printed

FLOOR = 50.0  # pages a second on one core
WORDS = """the minister of bridge talks said on that would open after guns withdraw from hills first
list places promised mediators both delegations meet in halls for press and their governments
Monday Velundia Orvenia Tolmara agreement negotiations representatives""".split()  # noqa: SIM905


def made(pages: int) -> bytes:
    """A PDF of so many full pages, the same every time."""
    chance = random.Random(7)  # noqa: S311  text, no secret

    def text() -> list[str]:
        return [" ".join(chance.choices(WORDS, k=45)).capitalize() + "." for _ in range(12)]

    return pdf(
        *(
            [
                Line(50, 40, f"The Gaze, page {number}"),
                *by_rows(
                    column(text(), x=50, y=80, chars=58, size=7),
                    column(text(), x=320, y=80, chars=58, size=7),
                ),
            ]
            for number in range(1, pages + 1)
        )
    )


def main() -> int:
    """Print the figures; 1 if they lie below the floor."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=100)
    pages = options.parse_args().pages
    data = made(pages)
    seconds = []
    for _ in range(4):
        started = time.process_time()
        printed = read_printed(data, "made.pdf")
        seconds.append(time.process_time() - started)
    speed = pages / min(seconds[1:])
    words = len(printed.text.split())
    print(json.dumps({"pages": pages, "words/page": words // pages, "pages/s": round(speed, 1)}))
    print("PDF speed:", "floor held" if speed >= FLOOR else f"fewer than {FLOOR:g} pages/s")
    return 0 if speed >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
