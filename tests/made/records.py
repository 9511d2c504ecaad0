"""The six records: agreed, contested, blocked, a circle, a refused step, and words of all kinds."""

from __future__ import annotations

from tests.made.maker import MadeRecord, Maker, needs


def made_records() -> dict[str, MadeRecord]:
    """The six records by name, made anew on every call."""
    return {
        "agreed": agreed(),
        "contested": contested(),
        "blocked": blocked(),
        "circle": circle(),
        "refused_step": refused_step(),
        "words": words(),
    }


def agreed() -> MadeRecord:
    """Prisoners: Norland asks for all, Sudmark accepts; the mediator's plan holds it as well."""
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland", "foreign minister")
    pavo = make.actor("Pavo Lindh", "person", "Sudmark", "envoy")
    vesland = make.actor("Vesland", "government")
    first = make.article(
        "agreed/1.txt",
        "Harbour Post",
        "2031-03-04",
        "Norland asks for all captives",
        "Norland wants Sudmark to hand over every captive, Ilsa Brandt said on Monday.",
        "Vesland proposed a full exchange of prisoners in its three-line paper.",
    )
    asked = make.says(
        first,
        source="Ilsa Brandt",
        cue="said",
        content="Norland wants Sudmark to hand over every captive",
        actor=ilsa,
        said="2031-03-03",
    )
    make.position(
        first,
        "wants Sudmark to hand over every captive",
        asked,
        act="demand",
        issue="prisoners",
        values=("all_for_all",),
        hardness="firm",
        object="Sudmark",
    )
    make.position(
        first,
        "Vesland proposed a full exchange of prisoners",
        None,
        act="propose",
        party=vesland.id,
        party_text="Vesland",
        issue="prisoners",
        values=("all_for_all",),
    )
    make.plan(
        "the Vesland paper",
        vesland,
        first,
        [("prisoners", "all_for_all", "a full exchange of prisoners")],
    )
    second = make.article(
        "agreed/2.txt",
        "Sudmark Courier",
        "2031-03-11",
        "Envoy: captives go home",
        "“We accept the exchange of all captives for all,” Pavo Lindh said on Monday.",
    )
    answered = make.says(
        second,
        source="Pavo Lindh",
        cue="said",
        content="We accept the exchange of all captives for all,",
        actor=pavo,
        said="2031-03-10",
    )
    make.position(
        second,
        "accept the exchange of all captives for all",
        answered,
        act="accept",
        issue="prisoners",
        values=("all_for_all",),
    )
    return make.done()


def contested() -> MadeRecord:
    """Ceasefire: Norland wants all fire to stop; Sudmark first nothing, later the air only."""
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland", "foreign minister")
    pavo = make.actor("Pavo Lindh", "person", "Sudmark", "envoy")
    first = make.article(
        "contested/1.txt",
        "Harbour Post",
        "2031-04-02",
        "No pause in sight",
        "Ilsa Brandt said on Tuesday that Sudmark must halt all fire.",
        "“There will be no general ceasefire,” Pavo Lindh replied the same day.",
    )
    asked = make.says(
        first,
        source="Ilsa Brandt",
        cue="said",
        content="that Sudmark must halt all fire",
        actor=ilsa,
        said="2031-04-01",
    )
    make.position(
        first,
        "Sudmark must halt all fire",
        asked,
        act="demand",
        issue="ceasefire.scope",
        values=("general",),
        step="ceasefire",
        object="Sudmark",
    )
    refused = make.says(
        first,
        source="Pavo Lindh",
        cue="replied",
        content="There will be no general ceasefire,",
        actor=pavo,
        said="2031-04-01",
    )
    make.position(
        first,
        "There will be no general ceasefire",
        refused,
        act="reject",
        polarity="against",
        issue="ceasefire.scope",
        values=("general",),
        hardness="firm",
    )
    second = make.article(
        "contested/2.txt",
        "Meridian Wire",
        "2031-05-07",
        "Sudmark offers quiet skies",
        "Pavo Lindh said on Tuesday that Sudmark offers Norland a truce in the air.",
    )
    offered = make.says(
        second,
        source="Pavo Lindh",
        cue="said",
        content="that Sudmark offers Norland a truce in the air",
        actor=pavo,
        said="2031-05-06",
    )
    make.position(
        second,
        "offers Norland a truce in the air",
        offered,
        act="offer",
        issue="ceasefire.scope",
        values=("sector",),
        object="Norland",
    )
    return make.done()


def blocked() -> MadeRecord:
    """The Korin valley: each side declares a red line, so that every holder is ruled out."""
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland", "foreign minister")
    pavo = make.actor("Pavo Lindh", "person", "Sudmark", "envoy")
    article = make.article(
        "blocked/1.txt",
        "Harbour Post",
        "2031-06-06",
        "Both claim the Korin valley",
        "Giving up the valley to Sudmark is a red line, Ilsa Brandt said on Thursday.",
        "It is non-negotiable that Norland cedes the valley, Pavo Lindh answered on Thursday.",
    )
    ours = make.says(
        article,
        source="Ilsa Brandt",
        cue="said",
        content="Giving up the valley to Sudmark is a red line",
        actor=ilsa,
        said="2031-06-05",
    )
    make.position(
        article,
        "Giving up the valley to Sudmark is a red line",
        ours,
        act="reject",
        polarity="against",
        issue="control.korin_valley",
        values=("ceded",),
        hardness="red_line",
    )
    theirs = make.says(
        article,
        source="Pavo Lindh",
        cue="answered",
        content="It is non-negotiable that Norland cedes the valley",
        actor=pavo,
        said="2031-06-05",
    )
    make.position(
        article,
        "It is non-negotiable that Norland cedes the valley",
        theirs,
        act="demand",
        issue="control.korin_valley",
        values=("ceded",),
        hardness="red_line",
        object="Norland",
    )
    return make.done()


def circle() -> MadeRecord:
    """Norland wants the fire to stop before terms; Sudmark wants terms before the fire stops."""
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland", "foreign minister")
    pavo = make.actor("Pavo Lindh", "person", "Sudmark", "envoy")
    article = make.article(
        "circle/1.txt",
        "Meridian Wire",
        "2031-07-03",
        "Which comes first",
        "Norland will settle terms only after the guns fall silent, Ilsa Brandt said on Wednesday.",
        "A ceasefire comes only once terms are agreed, Pavo Lindh told reporters on Wednesday.",
    )
    ours = make.says(
        article,
        source="Ilsa Brandt",
        cue="said",
        content="Norland will settle terms only after the guns fall silent",
        actor=ilsa,
        said="2031-07-02",
    )
    make.position(
        article,
        "will settle terms only after the guns fall silent",
        ours,
        act="precondition",
        step="terms_agreed",
        conditions=(needs(article, "only after the guns fall silent", step="ceasefire"),),
    )
    theirs = make.says(
        article,
        source="Pavo Lindh",
        cue="told",
        content="A ceasefire comes only once terms are agreed",
        actor=pavo,
        said="2031-07-02",
    )
    make.position(
        article,
        "A ceasefire comes only once terms are agreed",
        theirs,
        act="precondition",
        issue="ceasefire.scope",
        values=("general",),
        step="ceasefire",
        conditions=(needs(article, "only once terms are agreed", step="terms_agreed"),),
    )
    return make.done()


def refused_step() -> MadeRecord:
    """Norland wants Sudmark's troops out before talks; Sudmark refuses to withdraw them."""
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland", "foreign minister")
    pavo = make.actor("Pavo Lindh", "person", "Sudmark", "envoy")
    article = make.article(
        "refused_step/1.txt",
        "Sudmark Courier",
        "2031-08-06",
        "Troops stay",
        "No talks before Sudmark's troops have left, Ilsa Brandt said on Tuesday.",
        "“We will never pull our troops out,” Pavo Lindh said a few hours after her.",
    )
    ours = make.says(
        article,
        source="Ilsa Brandt",
        cue="said",
        content="No talks before Sudmark's troops have left",
        actor=ilsa,
        said="2031-08-05",
    )
    make.position(
        article,
        "No talks before Sudmark's troops have left",
        ours,
        act="precondition",
        issue="talks.holding",
        values=("held",),
        step="talks_start",
        conditions=(
            needs(
                article,
                "before Sudmark's troops have left",
                step="withdrawal.sudmark",
                party=pavo.speaks_for[0].party,
            ),
        ),
    )
    theirs = make.says(
        article,
        source="Pavo Lindh",
        cue="said",
        content="We will never pull our troops out,",
        actor=pavo,
        said="2031-08-05",
    )
    make.position(
        article,
        "We will never pull our troops out",
        theirs,
        act="reject",
        polarity="against",
        step="withdrawal.sudmark",
        hardness="red_line",
    )
    return make.done()


def words() -> MadeRecord:
    """A claim about another, a divided party, a word long past, one replaced, one undated."""
    make = Maker()
    ilsa = make.actor("Ilsa Brandt", "person", "Norland", "foreign minister")
    olof = make.actor("Olof Rask", "person", "Norland", "defence minister")
    pavo = make.actor("Pavo Lindh", "person", "Sudmark", "envoy")
    old = make.article(
        "words/1.txt",
        "Harbour Post",
        "2030-01-16",
        "Observers",
        "Outside observers are a red line for Sudmark, Pavo Lindh said on Tuesday.",
        "Norland demands that the embargo end, Ilsa Brandt said in the same hall.",
    )
    first = make.says(
        old,
        source="Pavo Lindh",
        cue="said",
        content="Outside observers are a red line for Sudmark",
        actor=pavo,
        said="2030-01-15",
    )
    make.position(
        old,
        "Outside observers are a red line for Sudmark",
        first,
        act="reject",
        polarity="against",
        issue="ceasefire.monitoring",
        values=("third_party",),
        hardness="red_line",
    )
    embargo = make.says(
        old,
        source="Ilsa Brandt",
        cue="said",
        content="Norland demands that the embargo end",
        actor=ilsa,
        said="2030-01-15",
    )
    make.position(
        old,
        "demands that the embargo end",
        embargo,
        act="demand",
        issue="sanctions",
        values=("lift_all",),
    )
    new = make.article(
        "words/2.txt",
        "Meridian Wire",
        "2031-09-10",
        "Observers again",
        "Sudmark accepts observers from Vesland, Pavo Lindh said on Tuesday.",
        "Sudmark would also accept inspectors at its plants, Ilsa Brandt told the council.",
        "“We take foreign trainers,” said Ilsa Brandt on Tuesday.",
        "“No foreign trainers on our soil,” said Olof Rask the same morning.",
    )
    later = make.says(
        new,
        source="Pavo Lindh",
        cue="said",
        content="Sudmark accepts observers from Vesland",
        actor=pavo,
        said="2031-09-09",
    )
    make.position(
        new,
        "accepts observers from Vesland",
        later,
        act="accept",
        issue="ceasefire.monitoring",
        values=("third_party",),
    )
    claim = make.says(
        new,
        source="Ilsa Brandt",
        cue="told",
        content="Sudmark would also accept inspectors at its plants",
        actor=ilsa,
        said=None,
    )
    make.position(
        new,
        "would also accept inspectors at its plants",
        claim,
        act="claim_about_other",
        about=pavo.speaks_for[0].party,
        issue="nuclear.inspections",
        values=("allowed",),
    )
    for actor, content, taken in (
        (ilsa, "We take foreign trainers,", {"act": "accept"}),
        (olof, "No foreign trainers on our soil,", {"act": "reject", "polarity": "against"}),
    ):
        told = make.says(
            new, source=actor.name, cue="said", content=content, actor=actor, said="2031-09-09"
        )
        make.position(
            new, content[:-1], told, issue="foreign_forces", values=("trainers",), **taken
        )
    undated = make.article(
        "words/3.txt",
        "Harbour Post",
        None,
        "A page without a date",
        "Norland has rejected the idea of a joint monitoring team.",
    )
    make.position(
        undated,
        "Norland has rejected the idea of a joint monitoring team",
        None,
        act="reject",
        polarity="against",
        party=ilsa.speaks_for[0].party,
        party_text="Norland",
        issue="ceasefire.monitoring",
        values=("parties_jointly",),
    )
    return make.done()
