"""A few articles whose every text was written to run, to load, to break out or to obey."""

from __future__ import annotations

import json
from pathlib import Path

SCRIPT = "<script>window.hacked = 1</script>"
IMAGE = '"><img src="http://evil.example.org/x.png" onerror="window.hacked = 1">'
DRAWING = "<svg/onload=window.hacked=1>"
CLOSING = "</script></style></textarea><!-- {{ 7 * 7 }} \u2028\u2029 ]]> ${7*7} <%= 7*7 %>"
STYLE = "</style><style>*{background:url(http://evil.example.org/y)}"
LINK = "\x1b]8;;http://evil.example.org\x1b\\click\x1b]8;;\x1b\\ \x1b[2J\x9b31m \x07"
RICH = "[link=http://evil.example.org]here[/link] [red]red[/]"
FORMULA = '=HYPERLINK("http://evil.example.org";"here")'
TURNED = "\u202egnp.exe\u2066"
LINES = "Peace\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged"
EVERY = {
    "script": SCRIPT,
    "image": IMAGE,
    "drawing": DRAWING,
    "closing": CLOSING,
    "style": STYLE,
    "link": LINK,
    "rich": RICH,
    "formula": FORMULA,
    "turned": TURNED,
    "lines": LINES,
}
TEXT = (
    "{odd} The foreign minister of Norland, Ilsa Brandt {odd}, met the envoy of Sudmark on"
    " 4 May 2031 in Berlin.\n\n“Norland rejects the ceasefire {odd} and will not sign,” Brandt"
    " said on Friday. “Sudmark must withdraw its troops {odd},” she added.\n\nThe {odd} Institute"
    " counted 45 boats. Talks will be held on 9 June 2031 in Geneva, the minister said.\n"
)


def hostile_folder(folder: Path) -> Path:
    """A folder with an article for each kind of hostile text, in every field that there is."""
    folder.mkdir()
    rows = [
        {
            "text": TEXT.replace("{odd}", odd),
            "title": f"{odd} Norland and Sudmark {odd}",
            "source": f"{odd} Post",
            "url": f"javascript:window.hacked=1//{odd}",
            "date": "2031-05-0" + str(number % 9 + 1),
            "authors": [odd, f"Ann {odd}"],
            "id": odd,
        }
        for number, odd in enumerate(EVERY.values())
    ]
    feed = folder / f"{SCRIPT.replace('/', '∕')}.jsonl"
    feed.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    parties = {
        "parties": {
            f"Norland {SCRIPT}": {"aliases": ["Norland", IMAGE], "kind": "government"},
            f"Sudmark {RICH}": {"aliases": ["Sudmark", FORMULA, "=cmd|' /C calc'!A0"]},
        }
    }
    (folder / "parties.yaml").write_text(json.dumps(parties), encoding="utf-8")
    return folder
