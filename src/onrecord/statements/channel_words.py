"""The words that tell a channel. Every pattern is bounded: time is linear in the sentence."""

from __future__ import annotations

import re

from onrecord.statements.vocabulary import words

# An article or an owner with what may stand between it and its noun: "a long, angry letter".
_OF_A = (
    r"(?:(?:an?|the|this|that|his|her|their|its|another|one|[\w\-]+[’']s?) )?(?:[\w\-’']+,? ){0,3}?"
)
_WITH_A = (
    r"(?:an?|the|this|that|his|her|their|its|another|one|[\w\-]+[’']s?) (?:[\w\-’']+,? ){0,4}?"
)

# --- no comment -----------------------------------------------------------------------------------

SILENT_LEMMAS = words("respond comment reply answer reach return available elaborate")
_TO_TELL = (
    r"(?:comment|say|respond|reply|answer|discuss|elaborate|confirm|specify|disclose|name|identify|"
    r"reveal|give|provide|be (?:drawn|interviewed|reached|named|identified)|speak|talk|address|"
    r"speculate|explain|rule)\b"
)
SILENT = re.compile(
    rf"\b(?:declin|refus)\w+ (?:\w+ly )?to (?:\w+ly )?{_TO_TELL}"
    rf"|\b(?:would|will)(?: not|n[’']t| neither) (?:\w+ly )?{_TO_TELL}|\bwo[un]ld?n[’']t {_TO_TELL}"
    r"|\b(?:no|without) (?:\w+ )?comment\b|\bnot (?:\w+ly )?(?:available|reached)\b"
    r"|\bcould(?: not|n[’']t) (?:\w+ly )?be reached\b"
    r"|\b(?:not|n[’']t|yet to|never) (?:\w+ly )?(?:respond|reply|comment|return)",
    re.I,
)
# What is refused, where the cue is the refusal alone.
COMMENT = re.compile(
    rf"(?:to )?(?:\w+ly )?(?:{_TO_TELL}|(?:an? )?(?:requests?|calls?) for comment|comment)", re.I
)

# --- where it was said ----------------------------------------------------------------------------

POSTING = words("tweet retweet tweets tweeted tweeting post posts posted posting repost reposted")
SOCIAL = re.compile(
    r"\b(?:[Rr]e)?[Tt]weet(?:s|ed|ing)?\b|\b(?:Twitter|Facebook|Telegram|Instagram|Truth Social|"
    r"TikTok|YouTube|LinkedIn|Mastodon|Bluesky|VKontakte|Weibo|Reddit|Snapchat)\b"
    r"|\b[Ss]ocial[- ](?:media|network)\b|\b(?:on|to|via) X\b|\bX (?:post|account|page)\b"
    rf"|\b(?:[Ii]n|[Ww]ith) {_WITH_A}(?:post(?! office)|tweet|thread)\b|\b(?:online|video) post\b"
    r"|\bposted online\b"
)
# A network's name of one letter before a full stop is no initial.
NETWORK_STOP = re.compile(r"(?<=\b[Oo]n X)\.[”\"’]?\s")

VOTING = words("vote votes voted voting")
POLL = re.compile(
    r"\b(?:polls?|surveys?|pollsters?|referendum|ballots?|plebiscite)\b"
    r"|^(?:[\w\-]+ )?(?:per ?cent|percent|%)|^\d[\d.,]* ?%"
    r"|\b(?:respondents|those (?:asked|polled|surveyed|questioned))\b",
    re.I,
)
IN_VOTE = re.compile(
    r"\bvot(?:ed|es|ing) (?:by )?(?:\d|to |for |against |in favou?r|\w+ly )"
    r"|\bin (?:an?|the) (?:[\w\-]+ ){0,3}?(?:vote|poll|survey|referendum|ballot)\b"
    r"|\b(?:asked|questioned|polled) (?:in|by|for) (?:an?|the) (?:[\w\-]+ ){0,3}?(?:poll|survey)\b",
    re.I,
)

COURT = re.compile(
    r"\b(?:courts?|tribunals?|jury|jurors?|magistrates?|prosecutors?|prosecution|plaintiffs?|"
    r"defendants?|indictment|lawsuit|verdict|affidavit|ruling|charge sheet|subpoena)\b"
    r"|(?<!former )(?<!retired )\bjudges?\b|\b(?:chief|court) justices?\b",
    re.I,
)
IN_COURT = re.compile(
    r"\b(?:in|before|told|telling|tells|to|at) (?:an?|the|its|his|her|their|[\w\-]+[’']s?) "
    r"(?:[\w\-]+ ){0,3}?(?:court(?! of public)|judges?|jury|jurors|magistrates?|tribunal|courtroom|"
    r"indictment|lawsuit|affidavit|ruling|verdict|inquest|court filing|court papers)\b"
    r"|\b(?:in|told) (?:[\w\-]+ )?court(?:room)?(?: (?:filing|documents|papers)s?)?\b"
    r"|\bat (?:his|her|their|the|an?) (?:[\w\-]+ )?(?:trial|sentencing|arraignment)\b"
    r"|\btestif(?:ied|ies|ying)\b"
    r"(?! before (?:parliament|congress|the senate|a (?:\w+ )?committee))"
    r"|\bunder oath\b|\b(?:from|in) the (?:dock|witness (?:box|stand))\b",
    re.I,
)

_STATEMENT = r"(?:statement|communiqu[ée]|(?:press|news|media) release|declaration|readout)s?\b"
DECLARED = re.compile(rf"\b{_STATEMENT}", re.I)
STATEMENT = re.compile(
    rf"\b(?:in|with|through|via|by|per) {_OF_A}{_STATEMENT}"
    r"|\b(?:issu|releas|publish|read|put)\w* (?:out )?(?:an?|the|their|its|his|her) "
    rf"(?:[\w\-]+ ){{0,4}}?{_STATEMENT}",
    re.I,
)

_ORATION = (
    r"(?:speech|address|remarks|rally|sermon|homily|lecture|(?:news|press) conference|"
    r"(?:press |daily |weekly )?briefing|debate|toast|keynote|eulogy|hustings|town hall)\b"
)
ORATION = re.compile(rf"\b{_ORATION}", re.I)
SPEECH = re.compile(
    rf"\b(?:in|during|at|to|with|told|telling) {_WITH_A}{_ORATION}"
    r"|\b(?:in|during) (?:[\w\-]+ )?remarks\b"
    r"|\b(?:told|tells|telling|address(?:ed|ing)) (?:(?:an?|the|its|his|her) )?(?:[\w\-]+ ){0,3}?"
    r"(?:parliament|lawmakers|deputies|senators|crowds?|rally|audience|supporters|conference|summit|"
    r"assembly|council|congress|senate|delegates|forum|gathering|committee|protesters|"
    r"congregation|mourners|students|troops|news conference|meeting of|chamber)\b"
    r"|\b(?:on stage|on the stump|from the (?:stage|pulpit|podium|balcony|rostrum|lectern|floor))\b"
    r"|\bbefore (?:parliament|the (?:parliament|assembly|chamber|senate|council))\b",
    re.I,
)

_LETTER = (
    r"(?:letters?|e-?mails?|(?:phone|telephone|video) call|text(?: messages?)?|messages?|memos?|"
    r"memorandum|cables?|telegram|fax|voicemail|note|telegrams?|postcard)\b"
)
LETTER = re.compile(
    r"\b(?:letters?|e-?mails?|text messages?|memos?|(?:diplomatic |leaked )cables?|telegrams?)\b",
    re.I,
)
IN_LETTER = re.compile(
    rf"\b(?:in|by|via|with|over|during|through) {_OF_A}{_LETTER}"
    r"|\be-?mailed\b|\btexted\b|\bphoned\b"
    r"|\b(?:by|over the|on the) (?:phone|telephone)\b|\bin a call (?:with|to)\b"
    r"|\bwr(?:ote|ites|itten|iting) to (?!say\b|be\b)",
    re.I,
)

PAPER = re.compile(
    r"\b(?:books?|stud(?:y|ies)|op-?eds?|columns?|memoirs?|essays?|articles?|journals?|reports?|"
    r"autobiography|novels?|editorials?|audit|(?:white|green|discussion|policy|research|working) "
    r"papers?|papers|monograph|thesis|encyclop(?:a|ae)edia|almanac|dossier|biography)\b",
    re.I,
)
# Reports of the press, and articles of a law, are other channels.
NO_PAPER = re.compile(r"\b(?:media|news|press|television|agency) reports?\b|\barticles? \d", re.I)
IN_PAPER = re.compile(
    rf"\b(?:in|for) {_WITH_A}(?:book|study|op-?ed|column|memoirs?|essay|article|autobiography|"
    r"editorial|report|journal|foreword|preface|chapter|blog(?: post)?|paper|biography|thesis|"
    r"audit|diar(?:y|ies)|novel)\b",
    re.I,
)

_LAW = (
    r"(?:bills?|laws?|decrees?|resolutions?|treat(?:y|ies)|proposals?|amendments?|constitution|"
    r"agreements?|accords?|pacts?|plans?|drafts?|deals?|acts?|statutes?|charters?|protocols?|"
    r"roadmap|road map|framework|regulations?|legislation|ordinances?|codes?|by-?laws?|directives?|"
    r"guidelines|contracts?|convention|memorandum of understanding|manifesto|clauses?|texts?)\b"
)
LAW = re.compile(rf"\b{_LAW}$|\b{_LAW}(?=[’']s?\b)", re.I)
ARTICLE = re.compile(r"(?:the )?(?:articles?|sections?|clauses?|paragraphs?|points?) \w+\b", re.I)
UNDER_LAW = re.compile(rf"\bunder {_WITH_A}{_LAW}", re.I)

# --- who said it ----------------------------------------------------------------------------------

# Where the head of a source ends: what follows tells more of it.
HEAD_END = re.compile(
    r"[,(]|\s(?:of|for|in|at|from|with|within|near|on|to|by|who|whom|that|close|familiar|briefed|"
    r"involved|inside|speaking|asking|including|knowledgeable|privy|aware|present|quoted|cited|"
    r"published|released|issued|carried|posted|as|under|between)\s"
)
APPOSED = re.compile(
    r",\s(?:the )?(?:[A-Z][\w’'\-]+ ){1,3}[A-Z][\w’'\-]+|\b(?:including|like|named|called) [A-Z]"
)
ANONYMOUS = re.compile(
    r"\banonym(?:ity|ously|ous)\b|\bnot (?:to )?(?:be|wish to be|want to be) (?:named|identified)\b"
    r"|\bdeclined to be (?:named|identified)\b|\bnot authori[sz]ed to\b|\bunnamed\b"
    r"|\bunidentified\b"
    r"|\bwithout giving (?:his|her|their) names?\b",
    re.I,
)
NEVER_NAMED = words(
    "source sources official officials insider insiders diplomat diplomats aide aides people",
    "person persons observer observers adviser advisers advisor advisors someone somebody",
    "individual individuals locals resident residents witness witnesses critic critics",
    "eyewitnesses bystanders participant participants operatives others analysts experts",
)
SPEAKS_FOR = re.compile(r"\bspokes(?:man|woman|person|people|men)\b", re.I)
# Experts of a named house speak for it.
AFFILIATED = re.compile(r"\s(?:at|for|with) (?:the )?[A-Z]")
QUANTIFIERS = words(
    "a an one two three four five six seven eight nine ten another some several many few most both",
    "dozens hundreds others various certain numerous",
)
# Who belongs to someone or was named before.
KNOWN = words("the his her its their our my this that these those all both")
# Sources that are no persons: bodies and things, or those who speak for them.
NOT_SOMEONE = re.compile(
    r"^(?:posters?|banners?|stickers?|newsletters?|orders?|cent(?:er|re)s?|initiatives?|directives?|"
    r"topics?|clinics?|republics?|bazaars?|wars?|motors?|towers?|powers?|factors?|sectors?|spokes\w+|spokeswomen|ministr(?:y|ies)|governments?|parties|party|groups?|unions?|company|"
    r"companies|firms?|banks?|agenc(?:y|ies)|associations?|councils?|committees?|commissions?|"
    r"organi[sz]ations?|institutes?|universit(?:y|ies)|foundations?|states?|countr(?:y|ies)|"
    r"nations?|forces|troops|militias?|documents?|records?|figures|data|results|letters?|papers?|"
    r"minutes|images|photographs|photos|videos?|footage|signs?|numbers|files|leaders|ministers|"
    r"markets|leagues?|guilds?|police|army|navy|military|embassy|embassies|offices?|departments?|"
    r"headquarters|stations?|newspapers?|channels?|broadcasters?|magazines?|media|outlets?|websites?|"
    r"dail(?:y|ies)|weekl(?:y|ies)|tabloids?|plaque|poster|banner|placards?|notice|sign|label|inscription|coalition|alliance|bloc|team|"
    r"club|court|panel|jury|board)$"
)
# People by their word's ending, one or many.
PEOPLE = re.compile(
    r"(?:[a-z]{2}(?:er|or|ist|ian|ee|ant|(?<!m)ent|eur|ic|ar|folk|ive|man|woman)|"
    r"(?:candid|deleg|advoc|associ|inm|m|magistr|gradu)ate|nurse|youth|parent|monk|nun|priest|bishop|"
    r"guard|rebel|friend|colleague|neighbou?r|cook|clerk|chief|scholar|couple|son|daughter|brother|"
    r"sister|wife|widow|husband|girl|boy|mp|captain|architect|activist|hawk|dove|loyal|veteran|"
    r"civilian|\w+-in-\w+|pilgrim|coach|boss|judge|crew|driver|envoy|cousin|figure|aunt|uncle|orphan)s?$"
    r"|(?:men|women|children|wives|allies|deputies|police|crews)$"
)
ORDINALS = words("third second fourth fifth")
_NP = r"(?P<whom>[\w’'\-]+(?: [\w’'\-]+){0,8})"
CITING = re.compile(
    rf"\b(?:citing|quoting|with reference to|referring to|attributing (?:it|this|that) to) {_NP}"
)
REPORTING = re.compile(r"(?:quote|cite)")

OUTLET = re.compile(
    r"\b(?:media|newspapers?|(?:news|press|state|wire) agenc(?:y|ies)|(?:news|media|press) reports?"
    r"|the press|broadcasters?|television|TV|radio"
    r"|news (?:site|website|outlet|channel|service|portal)s?"
    r"|outlets?|magazines?|weekl(?:y|ies)|dail(?:y|ies)|tabloids?|newswires?|newsrooms?|"
    r"correspondents?|[Tt]he (?:paper|agency|station|channel|site|website))\b"
)
OUTLET_NAME = re.compile(
    r"\b(?:Reuters|AP|AFP|Bloomberg|CNN|BBC|TASS|Xinhua|Interfax|Politico|Axios|Al Jazeera)\b"
    r"|\b(?:Daily|Weekly|News|Chronicle|Times|Post|Journal|Tribune|Herald|Guardian|Telegraph|"
    r"Gazette|Courier|Observer|Mirror|Standard|Dispatch|Examiner|Press|Media|News Agency|Wire|"
    r"Radio|Globe|Sentinel|Broadcasting|Newspaper|Magazine|Inquirer|Bulletin|Argus|Echo|Star|Sun|Mail|"
    r"Express|Record|Register|Monitor|Review|Today|TV|Television)$"
    r"|\b(?:Daily|Weekly|Radio|Agence|Agencia|Channel) [A-Z\d]"
    r"|\b[A-Z][a-z]+(?:wire|press|news|inform)\b"
)

ACCORDING = re.compile(r"\b[Aa]ccording to ")
ASKED = re.compile(r"\s*(?:asked|questioned|pressed|quizzed)\b", re.I)
# Sources that go on from the sentence before.
GOING_ON = re.compile(
    r"(?:he|she|they|it|its (?:authors?|findings?|conclusions?)|the (?:authors?|writers?)|"
    r"(?:the|his|her|their) (?:letter|document|text|book|report|study)|i|we|who|which)$",
    re.I,
)
