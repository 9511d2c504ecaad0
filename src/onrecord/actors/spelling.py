"""One key for the spellings of a name: Zelensky, Zelenskyy and Zelenskiy fold to one word."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.actors.words import word_set

# Transliterations of one sound, most specific first. Read off the common romanisations of
# Ukrainian, Russian and Arabic names; a fold may join too much, so it is never the only evidence.
FOLDS = (
    ("shch", "sch"),
    ("kh", "h"),
    ("ph", "f"),
    ("ts", "c"),
    ("tz", "c"),
    ("ck", "k"),
    ("q", "k"),
    ("w", "v"),
    ("iy", "i"),
    ("ii", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("j", "i"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "e"),
)
LETTERS = re.compile(r"[^a-z ]+")
DOUBLE = re.compile(r"([a-z])\1+")
# The same for a whole list of names at once: fifteen thousand in 20 ms.
OTHERS = re.compile(r"[^a-z |\n]+")
SPACES = re.compile(r" {2,}")
EDGES = re.compile(r" ?([|\n]) ?")
PARTICLES = word_set(
    """
    al el bin ibn bint von der van de den di da del della du dos la le st abu ben ul ud
    """
)
# Family names that stand first: the second set in any name of two words, too.
ALWAYS_FIRST = word_set("Xi Wang Hu Zhang Liu Chen Yang Qin Zhao Mao Deng Wen Zhou Yi")
FAMILY_FIRST = ALWAYS_FIRST | word_set("Kim Ban Moon Yoon Lee Park Li Roh Nguyen Han Cho")
FATHERS = frozenset({"bin", "ibn", "bint"})
# A given name as Chinese and Korean ones are written: it stands last, and no family name looks so.
TWO_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+$")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text in lower-case ASCII words, without apostrophes and dots: "Al-Sisi" → "al sisi"."""
    if not text.isascii():
        from anyascii import anyascii  # heavy tables: only for names beyond ASCII

        text = anyascii(text)
    lowered = text.lower().replace("'", "").replace("-", " ")
    return " ".join(LETTERS.sub(" ", lowered).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The sounds of a name, one spelling for all: "Zelenskyy" → "zelenski"."""
    word = plain(text)
    for old, new in FOLDS:
        word = word.replace(old, new)
    return DOUBLE.sub(r"\1", word)


def fold_lines(text: str) -> str:
    """The text with every name in it folded as `fold` does; | and ends of lines part the names."""
    if not text.isascii():
        from anyascii import anyascii  # heavy tables: only for names beyond ASCII

        text = anyascii(text)
    text = text.lower().replace("'", "").replace("-", " ")
    text = EDGES.sub(r"\1", SPACES.sub(" ", OTHERS.sub(" ", text))).strip(" ")
    for old, new in FOLDS:
        text = text.replace(old, new)
    return DOUBLE.sub(r"\1", text)


# Words of the names of bodies that British and American papers spell in two ways.
BRITISH = {"defence": "defense", "labour": "labor", "organisation": "organization"}


# What a company's name may end in without being another's.
LEGAL_FORMS = word_set("inc corp corporation ltd llc plc co limited incorporated")


def body_key(name: str) -> str:
    """One key for the spellings of a body's name: Defence Ministry, Defense Ministry.

    A legal form at the end is left out: Acme Corp. is Acme.
    """
    words = [BRITISH.get(word, word) for word in plain(name).split()]
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in LEGAL_FORMS else words)


def loose_key(name: str) -> str:
    """A key that also joins "U.S. Defense Dept" and "US Defense Departments"; words of one name."""
    words = [ABBREVIATED.get(word, word) for word in body_key(name).split() if word != "the"]
    joined = " ".join(words).replace("u s ", "us ").replace("u n ", "un ")
    return " ".join(w[:-1] if len(w) > 4 and w.endswith("s") else w for w in joined.split())


ABBREVIATED = {"dept": "department", "govt": "government", "intl": "international"}


@lru_cache(maxsize=65536)
def surname_of(name: str) -> str:
    """The family name of a person without particles and suffixes: "von der Leyen" → Leyen."""
    words = [w for w in name.split() if plain(w) and plain(w) not in SUFFIXES]
    last = words[-1] if words else name
    if len(words) > 1 and words[-2].lower() in FATHERS:
        return " ".join(words[-2:])  # the father's name alone is another man's
    if len(words) > 1 and words[0] in FAMILY_FIRST and (len(words) > 2 or "-" in last):
        return words[0]  # Kim Jong Un, Moon Jae-in
    if len(words) == 2 and (words[0] in ALWAYS_FIRST or TWO_SYLLABLES.match(last)):
        return words[0]
    head, _, tail = last.partition("-")
    return tail if tail and plain(head) in PARTICLES else last


def suffix_of(name: str) -> str:
    """What tells a son from his father: "jr" of "Mila Orlo Jr.", else ""."""
    last = plain(name.rsplit(maxsplit=1)[-1]) if name.split() else ""
    return last if last in SUFFIXES else ""


def middles_of(name: str) -> str:
    """The initials between the given and the family name, particles left out: "hw"."""
    words = [w for w in plain(name.replace(".", " ")).split() if w not in PARTICLES | SUFFIXES]
    return "".join(word[0] for word in words[1:-1])


def may_be_one(left: str, right: str) -> bool:
    """Whether two full names of one given and family name can be one person's.

    A son is not his father, and George H. W. is not George W.; what one name leaves out says
    nothing; "III" often is left out, "Jr." seldom.
    """
    if {suffix_of(left), suffix_of(right)} & {"jr", "sr"} and suffix_of(left) != suffix_of(right):
        return False
    first, second = sorted((middles_of(left), middles_of(right)), key=len)
    return second.startswith(first)


def given_of(name: str) -> str | None:
    """The given name in a person's name of several words, else None: Ilo Maren → Ilo."""
    words = name.split()
    if len(words) < 2:
        return None
    if surname_of(name) == words[0]:
        return " ".join(words[1:])  # Kim Jong Un → Jong Un
    if len(words) > 2 and len(plain(words[0])) == 1 and len(plain(words[1])) > 2:
        return words[1]  # J. Mila Dorn goes by Mila
    return words[0]
