"""Lines on the order of steps: circles, the smallest first, and refused steps; each line short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.negotiation.lines import LONGEST, GapLine
from onrecord.negotiation.needs import WORLD, Need
from onrecord.negotiation.smallest import MOST_CIRCLES, smallest_circles
from onrecord.negotiation.ways_out import ways_out
from onrecord.negotiation.wording import LOW, Wording, counted, listed
from onrecord.records import Deadlock, Precondition, Step


def deadlock_lines(
    deadlock: Deadlock, steps: Mapping[str, Step], wording: Wording
) -> Iterator[GapLine]:
    """The circle, or the refused step: a head, a short line per need, and the ways out."""
    every = deadlock.preconditions
    if deadlock.kind == "circle":
        yield from _circle_lines(deadlock, wording)
    else:
        refused = [steps[s] for s in deadlock.steps if s in steps and steps[s].refused_by]
        for step in refused:
            text = (
                f"{wording.parties(step.refused_by)} refused {wording.step(step.id)} on this "
                "record, and other steps wait for that"
            )
            yield wording.line(deadlock.kind, None, text, [step.positions])
        needs = _nearest_first(deadlock, {s.id for s in refused})
        for need in needs[:MOST_NEEDS]:
            told = need if _ids(need) else every
            yield _line(deadlock, _wait_sentence(need[0], wording), told, wording)
        if len(needs) > MOST_NEEDS:
            more = counted(len(needs) - MOST_NEEDS, "further need")
            yield _line(deadlock, f"{more} wait for it in turn on this record", every, wording)
    for text in _ways_out(deadlock, wording):
        yield _line(deadlock, text, every, wording)


MOST_NEEDS = 6  # lines on who waits for a refused step; the record holds the rest
MOST_WAYS = 3  # ways out put into lines


def _line(
    deadlock: Deadlock, text: str, needs: Iterable[Precondition], wording: Wording
) -> GapLine:
    groups = _by_party([n for n in needs if n.position])
    return wording.line(deadlock.kind, None, text, [_ids(own) for own in groups])


def _ids(preconditions: Iterable[Precondition]) -> list[str]:
    return sorted({p.position for p in preconditions if p.position})


def _circle_lines(deadlock: Deadlock, wording: Wording) -> Iterator[GapLine]:
    """The smallest circles, each with its needs one by one."""
    every = deadlock.preconditions
    found = smallest_circles(deadlock)
    # The codebook's logic is nobody's word: it leads to what it closes the circle with.
    for circle in found.shown:
        own = [p for _, _, said in circle for p in said]
        names = listed([wording.step(step) for step, _, _ in circle[:MOST_NEEDS]])
        if len(circle) > MOST_NEEDS:
            names += f" and {len(circle) - MOST_NEEDS} more"
        text = f"Steps that wait for each other on this record: {names}"
        yield _line(deadlock, text, own, wording)
        for _, _, said in circle:
            for need in _by_party(said):
                text = _wait_sentence(need[0], wording)
                yield _line(deadlock, text, need if _ids(need) else own, wording)
    cut = "complete" if found.complete else f"cut at {MOST_CIRCLES}"
    if found.shown:
        text = (
            f"{counted(len(found.shown), 'smallest circle')} shown ({cut}); "
            f"{counted(len(deadlock.steps), 'step')} hang in it all told on this record"
        )
    else:
        names = listed([wording.step(step) for step in deadlock.steps[:MOST_NEEDS]])
        text = f"Steps that wait for each other on this record: {names}"
    yield _line(deadlock, text, every, wording)


def _by_party(said: Iterable[Precondition]) -> list[list[Precondition]]:
    """The preconditions of one party with one order together, in the order given."""
    found: dict[tuple[object, ...], list[Precondition]] = {}
    for own in said:
        found.setdefault((own.party, own.step, own.needs, own.timing), []).append(own)
    return list(found.values())


def _nearest_first(deadlock: Deadlock, refused: set[str]) -> list[list[Precondition]]:
    """The needs, those that ask for a refused step itself first."""
    return sorted(_by_party(deadlock.preconditions), key=lambda n: refused.isdisjoint(n[0].needs))


def _wait(own: Precondition, wording: Wording) -> str:
    return wait_words(own.party, own.step, own.needs, own.timing, wording)


def _wait_sentence(own: Precondition, wording: Wording) -> str:
    return wait_sentence(own.party, own.step, own.needs, own.timing, wording)


def wait_sentence(
    party: str, step: str, needs: Sequence[str], timing: str, wording: Wording
) -> str:
    """`wait_words` with where it comes from: this record, or the logic of the codebook."""
    words = wait_words(party, step, needs, timing, wording)
    book = f"by the logic of “{wording.codebook.name}”"
    return f"{words}, {book if party == WORLD else 'on this record'}"


def wait_words(party: str, step: str, needs: Sequence[str], timing: str, wording: Wording) -> str:
    """Who asks for what before a step, or together with it; what logic asks has to come."""
    order = "before" if timing == "before" else "together with"
    needed = wording.steps(needs[:MOST_ALTERNATIVES])
    if len(needs) > MOST_ALTERNATIVES:
        needed += f" or {len(needs) - MOST_ALTERNATIVES} others"
    if party == WORLD:
        return f"{needed} has to come {order} {wording.step(step)}"
    return f"{wording.party(party)} asks for {needed} {order} {wording.step(step)}"


MOST_ALTERNATIVES = 3  # of one need, put into a line


def _ways_out(deadlock: Deadlock, wording: Wording) -> Iterator[str]:
    """Which preconditions hold the steps, in the words of who holds them: a line each."""
    said = {p.position: _wait(p, wording) for p in deadlock.preconditions}
    ways = sorted(
        {tuple(sorted({said[p] for p in way})) for way in deadlock.ways_out},
        key=lambda way: (len(way), way),
    )
    if not ways:
        yield _no_way(deadlock)
        return
    cut = _extent(len(ways), complete=deadlock.complete)
    for way in ways[:MOST_WAYS]:
        shown = " and ".join(f"that {words}" for words in way)
        line = f"It would open on this record without this ({cut}): {shown}"
        if len(line) >= LONGEST - len(LOW):
            line = (
                f"It would open on this record without {len(way)} of these conditions taken "
                f"together ({cut})"
            )
        yield line
    if len(ways) > MOST_WAYS:
        more = counted(len(ways) - MOST_WAYS, "further set")
        yield f"{more} of conditions would open it as well on this record ({cut})"
    weaker = _weaker(deadlock, wording)
    if weaker:
        yield weaker


def _no_way(deadlock: Deadlock) -> str:
    """Why no way out is told: logic alone holds the steps, or the search was cut."""
    if deadlock.complete:
        return (
            "No set of these conditions would open it on this record: the codebook’s logic holds "
            "it as well (complete)"
        )
    return "No set of conditions that would open it was found on this record (cut at 0 sets)"


def _extent(number: int, *, complete: bool) -> str:
    """Whether these ways out are all, or how many were found before the search was cut."""
    return "complete" if complete else f"cut at {counted(number, 'set')}"


def _needs(deadlock: Deadlock) -> list[Need]:
    return [Need(p.step, p.needs, p.timing, p.party, p.position) for p in deadlock.preconditions]


def _weaker(deadlock: Deadlock, wording: Wording) -> str | None:
    """Where asking for "together with" in place of "before" would do."""
    if deadlock.kind == "refused_step":
        return None  # a step that is not taken cannot come together with another either
    found = ways_out(deadlock.steps, _needs(deadlock))
    said = {p.position: wording.party(p.party) for p in deadlock.preconditions}
    who = sorted({listed(sorted({said[p] for p in way})) for way in found.weaken})
    if not who:
        return None
    cut = _extent(
        min(len(who), MOST_WAYS),
        complete=found.weaken_complete and len(who) <= MOST_WAYS,
    )
    shown = "; or by ".join(who[:MOST_WAYS])
    instead = "“together with” were asked for instead"
    return f"It would open on this record if {instead} ({cut}): by {shown}"
