"""An inner speaker set between commas: "said the toll, according to the hospital, stood at 31"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import Range, merged


def join_asides(page: Page, drafts: Sequence[Draft]) -> None:
    """Let what is said go on behind an aside in which somebody else is named, in place.

    Both say all of it: the outer one reports what the aside's speaker says. Networks end the outer
    content at the aside's comma, and give its "that" to the aside's speaker.
    """
    asides = {d.content[0][1]: d for d in drafts if _is_aside(page, d)}
    for draft in drafts:
        inner = asides.get(draft.content[-1][1]) if draft.content else None
        if inner is None or inner is draft or draft.content[0][0] < draft.cue[-1][1]:
            continue
        said, told = draft.content[0][0], inner.content[0][0]
        if said != told and page.text[said:told].strip().lower() != "that":
            continue
        draft.content = merged(((said, inner.content[-1][1]),))
        if page.text[told : told + 5].lower() == "that ":
            inner.content = ((told + 5, inner.content[0][1]), *inner.content[1:])


def _is_aside(page: Page, draft: Draft) -> bool:
    """Whether a source and a cue stand between commas, with content on both sides."""
    if len(draft.content) != 2 or not draft.source:
        return False
    spoken: list[Range] = sorted((*draft.source, *draft.cue))
    start, end = spoken[0][0], spoken[-1][1]
    first, last = draft.content
    before, after = page.text[first[1] : start].strip(), page.text[end : last[0]].strip()
    return first[1] <= start and end <= last[0] and before == after == ","
