"""Characters read by the wrong codepage, and those that only look so."""

from __future__ import annotations

import pytest

from onrecord.articles.characters import repaired
from onrecord.articles.offsets import MappedText
from tests.articles.pages import CLOSING, read

CASES = {
    "apostrophe by Windows-1252": ("Arlandâ€™s offer", "Arland’s offer"),
    "quotes by Windows-1252": ("â€œWe wait,â€\x9d he said", "“We wait,” he said"),
    "accent": ("the cafÃ© of Berland", "the café of Berland"),
    "twice encoded": ("ArlandÃ¢â‚¬â„¢s offer", "Arland’s offer"),
    "control character": ("Arland\x92s offer", "Arland’s offer"),
    "Thai, possessive": ("Arlandโs offer", "Arland’s offer"),
    "Thai, possessive of a plural": ("the envoysโ answer", "the envoys’ answer"),
    "Thai, contraction": ("They donโt wait", "They don’t wait"),
    "Thai, dash between words": ("the planโan old one", "the plan—an old one"),
    "Thai, dash after capitals": ("CETOWN, ARLANDโJust now", "CETOWN, ARLAND—Just now"),
    "Thai, dash between blanks": ("the plan โ an old one", "the plan — an old one"),
    "Thai, range": ("in 2021โ2023", "in 2021–2023"),
    "Thai, whole dash": ("the planโ€”an old one", "the plan—an old one"),
    "Thai, pair of quotes": ("he said: โWe wait.โ Then", "he said: “We wait.” Then"),
    "Thai, name": ("Pat OโHara", "Pat O’Hara"),
    "replacement character": ("Arland\ufffds offer", "Arland’s offer"),
    "half lost": ("Arlandâs offer", "Arland’s offer"),
    "genuine Thai": ("โรงเรียน is a school", "โรงเรียน is a school"),
    "genuine Thai word": ("the word โต๊ะ here", "the word โต๊ะ here"),
    "genuine French": ("the château of Berland", "the château of Berland"),
    "a lost letter is not guessed": ("Z\ufffdrich", "Z\ufffdrich"),
    "curly quotes stay": ("“We’re here,” he said", "“We’re here,” he said"),
    "straight quotes stay": ('"We\'re here," he said', '"We\'re here," he said'),
    "Cyrillic stays": ("Россия and Україна", "Россия and Україна"),
    "Windows line ends": ("a\r\nb\rc", "a\nb\nc"),
    "no-break and thin blanks": ("5\xa0000\u2009men", "5 000 men"),
    "nothing seen": ("co\xadop\u200b\ufeff\x00\u202e!", "coop!"),
}


@pytest.mark.parametrize(("broken", "sound"), CASES.values(), ids=CASES)
def test_repairs(broken: str, sound: str) -> None:
    assert repaired(MappedText.of(broken)).text == sound


def test_a_repair_leads_back_to_the_broken_characters() -> None:
    article = read(f"Arlandâ€™s offer stands.\n\n{CLOSING}")
    start = article.text.index("’")
    span = article.span(start, start + 1)
    assert (span.raw_start, span.raw_end) == (6, 9)
    after = article.span(start + 1, start + 2)
    assert (after.text, after.raw_start) == ("s", 9)
