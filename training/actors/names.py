"""Writes names that came in capitals as newspapers do: MC_CAIN, O'NEAL, ABD_AL_RAHMAN."""

from __future__ import annotations

import re

from onrecord.actors.words import word_set

ARAB = word_set("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE")
EAST = word_set("BT CN JP KH KP KR LA MM MN MY SG TH TW VN")
KOREA = frozenset({"KP", "KR"})
SMALL = word_set("de del della da dos das do du des van von der den di e y zu af ter")
KIN = word_set("bin bint ibn ben ould ul ud ur")
ARTICLES = frozenset({"al", "el", "as", "ar", "ad", "an", "at", "az", "ash"})
HONORIFICS = word_set(
    """
    sir dame dr dr. gen gen. lt lt. col col. maj brig sheikh sheik shaikh prof prof. lord lady mr
    mr. mrs mrs. ms baroness baron haji hojatolislam ayatollah general colonel
    """
)
TITLES = word_set(
    """
    president premier prime minister foreign defense defence secretary chancellor king queen vice
    deputy ambassador senator congressman congresswoman representative governor mayor speaker leader
    chief chairman director attorney administration government party former interior finance crown
    prince princess emir sultan pope undersecretary under state candidate judge justice commander
    advisor adviser spokesman office head acting interim treasury commerce trade security national
    house army czar dictator regime elect pm gov amb kanzler bundeskanzler secretaty secretay
    marshal sec sen rep
    """
)
# A shortened word in a name ("Va.", "Gov."): something else than a name was shortened.
SHORTENED = re.compile(r"\b(?!(?:jr|sr|st)\.)\w{2,}\.", re.IGNORECASE)
PART = re.compile(r"[-' ]")
NO_NAME = re.compile(r"[^\w .'’-]|\d|_")


def person_name(phrase: str, state: str) -> str | None:
    """The name of a person of a state, or None if the phrase is no name of two or more words."""
    words = phrase.replace("_", " ").replace(",", " ").split()
    while words and words[0].lower() in HONORIFICS:
        words = words[1:]
    if len(words) < 2 or len(words) > 7 or NO_NAME.search(" ".join(words)):
        return None
    if any(part in TITLES for w in words for part in w.lower().strip(".").split("-")):
        return None
    if SHORTENED.search(" ".join(words)):
        return None
    if sum(len(w.strip(".")) > 1 for w in words) < 2:
        return None
    return _joined([_word(w, at, words, state) for at, w in enumerate(words)], state)


def _word(word: str, at: int, words: list[str], state: str) -> str:
    low = word.lower()
    inside = 0 < at < len(words) - 1
    if inside and (low in KIN or (low in SMALL and state not in EAST and state != "IT")):
        return low
    if at and low == "la" and words[at - 1].lower() == "de":
        return low
    if state in ARAB and low in ARTICLES and at < len(words) - 1:
        return low if at else low.capitalize()
    if low in {"ii", "iii", "iv"} and at:
        return word.upper()
    return capitals(word, state)


def capitals(word: str, state: str = "") -> str:
    """One word with its capitals: McCain, O'Neal, Jean-Claude, Jae-in, al-Sharaa."""
    parts = word.lower().split("-")
    done = []
    for at, part in enumerate(parts):
        article = state in ARAB and part in ARTICLES and at < len(parts) - 1
        done.append(part if article or (at and state in KOREA) else _capital(part))
    return "-".join(done)


def _capital(part: str) -> str:
    if part.startswith("mc") and len(part) > 3:
        return "Mc" + part[2:].capitalize()
    head, mark, tail = part.partition("'")
    if mark and len(head) == 1 and tail:
        return head.upper() + "'" + tail.capitalize()
    if re.fullmatch(r"(?:[a-z]\.)+", part):
        return part.upper()
    return part[:1].upper() + part[1:]


def _joined(words: list[str], state: str) -> str:
    """The words with the Arabic article tied to its noun: al Wahhab → al-Wahhab."""
    if state not in ARAB:
        return " ".join(words)
    text = ""
    for word in words:
        text += word + ("-" if word.lower() in ARTICLES else " ")
    return text.strip()


def without_initials(name: str) -> str | None:
    """The name without single letters in it, or None if that leaves it or fewer than two words."""
    words = name.split()
    kept = [w for w in words if len(w.strip(".")) > 1]
    return " ".join(kept) if 2 <= len(kept) < len(words) else None
