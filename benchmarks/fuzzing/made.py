"""Sound inputs of each format, of invented states and people, and inputs made odd by their form."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sqlite3
import tempfile
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.fuzzing.mutation import Sources, mutated

ARTICLE = """Arland offers Berland a truce

PORT ARL, May 4, 2031 (Shore Wire) – Arland will open the Strait of Mirn if Berland ends the
blockade, Foreign Minister Ilsa Brandt said on Friday.

“We will not sign before all 1,200 prisoners are home,” Brandt told reporters. “That is our last
word,” she added.

Pavo Lindh, the envoy of Berland, rejected the offer. According to the Tern Institute, 45 to 60
boats, worth about $3.5 million, lay in the harbour between 2 and 9 April 2031.

- The border stays shut.
- Talks begin next week in Vell, 40 km north of the line.

The Harbour Post, citing people familiar with the talks, reported that Berland might accept
(“in principle”) a ceasefire until June; its government denied it.
"""
MARKDOWN = """---
title: Arland offers a truce
date: 2031-05-04
---
# Arland offers **Berland** a truce

> “We will not sign,” said *Ilsa Brandt*, the foreign minister of Arland.

See the [full text](http://shore.example/a_(b) "title") of the offer, ![map](m.png) and `code`.

* Berland rejected it, Pavo Lindh said on Friday.
1. The border stays shut.

| party | word |
|---|---|
| Arland | no |
<!-- hidden --> <b>bold</b> \\*not\\* &amp; done.
"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Arland offers</title>
<meta property="article:published_time" content="2031-05-04T10:00:00Z">
<link rel="canonical" href="https://shore.example/2031/05/04/offer">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Arland offers a truce",
"datePublished": "2031-05-04", "author": [{{"name": "Ann Berg"}}]}}</script>
<style>p {{ color: red }}</style></head><body><nav><a href="/">Home</a></nav><article>
<h1>Arland offers a truce</h1><p>By Ann Berg</p><time datetime="2031-05-04">4 May</time>
{"".join(f"<p>{part}</p>" for part in ARTICLE.split(chr(10) * 2)[1:])}
<figure><img src=a.jpg><figcaption>A boat. Photo: nobody</figcaption></figure>
<table><tr><td>one</td><td colspan="2">two</td></tr></table><pre>as it  stands</pre>
<blockquote>&ldquo;We wait,&rdquo; said&nbsp;Lindh.</blockquote></article><footer>&copy; Shore
</footer></body></html>"""
ROWS = (
    {
        "id": "a1",
        "text": ARTICLE,
        "title": "Arland offers",
        "date": "2031-05-04",
        "source": "Shore",
    },
    {
        "id": 7,
        "content": PAGE,
        "url": "https://shore.example/a",
        "authors": ["Ann Berg", "Karl H."],
    },
    {"body": ["One line said Brandt.", "Two lines."], "source": {"id": None, "name": "The Post"}},
)
TEXT_WORDS = (
    *(
        w.encode()
        for w in ("said ", "“", "”", "‘", "’", "—", "Mr. ", "according to ", "2026-13-45 ")
    ),
    *(
        w.encode()
        for w in ("30 February 2031", "the ", "1,000,000,000,000 ", "$-3.5e9", "by ", "’s ")
    ),
    *(
        w.encode()
        for w in ("next ", "Monday ", "not ", "would ", "if ", "Arland ", "twenty-", "00:00")
    ),
    b"\n\n",
    b". ",
    b", ",
    b"- ",
    b"(",
    b")",
    b"[",
)
MARKS = (
    b"# ",
    b"> ",
    b"**",
    b"__",
    b"![",
    b"](",
    b"`",
    b"---\n",
    b"<a ",
    b"-->",
    b"<!--",
    b"\\",
    b"|",
)
TAGS = (
    *(b"<p>", b"</p>", b"<div>", b"<article>", b"<table>", b"<td>", b"<svg>", b"<math>", b"<br/>"),
    *(
        b"<script>",
        b"</script>",
        b"<style>",
        b"<template>",
        b"<noscript>",
        b"<iframe>",
        b"<select>",
    ),
    *(
        b"<a href='",
        b'<p title="',
        b"<pre>",
        b"<textarea>",
        b"<plaintext>",
        b"<?xml ",
        b"<!DOCTYPE ",
    ),
    *(b"&#", b"&#x110000;", b"&amp", b"&NotEqualTilde;", b"<meta charset=utf-7>", b"<base href=x>"),
    *(b'<meta name="date" content="', b'<time datetime="', b'{"@type": "NewsArticle", ', b"<li>"),
)
NAMES = (
    b"text",
    b"title",
    b"date",
    b"url",
    b"authors",
    b"id",
    b"source",
    b"name",
    b"null",
    b"true",
)
JSON_WORDS = (
    *NAMES,
    b'": "',
    b'", "',
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b"\n",
    b"\\u",
    b"\\n",
    b"e+9",
)
CSV_WORDS = (
    *NAMES,
    b'"',
    b'""',
    b",",
    b";",
    b"\t",
    b"|",
    b"\r\n",
    b"\n",
    b"\r",
    b",,,,",
    b"file",
    b"path",
)
YAML_WORDS = (
    *(
        b": ",
        b"- ",
        b"\n  ",
        b"\n    ",
        b"[",
        b"]",
        b"{",
        b"}",
        b"&a ",
        b"*a",
        b"!!",
        b"!x ",
        b"|\n",
        b">",
    ),
    *(
        b"<<: ",
        b"? ",
        b"---\n",
        b"...\n",
        b"%YAML 1.1\n",
        b"%TAG ! x\n",
        b"#",
        b"null",
        b"~",
        b"yes",
        b"0x1",
    ),
    *(
        b"1_000",
        b"2031-13-45",
        b"2031-02",
        b"\t",
        b"'",
        b'"',
        b"\\x",
        b"@",
        b"`",
        b"1e3",
        b".inf",
        b"0o7",
    ),
)


def text() -> Sources:
    """Plain text."""
    return Sources(
        [ARTICLE.encode(), ARTICLE.encode("utf-16"), ARTICLE.encode("cp1252", "replace")],
        TEXT_WORDS,
    )


def markdown() -> Sources:
    """Markdown."""
    return Sources([MARKDOWN.encode(), ARTICLE.encode()], MARKS)


def html() -> Sources:
    """Pages."""
    return Sources([PAGE.encode(), PAGE.encode("cp1252", "xmlcharrefreplace")], TAGS)


def json_rows() -> Sources:
    """JSON lines."""
    return Sources(["\n".join(json.dumps(row) for row in ROWS).encode()], JSON_WORDS)


def _table(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def csv_rows() -> Sources:
    """CSV with commas and with tabs, in UTF-8 and UTF-16."""
    rows: list[dict[str, Any]] = [dict(ROWS[0]), {**ROWS[0], "id": "a2"}]
    table = _table(rows)
    return Sources([table, _table(rows, "\t"), table.decode().encode("utf-16")], CSV_WORDS)


@cache
def parquet() -> Sources:
    """Parquet: strings, a nested column, a date, in several row groups."""
    rows = [{**ROWS[0], "tags": [{"a": [1, 2]}], "n": number} for number in range(5)]
    return Sources([_parquet(rows)], [b"PAR1", b"text", b"\x15\x02\x19\x5c"])


def _parquet(rows: list[dict[str, Any]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=2)
    return out.getvalue()


def packed_json() -> Sources:
    """Compressed JSON lines."""
    return _packed(json_rows().sound[0])


def packed_csv() -> Sources:
    """Compressed CSV."""
    return _packed(csv_rows().sound[0])


def _packed(data: bytes) -> Sources:
    whole = gzip.compress(data, mtime=0)
    return Sources([whole, whole + whole], [b"\x1f\x8b\x08", b"\x00" * 10])


def odd_packed(random: Random) -> bytes:
    """A sound archive of JSON lines that are not."""
    return gzip.compress(mutated(random, json_rows()), mtime=0)


def manifest() -> Sources:
    """`articles.csv`."""
    rows = [
        {
            "file": "a.txt",
            "outlet": "Shore",
            "url": "https://shore.example",
            "date": "2031-05-04",
            "title": "T",
        },
        {"file": "./b.txt", "outlet": "Post", "url": "", "date": "May 2031", "title": "=1+1"},
    ]
    return Sources(
        [_table(rows), _table(rows, ";")], [*CSV_WORDS, b"a.txt", b"b.txt", b"../", b"C:\\"]
    )


def parties() -> Sources:
    """`parties.yaml`."""
    sound = b"""parties:
  Arvenia:
    kind: government
    aliases: [Republic of Arvenia, "the Arven state"]
    demonyms: [Arvenian]
    capitals: [Arvos]
    metonyms: [the Marble House]
    wikidata: Q99999999
    spokespeople:
      - {name: Ilena Maro, role: foreign minister, from: 2025-03-01, to: 2026-01-15}
      - Karl Holm
  Torland: {}
  Coast Group: [Arvenia, Torland]
places:
  Mirn: {country: DE, lat: 12.5, lon: -3.25, aliases: [Old Mirn]}
"""
    return Sources(
        [sound], [*YAML_WORDS, b"members", b"spokespeople", b"name", b"from", b"lat", b"id"]
    )


def codebook() -> Sources:
    """`codebook.yaml`."""
    sound = b"""name: Harbour talks
issues:
  fishing:
    name: Who may fish
    group: Sea
    about: Boats in the strait.
    anchors: [fishing (right|rights), (fish|fishing) ... strait, quota*]
    not: [fishing for votes]
    default: both
    scale:
      none: {name: nobody, anchors: [ban ... fishing]}
      one: {name: one side}
      both: {name: both sides, anchors: ["(open|share) ... (strait|waters)"]}
  toll:
    name: The toll
    anchors: [toll, harbour (fee|fees)]
    values:
      kept: {name: kept}
      ended: {name: ended, anchors: [(end|scrap) ... toll]}
steps:
  open_strait: {name: strait opens, entails: {fishing: both}, anchors: [open ... strait]}
  talks: {name: talks begin, needs: [open_strait], anchors: [talks]}
rules:
  - never_together: {fishing: none, toll: kept}
    why: Who may not fish pays no toll.
consent:
  toll: [Arland, Berland]
"""
    words = [
        b"anchors",
        b"values",
        b"scale",
        b"(",
        b"|",
        b")",
        b" ... ",
        b"*",
        b"entails",
        b"<party>",
    ]
    return Sources([sound], [*YAML_WORDS, *words])


def plan() -> Sources:
    """A plan of a user's own."""
    sound = b"""name: Pellin plan
author: Arland
clauses:
  ceasefire.scope: general
  talks.holding: held
order:
  - talks_start
  - [ceasefire, sanctions=lift_all]
"""
    return Sources([sound], [*YAML_WORDS, b"clauses", b"order", b"ceasefire", b"="])


@cache
def _kept() -> tuple[bytes, bytes]:
    """A record of three short articles, read without models, and a person's decisions on it."""
    from onrecord.presentation.record import read as read_record

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
        (folder / "b.txt").write_text(ARTICLE.replace("Friday", "Monday"), encoding="utf-8")
        (folder / "c.html").write_text(PAGE, encoding="utf-8")
        kept = folder / "talks.onrecord"
        made = read_record(folder, kept, light=True, workers=1)
        made.decide("name", "Ilsa Brandt", "Ilsa B.", coder="ann")
        made.decide("dated", "b.txt", "2031-05-05", coder="ann")
        words = "the envoy of Berland, rejected the offer"
        fields = {"party": "Pavo Lindh", "act": "reject", "issue": "ceasefire.scope"}
        made.add_position("a.txt", words, fields, coder="ann")
        made.write_decisions(folder / "decisions.jsonl")
        with sqlite3.connect(kept) as db:
            db.execute("PRAGMA journal_mode=DELETE")
        return kept.read_bytes(), (folder / "decisions.jsonl").read_bytes()


def decisions() -> Sources:
    """A file of decisions: on an actor, a date and a position."""
    lines = _kept()[1].splitlines(keepends=True)
    words = [*JSON_WORDS, b"same", b"apart", b"means", b"reject", b"span", b"raw_start"]
    return Sources([_kept()[1], *lines], words)


def record() -> Sources:
    """A record file."""
    return Sources([_kept()[0]])


def odd_record(random: Random) -> bytes:
    """A sound database in which some values are others."""
    db = sqlite3.connect(":memory:")
    db.deserialize(record().sound[0])
    tables = [
        name
        for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type='table'")
        if "fts" not in name
    ]
    for _ in range(random.randrange(1, 4)):
        table = random.choice(tables)
        try:
            columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
            key = columns[0]
            rows = [row[0] for row in db.execute(f'SELECT "{key}" FROM "{table}"')]  # noqa: S608
            if not rows:
                continue
            change = f'UPDATE "{table}" SET "{random.choice(columns)}" = ? WHERE "{key}" IS ?'  # noqa: S608
            db.execute(change, (cell(random), random.choice(rows)))
        except sqlite3.Error:
            continue  # the schema itself refuses it, or what was changed before breaks the table
    db.commit()
    found = db.serialize()
    db.close()
    return found


CELLS: tuple[object, ...] = (
    *(None, 0, -1, 2**62, 1.5, "", "x", "[]", "{}", "null", '["a"]', '{"start": -1}'),
    *("9999-99-99", b"", b"\x00\xff", b"x\x9c\x03\x00\x00\x00\x00\x01", "\x00", "1e999"),
    *("a" * 3000, "[" * 2000),
)


def cell(random: Random) -> object:
    """A value that a column of a database can hold."""
    return random.choice(CELLS)


def word(random: Random) -> str:
    """A word of any script, or what is none."""
    ranges = (
        (0x20, 0x7E),
        (0, 0x2FF),
        (0x300, 0x36F),
        (0x590, 0x6FF),
        (0x900, 0xDFF),
        (0x2000, 0x206F),
    )
    low, high = random.choice(
        (*ranges, (0x3000, 0x9FFF), (0xD800, 0xDFFF), (0xE000, 0xFFFF), (0x1F300, 0x10FFFF))
    )
    return "".join(chr(random.randint(low, high)) for _ in range(random.randrange(1, 12)))


def odd_text(random: Random) -> bytes:
    """Words of the article among words of any script, with the marks that readers look for."""
    known = ARTICLE.split(" ")
    parts = []
    for _ in range(random.randrange(1, 120)):
        kind = random.random()
        if kind < 0.6:
            start = random.randrange(len(known))
            parts.append(" ".join(known[start : start + random.randrange(1, 12)]))
        elif kind < 0.8:
            parts.append(random.choice(TEXT_WORDS).decode() * random.choice((1, 1, 1, 2, 50)))
        else:
            parts.append(word(random))
    return random.choice((" ", "", "\n", " ")).join(parts).encode("utf-8", "surrogatepass")


def value(random: Random, depth: int) -> object:
    """A JSON value of any kind."""
    kind = random.randrange(9 if depth else 7)
    if kind == 7:
        return [value(random, depth - 1) for _ in range(random.randrange(4))]
    if kind == 8:
        return {word(random): value(random, depth - 1) for _ in range(random.randrange(4))}
    simple = (
        None,
        True,
        random.randrange(-(10**12), 10**12),
        random.random() * 1e300,
        word(random),
        ARTICLE,
        PAGE,
    )
    return simple[kind]


def row(random: Random) -> dict[str, object]:
    """A row with fields of the usual names and values of any kind."""
    names = (
        "text",
        "Title",
        " date ",
        "url",
        "authors",
        "source",
        "id",
        "content",
        "body",
        word(random),
    )
    found = {name: value(random, 2) for name in random.sample(names, random.randrange(1, 9))}
    if random.random() < 0.6:
        found["text"] = odd_text(random).decode("utf-8", "surrogatepass")
    return found


def odd_csv(random: Random) -> bytes:
    """A table whose rows are of any length and whose cells hold anything."""
    rows = [["text", "title", "date", "source", "id"][: random.randrange(1, 6)]]
    for _ in range(random.randrange(5)):
        rows.append([str(value(random, 1)) for _ in range(random.randrange(7))])
    mark = random.choice(",;\t|")
    lines = [mark.join(f'"{c}"' if random.random() < 0.8 else c for c in row) for row in rows]
    return random.choice(("\n", "\r\n", "\r")).join(lines).encode("utf-8", "surrogatepass")


def odd_parquet(random: Random) -> bytes:
    """A table with columns of any type."""
    import datetime as dt
    import decimal

    import pyarrow as pa

    def column() -> tuple[Any, list[Any]]:
        return random.choice(
            [
                (pa.string(), ["a", None, ARTICLE]),
                (pa.binary(), [b"\xff\x00", None, b"a"]),
                (pa.timestamp("ns"), [2**62, None, -(2**62)]),
                (pa.timestamp("ms"), [2**60, None, -(2**60)]),
                (pa.date32(), [2**31 - 1, None, -(2**31)]),
                (pa.date64(), [2**60 // 86_400_000 * 86_400_000, None, 0]),
                (pa.time64("ns"), [86_400_000_000_000 - 1, None, 0]),
                (pa.duration("s"), [2**62, None, -1]),
                (pa.decimal128(38, 2), [decimal.Decimal("1e30"), None, decimal.Decimal(0)]),
                (pa.float64(), [float("nan"), None, float("inf")]),
                (pa.list_(pa.list_(pa.string())), [[["a"], None], None, []]),
                (pa.struct([("name", pa.string())]), [{"name": "x"}, None, {"name": None}]),
                (pa.map_(pa.string(), pa.int64()), [[("a", 1)], None, []]),
                (pa.dictionary(pa.int8(), pa.string()), ["a", None, "b"]),
                (pa.bool_(), [True, None, False]),
                (pa.timestamp("us", tz="Nowhere/Land"), [0, None, 1]),
                (pa.date32(), [dt.date(2031, 5, 4), None, dt.date(1, 1, 1)]),
            ]
        )

    names = random.sample(["text", "title", "date", "source", "id", "authors", "url"], 4)
    columns = {name: column() for name in names}
    arrays = [pa.array(values, type=kind) for kind, values in columns.values()]
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, names=list(columns)), out)
    return out.getvalue()
