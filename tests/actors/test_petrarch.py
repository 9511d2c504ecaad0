"""Reading dictionaries in PETRARCH's format; every line here is invented."""

import datetime as dt

import pytest
from training.actors.bodies import ARMED, ORGANISED, bodies, body_name
from training.actors.names import person_name
from training.actors.persons import services, without_common
from training.actors.petrarch import decode, read_codes, read_date, read_entries

ISO = {"POL": "PL", "YEM": "YE", "UKR": "UA", "CHN": "CN", "TLS": "TL"}


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


DATES = {
    "eight digits": ("19580304", "1958-03-04"),
    "six digits of this century": ("071231", "2007-12-31"),
    "six digits of the last": ("310101", "1931-01-01"),
    "the year at the turn": ("300101", "1930-01-01"),
    "no such day": ("20110931", ""),
    "seven digits": ("2004017", ""),
    "month nought": ("980001", ""),
}


@pytest.mark.parametrize(("digits", "wanted"), DATES.values(), ids=DATES)
def test_dates(digits: str, wanted: str):
    assert read_date(digits) == day(wanted)


CODES = {
    "range, both ends included": ("[POLGOV 980101-040712]", ("POLGOV", "1998-01-01", "2004-07-13")),
    "mixed lengths": ("[POLGOV 19980101-040712]", ("POLGOV", "1998-01-01", "2004-07-13")),
    "after": ("[POLGOV >040309]", ("POLGOV", "2004-03-09", "")),
    "after, with a gap": ("[POLGOV > 20040309]", ("POLGOV", "2004-03-09", "")),
    "before": ("[POLGOV <040309]", ("POLGOV", "", "2004-03-10")),
    "before, closed by a slip": ("[POLGOV <040309>]", ("POLGOV", "", "2004-03-10")),
    "always": ("[POLGOV]", ("POLGOV", "", "")),
    "a range that runs backwards": ("[POLGOV 040712-980101]", None),
    "a date that is none": ("[POLGOV >201301011]", None),
    "a lone date": ("[POLGOV 20130101]", None),
    "no code": ("[]", None),
}


@pytest.mark.parametrize(("body", "wanted"), CODES.values(), ids=CODES)
def test_codes(body: str, wanted: tuple[str, str, str] | None):
    found = [(c.code, c.from_, c.to) for c in read_codes(f"\t{body}")]
    assert found == ([(wanted[0], day(wanted[1]), day(wanted[2]))] if wanted else [])


def test_entries_end_where_the_next_begins():
    text = """\
# a heading
<!-- one remark
over two lines -->
ILO_MAREN_  ; CountryInfo.txt
+ILO_P._MAREN_  # short
+ MAREN
\t[POLGOV 980101-040712] [POLELI]  # two codes
\t[---]

NOBODY_WITHOUT_A_CODE
OFFICE_OF_MAREN_ [POLGOV]; elsewhere
"""
    first, second = read_entries(text)
    assert (first.name, first.aliases) == ("ILO_MAREN", ("ILO_P._MAREN", "MAREN"))
    assert [c.code for c in first.codes] == ["POLGOV", "POLELI", "---"]
    assert [c.always for c in first.codes] == [False, True, True]
    assert first.listed
    assert (second.name, second.aliases, second.listed) == ("OFFICE_OF_MAREN", (), False)


def test_stray_bytes_are_read():
    assert decode("MARÉN\n".encode() + b"MAR\xc9N\nMA\0REN") == "MARÉN\nMARÉN\nMAREN"


NAMES = {
    "plain": ("ILO_MAREN_", "PL", "Ilo Maren"),
    "mc": ("ILO_MCMAREN", "PL", "Ilo McMaren"),
    "apostrophe": ("ILO_O'MAREN", "PL", "Ilo O'Maren"),
    "apostrophe inside": ("RA'ED_MAREN", "PL", "Ra'ed Maren"),
    "hyphen": ("JEAN-ILO_MAREN", "PL", "Jean-Ilo Maren"),
    "hyphen in korea": ("MAR_ILO-EN", "KR", "Mar Ilo-en"),
    "arabic article": ("ILO_ABD_AL_MAREN", "YE", "Ilo Abd al-Maren"),
    "arabic article, tied": ("ILO_AL-MAREN", "YE", "Ilo al-Maren"),
    "a given name elsewhere": ("AL_MARENSEN", "PL", "Al Marensen"),
    "bin": ("ILO_BIN_MAREN", "YE", "Ilo bin Maren"),
    "de": ("ILO_DE_LA_MAREN", "PL", "Ilo de la Maren"),
    "Di in Italy": ("ILO_DI_MAREN", "IT", "Ilo Di Maren"),
    "initials": ("I.P._MAREN_VOSS", "PL", "I.P. Maren Voss"),
    "third": ("ILO_MAREN_III", "PL", "Ilo Maren III"),
    "honorific": ("SIR_ILO_MAREN", "PL", "Ilo Maren"),
    "title": ("PRESIDENT_ILO_MAREN", "PL", None),
    "title with a hyphen": ("VICE-PRESIDENT_MAREN", "PL", None),
    "shortened title": ("GOV._ILO_MAREN", "PL", None),
    "one word": ("MAREN", "PL", None),
    "an initial and one word": ("I._MAREN", "PL", None),
    "digits": ("ILO_MAREN_3D", "PL", None),
}


@pytest.mark.parametrize(("phrase", "state", "wanted"), NAMES.values(), ids=NAMES)
def test_names(phrase: str, state: str, wanted: str | None):
    assert person_name(phrase, state) == wanted


def rows(text: str) -> list[tuple[str, ...]]:
    """From, to, known until, state of what the table gets of one dictionary."""
    return [
        (*(d.isoformat() if d else "" for d in (s.from_, s.to, s.known_until)), s.state)
        for entry in read_entries(text)
        for s in services(entry, ISO)
    ]


SERVICES = {
    "a term": ("[POLGOV 980101-040712]", [("1998-01-01", "2004-07-13", "", "PL")]),
    "open: known until the lists stop": (
        "[POLGOV >040101]",
        [("2004-01-01", "", "2011-03-01", "PL")],
    ),
    "open after the lists stop": ("[POLGOV >120101]", []),
    "until": ("[POLGOV <040101]", [("", "2004-01-02", "", "PL")]),
    "an army's minister": ("[POLGOVMIL 980101-990101]", [("1998-01-01", "1999-01-02", "", "PL")]),
    "two that touch": (
        "[POLGOV 980101-981231] [POLGOVENV 990101-990630]",
        [("1998-01-01", "1999-07-01", "", "PL")],
    ),
    "two with a gap": (
        "[POLGOV 980101-981231] [POLGOV 010101-010630]",
        [("1998-01-01", "1999-01-01", "", "PL"), ("2001-01-01", "2001-07-01", "", "PL")],
    ),
    "over before 1990": ("[POLGOV 700101-891231]", []),
    "always": ("[POLGOV]", []),
    "parliament": ("[POLGOVLEG 980101-990101]", []),
    "court": ("[POLGOVJUD 980101-990101]", []),
    "opposition": ("[POLOPP 980101-990101]", []),
    "elite": ("[POLELI 980101-990101]", []),
    "a part of a state": ("[POLXYZGOV 980101-990101]", []),
    "an unknown state": ("[XYZGOV 980101-990101]", []),
    "before the state": ("[UKRGOV 900101-941231]", [("1991-08-24", "1995-01-01", "", "UA")]),
    "an old code": ("[TMPGOV 030101-031231]", [("2003-01-01", "2004-01-01", "", "TL")]),
}


@pytest.mark.parametrize(("codes", "wanted"), SERVICES.values(), ids=SERVICES)
def test_services(codes: str, wanted: list[tuple[str, ...]]):
    assert rows(f"ILONA_MAREN_\n\t{codes}\n") == wanted


NOT_TAKEN = {
    "an office": "OFFICE_OF_MAREN",
    "a body": "MAREN_COUNCIL",
    "few letters": "ILO_MAR",
}


@pytest.mark.parametrize("name", NOT_TAKEN.values(), ids=NOT_TAKEN)
def test_what_is_no_person_is_not_taken(name: str):
    assert rows(f"{name}\n\t[POLGOV 980101-990101]\n") == []


def test_hong_kong_is_not_china():
    dated = "\n\t[CHNGOV 980101-990101]\n"
    assert rows(f"HU_MARENLI{dated}") == [("1998-01-01", "1999-01-02", "", "CN")]
    assert rows(f"ARTHUR_MARENLI{dated}") == rows(f"HU_MAREN_LI_WEN{dated}") == []


def test_aliases_are_full_names_of_the_same_person():
    text = """\
ILONA_P._MAREN_
+MAREN
+PRESIDENT_MAREN
+ILONA_MARENN
+PETER_VOSS
\t[POLGOV 980101-990101]
"""
    (service,) = [s for e in read_entries(text) for s in services(e, ISO)]
    assert service.aliases == ("Ilona Maren", "Ilona Marenn")


def test_names_of_common_words_alone_are_left():
    entries = [f"ILONA_VOSS{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i]}REK" for i in range(10)]
    entries += [f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i]}ALTO_MAREN" for i in range(10)]
    text = "".join(f"{e}\n\t[POLGOV 980101-990101]\n" for e in [*entries, "ILONA_MAREN"])
    kept = without_common(s for e in read_entries(text) for s in services(e, ISO))
    assert len(kept) == 20
    assert "Ilona Maren" not in {s.name for s in kept}


BODY_NAMES = {
    "proper and kind": ("ARVENIAN_LIBERATION_FRONT_", ARMED, "Arvenian Liberation Front"),
    "small words": ("FRONT_FOR_THE_FREEDOM_OF_ARVOS", ARMED, "Front for the Freedom of Arvos"),
    "article": ("THE_ARVOS_RIVER_COMMISSION", ORGANISED, "Arvos River Commission"),
    "many are called so": ("NATIONAL_LIBERATION_ARMY", ARMED, None),
    "no kind": ("BLACK_ARVOS", ARMED, None),
    "one word": ("ARVOSARMY", ARMED, None),
    "a slash": ("ARVOS_FRONT/ARMY", ARMED, None),
    "a bracket": ("ARVOS_FRONT_(AF)", ARMED, None),
    "a person in it": ("PRESIDENT_OF_THE_ARVOS_BANK", ORGANISED, None),
}


@pytest.mark.parametrize(("phrase", "words", "wanted"), BODY_NAMES.values(), ids=BODY_NAMES)
def test_body_names(phrase: str, words: frozenset[str], wanted: str | None):
    assert body_name(phrase, words) == wanted


def test_bodies_that_others_have_the_name_of_are_left():
    international = """\
ARVOS_RIVER_ORGANIZATION
+RIVER_ORGANIZATION_OF_ARVOS
\t[IGOAFR]
ARVOS_COURT_OF_APPEAL
\t[IGOJUD]
KNOWN_ARVOS_UNION
\t[IGO]
ARVOS_SHIPPING_UNION
\t[NGO]
"""
    armed = """\
ARVENIAN_PEOPLE'S_FRONT
\t[POLREB]
MARENIST_ARMY
+MARENIST_FRONT
\t[POLREB]
OTHER_MARENIST_BRIGADE
+MARENIST_FRONT
\t[YEMREB]
"""
    found = bodies(read_entries(international), read_entries(armed), {"Known Arvos Union"})
    assert found == [
        ["group:arvenian peoples front", "group", "Arvenian People's Front", "", "self"],
        ["org:arvos court of appeal", "organization", "Arvos Court of Appeal", "", ""],
        [
            "org:arvos river organization",
            "organization",
            "Arvos River Organization",
            "Arvos River Organisation|River Organisation of Arvos|River Organization of Arvos",
            "self",
        ],
    ]
