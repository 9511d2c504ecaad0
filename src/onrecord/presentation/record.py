"""A record as a user holds it: read articles into it, ask it, check it, hand it on.

Every method is one question or one act, and the command line has a command of the same name.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, Literal, ParamSpec, TypeVar

from onrecord.engines import local
from onrecord.engines.options import Progress, ReadOptions, RunSummary, silent
from onrecord.errors import RecordCorrupt, RecordError
from onrecord.positions import load_codebook
from onrecord.presentation import (
    agreeing,
    assessing,
    between,
    casting,
    checking,
    clashing,
    codebooks,
    exports,
    happening,
    questions,
    reconciling,
    tracing,
)
from onrecord.presentation.assessment_rows import AssessmentRow
from onrecord.presentation.checking import Verification
from onrecord.presentation.clash_rows import ContradictionRow
from onrecord.presentation.codebooks import SuggestionRow
from onrecord.presentation.correcting import Verdict, add_position, judge_position
from onrecord.presentation.deciding import Answer, make_decision
from onrecord.presentation.dossier import build_dossier, draw_courses, render_dossier
from onrecord.presentation.dossier.dates import is_settled
from onrecord.presentation.dossier.words import sentence_case
from onrecord.presentation.event_rows import EventRow, ShiftRow
from onrecord.presentation.exports.places import whole_file
from onrecord.presentation.results import Results
from onrecord.presentation.reviewing import review_positions
from onrecord.presentation.rows import (
    ActorRow,
    AgreementRow,
    ArticleRow,
    ConfusionRow,
    CopyRow,
    DecisionRow,
    DoubtRow,
    GapRow,
    HitRow,
    MatrixRow,
    PlanRow,
    PositionRow,
    ReplyRow,
    ReportRow,
    ReviewRow,
    StatementRow,
    StoryRow,
    TimelineRow,
)
from onrecord.presentation.tracing import Shown
from onrecord.presentation.wording import say_interval
from onrecord.records import (
    Actor,
    Article,
    ArticleDate,
    Attribution,
    Decision,
    Position,
    Preference,
    Skip,
    Statement,
    in_time,
)
from onrecord.sources import SourceOptions
from onrecord.sources.web import Web, is_address, read_address
from onrecord.store import View
from onrecord.store.decisions import decision_lines, read_decisions
from onrecord.store.writer import CONCLUDED

ExportFormat = Literal["jsonl", "csv", "xlsx", "ics", "timelines"]
# What is raised over records whose ids, numbers or kinds do not fit each other.
MISFITS = (LookupError, TypeError, ValueError, AttributeError, AssertionError)


P = ParamSpec("P")
T = TypeVar("T")


def _linked(
    answer: Callable[Concatenate[Record, P], Results[T]],
) -> Callable[Concatenate[Record, P], Results[T]]:
    """The same answer, whose articles lead to their pages when a notebook shows it."""

    @functools.wraps(answer)
    def ask(record: Record, /, *args: P.args, **options: P.kwargs) -> Results[T]:
        return answer(record, *args, **options).linked(record._urls)

    return ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """What a record holds, and what was not read. `outlets` pairs a name with its articles.

    `first` and `last` are of the articles whose day is settled; `undated` counts the others.
    `parties` are all for whom somebody speaks. `skipped` counts what was not read by its reason,
    `skips` names each with its detail and what can be done.
    """

    path: Path
    root: str
    light: bool
    articles: int
    words: int
    statements: int
    positions: int
    first: str
    last: str
    undated: int
    outlets: tuple[tuple[str, int], ...]
    parties: tuple[str, ...]
    skipped: tuple[tuple[str, int], ...]
    skips: tuple[Skip, ...]
    concluded: bool


class Record:
    """A record file. Opening it costs nothing; every call reads the file as it is then."""

    def __init__(self, path: Path | str, summary: RunSummary | None = None) -> None:
        self.path = Path(path)
        self.summary = summary
        with self._view():
            pass  # a missing or damaged record is told now

    def __repr__(self) -> str:
        return f"<Record {self.path}>"

    @contextmanager
    def _view(self) -> Iterator[View]:
        with View(self.path) as view:
            try:
                yield view
            except MISFITS as error:
                if view.setting(CONCLUDED) is None:
                    raise RecordError(
                        f"{self.path}: its conclusions were not drawn to the end; run `onrecord"
                        f" read` again, or `onrecord verify --repair {self.path}`"
                    ) from error
                # Parts that do not fit: other hands changed the record, or the fault is ours.
                if faults := checking.verify(view).faults:
                    raise RecordCorrupt(
                        f"{self.path}: damaged, {faults[0].where}: {faults[0].what};"
                        " `onrecord verify` lists every fault, `onrecord verify --repair` mends"
                        " what can be mended"
                    ) from error
                raise

    def _urls(self) -> dict[str, str]:
        """The web address of each article that has one, by its path."""
        with self._view() as view:
            return {article.path: article.url for article in view.all(Article) if article.url}

    def info(self) -> Info:
        """What the record holds, and what was not read."""
        with self._view() as view:
            return _info(view)

    @_linked
    def articles(self, *, outlet: str | None = None, undated: bool = False) -> Results[ArticleRow]:
        """The articles on record, earliest first."""
        with self._view() as view:
            return questions.articles(view, outlet=outlet, undated=undated)

    @_linked
    def statements(
        self,
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
        """The statements on record: who is reported saying what.

        `unsettled` keeps those whose source names or points at somebody who is not settled.
        """
        with self._view() as view:
            return questions.statements(
                view,
                speaker=speaker,
                party=party,
                outlet=outlet,
                kind=kind,
                text=text,
                unsettled=unsettled,
                since=since,
                until=until,
            )

    @_linked
    def copies(self, *, outlet: str | None = None) -> Results[CopyRow]:
        """The groups of copies and carried texts, those with most articles first."""
        with self._view() as view:
            return reconciling.copies(view, outlet=outlet)

    @_linked
    def reports(
        self,
        *,
        speaker: str | None = None,
        party: str | None = None,
        outlet: str | None = None,
        text: str | None = None,
        articles: int = 2,
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> Results[ReportRow]:
        """The statements that so many articles report at least, with their chains of origins."""
        with self._view() as view:
            return reconciling.reports(
                view,
                speaker=speaker,
                party=party,
                outlet=outlet,
                text=text,
                articles=articles,
                since=since,
                until=until,
            )

    @_linked
    def stories(self) -> Results[StoryRow]:
        """The articles grouped by what they are about, earliest first."""
        with self._view() as view:
            return reconciling.stories(view)

    @_linked
    def assessments(
        self,
        *,
        kind: str | None = None,
        assessor: str | None = None,
        outlet: str | None = None,
        text: str | None = None,
        figures: bool = False,
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> Results[AssessmentRow]:
        """What institutes, polls, courts and outside bodies find, in order of publication.

        `kind` is "institute", "poll", "court", "international body" or "analysts"; `figures` keeps
        those that give one. None of them is a position.
        """
        with self._view() as view:
            return assessing.assessments(
                view,
                kind=kind,
                assessor=assessor,
                outlet=outlet,
                text=text,
                figures=figures,
                since=since,
                until=until,
            )

    def contradictions(
        self,
        *,
        kind: str | None = None,
        party: str | None = None,
        outlet: str | None = None,
        text: str | None = None,
        wording: bool = False,
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> Results[ContradictionRow]:
        """Accounts that cannot both be exact, both sides quoted, each by a rule with a name.

        `kind` is "party vs party", "account of other", "outlet vs outlet", "self", "quantity" or
        "wording"; `wording` adds the last, different words for one event, which are no clash.
        """
        with self._view() as view:
            return clashing.contradictions(
                view,
                kind=kind,
                party=party,
                outlet=outlet,
                text=text,
                wording=wording,
                since=since,
                until=until,
            )

    @_linked
    def positions(
        self,
        *,
        party: str | None = None,
        issue: str | None = None,
        act: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        rejected: bool = False,
    ) -> Results[PositionRow]:
        """The positions on record: what each party wants, and on which condition.

        `rejected` adds those that people rejected, whose label says so.
        """
        with self._view() as view:
            return questions.positions(
                view,
                party=party,
                issue=issue,
                act=act,
                since=since,
                until=until,
                rejected=rejected,
            )

    @_linked
    def review_positions(
        self,
        *,
        party: str | None = None,
        issue: str | None = None,
        coder: str | None = None,
        blind: bool | None = None,
        limit: int | None = None,
    ) -> Results[ReviewRow]:
        """The positions that wait for `coder`, those most in need of a person first.

        `blind` asks also for those that others settled, each as the machine read it; False: only
        for those that nobody has settled. None: blind as soon as somebody else has settled one.
        """
        with self._view() as view:
            return review_positions(
                view, party=party, issue=issue, coder=coder, blind=blind, limit=limit
            )

    def decide_position(
        self,
        position: str,
        verdict: Verdict,
        changes: Mapping[str, str] | None = None,
        *,
        coder: str | None = None,
        note: str = "",
        blind: bool = False,
        redraw: bool = True,
        progress: Progress = silent,
    ) -> DecisionRow:
        """The decision as kept, the conclusions drawn anew unless `redraw` is False.

        `verdict` is "accept", "reject" or "change", `changes` the new values by field: party,
        speaker, about, act, issue ("ISSUE" or "ISSUE=VALUE"), values, step, conditions ("if",
        "if: exact words"), hardness, polarity, modality; "none" empties one. `blind` judges what
        the machine read, whatever others decided. Raises NotOnRecord and DecisionsError.
        """
        with self._view() as view:
            made = judge_position(view, position, verdict, changes or {}, coder, note, blind=blind)
        return self._kept(made, redraw=redraw, progress=progress)

    def add_position(
        self,
        article: str,
        words: str,
        fields: Mapping[str, str],
        *,
        coder: str | None = None,
        note: str = "",
        redraw: bool = True,
        progress: Progress = silent,
    ) -> DecisionRow:
        """The decision as kept that these exact words of an article hold a position.

        `words` stand in the article once, or carry a number ("words#2"); `fields` are those of
        `decide_position`, party and act among them. Raises NotOnRecord and DecisionsError.
        """
        with self._view() as view:
            made = add_position(view, article, words, fields, coder, note)
        return self._kept(made, redraw=redraw, progress=progress)

    def _kept(self, made: Decision, *, redraw: bool, progress: Progress) -> DecisionRow:
        local.decide(self.path, made=[made], progress=progress, redraw=redraw)
        return next(r for r in self.decisions() if r.id == casting.decision_id(made))

    def redraw(self, *, progress: Progress = silent) -> None:
        """Draw the conclusions anew if decisions were kept without that."""
        local.decide(self.path, progress=progress)

    def agreement(self) -> Results[AgreementRow]:
        """How far people agree with the machine and with each other, act by act, issue by issue."""
        with self._view() as view:
            return agreeing.agreement(view)

    def confusions(self) -> Results[ConfusionRow]:
        """Which labels two coders gave to one position, act and issue, most often first."""
        with self._view() as view:
            return agreeing.confusions(view)

    def matrix(self, *, party: str | None = None, issue: str | None = None) -> Results[MatrixRow]:
        """Party × issue: what each says, how firmly, as of when, on how many origins."""
        with self._view() as view:
            return questions.matrix(view, party=party, issue=issue)

    def timeline(
        self,
        *,
        party: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> Results[TimelineRow]:
        """Events and dated positions in order of time."""
        with self._view() as view:
            return questions.timeline(view, party=party, since=since, until=until)

    @_linked
    def events(
        self,
        *,
        kind: str | None = None,
        party: str | None = None,
        place: str | None = None,
        status: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> Results[EventRow]:
        """What happened and what is planned, in order of time, each event once."""
        with self._view() as view:
            return happening.events(
                view,
                kind=kind,
                party=party,
                place=place,
                status=status,
                since=since,
                until=until,
            )

    def calendar(
        self,
        out: Path | str,
        *,
        party: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> Path:
        """The iCalendar file written: the events that `events` would give."""
        with self._view() as view:
            (path,) = happening.calendar(view, Path(out), party=party, since=since, until=until)
        return path

    def shifts(
        self,
        *,
        party: str | None = None,
        issue: str | None = None,
        direction: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> Results[ShiftRow]:
        """How positions moved, were only told differently, or divide a party; by party and date."""
        with self._view() as view:
            return happening.shifts(
                view, party=party, issue=issue, direction=direction, since=since, until=until
            )

    def gaps(self, *, issue: str | None = None, explain: bool = False) -> Results[GapRow]:
        """What stands between the parties, in sentences."""
        with self._view() as view:
            return between.gaps(view, issue=issue, explain=explain)

    def conflicts(
        self, *, issue: str | None = None, party: str | None = None, explain: bool = False
    ) -> Results[GapRow]:
        """Whose refusals together leave no value; conflicts inside one party first."""
        with self._view() as view:
            return between.conflicts(view, issue=issue, party=party, explain=explain)

    def deadlocks(self, *, party: str | None = None, explain: bool = False) -> Results[GapRow]:
        """Steps that wait for each other or were refused, and the smallest ways out."""
        with self._view() as view:
            return between.deadlocks(view, party=party, explain=explain)

    def packages(
        self, *, issue: str | None = None, every: bool = False, explain: bool = False
    ) -> Results[GapRow]:
        """The frontier of issues that hang together: both ends and the middle, or `every` one."""
        with self._view() as view:
            return between.packages(view, issue=issue, every=every, explain=explain)

    def ask(
        self, *, issue: str | None = None, party: str | None = None, explain: bool = False
    ) -> Results[GapRow]:
        """What one party alone asks for or accepts, and whose word on it is missing."""
        with self._view() as view:
            return between.ask(view, issue=issue, party=party, explain=explain)

    def movement(
        self, *, issue: str | None = None, party: str | None = None, explain: bool = False
    ) -> Results[GapRow]:
        """How far apart the parties were by which day, and who moved; a notebook draws it."""
        with self._view() as view:
            rows = between.movement(view, issue=issue, party=party, explain=explain)
        return rows.drawn(lambda: self._courses({sentence_case(row.issue) for row in rows}))

    def _courses(self, issues: Collection[str]) -> str:
        """How these issues went, drawn as in the dossier."""
        with self._view() as view:
            drawn = draw_courses(view, questions.view_codebook(view))
        return "".join(figure for issue, figure in drawn if issue in issues)

    def whatif(
        self,
        *,
        accept: Sequence[str] = (),
        lift: Sequence[str] = (),
        give_up: Sequence[str] = (),
        level: Sequence[str] = (),
        step: Sequence[str] = (),
        without: Sequence[str] = (),
        explain: bool = False,
    ) -> Results[GapRow]:
        """What would change, and only that, if all this were so. Nothing is kept.

        `accept`, `lift`: "Party: issue=value", which it then accepts, or refuses no longer;
        `give_up`: ids of positions whose conditions go; `level`: "Party: issue=value: firm";
        `step`: steps that are taken; `without`: outlets or articles left out. Raises NotOnRecord.
        """
        with self._view() as view:
            return between.whatif(
                view,
                accept=accept,
                lift=lift,
                give_up=give_up,
                level=level,
                step=step,
                without=without,
                explain=explain,
            )

    def flip(self, *, explain: bool = False) -> Results[GapRow]:
        """What would change if each declared level were one lower: all together, then each."""
        with self._view() as view:
            return between.flip(view, explain=explain)

    def plan_list(self) -> Results[PlanRow]:
        """The plans that the articles name, each with its clauses."""
        with self._view() as view:
            return between.plan_list(view)

    def plan_compare(self, plan: str, *, party: str | None = None) -> Results[ReplyRow]:
        """What each party has said of each clause of a plan: accepts, accepts if, refuses, silent.

        `plan` is the name or id of one on record, or a YAML file. Raises NotOnRecord,
        SourceUnreadable (a plan file with a fault: file, line, reason).
        """
        with self._view() as view:
            return between.plan_compare(view, plan, party=party)

    def plan_order(self, plan: str, *, explain: bool = False) -> Results[GapRow]:
        """What stands against a plan's own order of steps, and which of them are refused."""
        with self._view() as view:
            return between.plan_order(view, plan, explain=explain)

    def plan_changes(self, plan: str, other: str) -> Results[GapRow]:
        """How a plan differs from another: same, changed, deleted, added."""
        with self._view() as view:
            return between.plan_changes(view, plan, other)

    def actors(
        self, *, name: str | None = None, kind: str | None = None, party: str | None = None
    ) -> Results[ActorRow]:
        """The actors on record with their names and parties, the most often named first."""
        with self._view() as view:
            return casting.actors(view, name=name, kind=kind, party=party)

    def review(self) -> Results[DoubtRow]:
        """What is doubtful among the actors and not decided, the most often named first."""
        with self._view() as view:
            return casting.review(view)

    def suggest_parties(self) -> str:
        """The text of a first parties.yaml: who takes part, under which names, who speaks."""
        with self._view() as view:
            return casting.parties_text(view)

    def suggest_issues(self, *, codebook: Path | str | None = None) -> Results[SuggestionRow]:
        """The matters that parties speak of and a codebook lacks, with YAML for each.

        Without a path or name, the codebook is the record's own. Raises CodebookError.
        """
        with self._view() as view:
            book = questions.view_codebook(view) if codebook is None else load_codebook(codebook)
            return codebooks.suggest_issues(view, book)

    def decide(
        self,
        answer: Answer,
        left: str,
        right: str,
        *,
        coder: str | None = None,
        note: str = "",
        progress: Progress = silent,
    ) -> DecisionRow:
        """The decision as kept, the conclusions drawn anew.

        "same": `right` is the actor `left`; "apart": the name `right` is not `left`; "name":
        `left` is shown as `right`; "means": the mention with the id `left` means `right`, or
        "nobody"; "dated": the article with the path or id `left` was published on the day, month
        or year `right`. Actors are given by name or id, and a statement's id means its source.
        Raises NotOnRecord and DecisionsError.
        """
        with self._view() as view:
            decision = make_decision(view, answer, left, right, coder, note)
        local.decide(self.path, made=[decision], progress=progress)
        return next(r for r in self.decisions() if r.id == casting.decision_id(decision))

    def decisions(self) -> Results[DecisionRow]:
        """The decisions of people on record, oldest first."""
        with self._view() as view:
            return casting.decisions(view)

    def undo(self, decision_id: str, *, progress: Progress = silent) -> DecisionRow:
        """The decision that was taken back, by the beginning of its id. Raises NotOnRecord."""
        with self._view() as view:
            decision = casting.decision_named(view, decision_id)
            rows = casting.decisions(view)
        local.decide(self.path, withdrawn=[decision], progress=progress)
        return next(r for r in rows if r.id == casting.decision_id(decision))

    def write_decisions(self, out: Path | str) -> int:
        """How many decisions were written to the file `out`, for a colleague's record."""
        with self._view() as view:
            made = sorted(view.all(Decision), key=in_time)
        with whole_file(Path(out)) as file:
            file.write(decision_lines(made))
        return len(made)

    def apply_decisions(self, path: Path | str, *, progress: Progress = silent) -> int:
        """How many decisions of a file are new here; all are kept. Raises DecisionsError."""
        made = read_decisions(Path(path))
        before = len(self.decisions())
        local.decide(self.path, made=made, progress=progress)
        return len(self.decisions()) - before

    @_linked
    def search(self, query: str, *, limit: int = 20) -> Results[HitRow]:
        """The articles that hold all these words, best first."""
        with self._view() as view:
            return questions.search(view, query, limit=limit)

    def show(self, record_id: str) -> Shown:
        """One record with the passages it stands on. Raises NotOnRecord."""
        with self._view() as view:
            return tracing.show(view, record_id)

    def verify(self) -> Verification:
        """Every span, original and link of the record, checked anew."""
        with self._view() as view:
            return checking.verify(view)

    def remove(self, article: str) -> Article:
        """The article that was taken off the record, all conclusions drawn anew.

        `article` is its id, the beginning of its id, or its path. Raises NotOnRecord.
        """
        return local.remove(self.path, article)

    def export(self, form: ExportFormat, out: Path | str) -> tuple[Path, ...]:
        """The files written: JSON lines or CSV into the folder `out`, or the workbook `out`.

        "ics" writes the events into the calendar `out`, "timelines" a file for each actor of an
        event into the folder `out`.
        """
        writers = {
            "jsonl": exports.export_jsonl,
            "csv": exports.export_csv,
            "xlsx": exports.export_xlsx,
            "ics": happening.calendar,
            "timelines": exports.export_timelines,
        }
        with self._view() as view:
            return writers[form](view, Path(out))

    def dossier(self, out: Path | str | None = None) -> Path:
        """The HTML file written, by default beside the record under its name."""
        path = Path(out) if out is not None else self.path.with_suffix(".html")
        with self._view() as view:
            page = render_dossier(build_dossier(view, questions.view_codebook(view)))
        with whole_file(path) as file:
            file.write(page)
        return path


def read(
    root: Path | str,
    record: Path | str | None = None,
    *,
    light: bool | None = None,
    prefer: Preference | None = None,
    workers: int | None = None,
    codebook: Path | str | None = None,
    parties: Path | str | None = None,
    as_of: dt.date | None = None,
    stale_days: int | None = None,
    source: SourceOptions | None = None,
    progress: Progress = silent,
    web: Web | None = None,
) -> Record:
    """The record of everything under `root`, read into the file `record` and concluded.

    `root` is a file, a folder, "-" for standard input, or an address of the web, which is fetched
    (`web` goes on with what was fetched before).
    `light` reads without parser or model; None keeps the mode of the record, a new one is read with
    them. `record` is by default named after `root`, in the current folder. A `parties.yaml` or
    `codebook.yaml` in the folder is used where none is named. `record.summary` says what was read
    and what was skipped. Raises SourceUnreadable, CodebookError, PartiesError, RecordError.
    """
    path = Path(record) if record is not None else default_record(root)
    options = ReadOptions(
        light=light,
        prefer=prefer,
        workers=workers,
        codebook=_beside(root, codebook, "codebook.yaml"),
        parties=_beside(root, parties, "parties.yaml"),
        as_of=as_of,
        stale_days=stale_days,
        source=source or SourceOptions(),
    )
    return Record(path, local.read(root, path, options, progress, web=web))


def open_record(path: Path | str) -> Record:
    """The record in this file. Raises RecordMissing, RecordTooNew, RecordCorrupt."""
    return Record(path)


def default_record(root: Path | str) -> Path:
    """Where a record goes if nobody says: the folder's or host's name in the current folder."""
    if is_address(root):
        name = read_address(str(root)).host.replace(":", "-")
    else:
        name = "stdin" if str(root) == "-" else Path(root).resolve().name.split(".")[0]
    return Path(f"{name}.onrecord")


def _beside(root: Path | str, named: Path | str | None, usual: str) -> Path | None:
    if named is not None:
        return Path(named)
    beside = Path(root) / usual
    return beside if str(root) != "-" and beside.is_file() else None


def _info(view: View) -> Info:
    rows = questions.articles(view)
    outlets: dict[str, int] = {}
    for row in rows:
        outlets[row.outlet] = outlets.get(row.outlet, 0) + 1
    when = [date.published for date in view.all(ArticleDate) if date.published]
    settled = [w for w in when if is_settled(w)]
    dated = sorted(say_interval(w) for w in settled)
    names = {actor.id: actor.name for actor in view.all(Actor)}
    parties = {position.party for position in view.all(Position) if position.party}
    parties |= {said.party for said in view.all(Attribution) if said.party}
    reasons: dict[str, int] = {}
    skips = view.skipped()
    for skip in skips:
        reasons[skip.reason] = reasons.get(skip.reason, 0) + 1
    return Info(
        path=view.path,
        root=view.setting("root") or "",
        light=view.setting("light") == "yes",
        articles=len(rows),
        words=sum(row.words for row in rows),
        statements=view.count(Statement),
        positions=view.count(Position),
        first=dated[0] if dated else "",
        last=dated[-1] if dated else "",
        undated=len(rows) - len(settled),
        outlets=tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0]))),
        parties=tuple(sorted(names[p] for p in parties if p in names)),
        skipped=tuple(sorted(reasons.items(), key=lambda r: (-r[1], r[0]))),
        skips=skips,
        concluded=view.setting(CONCLUDED) is not None,
    )
