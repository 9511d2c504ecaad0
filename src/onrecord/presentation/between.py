"""The questions on what stands between the parties. Each is a function of an opened record.

An issue or party that is asked for has to be on record: NotOnRecord names what is near. With
`explain` a line carries the rule behind it and the quotes that it stands on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from onrecord.engines.settings import stored_settings
from onrecord.negotiation import (
    Draft,
    GapLine,
    Supposition,
    broken_rules,
    draft_of,
    draw_picture,
    find_unanswered,
    flip_test,
    gap_sentences,
    load_draft,
    missing_words,
    order_faults,
    picture_changes,
    replies_to,
    suppose,
    trace_issues,
)
from onrecord.negotiation.ask_lines import missing_lines, unanswered_lines
from onrecord.negotiation.block_lines import deadlock_lines
from onrecord.negotiation.comparison import Reply, compare_drafts
from onrecord.negotiation.lines import GapKind
from onrecord.negotiation.movement_lines import movement_lines
from onrecord.negotiation.package_lines import frontier_lines
from onrecord.negotiation.plan_lines import change_lines, order_lines, rule_lines
from onrecord.negotiation.reasons import reason_of
from onrecord.negotiation.scale import by_party
from onrecord.negotiation.words import effect_of
from onrecord.presentation.dossier.dates import last_day, settled_day
from onrecord.presentation.dossier.grounds import Grounds, grounds_of
from onrecord.presentation.dossier.lookup import gather
from onrecord.presentation.naming import (
    articles_named,
    issues_named,
    level_on_value,
    party_named,
    plan_named,
    position_named,
    step_named,
    word_on_value,
)
from onrecord.presentation.questions import view_codebook
from onrecord.presentation.results import Results
from onrecord.presentation.rows import GapRow, PlanRow, ReplyRow
from onrecord.presentation.supposed import supposed_line
from onrecord.presentation.wording import join_spans, say_code, say_interval
from onrecord.records import Deadlock, Plan, Step
from onrecord.store import View


def gaps(view: View, *, issue: str | None = None, explain: bool = False) -> Results[GapRow]:
    """What stands between the parties, in sentences of the record's own vocabulary."""
    grounds = _grounds(view)
    return _rows(_gap_lines(grounds), grounds, issue=issue, explain=explain)


def conflicts(
    view: View, *, issue: str | None = None, party: str | None = None, explain: bool = False
) -> Results[GapRow]:
    """What one party's words hold against itself; whose refusals together leave no value; and
    who could open that.
    """
    grounds = _grounds(view)
    kinds: tuple[GapKind, ...] = ("own_conflict", "conflict", "opening")
    lines = [line for line in _gap_lines(grounds) if line.kind in kinds]
    return _rows(_of_party(lines, party, grounds), grounds, issue=issue, explain=explain)


def deadlocks(view: View, *, party: str | None = None, explain: bool = False) -> Results[GapRow]:
    """Steps that wait for each other and steps that were refused, with the smallest ways out; then
    the conditions that wait for a word.

    With `party` those in which it asks for something first, has refused the step or would take it.
    """
    grounds = _grounds(view)
    picture = grounds.picture()
    who = party_named(party, grounds.lookup) if party is not None else None
    steps = {step.id: step for step in picture.steps}
    lines = [
        line
        for block in sorted(picture.deadlocks, key=lambda d: (d.kind, len(d.steps), d.steps))
        if who is None or who in _taking_part(block, steps)
        for line in deadlock_lines(block, steps, grounds.wording)
    ]
    waiting = find_unanswered(
        grounds.positions, picture.steps, grounds.lookup.codebook, picture.deadlocks
    )
    mine = [w for w in waiting if who is None or who in (w.party, *w.waits_for)]
    return _rows([*lines, *unanswered_lines(mine, grounds.wording)], grounds, explain=explain)


def _taking_part(block: Deadlock, steps: Mapping[str, Step]) -> set[str]:
    refusing = {p for s in block.steps if s in steps for p in steps[s].refused_by}
    return refusing | {own.party for own in block.preconditions}


def packages(
    view: View, *, issue: str | None = None, every: bool = False, explain: bool = False
) -> Results[GapRow]:
    """The frontier of issues that hang together: both ends and the middle, or every outcome.

    `every` lists all outcomes, those of single issues too.
    """
    grounds = _grounds(view)
    picture = grounds.picture()
    chosen = picture.packages
    if issue is not None:
        asked = issues_named(issue, grounds.lookup)
        chosen = tuple(p for p in chosen if not asked.isdisjoint(i for i, _ in p.outcome))
    table = by_party(picture.cells)
    lines = frontier_lines(chosen, table, grounds.wording, every=every)
    return _rows(lines, grounds, explain=explain)


def ask(
    view: View, *, issue: str | None = None, party: str | None = None, explain: bool = False
) -> Results[GapRow]:
    """What one party alone asks for or accepts, and whose word is missing on it, or on a step."""
    grounds = _grounds(view)
    picture = grounds.picture()
    missing = missing_words(picture.cells, picture.statuses, grounds.lookup.codebook)
    lines = [line for line in _gap_lines(grounds) if line.kind in ("ask", "unanswered")]
    lines += missing_lines(missing, by_party(picture.cells), grounds.wording)
    return _rows(_of_party(lines, party, grounds), grounds, issue=issue, explain=explain)


def movement(
    view: View, *, issue: str | None = None, party: str | None = None, explain: bool = False
) -> Results[GapRow]:
    """How far apart the parties were by which day, issue by issue, and who moved."""
    grounds = _grounds(view)
    tracks = trace_issues(
        grounds.positions, grounds.lookup.codebook, grounds.slugs(), grounds.dates()
    )
    if party is not None:
        who = party_named(party, grounds.lookup)
        tracks = tuple(t for t in tracks if who in t.parties)
    lines = movement_lines(tracks, grounds.wording)
    return _rows(lines, grounds, issue=issue, explain=explain)


def whatif(
    view: View,
    *,
    accept: Sequence[str] = (),
    lift: Sequence[str] = (),
    give_up: Sequence[str] = (),
    level: Sequence[str] = (),
    step: Sequence[str] = (),
    without: Sequence[str] = (),
    explain: bool = False,
) -> Results[GapRow]:
    """What would change, and only that, if all this were so; first what is supposed, in words.

    `accept`, `lift`: "Party: issue=value", which the party then accepts, or refuses no longer.
    `give_up`: ids of positions whose conditions go. `level`: "Party: issue=value: firm". `step`:
    steps that are taken. `without`: outlets or articles that are left out. Nothing is kept.
    """
    grounds = _grounds(view)
    lookup = grounds.lookup
    supposed = [
        *(word_on_value(text, "accepts", grounds) for text in accept),
        *(word_on_value(text, "lifts", grounds) for text in lift),
        *(Supposition(kind="gives_up", positions=(position_named(i, lookup),)) for i in give_up),
        *(level_on_value(text, grounds) for text in level),
        *(Supposition(kind="taken", step=step_named(name, lookup)) for name in step),
        *(
            Supposition(kind="without", articles=articles_named(name, lookup), name=name)
            for name in without
        ),
    ]
    terms = grounds.terms(stored_settings(view).horizon())
    before = draw_picture(grounds.positions, terms)
    after = suppose(grounds.positions, supposed, terms)
    lines = [supposed_line(one, grounds) for one in supposed]
    lines += picture_changes(before, after, grounds.wording)
    return _rows(lines, grounds, explain=explain)


def flip(view: View, *, explain: bool = False) -> Results[GapRow]:
    """What would change if each declared level were one lower: all together, then each alone."""
    grounds = _grounds(view)
    terms = grounds.terms(stored_settings(view).horizon())
    return _rows(flip_test(grounds.positions, terms, grounds.wording), grounds, explain=explain)


def plan_list(view: View) -> Results[PlanRow]:
    """The plans that the articles name, each with its clauses, by name."""
    grounds = _grounds(view)
    rows = [_plan_row(plan, grounds) for plan in view.all(Plan)]
    return Results(PlanRow, sorted(rows, key=lambda r: (r.name.casefold(), r.id)))


def plan_compare(view: View, plan: str, *, party: str | None = None) -> Results[ReplyRow]:
    """What each party has said of each clause of a plan: of the record by name or id, or a file."""
    grounds = _grounds(view)
    picture = grounds.picture()
    draft = _draft(plan, grounds)
    who = party_named(party, grounds.lookup) if party is not None else None
    counting = {c.party for s in picture.statuses for c in s.consent}
    replies = replies_to(draft, picture.cells, picture.steps, grounds.positions, counting)
    rows = (_reply_row(draft, r, grounds) for r in replies if who is None or r.party == who)
    return Results(ReplyRow, rows)


def plan_order(view: View, plan: str, *, explain: bool = False) -> Results[GapRow]:
    """Which rules of the codebook a plan breaks; what stands against its own order of steps, and
    which of its steps are refused.
    """
    grounds = _grounds(view)
    draft = _draft(plan, grounds)
    steps = tuple(grounds.lookup.steps.values())
    codebook = grounds.lookup.codebook
    faults = order_faults(draft, grounds.positions, steps, codebook)
    lines = [
        *rule_lines(draft, broken_rules(draft, codebook), grounds.wording),
        *order_lines(draft, faults, grounds.wording),
    ]
    return _rows(lines, grounds, explain=explain)


def plan_changes(view: View, plan: str, other: str) -> Results[GapRow]:
    """How a plan differs from another, clause by clause: same, changed, deleted, added."""
    grounds = _grounds(view)
    left, right = _draft(plan, grounds), _draft(other, grounds)
    lines = change_lines(left, right, compare_drafts(left, right), grounds.wording)
    return _rows(lines, grounds)


def _grounds(view: View) -> Grounds:
    return grounds_of(gather(view, view_codebook(view)))


def _gap_lines(grounds: Grounds) -> tuple[GapLine, ...]:
    picture = grounds.picture()
    return gap_sentences(
        picture.cells,
        picture.statuses,
        grounds.lookup.codebook,
        steps=picture.steps,
        deadlocks=picture.deadlocks,
        conflicts=picture.conflicts,
        packages=picture.packages,
        positions=grounds.positions,
        wording=grounds.wording,
    )


def _of_party(lines: Iterable[GapLine], party: str | None, grounds: Grounds) -> list[GapLine]:
    """The lines that stand on a word of this party; all for None."""
    if party is None:
        return list(lines)
    who = party_named(party, grounds.lookup)
    said = {p.id for p in grounds.positions if p.party == who}
    return [line for line in lines if not said.isdisjoint(line.positions)]


def _rows(
    lines: Iterable[GapLine],
    grounds: Grounds,
    *,
    issue: str | None = None,
    explain: bool = False,
) -> Results[GapRow]:
    asked = issues_named(issue, grounds.lookup) if issue is not None else None
    rows = (
        GapRow(
            kind=say_code(line.kind),
            issue=grounds.lookup.issue_name(line.issue) if line.issue else "",
            text=line.text,
            positions=line.positions,
            unsure=line.unsure,
            rule=reason_of(line) if explain else "",
            quotes=_quotes(line.positions, grounds) if explain else (),
        )
        for line in lines
        if asked is None or line.issue in asked
    )
    return Results(GapRow, rows)


def _quotes(positions: Iterable[str], grounds: Grounds) -> tuple[str, ...]:
    """The words of each position with who says them where and when, and its id."""
    lookup = grounds.lookup
    found = []
    for position in (lookup.positions[p] for p in positions if p in lookup.positions):
        said = say_interval(position.said)
        printed = say_interval(lookup.published.get(position.article))
        when = f"said {said}" if said else f"published {printed}" if printed else "date unknown"
        who = lookup.actor(position.speaker) or "the reporter"
        level = f"; {say_code(position.hardness)}" if position.hardness else ""
        if position.hardness and position.hardness_span is not None:
            level += f" by the words “{position.hardness_span.text}”"
        outlet = lookup.outlet(lookup.articles[position.article])
        found.append(
            f"“{join_spans(position.spans)}” ({lookup.actor(position.party)} "
            f"{say_code(position.act)}{level}; {who}, {outlet}, {when}; {position.id[:8]})"
        )
    return tuple(found)


def _draft(named: str, grounds: Grounds) -> Draft:
    """The plan in this file, else the plan of the record with this name or id."""
    path = Path(named)
    if path.suffix in (".yaml", ".yml") or path.is_file():
        return load_draft(path, grounds.lookup.codebook)
    return draft_of(plan_named(named, grounds.lookup))


def _plan_row(plan: Plan, grounds: Grounds) -> PlanRow:
    lookup = grounds.lookup
    return PlanRow(
        id=plan.id,
        name=plan.name,
        author=lookup.actor(plan.author),
        said=say_interval(plan.said),
        clauses=tuple(
            dict.fromkeys(
                _clause_words(c.issue, c.value, c.step, grounds) for c in draft_of(plan).clauses
            )
        ),
        articles=tuple(sorted(lookup.articles[a].path for a in plan.articles)),
    )


def _clause_words(issue: str | None, value: str | None, step: str | None, grounds: Grounds) -> str:
    """A clause for a reader: "What stops firing: all fighting"."""
    lookup = grounds.lookup
    name = lookup.issue_name(issue or step or "")
    return f"{name}: {lookup.value_name(issue, value)}" if issue and value else name


def _reply_row(draft: Draft, reply: Reply, grounds: Grounds) -> ReplyRow:
    lookup, clause = grounds.lookup, reply.clause
    known = [lookup.positions[p] for p in reply.positions if p in lookup.positions]
    fitting = [p for p in known if effect_of(p) == reply.answer] or known
    last = fitting[-1] if fitting else None
    published = lookup.published.get(last.article) if last is not None else None
    said = reply.cell.as_of if reply.cell is not None else (last.said if last else None)
    day = last_day(said) if said is not None else settled_day(published)
    conditions = [join_spans((c.span,)) for p in known for c in p.conditions]
    hardness = reply.cell.hardness if reply.cell is not None else (last.hardness if last else None)
    return ReplyRow(
        plan=draft.name,
        clause=_clause_words(clause.issue, clause.value, clause.step, grounds),
        party=lookup.actor(reply.party),
        answer=say_code(reply.answer),
        implied=reply.cell is not None and reply.cell.implied,
        hardness=say_code(hardness) if reply.answer == "refuses" else "",
        conditions=tuple(dict.fromkeys(conditions)) if reply.answer == "accepts_if" else (),
        quote=join_spans(last.spans) if last is not None else "",
        speaker=lookup.actor(last.speaker) if last is not None else "",
        outlet=lookup.outlet(lookup.articles[last.article]) if last is not None else "",
        as_of=say_interval(said),
        published=say_interval(published) if said is None else "",
        age_days=(lookup.as_of - day).days if day is not None and lookup.as_of else None,
        origins=reply.cell.origins if reply.cell is not None else 0,
        unsure=grounds.wording.line("clause", None, "", [reply.positions]).unsure,
        positions=reply.positions,
    )
