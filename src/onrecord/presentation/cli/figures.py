"""The figures of an evaluation as tables for a reader."""

from __future__ import annotations

from collections.abc import Iterator

import click

from onrecord.evaluation import (
    ActorScores,
    ActScores,
    AssessmentScores,
    CaseScores,
    ContradictionScores,
    DateCaseScores,
    DateScores,
    EntityScores,
    EventScores,
    PlaceScores,
    PositionScores,
    QuantityScores,
    ReportScores,
    SpeakerScores,
    StatementScores,
    StoryScores,
    TimeScores,
    WireScores,
)
from onrecord.evaluation.counts import ClassScore, Score
from onrecord.presentation.cli.terminal import print_table

FIGURE = (("figure", 7), ("", 3))
NONE = "–"


def print_statement_scores(scores: StatementScores) -> None:
    """Print the scores on PolNeAR: all figures, the confidence, what a bound on it would do."""
    print_table(FIGURE, _of_statements(scores))
    print_table(
        [("confidence", 3), ("mean", 2), ("share right", 2), ("statements", 2)],
        _bins(scores),
        title="How far confidence can be believed (right: content IoU ≥ .3, right source)",
    )
    print_table(
        [("kept from confidence", 3), ("matched: P / R / F1", 4), ("right: P / R / F1", 4)],
        _sweep(scores),
        title="If only statements of some confidence were kept",
    )


def print_case_scores(scores: CaseScores) -> None:
    """Print the scores on our own cases, with every label that was taken for another."""
    print_table(FIGURE, _of_cases(scores))
    confusions = [
        (score.label, gold, found, str(n))
        for score in scores.labels
        for gold, found, n in score.confusions
    ]
    if confusions:
        print_table(
            [("label", 2), ("gold", 3), ("found", 3), ("times", 1)],
            confusions,
            title="Labels taken for others",
        )


def print_speaker_scores(scores: SpeakerScores) -> None:
    """Print who was taken for the speaker, by the sort of words that name the source."""
    rows = [
        (
            k.kind,
            _share(k.accuracy),
            f"{k.right}/{k.named}",
            str(k.wrong),
            f"{k.invented}/{k.nameless}",
        )
        for k in scores.kinds
    ]
    heads = [("source", 3), ("right", 1), ("of", 2), ("wrong", 1), ("invented", 2)]
    print_table(heads, rows, title="Speakers; the rest is left open")
    print_table(FIGURE, [("wrong among all answers", _share(scores.wrong_share))])


def print_assessment_scores(scores: AssessmentScores) -> None:
    """Print precision and recall of each field of assessments."""
    rows = [
        (field, f"{score.found}", f"{score.gold}", _three(score)) for field, score in scores.fields
    ]
    heads = [("", 2), ("found", 1), ("gold", 1), ("precision / recall / F1", 3)]
    print_table(heads, rows, title=f"{scores.name}, {scores.half}: {scores.cases} cases")
    print_table(
        FIGURE, [("texts without assessment that stayed so", f"{scores.quiet}/{scores.empty}")]
    )


def print_actor_scores(scores: ActorScores) -> None:
    """Print how far one actor is one, beside the baselines, in all and by kind of entity."""
    rows = [
        (
            one.kind,
            f"{one.mentions} of {one.entities}",
            f"{one.ours.conll:.3f}",
            f"{one.surface.conll:.3f}",
            f"{one.head.conll:.3f}",
        )
        for one in (scores.whole, scores.repeated, *scores.kinds)
    ]
    heads = [("entities", 2), ("mentions", 3), ("ours", 1), ("equal words", 2), ("equal heads", 2)]
    title = (
        f"CoNLL F1 on {scores.corpus}, {scores.documents} documents, {_mode(light=scores.light)}"
    )
    print_table(heads, rows, title=title)
    print_table(FIGURE, [("ours above equal words", f"{scores.gain:+.3f}")])


def print_entity_scores(scores: EntityScores) -> None:
    """Print names and their classes, one by one and together."""
    rows = [
        (name, str(score.gold), _three(score))
        for name, score in (
            *scores.classes.items(),
            ("all", scores.micro),
            ("politician = person", scores.merged),
        )
    ]
    heads = [("class", 3), ("in the gold", 2), ("precision / recall / F1", 4)]
    title = f"Names, {scores.sentences} sentences, {_mode(light=scores.light)}"
    print_table(heads, rows, title=title)


def print_time_scores(scores: TimeScores) -> None:
    """Print how expressions of time are found, and what of them is read right."""
    rows = [
        ("the same characters (strict)", _three(scores.strict)),
        ("some characters (relaxed)", _three(scores.relaxed)),
        ("relaxed, right value", _three(scores.value)),
        ("relaxed, right type", _three(scores.type)),
        ("documents/s, without the parse", f"{scores.documents / scores.seconds:.0f}"),
    ]
    documents = f"{scores.documents} documents of {scores.part}, {_mode(light=scores.light)}"
    title = f"TIMEX3 on TempEval-3, {documents}: precision / recall / F1"
    print_table(FIGURE, rows, title=title)


def print_date_case_scores(scores: DateCaseScores) -> None:
    """Print how many dates and lengths of Recognizers-Text are read right."""
    rows = [
        (name, _share(score.recall), f"{score.matched}/{score.gold}")
        for name, score in (
            ("news-like", scores.news_like),
            ("all settled dates and lengths", scores.all_settled),
        )
    ]
    title = f"Dates and lengths of Recognizers-Text, {_mode(light=scores.light)}"
    print_table([("results", 5), ("right", 2), ("of", 2)], rows, title=title)


def print_date_scores(scores: DateScores) -> None:
    """Print how often an inferred date holds the true day, and how wide it is."""
    held = sum(claim.held is True for claim in scores.claims)
    closed = sum(claim.held is True for claim in scores.closed)
    width = scores.median_width
    rows = [
        ("something is claimed for", f"{scores.claimed} of {scores.documents}"),
        ("of these the true day lies inside", f"{held} ({_share(scores.held)})"),
        ("bounded on both sides", f"{len(scores.closed)}, right {closed}"),
        ("their median width, days", NONE if width is None else f"{width:g}"),
    ]
    title = f"Inferred dates of articles, {scores.corpus}, {_mode(light=scores.light)}"
    print_table(FIGURE, rows, title=title)


def print_act_scores(scores: ActScores) -> None:
    """Print how acts or stances are read: all figures, then each class."""
    title = f"Acts on {scores.corpus}: {scores.sentences} sentences"
    if scores.seen:
        title += ", which these weights learnt from: the figures prove nothing"
    print_table(FIGURE, list(_of_acts(scores)), title=title)
    rows = [(name, _three(score), str(score.gold)) for name, score in scores.classes.items()]
    columns = (("class", 7), ("precision / recall / F1", 5), ("in the gold", 3))
    print_table(columns, rows)
    if scores.folds is not None:
        folds = [(name, f"{f1:.3f}") for name, f1 in scores.folds["f1"].items()]
        print_table((("class", 7), ("F1", 3)), folds, title="Networks asked about folds left out")


def _of_acts(scores: ActScores) -> Iterator[tuple[str, str]]:
    yield "accuracy", f"{scores.accuracy:.3f}"
    of = "" if len(scores.macro) == len(scores.classes) else f" of {', '.join(scores.macro)}"
    yield f"macro F1{of}", f"{scores.macro_f1:.3f}"
    if scores.conceded is not None:
        yield "CONCEDE read as YIELD", f"{scores.conceded.matched} of {scores.conceded.gold}"
    yield "expected calibration error", _share(scores.calibration_error)
    if (folds := scores.folds) is not None:
        yield "by folds left out: accuracy", f"{folds['accuracy']:.3f}"
        yield "by folds left out: macro F1", f"{folds['macro_f1']:.3f}"
        yield "by folds left out: calibration error", f"{folds['calibration_error']:.3f}"


def print_place_scores(scores: PlaceScores) -> None:
    """Print how places are found, and how near they are put."""
    click.echo(scores.as_text())


def print_position_scores(scores: PositionScores) -> None:
    """Print what is told a position and what of it is right, then acts and forms one by one."""
    rows = [
        ("a sentence holds a position", _three(scores.sentences)),
        ("positions found, by the words", _three(scores.paired)),
        *[(f"of those found: {name}", _three(one)) for name, one in scores.parts.items()],
        ("whole position right", _three(scores.whole)),
        ("whole cell right", _three(scores.cells)),
    ]
    print_table(FIGURE, rows, title=f"{scores.count} sentences: precision / recall / F1")
    single = [
        (name, str(one.gold), str(one.found), _three(one))
        for name, one in (*scores.acts.items(), *scores.forms.items())
    ]
    heads = [("act or form", 4), ("marked", 1), ("found", 1), ("P / R / F1", 3)]
    print_table(heads, single, title="Each act and each form by itself")


def print_quantity_scores(scores: QuantityScores) -> None:
    """Print quantities whose value and unit are right, by set."""
    click.echo(scores.as_text())


def print_report_scores(scores: ReportScores) -> None:
    """Print how many pairs of reports are told right."""
    rows = [("joined: precision / recall / F1", _three(scores.joined))]
    half = "" if scores.half == "all" else f", {scores.half} half"
    print_table(FIGURE, rows, title=f"{scores.pairs} pairs of {scores.name}{half}")


def print_contradiction_scores(scores: ContradictionScores) -> None:
    """Print how many planted clashes are found, and how many near misses are left alone."""
    rows = [
        ("found", f"{scores.found} of {scores.clashes}"),
        ("by the right rule", f"{scores.by_rule} of {scores.clashes}"),
        ("right kind: precision / recall / F1", _three(scores.of_kind)),
        ("near misses with nothing found", f"{scores.quiet} of {scores.near_misses}"),
    ]
    half = "" if scores.half == "all" else f", {scores.half} half"
    print_table(FIGURE, rows, title=f"{scores.clashes} clashes of {scores.name}{half}")


def print_story_scores(scores: StoryScores) -> None:
    """Print how articles about one story come together."""
    b_cubed = f"{scores.precision:.3f} / {scores.recall:.3f} / {scores.f1:.3f}"
    rows = [
        ("B³: precision / recall / F1", b_cubed),
        ("groups of two and more", f"{scores.groups} of {scores.stories} stories"),
    ]
    print_table(FIGURE, rows, title=f"Stories, {scores.articles} articles of NeuS {scores.split}")


def print_event_scores(scores: EventScores) -> None:
    """Print how mentions of one event come together, beside the same by their lemma alone."""
    rows = [
        (name, f"{c.muc.f1:.3f} / {c.b_cubed.f1:.3f} / {c.ceaf_e.f1:.3f}", f"{c.conll:.3f}")
        for name, c in (
            ("onrecord", scores.ours),
            ("one lemma in one group of documents", scores.lemma),
            ("one lemma in one topic of the gold", scores.lemma_in_topic),
            ("one lemma anywhere", scores.lemma_anywhere),
        )
    ]
    told = f"{scores.mentions} mentions of {scores.events} events, ECB+ {scores.split}"
    groups = f"{scores.documents} documents in {scores.groups} groups ({scores.stories} stories)"
    columns = [("F1", 5.0), ("MUC / B³ / CEAF-e", 3.6), ("CoNLL", 1.4)]
    print_table(columns, rows, title=f"Events, {told}; {groups}")


def print_wire_scores(scores: WireScores) -> None:
    """Print how far the source of a text is known by what it prints about itself."""
    rows = [
        ("wire text, by the text alone", _three(scores.text_alone)),
        ("wire text, with its byline", _three(scores.with_byline)),
        ("wire text or thanks, with all credits", _three(scores.credited)),
    ]
    articles = f"{scores.articles} articles of PolNeAR, {scores.split}"
    print_table(FIGURE, rows, title=f"Whose text: {articles}: precision / recall / F1")


def _of_statements(scores: StatementScores) -> Iterator[tuple[str, str]]:
    """Yield (what is measured, the figure)."""
    lost = f"{scores.articles} ({scores.lost} lost)"
    yield f"articles of {scores.split}, {_mode(light=scores.light)}", lost
    yield from _linked(scores.loose, scores.strict)
    yield "right source among matched", f"{scores.source_agreement:.3f}"
    yield "source exactly the same", f"{scores.source_exact_agreement:.3f}"
    for role, score in scores.spans.items():
        yield f"exact {role}, F1", f"{score.f1:.3f}"
    for kind, by_kind in scores.by_kind.items():
        yield (
            f"{kind} by its marks, {by_kind.gold} in the gold: precision / recall / F1",
            _three(by_kind),
        )
    yield "expected calibration error", _share(scores.calibration_error)
    yield "statements inside others, not scored", str(scores.nested)
    yield "articles/s, without the parse", f"{scores.articles_per_second:.1f}"


def _of_cases(scores: CaseScores) -> Iterator[tuple[str, str]]:
    """Yield (what is measured, the figure)."""
    half = "" if scores.half == "all" else f", {scores.half} half"
    yield f"cases of {scores.name}{half}, {_mode(light=scores.light)}", str(scores.cases)
    yield "cases wholly right", f"{scores.whole_share:.3f}"
    yield from _linked(scores.loose, scores.strict)
    yield "right source among matched", f"{scores.source_agreement:.3f}"
    if scores.nested.gold or scores.nested.found:
        counted = f"{scores.nested.gold} in the gold: precision / recall / F1"
        yield f"inside another statement, IoU ≥ .8, {counted}", _three(scores.nested)
        yield f"inside another statement, IoU ≥ .5, {counted}", _three(scores.nested_loose)
    if scores.empty:
        yield f"found in {scores.empty} cases without statements", str(scores.found_in_empty)
    for label in scores.labels:
        yield f"right {label.label} among matched", f"{_share(label.accuracy)} of {label.asked}"
    if scores.negated is not None:
        yield "negated: precision / recall / F1", _three(scores.negated)
    if (chains := scores.chains) is not None:
        yield "named in via: precision / recall / F1", _three(chains.names)
        share = f"{_share(chains.whole_share)} of {chains.asked}"
        yield "whole via in order, among matched that have one", share
        yield "via given to matched that have none", f"{chains.invented} of {chains.straight}"


def _bins(scores: StatementScores) -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows of the reliability table; a bin without statements is left out."""
    for b in scores.reliability:
        if b.n:
            yield f"{b.low:.1f} to {b.high:.1f}", _share(b.confidence), _share(b.right), str(b.n)


def _sweep(scores: StatementScores) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the sweep, up to the bound at which nothing is left."""
    for point in scores.sweep:
        if point.matched.found:
            yield f"{point.confidence:.2f}", _three(point.matched), _three(point.right)


def _linked(loose: Score, strict: Score) -> Iterator[tuple[str, str]]:
    for name, score in (("content IoU ≥ .3", loose), ("content IoU ≥ .8", strict)):
        yield f"linked statements, {name}: precision / recall / F1", _three(score)


def _three(score: Score | ClassScore) -> str:
    if not (score.found or score.gold):
        return NONE
    return f"{score.precision:.3f} / {score.recall:.3f} / {score.f1:.3f}"


def _share(figure: float | None) -> str:
    return NONE if figure is None else f"{figure:.3f}"


def _mode(*, light: bool) -> str:
    return "light mode" if light else "with parser and model"
