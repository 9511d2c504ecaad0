"""Which statements an article's lines of credit hold for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from onrecord.attribution.credit_lines import read_comments, read_line
from onrecord.attribution.scene import Scene
from onrecord.language.parse import Sentence
from onrecord.records import Attribution, Statement

HEAD_PARAGRAPHS = 2  # a line that stands behind at most these is still at the article's head
MAX_COMMENTS = 12  # statements back that "his comments" can mean


@dataclass(slots=True)
class Credits:
    """Who is credited for statements: for some surely, for others where no chain is nearer."""

    sure: dict[str, list[str]] = field(default_factory=dict)
    spare: dict[str, list[str]] = field(default_factory=dict)

    def of(self, statement: str, *, bare: bool) -> Sequence[str]:
        """The actors credited for a statement; `bare` says that nothing nearer is known."""
        if statement in self.sure or not bare:
            return self.sure.get(statement, ())
        return self.spare.get(statement, ())


def find_credits(scene: Scene, press: frozenset[str], done: Mapping[str, Attribution]) -> Credits:
    """Who is credited for which statement by the lines of an article that say only that.

    A line holds for its own paragraph. One that stands alone holds for the paragraph it leads on
    to, and at the article's head or end for what stands before it, where nothing nearer is known.
    """
    found = Credits()
    blocks = _by_block(scene, done)
    spread: set[tuple[int, tuple[str, ...]]] = set()
    for sentence in scene.parse.sentences:
        actors, leads_on = read_line(scene, sentence, press)
        # One paragraph that says the same line again and again takes it once.
        if actors and (sentence.block, tuple(actors)) not in spread:
            spread.add((sentence.block, tuple(actors)))
            _spread(scene, sentence, actors, leads_on, blocks, found)
        actors, whose = read_comments(scene, sentence)
        for statement in _comments(scene, sentence, whose, blocks, done) if actors else ():
            found.sure.setdefault(statement.id, []).extend(actors)
    return found


def _by_block(scene: Scene, done: Mapping[str, Attribution]) -> dict[int, list[Statement]]:
    """The statements by the block in which their content begins, in text order."""
    found: dict[int, list[Statement]] = {}
    for statement in sorted((scene.statements[i] for i in done), key=_start):
        sentence = scene.parse.sentence_at(_start(statement)[0])
        if sentence is not None:
            found.setdefault(sentence.block, []).append(statement)
    return found


def _start(statement: Statement) -> tuple[int, str]:
    spans = statement.content or statement.cue or statement.source
    return (spans[0].start if spans else 0, statement.id)


def _spread(
    scene: Scene,
    sentence: Sentence,
    actors: list[str],
    leads_on: bool,
    blocks: Mapping[int, list[Statement]],
    found: Credits,
) -> None:
    """Credit a line's actors for the statements that it holds for."""
    held = list(blocks.get(sentence.block, ()))
    sentences = scene.parse.sentences
    alone = all(
        other.block != sentence.block
        for at in (sentence.i - 1, sentence.i + 1)
        if 0 <= at < len(sentences)
        for other in (sentences[at],)
    )
    last = sentence.block == sentences[-1].block
    if alone and leads_on and not last:
        held += blocks.get(sentence.block + 1, ())
    for statement in held:
        found.sure.setdefault(statement.id, []).extend(actors)
    if alone and (last or _paragraphs_before(scene, sentence) <= HEAD_PARAGRAPHS):
        for block in range(sentence.block):
            for statement in blocks.get(block, ()):
                found.spare.setdefault(statement.id, []).extend(actors)


def _paragraphs_before(scene: Scene, sentence: Sentence) -> int:
    """How many paragraphs stand before a sentence's own, counted no further than matters."""
    before = islice(scene.article.blocks, sentence.block)
    return sum(1 for _ in islice((b for b in before if b.kind == "paragraph"), HEAD_PARAGRAPHS + 1))


def _comments(
    scene: Scene,
    sentence: Sentence,
    whose: str | None,
    blocks: Mapping[int, list[Statement]],
    done: Mapping[str, Attribution],
) -> list[Statement]:
    """The statements just before a sentence that are the comments it speaks of.

    Those of its paragraph before it, or of the paragraph before where it opens one; of the actor
    named, else of whoever spoke last.
    """
    at = scene.parse.tokens[sentence.first].start
    here = blocks.get(sentence.block, [])
    last = bisect_left(here, (at, ""), key=_start)
    before = here[max(0, last - MAX_COMMENTS) : last]
    before = before or blocks.get(sentence.block - 1, [])[-MAX_COMMENTS:]
    spoken = [s for s in before if done[s.id].speaker is not None]
    speaker = whose or (done[spoken[-1].id].speaker if spoken else None)
    if speaker is None:
        return before[-1:]
    return [s for s in spoken if done[s.id].speaker == speaker]
