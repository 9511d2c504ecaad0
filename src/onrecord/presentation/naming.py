"""Who and what a question names: parties, issues, values, steps, plans, outlets; else what is near.

A name that fits nothing raises NotOnRecord, and tells the names that are spelt like it; one that
fits several tells these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from onrecord.errors import NotOnRecord
from onrecord.negotiation import Supposition
from onrecord.negotiation.needs import StepNames
from onrecord.negotiation.spelling import did_you_mean, near_names
from onrecord.presentation.dossier.grounds import Grounds
from onrecord.presentation.dossier.lookup import Lookup
from onrecord.presentation.questions import names_actor, names_issue, names_outlet
from onrecord.records import Cell, Hardness, IssueStatus, Plan

LEVELS: Mapping[str, Hardness | None] = {
    "red_line": "red_line",
    "red line": "red_line",
    "firm": "firm",
    "soft": "soft",
    "none": None,
    "not declared": None,
}


def party_named(name: str, lookup: Lookup) -> str:
    """The id of the party with this name or alias."""
    parties = {p.party for p in lookup.positions.values() if p.party is not None}
    names = {party: lookup.actor(party) for party in sorted(parties)}
    found = [party for party in names if names_actor(name, lookup.actors.get(party))]
    exact = [party for party in names if names[party].casefold() == name.strip().casefold()]
    return _only(exact or found, name, "party", names)


def issues_named(name: str, lookup: Lookup) -> frozenset[str]:
    """The issues on record with this id, or with these words in their name; never none."""
    known = {s.issue for s in lookup.view.all(IssueStatus)}
    found = frozenset(
        {name} if name in known else (i for i in known if names_issue(name, i, lookup))
    )
    if not found:
        raise NotOnRecord(_unknown(name, "issue", {i: lookup.issue_name(i) for i in known}))
    return found


def issue_named(name: str, lookup: Lookup) -> str:
    """The one issue with this id or name: on record, or else in the codebook by its id."""
    if lookup.codebook.has_issue(name):
        return name
    known = sorted({s.issue for s in lookup.view.all(IssueStatus)})
    names = {i: lookup.issue_name(i) for i in known}
    exact = [i for i in known if names[i].casefold() == name.strip().casefold()]
    found = [i for i in known if names_issue(name, i, lookup)]
    return _only(exact or found, name, "issue", names, shown=lambda i: f"{i} ({names[i]})")


def value_named(name: str, issue_id: str, lookup: Lookup) -> str:
    """The value of an issue with this id or name."""
    issue = lookup.issue(issue_id)
    known = {v.id: v.name for v in issue.values} if issue is not None else {}
    cells = (c.value for c in lookup.view.all(Cell) if c.issue == issue_id)
    known |= {v: lookup.value_name(issue_id, v) for v in cells if v not in known}
    asked = name.strip().strip("“”\"'").casefold()
    found = [v for v in known if asked in (v.casefold(), known[v].casefold())]
    if not found:
        has = ", ".join(f"{v} ({n})" for v, n in known.items())
        near = did_you_mean(name, [*known, *known.values()])
        raise NotOnRecord(f"{issue_id} has no value {name!r}; it has {has or 'none'}{near}")
    return found[0]


def step_named(name: str, lookup: Lookup) -> str:
    """The step with this id or name: of the record or of the codebook."""
    issue, equals, value = name.partition("=")
    if equals:
        issue = issue_named(issue.strip(), lookup)
        return f"{issue}={value_named(value, issue, lookup)}"
    if StepNames(lookup.codebook).definition(name) is not None:
        return name
    names = {s: lookup.step_name(s) for s in sorted(lookup.steps)}
    names |= {s.id: s.name for s in lookup.codebook.steps if "<" not in s.id}
    asked = name.strip().strip("“”\"'").casefold()
    found = [s for s, told in sorted(names.items()) if told.casefold() == asked]
    return _only(found, name, "step", names)


def plan_named(name: str, lookup: Lookup) -> Plan:
    """The plan of the record with this name, or whose id begins so."""
    plans = {p.id: p for p in lookup.view.all(Plan)}
    names = {i: p.name for i, p in plans.items()}
    asked = name.strip().casefold()
    exact = [i for i in plans if names[i].casefold() == asked]
    found = [
        i for i in plans if asked in names[i].casefold() or (len(asked) > 3 and i.startswith(asked))
    ]
    chosen = _only(exact or found, name, "plan", names, shown=lambda i: f"{names[i]} ({i[:8]})")
    return plans[chosen]


def articles_named(name: str, lookup: Lookup) -> tuple[str, ...]:
    """The articles of an outlet, or the one article with this path or beginning of an id."""
    articles = lookup.articles
    asked = name.strip()
    own = [a for a, b in articles.items() if asked in (b.path, Path(b.path).name)]
    own = own or [a for a in articles if len(asked) > 5 and a.startswith(asked.lower())]
    own = own or [a for a, b in articles.items() if names_outlet(asked, b.outlet)]
    if own:
        return tuple(sorted(own))
    names = {a: b.outlet or b.path for a, b in articles.items()}
    names |= {f"{a} path": b.path for a, b in articles.items()}
    raise NotOnRecord(_unknown(name, "outlet or article", names))


def position_named(name: str, lookup: Lookup) -> str:
    """The id of the position that begins so."""
    found = [p for p in sorted(lookup.positions) if len(name) > 3 and p.startswith(name.lower())]
    if len(found) == 1:
        return found[0]
    why = "several positions begin so" if found else "no position begins so"
    raise NotOnRecord(f"{name!r}: {why}; `onrecord positions` lists their ids")


def word_on_value(text: str, kind: str, grounds: Grounds) -> Supposition:
    """What "Party: issue=value" supposes, as this kind (`accepts` or `lifts`)."""
    party, issue, value = _party_issue_value(text, grounds.lookup)
    return Supposition(
        kind="accepts" if kind == "accepts" else "lifts", party=party, issue=issue, value=value
    )


def level_on_value(text: str, grounds: Grounds) -> Supposition:
    """What "Party: issue=value: level" supposes: its words on that value declare this level."""
    place, colon, level = text.rpartition(":")
    asked = level.strip().casefold()
    if not colon or asked not in LEVELS:
        known = ", ".join(k for k in LEVELS if " " not in k)
        raise NotOnRecord(f"{text!r}: write it as 'Party: issue=value: level'; levels are {known}")
    party, issue, value = _party_issue_value(place, grounds.lookup)
    ids = [
        position
        for cell in grounds.lookup.view.all(Cell)
        if (cell.party, cell.issue, cell.value) == (party, issue, value)
        for position in cell.positions
    ]
    if not ids:
        who = grounds.lookup.actor(party)
        raise NotOnRecord(f"{who} has no word on {issue}={value}, so it declares no level there")
    return Supposition(
        kind="level",
        party=party,
        issue=issue,
        value=value,
        level=LEVELS[asked],
        positions=tuple(ids),
    )


def _party_issue_value(text: str, lookup: Lookup) -> tuple[str, str, str]:
    who, colon, matter = text.partition(":")
    issue, equals, value = matter.partition("=")
    if not colon or not equals:
        raise NotOnRecord(f"{text!r}: write it as 'Party: issue=value'")
    issue_id = issue_named(issue.strip(), lookup)
    return party_named(who.strip(), lookup), issue_id, value_named(value, issue_id, lookup)


def _only(
    found: list[str],
    name: str,
    what: str,
    names: Mapping[str, str],
    shown: Callable[[str], str] | None = None,
) -> str:
    """The one that was found; an error that names what is near, or all that fit."""
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotOnRecord(_unknown(name, what, names))
    fitting = ", ".join(sorted(shown(key) if shown else names[key] for key in found))
    raise NotOnRecord(f"{name!r} may be several here: {fitting}; name one in full")


def _unknown(name: str, what: str, names: Mapping[str, str]) -> str:
    """What is not on this record, with the names that are near, else with those that there are."""
    words = sorted({n for n in (*names.values(), *names) if " path" not in n})
    near = near_names(name, words)
    if near:
        return f"no {what} {name!r} on this record; did you mean {' or '.join(map(repr, near))}?"
    every = sorted(set(names.values()))
    some = ", ".join(every[:8]) + (" …" if len(every) > 8 else "")
    return f"no {what} {name!r} on this record; there is {some or 'none'}"
