"""Units by the words and signs that stand for them. The symbol is what a record carries."""

from __future__ import annotations

import re

UNIT_WORDS = {
    "%": "%;percent;per cent;pct",
    "percentage point": "percentage point;percentage points;percent points",
    "km": "km;kms;kilometer;kilometers;kilometre;kilometres",
    "km²": "km²;km2;sq km;square kilometer;square kilometers;square kilometre;square kilometres",
    "m": "meter;meters;metre;metres",
    "m²": "m²;m2;square meter;square meters;square metre;square metres",
    "m³": "m³;m3;cubic meter;cubic meters;cubic metre;cubic metres",
    "cm": "cm;centimeter;centimeters;centimetre;centimetres",
    "mm": "mm;millimeter;millimeters;millimetre;millimetres",
    "mi": "mile;miles",
    "mi²": "sq mi;square mile;square miles",
    "nmi": "nautical mile;nautical miles",
    "ft": "ft;foot;feet",
    "in": "inch;inches",
    "yd": "yard;yards",
    "ha": "ha;hectare;hectares",
    "acre": "acre;acres",
    "kg": "kg;kgs;kilogram;kilograms;kilogramme;kilogrammes;kilo;kilos",
    "g": "gram;grams;gramme;grammes",
    "t": "tonne;tonnes;metric ton;metric tons",
    "ton": "ton;tons",
    "lb": "lb;lbs",
    "oz": "ounce;ounces",
    "l": "liter;liters;litre;litres",
    "gal": "gallon;gallons",
    "bbl": "barrel;barrels;bbl",
    "bpd": "bpd;barrels per day;barrels a day",
    "second": "seconds",
    "minute": "minute;minutes;mins",
    "hour": "hour;hours;hrs",
    "day": "day;days",
    "week": "week;weeks",
    "month": "month;months",
    "year": "year;years",
    "decade": "decade;decades",
    "km/h": "km/h;kph;km per hour;kilometers per hour;kilometres per hour;kilometers an hour",
    "mi/h": "mph;miles per hour;miles an hour",
    "kW": "kW;kilowatt;kilowatts",
    "MW": "MW;megawatt;megawatts",
    "GW": "GW;gigawatt;gigawatts",
    "kWh": "kWh;kilowatt-hour;kilowatt-hours;kilowatt hours",
    "MWh": "MWh;megawatt-hours;megawatt hours",
    "kt TNT": "kiloton;kilotons",
    "°C": "°C;degrees Celsius;degrees centigrade",
    "°F": "°F;degrees Fahrenheit",
    "°": "degree;degrees",
    "bp": "basis point;basis points",
    "USD": "dollar;dollars;USD;bucks;US dollar;US dollars;U.S. dollar;U.S. dollars",
    "cent (USD)": "cent;cents",
    "EUR": "euro;euros;EUR",
    "GBP": "GBP;pounds sterling;British pounds",
    "RUB": "ruble;rubles;rouble;roubles;RUB;Russian rubles;Russian roubles",
    "UAH": "hryvnia;hryvnias;hryvnya;hryvnyas;UAH",
    "CNY": "yuan;renminbi;RMB;CNY",
    "JPY": "yen;JPY",
    "INR": "rupee;rupees;INR",
    "CHF": "CHF;Swiss francs;Swiss franc",
    "ILS": "shekel;shekels;ILS;NIS",
    "TRY": "lira;liras;TRY;Turkish lira",
    "PLN": "zloty;zlotys;PLN",
    "CAD": "CAD;Canadian dollar;Canadian dollars",
    "AUD": "AUD;Australian dollar;Australian dollars",
}
SIGNS = {
    "US$": "USD", "C$": "CAD", "A$": "AUD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₪": "ILS",
    "₺": "TRY", "₩": "KRW", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
}  # fmt: skip
TIME_UNITS = {"second", "minute", "hour", "day", "week", "month", "year", "decade"}


def _spelled(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s{1,2}")


SYMBOLS = {word: symbol for symbol, words in UNIT_WORDS.items() for word in words.split(";")}
UNIT = "|".join(
    _spelled(w) + (r"(?!\w)" if w[-1].isalnum() else "")
    for w in sorted(SYMBOLS, key=lambda w: (-len(w), w))
)
SIGN = "|".join(re.escape(s) for s in sorted(SIGNS, key=lambda s: (-len(s), s)))


def unit_symbol(words: str) -> str:
    """The symbol of a unit as it is written in a text."""
    plain = " ".join(words.split())
    if plain in SYMBOLS:
        return SYMBOLS[plain]
    return SYMBOLS.get(plain.lower()) or next(
        symbol for word, symbol in SYMBOLS.items() if word.lower() == plain.lower()
    )
