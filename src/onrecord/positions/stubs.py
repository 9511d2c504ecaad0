"""The YAML of a proposed issue, ready to be pasted below `issues:` and corrected by a person."""

from __future__ import annotations

import yaml

from onrecord.positions.codebook import Codebook
from onrecord.positions.holders import slug
from onrecord.positions.suggesting import Proposal

INDENT = "  "


def issue_id(proposal: Proposal, codebook: Codebook) -> str:
    """An id for it that the codebook does not have yet."""
    wanted = found = slug(proposal.phrase)
    number = 2
    while codebook.has_issue(found):
        found, number = f"{wanted}_{number}", number + 1
    return found


def stub_of(proposal: Proposal, codebook: Codebook) -> str:
    """The proposal as lines of YAML, indented as an entry of `issues:`.

    What is said to be done about the matter stands as its values, if it is two things or more.
    """
    entry: dict[str, object] = {
        "name": proposal.phrase.capitalize(),
        "group": "Proposed",
        "about": "Say here what is in dispute.",
        "anchors": [proposal.phrase],
    }
    if len(proposal.verbs) > 1:
        entry["values"] = {
            slug(verb): {"name": verb, "anchors": [f"{verb} ... {proposal.phrase}"]}
            for verb in proposal.verbs
        }
    text = yaml.safe_dump(
        {issue_id(proposal, codebook): entry}, sort_keys=False, allow_unicode=True, width=90
    )
    return "".join(f"{INDENT}{line}\n" for line in text.splitlines())
