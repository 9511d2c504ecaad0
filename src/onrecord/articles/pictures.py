"""Rules for the lines around pictures and videos: licences, credits, captions, galleries."""

from __future__ import annotations

from onrecord.articles.line_rules import LineRule, whole_line

LICENCE = r"(?:CC\b|Creative Commons|GFDL|GNU|(?:the )?public domain)"
IMAGE_FILE = r"\.(?:jpe?g|png|svg|gif|webp|tiff?)"
PICTURE = r"(?:photo(?:graph)?|image|picture|illustration|graphic|video|map)s?"
AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?|Bloomberg|Shutterstock|Xinhua|TASS|DPA|dpa"
    r"|UPI|NPR|Alamy|iStock|WireImage|Landov|ZUMA(?: Press)?|Redux|Polaris|PA(?: Wire)?|Staff)"
)
NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|al-\w+|for)){0,5}"

# Who is credited, initials and all, and what may follow: an agency, a licence, another name.
CREDITED = rf"(?:{NAME}(?: ?\((?:{AGENCY}|{NAME})\))?|{AGENCY}|{LICENCE})"
CREDIT_GOES_ON = rf"(?:(?: ?[,/|©–-] ?| via | for | and |, via |, courtesy of ){CREDITED})"

PICTURE_RULES: tuple[LineRule, ...] = (
    whole_line(
        "licence line",
        rf".*\b(?:is |are )?licen[cs]ed under (?:an? |the )?{LICENCE}[^.!?]*(?:\d\.\d)?[^.!?]*\.?",
        most_words=60,
    ),
    whole_line("licence line", rf"(?:file|image):\S.*{IMAGE_FILE}\b.*"),
    whole_line(
        "photo credit",
        rf"{PICTURE}\s*(?:credits?\b|courtesy\b|copyright\b|sources?\b|via\b|:|©)[^.!?]*",
        most_words=12,
        first=1,
    ),
    whole_line(
        "photo credit",
        r"(?:Photo|PHOTO|Image|Picture|Illustration|Graphic|Video)s? (?:by|BY) [A-Z][^.!?]*",
        most_words=12,
        any_case=False,
    ),
    whole_line(
        "photo credit",
        rf"[(\[]?(?:Photo(?:graph)?|PHOTO|Image|IMAGE|Picture|Illustration|Graphic|Video)s?"
        rf"(?: (?:by|BY|from|courtesy of|credit:?|via)|:| ?©) ?{CREDITED}{CREDIT_GOES_ON}{{0,4}}"
        r"[)\]]?\.?",
        most_words=16,
        any_case=False,
        first=1,
    ),
    whole_line(
        "photo credit",
        rf"(?:Photo|PHOTO|Image|IMAGE|Picture)s?(?: by|:) ?{CREDITED}"
        rf"(?: ?, ?{LICENCE}| ?/ ?{AGENCY}).{{0,30}}",
        most_words=16,
        any_case=False,
    ),
    whole_line(
        "photo credit",
        rf"[(\[]?(?:{AGENCY} (?:Photo|Images?)\b.{{0,60}}"
        rf"|{NAME}(?: ?/ ?{NAME})? ?/ ?{AGENCY}.{{0,40}}"
        rf"|Getty Images|(?:Via|Credit):? {AGENCY})[)\]]?",
        most_words=10,
        any_case=False,
    ),
    whole_line(
        "photo caption",
        r"(?:enlarge this image|hide caption|(?:image|media|video) caption|media playback is"
        r"|image copyright|facebook twitter pinterest \S|\[caption\b|related video).*"
        r"|.*\btoggle caption\b.*",
        most_words=100,
    ),
    whole_line("photo caption", r"FILE(?: PHOTO| -|:).*", most_words=100, any_case=False),
    whole_line(
        "photo caption",
        r".*[\w.”\"’'] ?\((?:Photo|Image|Picture|Illustration|Credit)s?(?: by|:|/)[^)]{2,90}\)\.?",
        most_words=80,
        any_case=False,
    ),
    whole_line(
        "photo caption",
        rf".*(?:[.”\"] ?|\(|\[|\| ?)(?:{NAME} ?/ ?)?"
        rf"(?:{AGENCY} (?:Photos?|Images)|(?:{NAME} ?/ ?){{1,3}}{AGENCY})"
        r"(?: via \S+(?: \S+)?)?[)\]]?",
        most_words=80,
        any_case=False,
    ),
    whole_line(
        "photo caption",
        r".*[.,”\")\d] ?\(?(?:REUTERS|Reuters|AFP|AP|EPA|Sputnik)(?: Photo)?"
        rf" ?/ ?{NAME}"
        rf"(?: ?/ ?{NAME})?\)?"
        rf"|.*[.”\"] (?:{NAME} ?/ ?)?{NAME} via (?:REUTERS|Reuters|AP|AFP|Getty(?: Images)?)"
        rf"|.*\[{NAME} ?/ ?{NAME}\]",
        most_words=80,
        any_case=False,
    ),
    whole_line("photo caption", r"CLOSE [A-Z].*", most_words=80, any_case=False),
    whole_line(
        "photo caption",
        r".*[.”\"] (?:Photo|Image|Picture|Photograph|Photographer|Credit)s?(?: ?: ?| ?© ?| by )"
        rf"{NAME}[^.!?]{{0,60}}",
        most_words=80,
        any_case=False,
    ),
    whole_line(
        "gallery",
        r"slideshow \(\d+ images?\)|(?:prev(?:ious)?|next)? ?image \d+ of \d+"
        r"|photos: .{5,80} photos: .*"
        r"|\d+ photos?|view gallery|(?:hide|show) caption|close",
        most_words=120,
    ),
    whole_line("link to a video", r"(?:just|must) watch(?:ed)?\b.*", most_words=60),
    whole_line("embedded post", r"(?:skip|end of) \w+ (?:post|video)\b.*", most_words=12),
)
