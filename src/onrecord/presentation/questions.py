"""The questions that a record answers. Each is a function of an opened record; none changes it.

A name that is asked for ("Lavrov", "eu") matches whole words of an actor's name or aliases,
without regard to case or accents.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from onrecord.actors import Cast
from onrecord.engines.settings import stored_settings
from onrecord.errors import NotOnRecord
from onrecord.language.parse import Parse
from onrecord.negotiation.spelling import did_you_mean
from onrecord.positions import Codebook
from onrecord.presentation.correcting import rejected_positions
from onrecord.presentation.dossier.dates import is_settled, last_day, settled_day, surely_by
from onrecord.presentation.dossier.grounds import LOW_CONFIDENCE, confidence_of
from onrecord.presentation.dossier.held import condition_line
from onrecord.presentation.dossier.lookup import Lookup, gather
from onrecord.presentation.dossier.timeline import parties_of
from onrecord.presentation.dossier.words import TURNED, WAITING
from onrecord.presentation.results import Results
from onrecord.presentation.rows import (
    ArticleRow,
    HitRow,
    MatrixRow,
    PositionRow,
    StatementRow,
    TimelineRow,
)
from onrecord.presentation.wording import join_spans, say_code, say_interval
from onrecord.reconciliation.copies import ONE_TEXT
from onrecord.reconciliation.events import standing
from onrecord.records import (
    Actor,
    Article,
    Attribution,
    Cell,
    Condition,
    Copy,
    Event,
    Interval,
    IssueStatus,
    Position,
    Statement,
)
from onrecord.store import View

LEVELS = ("soft", "firm", "red_line")


def _plain(text: str) -> str:
    """Text to compare names by: Latin letters, lower case, single spaces."""
    from anyascii import anyascii  # its tables load on first use

    return " ".join(re.findall(r"[a-z0-9]+", anyascii(text).lower()))


@cache
def _asked(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(_plain(name))}\b")


def names_actor(name: str, actor: Actor | None) -> bool:
    """Whether these words name this actor."""
    if actor is None or not _plain(name):
        return False
    return any(_asked(name).search(_plain(n)) for n in (actor.name, *actor.aliases))


def names_outlet(name: str, outlet: str | None) -> bool:
    """Whether these words name this outlet."""
    return bool(_plain(name)) and bool(_asked(name).search(_plain(outlet or "")))


def articles(
    view: View, *, outlet: str | None = None, undated: bool = False
) -> Results[ArticleRow]:
    """The articles on record, earliest first; `undated` keeps those whose date is not settled.

    Settled is what metadata, address, dateline or a person gives; not what the text lets infer.
    """
    lookup = gather(view, view_codebook(view))
    statements = Counter(s.article for s in lookup.statements.values())
    positions = Counter(p.article for p in lookup.positions.values())
    whole = [c for c in view.all(Copy) if c.basis in ONE_TEXT]
    leads = {a: c.lead for c in whole for a in c.articles if a != c.lead}
    rows = []
    for article in lookup.articles.values():
        if outlet and not _asked(outlet).search(_plain(article.outlet or "")):
            continue
        when = lookup.published[article.id]
        if undated and is_settled(when):
            continue
        lead = lookup.articles.get(leads.get(article.id, ""))
        rows.append(
            ArticleRow(
                id=article.id,
                path=article.path,
                outlet=article.outlet or "",
                title=article.title or "",
                published=say_interval(when),
                basis=when.basis if when else "",
                words=len(article.text.split()),
                statements=statements[article.id],
                positions=positions[article.id],
                excluded=len(article.excluded),
                copy_of=lead.path if lead else "",
            )
        )
    return Results(ArticleRow, rows)


def statements(
    view: View,
    *,
    speaker: str | None = None,
    party: str | None = None,
    outlet: str | None = None,
    kind: str | None = None,
    text: str | None = None,
    unsettled: bool = False,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Results[StatementRow]:
    """The statements on record, by article and place in it.

    `text` must occur in the content; `since` and `until` (both included) are compared with the
    day it was said, or published where that is not known; undated ones are left out then.
    `unsettled` keeps those with a source but no speaker.
    """
    lookup = gather(view, view_codebook(view))
    rows = []
    for statement in lookup.statements.values():
        said = lookup.attributions.get(statement.id)
        article = lookup.articles[statement.article]
        when = (said.said if said else None) or lookup.published[article.id]
        if not (
            fits_actor(speaker, said.speaker if said else None, lookup)
            and fits_actor(party, said.party if said else None, lookup)
            and (not outlet or _asked(outlet).search(_plain(article.outlet or "")))
            and (kind is None or statement.kind == kind)
            and (text is None or text.casefold() in join_spans(statement.content).casefold())
            and not (unsettled and (not statement.source or (said is not None and said.speaker)))
            and lies_within(when, since, until)
        ):
            continue
        rows.append(_statement_row(statement, said, article, lookup))
    return Results(StatementRow, rows)


def positions(
    view: View,
    *,
    party: str | None = None,
    issue: str | None = None,
    act: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    rejected: bool = False,
) -> Results[PositionRow]:
    """The positions on record, by party, issue and date. Filters as for `statements`.

    `rejected` adds those that people rejected; their label says so. Raises NotOnRecord for a party
    that nobody on record is.
    """
    lookup = gather(view, view_codebook(view))
    check_party(party, lookup)
    gone = {p.id: p for p in rejected_positions(view)} if rejected else {}
    rows = [
        _position_row(position, lookup, "rejected" if position.id in gone else position.label)
        for position in (lookup.positions | gone).values()
        if fits_actor(party, position.party, lookup)
        and (issue is None or _on_issue(issue, position, lookup))
        and (act is None or position.act == act.replace(" ", "_"))
        and lies_within(position.said or lookup.published[position.article], since, until)
    ]
    rows.sort(key=lambda r: (r.party == "", r.party, r.issue == "", r.issue, r.published, r.id))
    return Results(PositionRow, rows)


def matrix(view: View, *, party: str | None = None, issue: str | None = None) -> Results[MatrixRow]:
    """What each party says on each issue, from the cells; implied refusals are left out."""
    lookup = gather(view, view_codebook(view))
    status = {s.issue: s.status for s in view.all(IssueStatus)}
    rows: dict[tuple[str, str, str], list[Cell]] = {}
    for cell in view.all(Cell):
        if cell.state != "unknown" and not cell.implied:
            rows.setdefault((cell.issue, cell.party, cell.state), []).append(cell)
    found = [
        _matrix_row(cells, lookup, status)
        for (of_issue, of_party, _), cells in sorted(rows.items())
        if fits_actor(party, of_party, lookup)
        and (issue is None or names_issue(issue, of_issue, lookup))
    ]
    return Results(MatrixRow, found)


def timeline(
    view: View,
    *,
    party: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Results[TimelineRow]:
    """Events and dated positions in order of time; what has no date stands at the end."""
    lookup = gather(view, view_codebook(view))
    found = [*_events(view, lookup), *_dated_positions(lookup)]
    rows = [
        (when, row, actors)
        for when, row, actors in found
        if (party is None or any(fits_actor(party, a, lookup) for a in actors))
        and lies_within(when, since, until)
    ]
    rows.sort(key=lambda item: (item[1].when == "", _first_day(item[0]), item[1].id))
    return Results(TimelineRow, (row for _, row, _ in rows))


def search(view: View, query: str, *, limit: int = 20) -> Results[HitRow]:
    """The articles that hold all these words, best first, each with its first fitting sentence."""
    lookup = gather(view, view_codebook(view))
    rows = []
    for article, first, last in view.search(query, limit):
        start, end = _sentence_around(view.parse(article), first, last)
        rows.append(
            HitRow(
                path=article.path,
                outlet=article.outlet or "",
                published=say_interval(lookup.published[article.id]),
                sentence=" ".join(article.text[start:end].split()),
                start=start,
                end=end,
                article=article.id,
            )
        )
    return Results(HitRow, rows)


def view_codebook(view: View) -> Codebook:
    """The codebook that the record was concluded with."""
    return stored_settings(view).load_codebook()


def _sentence_around(parse: Parse, start: int, end: int) -> tuple[int, int]:
    sentence = parse.sentence_at(start)
    if sentence is None:
        return start, end
    tokens = parse.tokens_of(sentence)
    return min(start, tokens[0].start), max(end, tokens[-1].end)


def names_text(name: str, text: str) -> bool:
    """Whether these words stand in the text as whole words, whatever their case or accents."""
    return bool(_asked(name).search(_plain(text)))


def fits_actor(name: str | None, actor_id: str | None, lookup: Lookup) -> bool:
    """Whether the name names this actor; any actor fits where none is asked for."""
    return name is None or names_actor(name, lookup.actors.get(actor_id or ""))


def check_party(name: str | None, lookup: Lookup) -> None:
    """Pass in silence if somebody on record has this name. Raises NotOnRecord, with near names."""
    if name is None or any(names_actor(name, actor) for actor in lookup.actors.values()):
        return
    parties = {p.party for p in lookup.positions.values() if p.party is not None}
    near = did_you_mean(name, (lookup.actor(party) for party in parties))
    told = f"no party {name!r} on record{near}"
    raise NotOnRecord(told if near else f"{told}; `onrecord info` lists the parties")


def lies_within(when: Interval | None, since: dt.date | None, until: dt.date | None) -> bool:
    """Whether some day of it lies in what is asked for, both days included; the undated do not."""
    if since is None and until is None:
        return True
    if when is None or (when.start is None and when.end is None):
        return False
    asked = Interval(
        start=since,
        end=until + dt.timedelta(days=1) if until else None,
        precision="day",
        basis="asked",
    )
    return when.overlaps(asked)


def names_issue(name: str, issue_id: str, lookup: Lookup) -> bool:
    """Whether this is the issue's id, or words of its id or name."""
    return name == issue_id or bool(
        _asked(name).search(_plain(f"{issue_id} {lookup.issue_name(issue_id)}"))
    )


def _on_issue(name: str, position: Position, lookup: Lookup) -> bool:
    topics = (position.issue, position.step)
    return any(topic is not None and names_issue(name, topic, lookup) for topic in topics)


def _statement_row(
    statement: Statement, said: Attribution | None, article: Article, lookup: Lookup
) -> StatementRow:
    return StatementRow(
        id=statement.id,
        speaker=lookup.actor(said.speaker) if said else "",
        speaker_text=(said.speaker_text or "") if said else join_spans(statement.source),
        party=lookup.actor(said.party) if said else "",
        cue=join_spans(statement.cue),
        content=join_spans(statement.content),
        kind=statement.kind,
        channel=statement.channel,
        modality=statement.modality,
        negated=statement.negated,
        via=tuple(lookup.actor(actor) for actor in said.via) if said else (),
        said=say_interval(said.said) if said else "",
        published=say_interval(lookup.published[article.id]),
        outlet=article.outlet or "",
        path=article.path,
        start=statement.content[0].start if statement.content else statement.cue[0].start,
        method=said.method if said else "",
        confidence=statement.confidence,
    )


def _position_row(position: Position, lookup: Lookup, label: str) -> PositionRow:
    article = lookup.articles[position.article]
    return PositionRow(
        id=position.id,
        party=lookup.actor(position.party),
        issue=lookup.issue_name(position.issue) if position.issue else "",
        act=say_code(position.act),
        values=tuple(lookup.value_name(position.issue, v) for v in position.values),
        step=lookup.step_name(position.step) if position.step else "",
        conditions=tuple(_say_condition(c, position.act, lookup) for c in position.conditions),
        hardness=say_code(position.hardness),
        polarity=position.polarity,
        modality=position.modality,
        about=lookup.actor(position.about),
        reason=position.reason or "",
        speaker=lookup.actor(position.speaker),
        voice=position.voice,
        said=say_interval(position.said),
        published=say_interval(lookup.published[article.id]),
        outlet=article.outlet or "",
        quote=join_spans(position.spans),
        path=article.path,
        start=position.spans[0].start,
        method=position.method,
        confidence=position.confidence,
        unsure=label == "machine" and confidence_of(lookup, position) < LOW_CONFIDENCE,
        label=label,
    )


def _say_condition(condition: Condition, act: str, lookup: Lookup) -> str:
    """A condition in words: how it binds such an act, and the article's own words for it."""
    kind = (TURNED if act in WAITING else {}).get(condition.type, say_code(condition.type))
    timing = f" ({condition.timing})" if condition.timing else ""
    step = f" [{lookup.step_name(condition.step)}]" if condition.step else ""
    return f"{kind}{timing}: {join_spans((condition.span,))}{step}"


def _need(condition: Condition, act: str, lookup: Lookup) -> str:
    """A condition as a cell names it: as in the dossier, the article's own words behind."""
    line = condition_line(lookup, condition, act)
    return f"{line.words} (“{line.text}”)" if line.text else line.words


def _matrix_row(cells: list[Cell], lookup: Lookup, status: Mapping[str, str]) -> MatrixRow:
    """One row of cells that share issue, party and state."""
    first = cells[0]
    ids = tuple(dict.fromkeys(p for cell in cells for p in cell.positions))
    known = [lookup.positions[p] for p in ids if p in lookup.positions]
    latest = max((c.as_of for c in cells if c.as_of), key=surely_by, default=None)
    printed = [when for p in known if (when := lookup.published.get(p.article)) is not None]
    published = max(printed, key=surely_by, default=None) if latest is None else None
    # None: open-ended or inferred, and then no age is known.
    day = last_day(latest) if latest is not None else settled_day(published)
    age = (lookup.as_of - day).days if day is not None and lookup.as_of is not None else None
    hardness = max((c.hardness for c in cells if c.hardness), key=LEVELS.index, default=None)
    return MatrixRow(
        issue=lookup.issue_name(first.issue),
        party=lookup.actor(first.party),
        state=say_code(first.state),
        values=tuple(lookup.value_name(c.issue, c.value) for c in cells),
        conditions=tuple(
            dict.fromkeys(_need(c, p.act, lookup) for p in known for c in p.conditions)
        ),
        acts=tuple(dict.fromkeys(say_code(p.act) for p in known)),
        hardness=say_code(hardness),
        as_of=say_interval(latest),
        published=say_interval(published),
        age_days=age,
        stale=all(c.stale for c in cells),
        origins=max(c.origins for c in cells),
        status=say_code(status.get(first.issue)),
        conflict="; ".join(dict.fromkeys(c.conflict for c in cells if c.conflict)),
        positions=ids,
    )


def _events(
    view: View, lookup: Lookup
) -> Iterator[tuple[Interval | None, TimelineRow, tuple[str, ...]]]:
    cast = Cast(actors=lookup.actors, links={})
    for event in view.all(Event):
        outlets = (lookup.outlet(lookup.articles[a]) for a in event.articles)
        row = TimelineRow(
            when=say_interval(event.when),
            kind=say_code(event.kind),
            what=event.what,
            status=standing(event),
            parties=tuple(lookup.actor(actor) for actor in event.actors),
            place=event.place or "",
            outlets=tuple(sorted(set(outlets))),
            quote=join_spans([c.span for c in event.spans[:1]]),
            id=event.id,
        )
        yield event.when, row, (*event.actors, *parties_of(event, cast))


def _dated_positions(
    lookup: Lookup,
) -> Iterator[tuple[Interval | None, TimelineRow, tuple[str, ...]]]:
    """Yield the positions whose day of saying is known: publication dates make no timeline."""
    for position in lookup.positions.values():
        if position.said is None or position.party is None:
            continue
        article = lookup.articles[position.article]
        topic = position.issue or position.step
        what = f"{say_code(position.act)}: {lookup.issue_name(topic) if topic else ''}"
        row = TimelineRow(
            when=say_interval(position.said),
            kind="position",
            what=what.rstrip(": "),
            status="said",
            parties=(lookup.actor(position.party),),
            place="",
            outlets=(lookup.outlet(article),),
            quote=join_spans(position.spans),
            id=position.id,
        )
        yield position.said, row, (position.party,)


def _first_day(when: Interval | None) -> dt.date:
    return (when.start or when.end or dt.date.max) if when else dt.date.max
