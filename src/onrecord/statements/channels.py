"""The channel through which a statement came, by the signs in its source, its cue and around it.

Where several channels fit, the first in `SIGNS` is it: a letter read out in court is the court's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.records import Channel
from onrecord.statements import channel_words as words
from onrecord.statements.direct import Page
from onrecord.statements.draft import Draft
from onrecord.statements.ranges import Range, without

CONTEXT_CHARS = 400  # of the sentence on either side of a cue
NEAR_CHARS = 4000
MAX_OPENING = 3  # words before it: "In June he said"
MAX_BACK = 2  # sentences before a pronoun's that may name its channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a channel is told by.

    `sentence` holds the words of the cue's sentence that are no content: source and cue too.
    """

    draft: Draft
    source: str
    cue: str
    content: str
    sentence: str


Kind = Literal["direct", "indirect", "mixed"]
Sign = Callable[[Setting], bool]


def channel_at(page: Page, draft: Draft, kind: Kind) -> Channel:
    """The channel by the page: what is around the cue, and what a pronoun goes on from."""
    setting = Setting(
        draft=draft,
        source=_source(page, draft),
        cue=_text(page, draft.cue),
        content=_text(page, draft.content[:1]),
        sentence=" ".join(_around(page, draft)),
    )
    found = _told(setting, SIGNS)
    if found is None and _goes_on(setting):
        found = next((c for s in _earlier(page, draft, setting) if (c := _told(s, LASTING))), None)
    return found or _by_default(kind)


def _goes_on(setting: Setting) -> bool:
    """Whether a pronoun or the like, near its sentence's start, goes on from the one before."""
    if not setting.source:
        return False
    opening = setting.sentence.lower().partition(setting.source.lower())[0]
    return words.GOING_ON.match(setting.source) is not None and (
        len(opening.split()) <= MAX_OPENING or words.ASKED.match(setting.sentence) is not None
    )


def _told(setting: Setting, signs: Sequence[tuple[Channel, Sign]]) -> Channel | None:
    return next((channel for channel, holds in signs if holds(setting)), None)


def _by_default(kind: Kind) -> Channel:
    return "indirect_quote" if kind == "indirect" else "direct_quote"


# --- what is around a cue -------------------------------------------------------------------------


def _text(page: Page, ranges: Sequence[Range]) -> str:
    return " ".join(page.text[a:b] for a, b in ranges)


def _source(page: Page, draft: Draft) -> str:
    """The source's words, its first in lower case where only its sentence gives it the capital.

    Without a parse a word is taken for a name that has its capital elsewhere, within a sentence.
    """
    source = _text(page, draft.source)
    named = page.parse.between(*draft.source[0]) if draft.source else ()
    if not named or page.parse.sentences[named[0].sentence].first != named[0].i:
        return source
    token = named[0]
    if page.has_syntax(token):
        is_name = token.pos == "PROPN"
    else:
        near = page.text[max(0, token.start - NEAR_CHARS) : token.end + NEAR_CHARS]
        is_name = re.search(rf"[\w,’'] {re.escape(token.text)}\b", near) is not None
    return source if is_name else source[:1].lower() + source[1:]


def _around(page: Page, draft: Draft) -> list[str]:
    """The words of the cue's sentence that are neither content nor quoted."""
    token = page.parse.tokens[draft.at]
    sentence = page.parse.sentences[token.sentence]
    start = max(page.parse.tokens[sentence.first].start, token.start - CONTEXT_CHARS)
    end = min(page.parse.tokens[sentence.last - 1].end, token.end + CONTEXT_CHARS)
    for found in words.NETWORK_STOP.finditer(page.text, start, end):  # "wrote on X. In a speech"
        if found.end() <= token.start:
            start = found.end()
        elif found.start() >= token.end:
            end = found.start() + 1
            break
    return _unquoted(page, draft, (start, end))


def _unquoted(page: Page, draft: Draft, window: Range) -> list[str]:
    start, end = window
    cue = page.parse.tokens[draft.at].start
    quoted = [(q.start, q.end) for q in page.within(start, end) if not q.start <= cue < q.end]
    said = [r for r in draft.content if r[0] < end and start < r[1]]
    return [page.text[a:b] for a, b in without((window,), [*said, *quoted])]


def _earlier(page: Page, draft: Draft, setting: Setting) -> list[Setting]:
    """The settings of the sentences right before, nearest first.

    They stand in one block, but for an answer ("Asked whether …, he said"): it goes on from there.
    """
    sentences = page.parse.sentences
    here = sentences[page.parse.tokens[draft.at].sentence]
    found = []
    for back in range(here.i - 1, max(-1, here.i - 1 - MAX_BACK), -1):
        sentence = sentences[back]
        if sentence.block != here.block and not words.ASKED.match(setting.sentence):
            break
        first, last = page.parse.tokens[sentence.first], page.parse.tokens[sentence.last - 1]
        end = min(last.end, first.start + 2 * CONTEXT_CHARS)
        around = " ".join(_unquoted(page, draft, (first.start, end)))
        found.append(
            replace(
                setting, source=_spoken_of(setting, around), cue="", content="", sentence=around
            )
        )
    return found


def _spoken_of(setting: Setting, around: str) -> str:
    """The document that "it" or "its authors" may go on from; he and she are none."""
    if setting.source.lower() in ("he", "she", "i", "we", "who"):
        return ""
    cited = words.ACCORDING.search(around)
    return around[cited.end() :] if cited else around


# --- the signs ------------------------------------------------------------------------------------


def is_silent(setting: Setting) -> bool:
    """It says that there is no comment: "declined to comment", "would not confirm"."""
    draft = setting.draft
    if draft.lemma in ("decline", "refuse") and words.COMMENT.match(setting.content):
        return True
    return draft.negated and (
        draft.lemma in words.SILENT_LEMMAS or bool(words.SILENT.search(setting.cue))
    )


def is_social(setting: Setting) -> bool:
    """It was posted: the cue tweets or posts, or a network is named beside it."""
    posted = setting.draft.lemma in words.POSTING
    return posted or bool(words.SOCIAL.search(setting.sentence))


def is_vote(setting: Setting) -> bool:
    """A poll or a vote speaks, or it was voted."""
    voted = setting.draft.lemma in words.VOTING
    return voted or bool(
        words.POLL.search(head_of(setting.source)) or words.IN_VOTE.search(setting.sentence)
    )


def is_in_court(setting: Setting) -> bool:
    """A court, a judge or a filing speaks, or it was said before one."""
    spoken = words.COURT.search(head_of(setting.source))
    testified = setting.draft.lemma.startswith("testif")
    return testified or bool(spoken or words.IN_COURT.search(setting.sentence))


def is_statement(setting: Setting) -> bool:
    """A statement, a communiqué or a press release speaks, or it was issued in one."""
    declared = words.DECLARED.search(head_of(setting.source))
    return bool(declared or words.STATEMENT.search(setting.sentence))


def is_speech(setting: Setting) -> bool:
    """It was said to many: in a speech, at a news conference, before a parliament."""
    return bool(
        words.ORATION.search(head_of(setting.source)) or words.SPEECH.search(setting.sentence)
    )


def is_communication(setting: Setting) -> bool:
    """It was said to one: in a letter, an e-mail, a call."""
    written = words.LETTER.search(head_of(setting.source))
    return bool(written or words.IN_LETTER.search(setting.sentence))


def is_published(setting: Setting) -> bool:
    """A book, a study, an essay or a report says it."""
    head = head_of(setting.source)
    printed = words.PAPER.search(head) and not words.NO_PAPER.search(setting.source)
    return bool(printed or words.IN_PAPER.search(setting.sentence))


def is_law(setting: Setting) -> bool:
    """A bill, a treaty, a proposal or another text of law says it."""
    ruled = words.LAW.search(head_of(setting.source)) or words.ARTICLE.match(setting.source)
    return bool(ruled or words.UNDER_LAW.search(setting.sentence))


def is_unnamed(setting: Setting) -> bool:
    """Its source has no name: "officials", "a chemist", "is said to", "citing two people"."""
    draft, source = setting.draft, setting.source
    if not source:
        return draft.passive and not words.REPORTING.match(draft.lemma)
    cited = words.CITING.search(setting.sentence)
    if cited is not None and has_no_name(cited.group("whom")):
        return True
    return has_no_name(source) or bool(words.ANONYMOUS.search(setting.sentence))


def is_press(setting: Setting) -> bool:
    """An outlet or an agency says it."""
    head = head_of(setting.source)
    return bool(words.OUTLET.search(head) or words.OUTLET_NAME.search(head))


def head_of(source: str) -> str:
    """The words of a source up to what tells more of it: "officials" of "officials in Arvenia"."""
    found = words.HEAD_END.search(source, 1)
    return source[: found.start()] if found else source


def has_no_name(source: str) -> bool:
    """Whether a source is someone of many and stays so: "two officials", "nurses", "a third"."""
    head = head_of(source).split()
    if not head or words.APPOSED.search(source):
        return False
    last, rest = head[-1].lower().strip("’'"), source[len(" ".join(head)) :]
    if last in words.NEVER_NAMED:
        return words.SPEAKS_FOR.search(source) is None
    if not head[-1].islower() or words.NOT_SOMEONE.search(last) or words.AFFILIATED.match(rest):
        return False
    first = head[0].lower()
    if first in words.QUANTIFIERS:
        ellipsis = (len(head) == 1 and len(first) > 2) or (
            len(head) == 2 and last in words.ORDINALS
        )
        return ellipsis or words.PEOPLE.search(last) is not None
    return _is_bare(head, last)


def _is_bare(head: Sequence[str], last: str) -> bool:
    """Whether a source is a plural of people without an article: "local farmers"."""
    known = head[0].lower() in words.KNOWN or any("’s" in w or "'s" in w for w in head)
    joined = "and" in head and not head[0].islower()
    is_plural = last.endswith(("s", "men", "people", "folk", "police", "children"))
    return is_plural and not known and not joined and words.PEOPLE.search(last) is not None


SIGNS: tuple[tuple[Channel, Sign], ...] = (
    ("declined_comment", is_silent),
    ("social_media_post", is_social),
    ("vote_or_poll", is_vote),
    ("court_proceeding", is_in_court),
    ("statement", is_statement),
    ("speech", is_speech),
    ("communication", is_communication),
    ("published_work", is_published),
    ("proposal_or_law", is_law),
    ("unnamed", is_unnamed),
    ("press_report", is_press),
)
# What holds on in the sentences that follow: he who speaks at a rally goes on doing so.
LASTING = tuple((c, s) for c, s in SIGNS if s not in (is_silent, is_law, is_unnamed, is_press))
