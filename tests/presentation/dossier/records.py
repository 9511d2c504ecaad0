"""One made record with something in every section, and one written by somebody hostile."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from onrecord.positions import Codebook
from onrecord.records import (
    Article,
    Assessment,
    Attribution,
    Citation,
    Contradiction,
    Copy,
    Event,
    Excluded,
    Interval,
    Origin,
    QuantityMention,
    Report,
    Skip,
    Statement,
    identity,
)
from tests.made import Maker, made_records
from tests.made.maker import find
from tests.presentation.dossier.shelf import Shelf, shelf_of

WIRE = "“We counted 60 boats,” Ilsa Brandt said on Friday."
OTHER = "Pavo Lindh said that there were 45 boats."
POLL = "Most people in Norland want the harbour open, the Tern Institute found."


def full_shelf(codebook: Codebook) -> Shelf:
    """The six made records, and beside them a copy, figures, an event, an assessment, skips."""
    shelf = shelf_of(made_records().values(), codebook)
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland", "foreign minister")
    pavo = make.actor("Pavo Lindh", "person", "Sudmark", "envoy")
    first = make.article("boats/1.txt", "Harbour Post", "2031-08-09", "Boats", WIRE, OTHER, POLL)
    again = make.article("boats/2.txt", "Sudmark Courier", "2031-08-10", "The boats", WIRE)
    ours = make.says(
        first, source="Ilsa Brandt", cue="said", content="We counted 60 boats,", actor=ilsa
    )
    copied = make.says(
        again, source="Ilsa Brandt", cue="said", content="We counted 60 boats,", actor=ilsa
    )
    theirs = make.says(
        first, source="Pavo Lindh", cue="said", content="that there were 45 boats", actor=pavo
    )
    lead = replace(
        first,
        url="https://post.example.org/boats",
        excluded=(Excluded(raw_start=0, raw_end=0, text="Photo by nobody", reason="caption"),),
    )
    made = make.done()
    shelf.put(Article, (lead, again))
    shelf.put(Statement, made.statements)
    figures = [_figure(first, words, low) for words, low in (("60 boats", 60), ("45 boats", 45))]
    shelf.put(QuantityMention, figures)
    shelf.put(
        Attribution,
        (
            replace(a, quantities=(figures[1].id,)) if a.statement == theirs.id else a
            for a in made.attributions
        ),
    )
    both = (first.id, again.id)
    shelf.put(Copy, (Copy(lead=first.id, articles=(again.id,), basis="near copy", share=0.97),))
    origin = Origin(origin="Meridian Wire", articles=both, basis="wire credit")
    report = Report(
        id=identity("report", ours.id),
        statements=(ours.id, copied.id),
        articles=both,
        outlets=("Harbour Post", "Sudmark Courier"),
        origins=(origin,),
        first=first.id,
    )
    shelf.put(Report, (report,))
    shelf.put(Contradiction, (_clash(figures),))
    shelf.put(Event, (_event(first, ilsa.id),))
    shelf.put(Assessment, (_assessment(first),))
    shelf.skips = (
        Skip(where="login.html", reason="no text", detail="", remedy="is it a login page?"),
    )
    return shelf


def _figure(article: Article, words: str, low: float) -> QuantityMention:
    return QuantityMention(
        id=identity("quantity", article.id, words),
        article=article.id,
        span=find(article, words),
        low=low,
        high=low,
        unit=None,
        bound="exact",
        of="boats",
    )


def _clash(figures: list[QuantityMention]) -> Contradiction:
    return Contradiction(
        id="clash",
        kind="quantity",
        left=(figures[0].id,),
        right=(figures[1].id,),
        rule="amounts_differ",
        detail="boats: 60 against 45",
        confidence=0.9,
    )


def _event(article: Article, actor: str) -> Event:
    when = Interval(
        start=dt.date(2031, 8, 8), end=dt.date(2031, 8, 9), precision="day", basis="text: Friday"
    )
    return Event(
        id="event",
        when=when,
        what="Ilsa Brandt spoke on the boats",
        kind="speech",
        status="happened",
        actors=(actor,),
        place=None,
        spans=(Citation(article=article.id, span=find(article, "said on Friday")),),
        articles=(article.id,),
    )


def _assessment(article: Article) -> Assessment:
    return Assessment(
        id="assessment",
        article=article.id,
        assessor=None,
        assessor_text="the Tern Institute",
        kind="institute",
        statement=None,
        spans=(find(article, POLL),),
        quantities=(),
        as_of=None,
    )


SCRIPT = "<script>window.hacked = 1</script>"
IMAGE = '"><img src="http://evil.example.org/x.png" onerror="window.hacked = 1">'
CLOSING = "</script></style><!-- {{ 7 * 7 }} \u2028\u2029 ]]>"


def hostile_shelf(codebook: Codebook) -> Shelf:
    """A record whose every text was written to run, to load, or to break out."""
    make = Maker()
    envoy = make.actor(f"Envoy {SCRIPT}", "person", f"Norland {IMAGE}", "envoy")
    words = f"Norland {SCRIPT} must stop {IMAGE} at once {CLOSING}"
    article = make.article(
        f"a/{SCRIPT}.txt",
        f"Post {IMAGE}",
        "2031-05-04",
        f"Title {SCRIPT} {IMAGE} {CLOSING}",
        f"“{words},” said the envoy.",
    )
    said = make.says(article, source="the envoy", cue="said", content=words, actor=envoy)
    make.position(
        article,
        words,
        said,
        act="demand",
        issue="ceasefire.scope",
        values=(f"general{IMAGE}",),
        reason=SCRIPT,
        object=IMAGE,
    )
    shelf = shelf_of([make.done()], codebook)
    evil = Excluded(raw_start=0, raw_end=0, text=f"{IMAGE} {SCRIPT}", reason=SCRIPT)
    shelf.records[Article] = [replace(article, url="javascript:window.hacked=1", excluded=(evil,))]
    shelf.skips = (Skip(where=SCRIPT, reason=IMAGE, detail=CLOSING, remedy=SCRIPT),)
    return shelf
