"""Rules for the lines about the makers of a text: bylines, credits, copyright, time stamps."""

from __future__ import annotations

from onrecord.articles.line_rules import LineRule, whole_line
from onrecord.articles.pictures import NAME

MADE = (
    r"(?:(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)|With reporting|Compiled"
    r"|Translated|Edited|Reported|Written)"
)
OFFICE = (
    r"(?:,? (?:and )?(?:BBC|CNN|NPR|[A-Z]{2,4} )?[\w ,'’]{0,50}"
    r"(?:correspondent|editor|reporter|writer|analyst|staff|news|bureau|contributor)s?)?"
)

CLOCK = (  # what a time stamp is made of
    r"(?:at|on|by|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan\w*|feb\w*|mar(?:ch)?|apr(?:il)?"
    r"|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|[ap]\.?m\b"
    r"|\d{1,4}(?:st|nd|rd|th|[ap]m)?"
    r"|e[sd]?t|p[sd]?t|c[sd]?t|gmt|utc|bst|cet|ago|hours?|minutes?|days?)"
)

CREDIT_RULES: tuple[LineRule, ...] = (
    whole_line(
        "byline",
        rf"(?:By|BY|by|Analysis by):? {NAME}(?:(?:,| and| &|, and) {NAME}){{0,6}}{OFFICE}"
        r"(?: \(.{1,60}\))?",
        most_words=18,
        any_case=False,
    ),
    whole_line("byline", r"special (?:for|to) .{2,40}|staff writers?", most_words=8),
    whole_line(
        "credits",
        rf"\W{{0,3}}{MADE}(?: for \w+)?(?: by)?:? ?(?:by )?{NAME}.*",
        most_words=60,
        any_case=False,
    ),
    whole_line("credits", r"\W{0,3}contributing(?: by)?: ?\S.*", most_words=60),
    whole_line(
        "credits",
        r".{2,400}\bcontributed"
        r" (?:(?:reporting |research )?to (?:this|the) (?:report|story|article)"
        r"(?: from [^.]{2,40})?|reporting|from [^.]{2,40})\.?\W{0,2}",
        most_words=60,
    ),
    whole_line("credits", r"\W{0,3}with assistance (?:by|from) .*", most_words=40),
    whole_line("credits", r"with .{0,20}wires?(?: services| reports)?", most_words=6),
    whole_line(
        "contact line",
        r"(?:\W{0,3})(?:write to|e-?mail|contact|reach|send|follow|got a tip)\b.*\S+@\S+.*",
        most_words=30,
    ),
    whole_line("copyright line", r"(?:©|\(c\) |copyright\b).{0,300}", most_words=50),
    whole_line(
        "copyright line",
        r".{0,300}\b(?:all rights reserved|may not be (?:published|reproduced|republished))\b"
        r".{0,200}",
        most_words=50,
    ),
    whole_line(
        "time stamp",
        r"(?:this (?:article|story) is more than .{1,20} old"
        r"|\d+ (?:year|month|week|day|hour|minute|min)s? ago"
        r"|\d+ min(?:ute)?s? read"
        r"|(?:last |first )?(?:updated?|published|posted|modified|last modified)\b[ :]{0,3}"
        rf"(?=.*\d)(?>{CLOCK}[\s,.:|/·–-]*+)++)",
        most_words=10,
    ),
)
