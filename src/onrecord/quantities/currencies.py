"""Money: the ISO 4217 code by the words, codes and signs that stand for a currency.

A name that several states share keeps no code and stands as it is ("franc", "peso", "krone"); only
"dollar", "pound", "rupee" and "yuan" go to the currency that news means by the bare word.
"""

from __future__ import annotations

# The words of each currency, singular; a plain plural in "s" counts as well.
CURRENCY_WORDS = {
    "USD": "dollar;buck;us dollar;u.s. dollar;american dollar;united states dollar;greenback",
    "cent": "cent;us cent;euro cent",
    "dime": "dime",
    "EUR": "euro",
    "GBP": "pound sterling;pounds sterling;british pound;sterling;quid",
    "penny": "penny;pence;pennies;p",
    "RUB": "ruble;rouble;russian ruble;russian rouble",
    "UAH": "hryvnia;hryvnya;hryvna;ukrainian hryvnia",
    "BYN": "belarusian ruble;belarusian rouble",
    "CNY": "yuan;renminbi;rmb;chinese yuan",
    "JPY": "yen;japanese yen",
    "INR": "rupee;indian rupee",
    "PKR": "pakistani rupee",
    "LKR": "sri lankan rupee",
    "NPR": "nepalese rupee",
    "CHF": "swiss franc",
    "franc": "franc",
    "FRF": "french franc",
    "BEF": "belgian franc",
    "LUF": "luxembourg franc",
    "ILS": "shekel;israeli shekel;new israeli shekel;nis",
    "TRY": "turkish lira;turkish liras;turkish lire",
    "lira": "lira;lire",
    "ITL": "italian lira;italian lire",
    "LBP": "lebanese pound;lebanese lira",
    "SYP": "syrian pound;syrian lira",
    "EGP": "egyptian pound",
    "SDG": "sudanese pound",
    "IEP": "irish pound;punt",
    "CYP": "cyprus pound",
    "PLN": "zloty;zlotych;złoty;polish zloty",
    "CAD": "canadian dollar",
    "AUD": "australian dollar;aussie dollar",
    "NZD": "new zealand dollar",
    "HKD": "hong kong dollar",
    "TWD": "taiwan dollar;new taiwan dollar",
    "SGD": "singapore dollar",
    "BRL": "reais;brazilian real;brazilian reais",
    "MXN": "mexican peso",
    "ARS": "argentine peso",
    "COP": "colombian peso",
    "CLP": "chilean peso",
    "PHP": "philippine peso",
    "peso": "peso",
    "VES": "bolivar;bolívar",
    "KRW": "south korean won;korean won;won",
    "KPW": "north korean won",
    "SEK": "krona;kronor;swedish krona;swedish kronor;swedish crown",
    "krone": "krone;kroner;crown",
    "DKK": "danish krone;danish kroner;danish crown",
    "NOK": "norwegian krone;norwegian kroner;norwegian crown",
    "ISK": "icelandic krona",
    "CZK": "koruna;czech koruna;czech crown",
    "HUF": "forint;hungarian forint",
    "RON": "leu;lei;romanian leu;romanian lei",
    "MDL": "moldovan leu;moldovan lei",
    "BGN": "lev;leva;bulgarian lev",
    "RSD": "serbian dinar",
    "IQD": "iraqi dinar",
    "JOD": "jordanian dinar",
    "KWD": "kuwaiti dinar",
    "LYD": "libyan dinar",
    "dinar": "dinar",
    "SAR": "saudi riyal",
    "QAR": "qatari riyal",
    "YER": "yemeni rial;yemeni riyal",
    "IRR": "iranian rial",
    "rial": "rial",
    "riyal": "riyal",
    "toman": "toman",
    "AED": "emirati dirham;uae dirham",
    "dirham": "dirham",
    "AFN": "afghani",
    "GEL": "lari;georgian lari",
    "AMD": "armenian dram",
    "AZN": "manat;azerbaijani manat",
    "KZT": "tenge;kazakh tenge",
    "UZS": "uzbek som",
    "THB": "baht;thai baht",
    "MYR": "ringgit;malaysian ringgit",
    "IDR": "rupiah;indonesian rupiah",
    "VND": "dong;vietnamese dong",
    "MMK": "kyat",
    "BDT": "taka",
    "ZAR": "rand;south african rand",
    "NGN": "naira",
    "KES": "kenyan shilling",
    "UGX": "ugandan shilling",
    "TZS": "tanzanian shilling",
    "SOS": "somali shilling",
    "shilling": "shilling",
    "GHS": "cedi;ghanaian cedi",
    "ETB": "birr;ethiopian birr",
    "ESP": "peseta;spanish peseta",
    "PTE": "escudo;portuguese escudo",
    "DEM": "deutsche mark;deutschmark;d-mark;german mark",
    "mark": "mark",
    "FIM": "markka;finnish markka;finnish mark",
    "NLG": "guilder;dutch guilder",
    "ATS": "austrian schilling",
    "GRD": "drachma;greek drachma",
    "BTC": "bitcoin;btc",
    "satoshi": "satoshi",
    "ETH": "ether",
    "USDT": "tether;usdt",
}
# Codes that newspapers write; those that are English words in capitals (ALL, TOP, PEN, …) are left
# out, and TRY and GEL count behind a number only.
CODES_WORDS = (
    "USD EUR GBP RUB UAH BYN CNY JPY INR PKR CHF ILS PLN CAD AUD NZD HKD TWD SGD BRL MXN ARS "
    "CLP KRW SEK DKK NOK ISK CZK HUF RON BGN RSD IQD JOD KWD SAR QAR AED AFN AMD AZN KZT THB "
    "MYR IDR VND ZAR NGN KES EGP BTC RMB"
)
CODES = CODES_WORDS.split()
CODES_BEHIND = ("TRY", "GEL", "LKR", "PHP", "COP")
SIGNS = {
    "$": "USD", "us$": "USD", "usd$": "USD", "us $": "USD", "u.s. $": "USD", "c$": "CAD",
    "ca$": "CAD", "cad$": "CAD", "cdn$": "CAD", "a$": "AUD", "au$": "AUD", "aud$": "AUD",
    "hk$": "HKD", "nz$": "NZD", "nzd$": "NZD", "nt$": "TWD", "s$": "SGD", "r$": "BRL",
    "mex$": "MXN", "mx$": "MXN", "mxn$": "MXN", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB",
    "₴": "UAH", "₹": "INR", "rs": "INR", "rs.": "INR", "₪": "ILS", "₺": "TRY", "₩": "KRW",
    "₦": "NGN", "₫": "VND", "฿": "THB", "₱": "PHP", "₡": "CRC", "₭": "LAK", "₮": "MNT",
    "₾": "GEL", "₸": "KZT", "₼": "AZN", "֏": "AMD", "₿": "BTC",
}  # fmt: skip
SIGN_CHARACTERS = "".join(sorted({sign for sign in SIGNS if len(sign) == 1}))


def _names() -> dict[str, str]:
    names = {}
    for symbol, words in CURRENCY_WORDS.items():
        for word in words.split(";"):
            names[word] = symbol
            if word[-1] != "s" and symbol not in {"JPY", "CNY", "THB"}:
                names.setdefault(f"{word}s", symbol)
    return names


CURRENCY_NAMES = _names()
# Names that are common words too: money only behind a thousand or more.
LARGE_ONLY = frozenset(("won", "crown", "crowns", "mark", "marks", "rand", "dong", "leva", "p"))
MONEY = frozenset({*CURRENCY_WORDS, *CODES, *CODES_BEHIND, *SIGNS.values()} - {"RMB"})
