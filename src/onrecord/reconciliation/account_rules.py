"""Rules about accounts: what one says of another, and of its own earlier words."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reconciliation.accounts import accounts_against_own_word, own_words_at_odds
from onrecord.reconciliation.accounts_told import told_against_own
from onrecord.reconciliation.clash_evidence import Evidence
from onrecord.reconciliation.rebuttals import Rebuttal
from onrecord.reconciliation.utterances import utterances_at_odds
from onrecord.reconciliation.words import content_words
from onrecord.records import Contradiction, Position, identity

LONGEST_QUOTE = 160
ONE_PERSON = frozenset(["he", "his", "him", "she", "her", "i", "my", "me"])


def account_refuted_by_own_word(evidence: Evidence) -> Iterator[Contradiction]:
    """One party says that another would take (or refuses) something; that other's own word is
    the opposite.
    """
    told: set[tuple[str, str]] = set()
    for account, word in accounts_against_own_word(evidence.positions, evidence.published):
        if _of_another_person(evidence, account, word):
            continue
        told.update((a, w) for a in account.statements for w in word.statements)
        yield _refuted(
            account.id,
            word.id,
            f"{evidence.name(account.speaker)} on {evidence.name(account.about)}: "
            f"“{_words(account)}”; {evidence.name(account.about)} itself: “{_words(word)}”",
            0.8 if account.said and word.said else 0.6,
        )
    for stance, own in told_against_own(evidence.stances):
        if (stance.name, own.name) in told:
            continue
        yield _refuted(
            stance.name,
            own.name,
            f"{evidence.name(stance.teller)} on {evidence.name(stance.party)}: "
            f"“{_cut(stance.text)}”; {evidence.name(stance.party)} itself: “{_cut(own.text)}”",
            0.6,
        )


def _of_another_person(evidence: Evidence, account: Position, word: Position) -> bool:
    """Whether the account is of one person of the party, and the word that of another."""
    told, own = account.party_text.casefold(), word.party_text.casefold()
    speaker = evidence.actors.get(word.speaker or "")
    if speaker is None or speaker.kind != "person":
        return False
    surname = speaker.name.casefold().rsplit(" ", 1)[-1]
    if surname not in own and own not in ONE_PERSON:
        return False
    party = evidence.name(account.about).casefold()
    return surname not in told and party not in told


def _refuted(account: str, word: str, detail: str, confidence: float) -> Contradiction:
    return Contradiction(
        id=identity("contradiction", "account_of_other", account, word),
        kind="account_of_other",
        left=(account,),
        right=(word,),
        rule="account_refuted_by_own_word",
        detail=detail,
        confidence=confidence,
    )


def _words(position: Position) -> str:
    return _cut(" … ".join(span.text for span in position.spans))


def _cut(text: str) -> str:
    """The words, cut where they are long."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def claim_denied_at_once(evidence: Evidence) -> Iterator[Contradiction]:
    """One party states what another did or agreed to; in the next sentence of the same article
    that other denies it. The same two in a copy count once.
    """
    same: dict[tuple[object, ...], list[Rebuttal]] = {}
    for rebuttal in evidence.rebuttals:
        words = tuple(content_words(rebuttal.claimed)), tuple(content_words(rebuttal.denied))
        same.setdefault((rebuttal.teller, rebuttal.party, *words), []).append(rebuttal)
    for together in same.values():
        left = tuple(sorted({r.claim for r in together}))
        right = tuple(sorted({r.denial for r in together}))
        one = together[0]
        yield Contradiction(
            id=identity("contradiction", "account_of_other", *left, *right),
            kind="account_of_other",
            left=left,
            right=right,
            rule="claim_denied_at_once",
            detail=(
                f"{evidence.name(one.teller)} makes a claim about {evidence.name(one.party)}: "
                f"“{_cut(one.claimed)}”; {evidence.name(one.party)} denies it: “{_cut(one.denied)}”"
            ),
            confidence=0.8,
        )


def utterance_differs(evidence: Evidence) -> Iterator[Contradiction]:
    """Two outlets quote one utterance of one speaker with another number, or one with a "not"
    that the other lacks.
    """
    for left, right in utterances_at_odds(evidence.wordings, evidence.outlets, evidence.together):
        yield Contradiction(
            id=identity("contradiction", "outlet_vs_outlet", left.statement, right.statement),
            kind="outlet_vs_outlet",
            left=(left.statement,),
            right=(right.statement,),
            rule="utterance_differs",
            detail=(
                f"{evidence.name(left.speaker)} is quoted differently by "
                f"{evidence.outlets[left.article]} and {evidence.outlets[right.article]}"
            ),
            confidence=0.6,
        )


def own_word_against_own_word(evidence: Evidence) -> Iterator[Contradiction]:
    """One speaker is on record for and against the same thing on the same day."""
    for left, right in own_words_at_odds(evidence.positions):
        yield Contradiction(
            id=identity("contradiction", "self", left.id, right.id),
            kind="self",
            left=(left.id,),
            right=(right.id,),
            rule="own_word_against_own_word",
            detail=f"{evidence.name(left.speaker)}: “{left.act}” and “{right.act}” on {left.issue}",
            confidence=0.5,
        )
