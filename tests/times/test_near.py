"""Times by their distance from now or from a day: text → values, on Thursday 2031-07-24."""

from __future__ import annotations

import pytest

from tests.times.test_times import read

COUNTED = {
    "week before last": ("They met the week before last.", ["2031-W28"]),
    "week after next": ("They will meet the week after next.", ["2031-W32"]),
    "or so": ("They met a week or so ago.", ["2031-W29"]),
    "and a half": ("They met a year and a half ago.", ["2030-01"]),
    "halves of years": ("They met two and a half years ago.", ["2029-01"]),
    "half a week": ("They met a week and a half ago.", ["PAST_REF"]),
    "nights ago": ("They met two nights ago.", ["2031-07-22TNI"]),
    "a week ago on a day": ("They met a week ago Monday.", ["2031-07-14"]),
    "a week from a day": ("They will meet a week from Monday.", ["2031-08-04"]),
    "end of the decade": ("It is due by the end of the decade.", ["203"]),
    "midyear": ("It fell at midyear.", ["2031"]),
    "middle of the week": ("It fell by midweek.", ["2031-W30"]),
    "next day or two": ("It will come in the next day or two.", ["P1D"]),
    "the next week, told": (
        "It began on 3 May. It left the next week.",
        ["2031-05-03", "2031-W19"],
    ),
    "the next week": ("It will leave the next week.", ["2031-W31"]),
    "the next morning": (
        "It began on 3 May. The next morning it left.",
        ["2031-05-03", "2031-05-04TMO"],
    ),
    "that same day, told before": (
        "It began on 3 May.\n\nIt left that same day.",
        ["2031-05-03"] * 2,
    ),
    "of our days": ("Today’s youth has a vote.", ["PRESENT_REF"]),
    "of today": ("Today’s vote was lost.", ["2031-07-24"]),
    "last winter": ("It began last winter.", ["2030-WI"]),
    "next winter": ("It will begin next winter.", ["2031-WI"]),
    "on the 15th": ("It left on the 15th.", ["2031-07-15"]),
    "on the 28th, past": ("It left on the 28th.", ["2031-06-28"]),
    "on the 15th of a month named": (
        "In May it met. It left on the 15th.",
        ["2031-05", "2031-05-15"],
    ),
    "a floor": ("It met on the 15th floor.", []),
}


@pytest.mark.parametrize(("text", "values"), COUNTED.values(), ids=COUNTED)
def test_near(text: str, values: list[str]) -> None:
    assert [mention.timex3 for mention in read(text)] == values


LENGTHS = {
    "years and a half": ("It lasted two and a half years.", ["P2Y6M"]),
    "half a year": ("It lasted half a year.", ["P6M"]),
    "an hour and a half": ("They spoke an hour and a half.", ["PT1H30M"]),
    "half-hour": ("They held a half-hour talk.", ["PT30M"]),
    "hours and minutes": ("They spoke one hour and forty minutes.", ["PT1H40M"]),
    "hundred and fifty": ("It held a hundred and fifty years.", ["P150Y"]),
    "compound and a half": ("A two-and-a-half-year truce held.", ["P2Y6M"]),
    "every other": ("They meet every other week.", ["P2W"]),
    "every morning": ("They meet every morning.", ["XXXX-XX-XXTMO"]),
    "every summer": ("They meet every summer.", ["XXXX-SU"]),
    "weekends": ("They meet on weekends.", ["XXXX-WXX-WE"]),
    "these days": ("Nobody meets these days.", ["PRESENT_REF"]),
    "as recently as": ("It met as recently as 2029.", ["2029"]),
}


@pytest.mark.parametrize("light", [False, True], ids=["parser", "light"])
@pytest.mark.parametrize(("text", "values"), LENGTHS.values(), ids=LENGTHS)
def test_lengths_and_what_comes_back(text: str, values: list[str], light: bool) -> None:
    assert [mention.timex3 for mention in read(text, light=light)] == values


YEARS = {
    "short run": ("In the 2029-30 season it lost.", ["2029/2030"], "2029-01-01", "2031-01-01"),
    "long run": ("It ruled 2014–2016.", ["2014/2016"], "2014-01-01", "2017-01-01"),
    "months": ("It grew in January–March 2029.", ["2029-01/2029-03"], "2029-01-01", "2029-04-01"),
    "year’s quarter": (
        "It fell in 2029’s third quarter.",
        ["2029-Q3"],
        "2029-07-01",
        "2029-10-01",
    ),
    "half of this year": (
        "It fell in the first half of this year.",
        ["2031-H1"],
        "2031-01-01",
        "2031-07-01",
    ),
    "first-half profit": ("First-half profit fell.", ["2031-H1"], "2031-01-01", "2031-07-01"),
}


@pytest.mark.parametrize(("text", "values", "start", "end"), YEARS.values(), ids=YEARS)
def test_years_and_their_parts(text: str, values: list[str], start: str, end: str) -> None:
    (mention,) = read(text)
    assert ([mention.timex3], str(mention.start), str(mention.end)) == (values, start, end)


@pytest.mark.parametrize(
    "text", ["They won 2030-28.", "Call 2029-3011.", "The first half ended in a draw."]
)
def test_no_years(text: str) -> None:
    assert not [m for m in read(text, light=True) if "/" in m.timex3 or "H" in m.timex3]
