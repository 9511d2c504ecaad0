"""The symbols of our records for the unit names of Recognizers-Text and of quantulum3.

A name that is not here stays as it is, in lower case: it then matches only what says the same. The
table serves the gold, our own output (symbols, which it leaves alone) and quantulum3's.
"""

from __future__ import annotations

from onrecord.quantities.currencies import CURRENCY_NAMES, MONEY
from onrecord.quantities.measures import UNIT_NAMES, UNIT_SYMBOLS

# symbol: names in Recognizers-Text and in quantulum3, lower case
NAMES = {
    "%": "percentage;percent",
    "USD": "dollar;united states dollar;us dollar",
    "GBP": "pound sterling;british pound",
    "EUR": "euro",
    "JPY": "japanese yen;yen",
    "CNY": "chinese yuan;yuan;renminbi yuan",
    "CAD": "canadian dollar",
    "AUD": "australian dollar",
    "NZD": "new zealand dollar",
    "HKD": "hong kong dollar",
    "SGD": "singapore dollar",
    "TWD": "new taiwan dollar",
    "CHF": "swiss franc",
    "MXN": "mexican peso",
    "INR": "rupee;indian rupee",
    "LKR": "sri lankan rupee",
    "TRY": "turkish lira",
    "FIM": "finnish markka",
    "NLG": "netherlands guilder;dutch guilder",
    "DEM": "german mark;deutsche mark",
    "ESP": "peseta;spanish peseta",
    "KRW": "south korean won",
    "RUB": "russian ruble;ruble;russian rouble",
    "BRL": "brazilian real",
    "SEK": "swedish krona",
    "DKK": "danish krone",
    "NOK": "norwegian krone",
    "CRC": "costa rican colón",
    "LAK": "lao kip",
    "BTC": "bitcoin",
    "penny": "penny;pence",
    "cent": "cent",
    "mi": "mile",
    "ft": "foot",
    "in": "inch",
    "yd": "yard",
    "nmi": "nautical mile",
    "ly": "light year",
    "ha": "hectare",
    "t": "tonne;metric ton",
    "ton": "ton;short ton",
    "lb": "pound;pound-mass",
    "oz": "ounce;ounce-mass",
    "st": "stone",
    "gal": "gallon",
    "qt": "quart",
    "bbl": "barrel",
    "tbsp": "tablespoon",
    "tsp": "teaspoon",
    "fl oz": "fluid ounce",
    "bpd": "barrel per day",
    "kn": "knot",
    "°": "degree;degree angle",
    "°C": "degree celsius",
    "°F": "degree fahrenheit",
    "K": "kelvin",
    "rad": "radian",
    "hp": "horsepower;horsepower-mechanical",
    "psi": "pound-force per square inch",
    "km/h": "kilometre per hour;kilometer per hour",
    "mi/h": "mile per hour",
    "MP": "megapixel",
    "KiB": "kibibyte",
    "MiB": "mebibyte",
    "GiB": "gibibyte",
    "ml": "cm³;cubic centimetre;cubic centimeter",
    "acre": "acre",
    "ct": "carat",
    "cal": "calorie",
    "dB": "decibel",
}
# Units with metric prefixes, by both spellings.
BASES = {
    "m": "meter;metre", "g": "gram", "l": "liter;litre", "W": "watt", "Wh": "watt hour",
    "J": "joule", "V": "volt", "Hz": "hertz", "Pa": "pascal", "N": "newton", "B": "byte",
    "bit": "bit", "eV": "electronvolt", "Gy": "gray", "Sv": "sievert", "A": "ampere",
}  # fmt: skip
PREFIXES = {"": "", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d",
            "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P",
            "exa": "E", "pico": "p"}  # fmt: skip
POWERS = {"": "", "square ": "²", "cubic ": "³"}


LENGTHS = ("meter", "metre", "kilometer", "kilometre", "centimeter", "centimetre", "mile", "foot",
           "inch", "yard")  # fmt: skip


def _table() -> dict[str, str]:
    table = {name: symbol for symbol, names in NAMES.items() for name in names.split(";")}
    for base, names in BASES.items():
        for name in names.split(";"):
            for prefix, letter in PREFIXES.items():
                table.setdefault(prefix + name, letter + base)
    for power, mark in POWERS.items():
        for name in [
            "meter",
            "metre",
            "kilometer",
            "kilometre",
            "centimeter",
            "centimetre",
            "mile",
            "foot",
            "inch",
            "yard",
        ]:
            table.setdefault(power + name, table[name] + mark)
    return table


TABLE = _table()
SYMBOLS = frozenset((*TABLE.values(), *MONEY, *UNIT_SYMBOLS.values(), *UNIT_NAMES.values()))
# Names that only say a number: what they count is not in the name.
NUMBERS = {"dozen": 12.0, "baker's dozen": 13.0, "gross": 144.0}
PLAIN = frozenset(("dimensionless", "number", "", *NUMBERS))


def symbol_of(name: str | None) -> str | None:
    """The symbol of a unit by its name in a set; a rate "x per y" as "x/y"; None for no unit."""
    if name is None or name.lower() in PLAIN:
        return None
    plain = name.lower()
    if plain in TABLE:
        return TABLE[plain]
    if name in SYMBOLS:
        return name
    if "/" in name:
        over, _, under = name.partition("/")
        return f"{symbol_of(over)}/{symbol_of(under)}"
    over, per, under = plain.partition(" per ")
    if per:
        return f"{symbol_of(over)}/{_power(under)}"
    return UNIT_NAMES.get(plain) or CURRENCY_NAMES.get(plain) or plain


def factor_of(name: str | None) -> float:
    """What a value is multiplied by where the unit's name is a number ("dozen")."""
    return NUMBERS.get((name or "").lower(), 1.0)


def _power(name: str) -> str:
    """The symbol under a line; "square second" is a second squared."""
    if name in TABLE:
        return TABLE[name]
    for power, mark in POWERS.items():
        if power and name.startswith(power):
            return f"{symbol_of(name.removeprefix(power))}{mark}"
    return str(symbol_of(name))
