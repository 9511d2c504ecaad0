"""International organisations and armed groups, from the coded entries of dictionaries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.actors.words import word_set
from training.actors.names import capitals
from training.actors.petrarch import Entry

SMALL = word_set("of the for and in to on by de la di du des les y e against with a en")
# A name must hold a word of the first set, which says what it is, and one that is not in the
# second: "National Liberation Army" is many, "Ogaden National Liberation Front" is one.
ORGANISED = word_set(
    """
    organization organisation union bank council commission committee court fund agency community
    association federation league forum mission programme program conference authority commonwealth
    parliament assembly tribunal institute cooperation secretariat treaty initiative
    """
)
ARMED = word_set(
    """
    army front movement brigade brigades forces force party league organization militia command
    resistance volunteers tigers jihad mujahideen mujahidin congress union council coalition
    alliance battalion battalions guerrillas fighters
    """
)
COMMON = word_set(
    """
    national liberation people's peoples people popular revolutionary armed democratic communist
    united islamic new free freedom independence independent justice patriotic red black white
    international world action group great holy true republican socialist workers' workers
    proletarian anarchist left nationalist rebel anti-imperialist anti-capitalist fighting defense
    defence security peace unity revolution muslim christian for god state general development trade
    common joint economic cooperation human rights student students fifth constitutional universal
    peasant central martyrs attack secret order first second third combatant american guerrilla
    guerilla commando supporters military self-defense unified patriots regional commandos women's
    faction volunteer antifascist european struggle nuclei nucleus cells cell squad partisan social
    progressive environmental
    """
)
ODD = re.compile(r"[^A-Za-z' .-]|\.\s|--|- | -")
SPELLINGS = (
    ("Organization", "Organisation"),
    ("Defense", "Defence"),
    ("Programme", "Program"),
    ("Labour", "Labor"),
)
UNITED_NATIONS = re.compile(r"(?:UN|U\.N\.|United Nations) ")
# Names of bodies of one state, or of persons in them, that stand among the international ones.
NO_BODY = word_set(
    """
    president envoy monitor resident contingent peacekeeper spokesman spokesperson director official
    officials ministers minister secretary-general chief countries headquarters rapporteur
    representative members representatives
    """
)
LEAST_WORDS = 2


def bodies(
    international: Iterable[Entry], armed: Iterable[Entry], taken: set[str]
) -> list[list[str]]:
    """The rows of `bodies.tsv`, sorted by key: none that the tables made by hand have a name of."""
    found = [
        *_rows(international, "organization", ORGANISED, "IGO"),
        *_rows(armed, "group", ARMED, ""),
    ]
    known = {_plain(name) for name in taken}
    owners: dict[str, set[str]] = defaultdict(set)
    for kind, names in found:
        for name in names:
            owners[_plain(name)].add(f"{kind} {names[0]}")
    rows = {}
    for kind, names in found:
        if any(_plain(name) in known or len(owners[_plain(name)]) > 1 for name in names):
            continue
        row = _row(kind, names)
        rows[row[0]] = row
    return [rows[key] for key in sorted(rows)]


def _rows(
    entries: Iterable[Entry], kind: str, words: frozenset[str], code: str
) -> Iterator[tuple[str, list[str]]]:
    """Yield kind and names of every entry with such a code and a name that says what it is."""
    for entry in entries:
        if not all(c.code.startswith(code) for c in entry.codes):
            continue
        names = [body_name(p, words) for p in (entry.name, *entry.aliases)]
        if names[0] is not None:
            own = _specific(names[0], words)
            fitting = [n for n in names if n is not None and own & _specific(n, words)]
            yield kind, list(dict.fromkeys(fitting))


def _specific(name: str, words: frozenset[str]) -> set[str]:
    """The words of a name that no other body has: another name of the same must share one."""
    return set(name.lower().split()) - words - COMMON - SMALL


def body_name(phrase: str, words: frozenset[str]) -> str | None:
    """The name of a body, or None if the phrase is no name that can mean just one."""
    text = phrase.replace("_", " ").strip()
    parts = text.lower().split()
    if parts[:1] == ["the"]:
        parts = parts[1:]
    own = [p for p in parts if p not in SMALL]
    if ODD.search(text) or len(own) < LEAST_WORDS or set(parts) & NO_BODY:
        return None
    if not set(own) & words or not set(own) - words - COMMON:
        return None
    if len(own) == LEAST_WORDS and any(len(p) < 4 for p in own):
        return None
    return " ".join(p if at and p in SMALL else _capital(p) for at, p in enumerate(parts))


def _capital(part: str) -> str:
    return part.upper() if part in {"un", "u.n.", "eu", "ec", "acp"} else capitals(part)


def _row(kind: str, names: list[str]) -> list[str]:
    name, *aliases = names
    for left, right in SPELLINGS:
        for written in names:
            for old, new in ((left, right), (right, left)):
                if re.search(rf"\b{old}\b", written):
                    aliases.append(re.sub(rf"\b{old}\b", new, written))
    # Only an office of the United Nations speaks for them; courts speak for nobody.
    speaks_for = "org:UN" if UNITED_NATIONS.match(name) else "self"
    if "Court" in name or "Tribunal" in name or "Parliament" in name:
        speaks_for = ""
    prefix = "org" if kind == "organization" else "group"
    key = f"{prefix}:{_plain(name)}"
    return [key, kind, name, "|".join(sorted(set(aliases) - {name})), speaks_for]


def _plain(name: str) -> str:
    """A name in lower-case letters, one spelling for both sides of the Atlantic."""
    text = re.sub(r"[^a-z ]", "", name.lower().replace("-", " ").removeprefix("the "))
    for right, left in SPELLINGS:
        text = text.replace(left.lower(), right.lower())
    return " ".join(text.split())
