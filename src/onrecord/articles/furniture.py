"""Rules for page furniture: menus, share bars, forms, advertisements, links to other pages."""

from __future__ import annotations

import re

from onrecord.articles.credits import CREDIT_RULES
from onrecord.articles.line_rules import LineRule, whole_line
from onrecord.articles.lines import Line
from onrecord.articles.pictures import PICTURE_RULES

SECTIONS = frozenset(
    """africa americas analysis arts asia australia books business canada comment culture economy
    education entertainment environment europe fashion features finance food football health home
    international latest lifestyle local magazine markets media money national news newsletters
    opinion opinions photos podcasts politics property religion science search sections society
    sport sports style tech technology today top travel trending uk us usa video videos weather
    world""".split()  # noqa: SIM905  one word list reads better than seventy strings
)
SHARING = frozenset(
    """share tweet post email e-mail print facebook twitter whatsapp linkedin reddit pinterest
    telegram copy link save this article story via flipboard messenger instagram""".split()  # noqa: SIM905
)
# What a menu offers beside its sections.
MENU = SECTIONS | frozenset(
    """home menu about us contact contacts subscribe login log in sign register search account my
    more live audio radio tv archive archives shop jobs donate help faq blog blogs events
    newsletter games crosswords forum gallery photos advertise""".split()  # noqa: SIM905
)
MENU_SEPARATOR = re.compile(r"\s*[|•·»›▸]\s*|\s+[/>]\s+")
LONGEST_MENU_CHARS = 600
LONGEST_MENU_ITEM_WORDS = 3
ITEMS_OF_ANY_NAME = 4  # so many short items between bars are a menu whatever they are called
NETWORKS = (
    r"(?:twitter|facebook|instagram|telegram|linkedin|youtube|threads|bluesky|x|flipboard|tiktok)"
)


def _is_section_menu(line: Line, at: int) -> bool:
    """Two or more section names and nothing else; one alone only at the top."""
    words = re.findall(r"[a-z]+", line.text[:300].lower())
    if len(line.text) > 300 or not words or line.ends_sentence or line.words > 25:
        return False
    return set(words) <= SECTIONS | {"and"} and (len(words) > 1 or at < 3)


def _is_separated_menu(line: Line, at: int) -> bool:
    """Three or more short items between bars or dots: "Home | World | Politics".

    Half of their words are a menu's own; near the top four items of any name will do.
    """
    text = line.text[: LONGEST_MENU_CHARS + 1]
    if len(text) > LONGEST_MENU_CHARS or line.ends_sentence:
        return False
    items = [item for item in MENU_SEPARATOR.split(text.strip(" |•·»›/>")) if item]
    if len(items) < 3 or any(not _is_menu_item(item) for item in items):
        return False
    words = [word for item in items for word in re.findall(r"[a-z]+", item.lower())]
    own = sum(word in MENU for word in words)
    return own * 2 >= len(words) or (at < 3 and len(items) >= ITEMS_OF_ANY_NAME)


def _is_menu_item(item: str) -> bool:
    words = item.split()
    named = item[0].isupper() and not any(character.isdigit() for character in item)
    return named and len(words) <= LONGEST_MENU_ITEM_WORDS and item[-1] not in ".,:;!"


def _is_share_bar(line: Line, at: int) -> bool:  # noqa: ARG001
    """Nothing but the names of networks and what to do there."""
    words = re.findall(r"[a-z-]+", line.text[:200].lower())
    return 0 < len(words) <= 15 and len(line.text) <= 200 and set(words) <= SHARING


def _is_separator(line: Line, at: int) -> bool:  # noqa: ARG001
    """No letter and no digit."""
    return len(line.text) <= 80 and not any(character.isalnum() for character in line.text)


LINE_RULES: tuple[LineRule, ...] = (
    *PICTURE_RULES,
    *CREDIT_RULES,
    LineRule(reason="share bar", applies=_is_share_bar),
    LineRule(reason="section menu", applies=_is_section_menu),
    LineRule(reason="section menu", applies=_is_separated_menu),
    LineRule(reason="separator", applies=_is_separator),
    whole_line(
        "advertisement",
        r"(?:(?:ad|advertisement|sponsored(?: content)?|story continue[sd] below(?: advertisement)?"
        r"|continue reading(?: below| the main story)?"
        r"|article continues (?:after|below)[\w ]{0,40})\W*){1,6}",
    ),
    whole_line(
        "comment form",
        r"(?:leave a (?:reply|comment)|cancel reply|post (?:a )?comment|add a comment"
        r"|\d+ comments?|comments?(?: \(\d+\))?|your email address will not be published.*"
        r"|required fields are marked.*|save my name.*|join the (?:conversation|discussion)"
        r"|view (?:all )?comments.*)\W*",
    ),
    whole_line(
        "navigation",
        r"(?:(?:scroll|back) (?:to )?(?:the )?top|skip to (?:main )?content|menu|home"
        r"|(?:next|previous)(?: article| post| story)?|(?:load|show|view|see) more)\W*",
    ),
    whole_line(
        "newsletter",
        r"(?:(?:sign up|subscribe|get|enter your email|stay up to date)\b.*"
        r"(?:newsletters?|inbox|briefing|alerts|subscription)\b.*"
        r"|.*\bdelivered to your inbox\b.*|\W*want .{2,60} in your inbox.*"
        r"|(?:daily )?newsletter(?: sign-?up)?|subscribe(?: now| today)?"
        r"|thank you for (?:signing up|subscribing|registering)\b.*"
        r"|interested in .{1,60}\? add .*"
        r"|.{0,40}\bif you enjoyed this (?:article|story)\b.*)\W*",
        most_words=60,
    ),
    whole_line(
        "follow line",
        rf"\W*(?:follow|like|join) (?:us|@\w+|[\w'’. ]{{1,60}}) (?:on|at) {NETWORKS}\b.*"
        r"|\W*follow @\w+.*|\W*(?:click|download|get) .{0,30}\bapp\b.*",
        most_words=25,
    ),
    whole_line(
        "link to another page",
        r"\W*(?:read more|read also|read next|see also|also read|recommended"
        r"|also on [\w. ]{1,40}|more on this\b.*"
        r"|more from [\w. ]{1,40}|related(?: \w+)?|more|earlier|previously|watch|video"
        r"|photos?|listen"
        r"|the latest|special coverage|interactive|graphic|timeline|explainer|opinion"
        r"|editorial|column"
        r"|live updates|fact check|poll|from our partners)\s?: ?.*[^.!]",
        most_words=25,
        first=1,
    ),
    whole_line(
        "link to another page",
        r"\((?: ?(?:also on|photos?|videos?|watch|timeline|poll|politico|read|see|related|more)\b)"
        r"[^()]{2,160}\)\.?",
        most_words=25,
    ),
    whole_line(
        "link to another page",
        r"(?:read more\b[^.]*|read \w+['’]s? blog|click (?:here|to|for) .*|watch the latest .*"
        r"|more on this\b.*[^.!?]|listen to the story.*|see also|related"
        r"|recommended(?: stories)?|most (?:read|popular))\W*",
        most_words=15,
    ),
    whole_line(
        "link to another page",
        r".{10,300}[^.!] (?:Read more|READ MORE)|\[(?:Watch|WATCH|Listen)\b[^\]]*\]",
        most_words=30,
        any_case=False,
        first=1,
    ),
    whole_line(
        "share bar", r"(?:.{0,40} )?share this (?:article|story|page)\b.{0,120}", most_words=15
    ),
    whole_line("page element", r"\d{6,}"),
    whole_line(
        "tags",
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords)\s?:.*[^.]",
        most_words=30,
    ),
    whole_line(
        "cookie notice",
        r".*\b(?:this (?:site|website)|we) uses? cookies\b.*|accept (?:all )?cookies\W*",
        most_words=80,
    ),
    whole_line(
        "page notice",
        r"(?:please (?:enable|upgrade|turn on)\b.*(?:javascript|browser).*"
        r"|already a (?:subscriber|member)\?.*|(?:log|sign) in(?: to .{2,40})?"
        r"|create (?:a|your) free account.*|support .{0,40}\bjournalism\W*"
        r"|you have (?:reached|read) .{0,60}(?:limit|articles?\b).*"
        r"|subscribe to (?:continue|read).*)\W*",
        most_words=40,
    ),
    whole_line("shortcode", r"(?:\[/?[\w-]+(?: \w+=[^\]]{0,300})?\]|\{[\w-]+\})"),
)
