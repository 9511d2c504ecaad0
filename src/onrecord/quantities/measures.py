"""Measures: the symbol of a unit by its names and its written symbols.

Names are looked up in lower case, symbols as written ("MW" is no "mW"). Metric prefixes are put
before the units that take them, so that each unit stands here once.
"""

from __future__ import annotations

# symbol: names (singular; a plural in "s" counts as well), then written symbols
UNITS = {
    "%": ("percent;per cent;pct;percentage;percents", "%;٪"),
    "percentage point": ("percentage point;percent point;per cent point", ""),
    "bp": ("basis point", ""),
    "mi": ("mile", "mi"),
    "nmi": ("nautical mile", "nmi"),
    "ft": ("foot;feet", "ft"),
    "in": ("inch;inches", ""),
    "yd": ("yard", "yd"),
    "ly": ("light year;light-year", ""),
    "km²": ("square kilometer;square kilometre;km squared", "km²;km2;km^2;sq km;sq. km"),
    "m²": ("square meter;square metre;meters squared;metres squared", "m²;m2;m^2;sq m;sqm"),
    "cm²": ("square centimeter;square centimetre", "cm²;cm2"),
    "mi²": ("square mile", "sq mi;mi²;sq miles"),
    "ft²": ("square foot;square feet", "sq ft;ft²;ft2"),
    "in²": ("square inch;square inches", "sq in"),
    "yd²": ("square yard", "sq yd"),
    "ha": ("hectare", "ha"),
    "acre": ("acre", ""),
    "km³": ("cubic kilometer;cubic kilometre;km cubed", "km³;km3;km^3"),
    "m³": ("cubic meter;cubic metre", "m³;m3;m^3"),
    "cm³": ("cubic centimeter;cubic centimetre", "cm³;cm3;cc"),
    "ft³": ("cubic foot;cubic feet", "ft³;cu ft"),
    "mi³": ("cubic mile", ""),
    "in³": ("cubic inch;cubic inches", ""),
    "yd³": ("cubic yard", ""),
    "t": ("tonne;metric ton", "t"),
    "ton": ("ton", ""),
    "kt TNT": ("kiloton", ""),
    "Mt TNT": ("megaton", ""),
    "lb": ("pound;lb", "lb;lbs"),
    "oz": ("ounce", "oz"),
    "oz t": ("troy ounce", ""),
    "st": ("", "stone"),
    "ct": ("carat", ""),
    "gal": ("gallon", "gal"),
    "qt": ("quart", ""),
    "pint": ("pint", ""),
    "cup": ("cup", ""),
    "tbsp": ("tablespoon", "tbsp"),
    "tsp": ("teaspoon", "tsp"),
    "fl oz": ("fluid ounce", "fl oz"),
    "bbl": ("barrel", "bbl"),
    "bpd": ("barrels per day;barrels a day;barrel per day;barrel a day", "bpd"),
    "bushel": ("bushel", ""),
    "millisecond": ("millisecond", "ms"),
    "microsecond": ("microsecond", "µs"),
    "nanosecond": ("nanosecond", "ns"),
    "second": ("second;sec", ""),
    "minute": ("minute;min", "min"),
    "hour": ("hour;hr", "h"),
    "day": ("day", ""),
    "week": ("week", ""),
    "fortnight": ("fortnight", ""),
    "month": ("month", ""),
    "year": ("year;yr", ""),
    "decade": ("decade", ""),
    "century": ("century;centuries", ""),
    "millennium": ("millennium;millennia", ""),
    "Ma": ("megayear", "Ma"),
    "km/h": ("kilometers an hour;kilometres an hour;kilometer an hour", "kph;kmh"),
    "mi/h": ("mile an hour;miles an hour", "mph"),
    "kn": ("knot", ""),
    "°C": (
        "degree celsius;degrees celsius;degree centigrade;degrees centigrade;degree c;degrees c"
        ";celsius;centigrade",
        "°C;ºC;℃;° C;º C",
    ),
    "°F": (
        "degree fahrenheit;degrees fahrenheit;degree f;degrees f;fahrenheit",
        "°F;ºF;℉;° F;º F",
    ),
    "K": ("kelvin;degrees kelvin", ""),
    "°": ("degree", "°;º"),
    "rad": ("radian", "rad"),
    "hp": ("horsepower", "hp"),
    "cal": ("calorie", ""),
    "kcal": ("kilocalorie", "kcal"),
    "BTU": ("btu;british thermal unit", "BTU"),
    "psi": ("", "psi"),
    "atm": ("atmosphere", ""),
    "rpm": ("", "rpm"),
    "dB": ("decibel", "dB"),
    "px": ("pixel", ""),
    "MP": ("megapixel", "MP"),
    "cd": ("candela", "cd"),
    "lm": ("lumen", "lm"),
    "lx": ("lux", "lx"),
    "mol": ("mole", "mol"),
    "Ω": ("ohm", "Ω"),
    "T": ("tesla", ""),
    "C": ("coulomb", ""),
    "Å": ("angstrom", "Å"),
    "arcmin": ("minute of arc;minutes of arc;arcminute", ""),
    "arcsec": ("second of arc;seconds of arc;arcsecond", ""),
    "pc": ("parsec", ""),
    "au": ("astronomical unit", ""),
    "Ci": ("curie", ""),
    "erg": ("erg", ""),
    "dyn": ("dyne", ""),
    "mmHg": ("millimeter of mercury;millimetre of mercury", "mmHg"),
    "mpg": ("miles per gallon", "mpg"),
    "ftm": ("fathom", ""),
    "N·m": ("newton metre;newton meter;newton-metre;newton-meter", "Nm"),
    "Ah": ("ampere hour;amp hour;amp-hour", "Ah"),
    "mAh": ("milliampere hour;milliamp hour", "mAh"),
    "Mt": ("megatonne", ""),
    "KiB": ("kibibyte", "KiB"),
    "MiB": ("mebibyte", "MiB"),
    "GiB": ("gibibyte", "GiB"),
}  # fmt: skip
# Units that take metric prefixes: symbol, names, whether the bare symbol counts, its prefixes.
METRIC = (
    ("m", "meter;metre", True, "pico nano micro milli centi deci kilo"),
    ("g", "gram;gramme", True, "nano micro milli centi kilo"),
    ("l", "liter;litre", True, "micro milli centi deci hecto"),
    ("W", "watt", True, "milli kilo mega giga tera"),
    ("Wh", "watt-hour;watt hour;watthour", True, "kilo mega giga tera"),
    ("J", "joule", True, "kilo mega giga tera"),
    ("V", "volt", True, "milli kilo"),
    ("Hz", "hertz", True, "kilo mega giga tera"),
    ("Pa", "pascal", True, "hecto kilo mega"),
    ("N", "newton", False, "kilo"),
    ("eV", "electronvolt;electron volt", True, "kilo mega giga tera"),
    ("Sv", "sievert", True, "micro milli"),
    ("Gy", "gray", True, "milli"),
    ("Bq", "becquerel", True, "kilo mega giga tera"),
    ("B", "byte", False, "kilo mega giga tera peta exa"),
    ("bit", "bit", True, "kilo mega giga tera"),
    ("A", "ampere;amp", False, "milli"),
)
PREFIXES = {
    "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "hecto": "h",
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E",
}  # fmt: skip
OTHER_SYMBOLS = {
    "μg": "µg", "μm": "µm", "μs": "µs", "L": "l", "mL": "ml", "KB": "kB", "kb": "kbit",
    "KWh": "kWh", "Km": "km", "mb": "Mbit", "Mb": "Mbit", "Gb": "Gbit",
}  # fmt: skip
NO_SYMBOL = {"pm"}  # a time of the clock first of all
TIME_UNITS = {
    "nanosecond", "microsecond", "millisecond", "second", "minute", "hour", "day", "week",
    "fortnight", "month", "year", "decade", "century",
    "millennium", "Ma",
}  # fmt: skip


def _put(names: dict[str, str], symbol: str, words: str) -> None:
    for word in filter(None, words.split(";")):
        names.setdefault(word, symbol)
        names.setdefault(f"{word}s", symbol)


def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """The symbols by name in lower case, and by written symbol."""
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for symbol, (words, written) in UNITS.items():
        _put(names, symbol, words)
        symbols.update({w: symbol for w in written.split(";") if w})
    for base, words, bare, prefixes in METRIC:
        _put(names, base, words)
        if bare:
            symbols[base] = base
        for prefix in prefixes.split():
            symbol = PREFIXES[prefix] + base
            _put(names, symbol, ";".join(f"{prefix}{word}" for word in words.split(";")))
            if symbol not in NO_SYMBOL:
                symbols[symbol] = symbol
    names.update(
        {"kilo": "kg", "kilos": "kg", "km": "km", "kms": "km", "kgs": "kg", "mins": "minute"}
    )
    symbols.update(OTHER_SYMBOLS)
    return names, symbols


UNIT_NAMES, UNIT_SYMBOLS = _tables()
