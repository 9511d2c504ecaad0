"""The words that the readers of this room go by, each list with what it is for."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for the lists below."""
    return frozenset(text.split())


# Words that stand between a state and the head of a title: "Russian *deputy foreign* minister".
MODIFIERS = word_set(
    """
    home oil petroleum water education science industry tourism planning religious deputy vice
    first second special presidential foreign defence defense prime interior finance
    economic economy trade energy justice chief top senior lead national security policy acting
    interim state military army navy peace nuclear press permanent high lead key main longtime
    assistant under secretary attorney director consul general government ministry ministerial
    party supreme veteran outgoing incoming new newly appointed elected current royal crown
    diplomatic intelligence personal parliamentary opposition rebel separatist political
    opposing administration cabinet court union election campaign humanitarian human rights
    media communications information operations affairs health culture agriculture
    defense-ministry staff joint armed forces air naval police border emergency coalition ruling
    leading regional local junior principal other several two three four some many few all most
    both unnamed anonymous retired chief-of-staff development prominent influential independent
    negotiating delegation embassy white house commerce treasury transport infrastructure
    reintegration labour labor environment climate migration council committee commission
    assembly de facto hard-line hardline moderate technical expert-level
    """
)
FORMER = frozenset({"former", "ex", "ex-", "then", "late", "erstwhile", "onetime", "one-time"})
PAST = FORMER - {"then"}  # "then" places the role at the time told, it does not deny it
HONORIFICS = word_set(
    """
    mr mrs ms miss dr prof sir dame lord lady gen lt col sgt sen rep gov rev sheikh mr. mrs. ms.
    dr. prof. gen. lt. col. sgt. sen. rep. gov. rev. adm adm. maj maj. brig brig. st. rear reps
    reps. sens sens. capt capt. cmdr cmdr. amb amb. messrs messrs. pm baroness baron
    """
)
FEMALE_TITLES = word_set(
    """
    mrs mrs. ms ms. miss dame lady queen spokeswoman chairwoman congresswoman princess
    """
)
MALE_TITLES = word_set(
    """
    mr mr. sir lord king spokesman chairman congressman prince emir sultan pope sheikh
    """
)
# Bodies that are the state when they act: "the Ukrainian *delegation*".
GOVERNMENT_BODIES = word_set(
    """
    government delegation administration authorities leadership side presidency cabinet regime
    negotiators negotiating-team team officialdom junta
    """
)
# Bodies of a state that have a voice of their own, and whether they speak for it.
OTHER_BODIES = {
    "ministry": True,
    "military": True,
    "army": True,
    "embassy": True,
    "navy": False,
    "police": False,
    "parliament": False,
    "opposition": False,
    "senate": False,
}
# Plural or indefinite people without a name: the wording is all there is.
UNNAMED_HEADS = word_set(
    """
    official source person people diplomat analyst expert observer negotiator representative
    leader lawmaker minister aide adviser advisor spokesman spokesperson spokeswoman insider
    commander officer envoy delegate politician critic ambassador supporter mediator activist
    witness resident economist historian scholar researcher correspondent senator
    ally
    """
)
IRREGULAR_PLURALS = {
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "spokespeople": "spokesperson",
    "people": "person",
    "deputies": "deputy",
    "secretaries": "secretary",
    "allies": "ally",
    "congressmen": "congressman",
    "chairmen": "chairman",
    "ministries": "ministry",
    "witnesses": "witness",
}
# Words right before a source that somebody cites: "citing two diplomats".
CITES = word_set("citing cited cites quoting quoted quotes by")
DETERMINERS = word_set(
    """
    the a an his her its their this that one another some several many two three four a few any
    no both each every other
    """
)
INDEFINITE = word_set(
    """
    a an one another some several many two three four any few unnamed anonymous other no every
    each
    """
)
# Words that follow "of" in a title without naming a body.
OF_WORDS = word_set(
    """
    state defense defence foreign affairs war interior staff the treasury justice finance energy
    homeland security army general mission delegation government parliament house
    """
)
CALENDAR = word_set(
    """
    January February March April May June July August September October November December Jan
    Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Christmas Easter Ramadan Nowruz
    Passover Orthodox GMT EST EDT UTC
    """
)
# Capitalised words that are no name of an actor, most of them at the start of a sentence.
NO_NAMES = word_set(
    """
    the a an in on at of by for from to with without and or but nor so yet as if when while
    after before since until because although though however moreover furthermore meanwhile
    despite during under over between among against about according also there here this that
    these those it its he she they we you i his her their our my your who what which where why
    how all any both each few many more most much no none not now only other our own same some
    such than then too very one two three four five six seven eight nine ten first second third
    last next new early late recent earlier later today yesterday tomorrow yes well just even
    still again always never ever once soon often indeed instead thus therefore hence
    consequently conversely currently historically critically crucially notably additionally
    finally eventually ultimately initially similarly likewise otherwise nevertheless
    nonetheless regarding following including amid amidst given unless whether within beyond
    behind above below across along around through throughout toward towards upon via per like
    unlike let please thank thanks dear read see watch click share photo photos image file source
    sources editor writing reporting additional copyright updated update breaking exclusive
    opinion analysis news world politics live video cold war peace plan deal talks agreement
    accord treaty conference summit resolution act law charter constitution article chapter
    section part west east north south western eastern northern southern middle central european
    asian african arab muslim christian jewish islamic catholic sunni shia shiite orthodox
    soviet god bible internet covid covid-19 nazi nobel prize olympic olympics cup speaking
    asked citing earlier answering addressing referring commenting responding writing appearing
    visiting having being saying adding noting such those efforts talks negotiations
    """
)
ORGANIZATION_WORDS = word_set(
    """
    Institute Institution Center Centre Ministry Party Council University Group Agency Bank
    Foundation Committee Commission Association Society News Times Post Journal Tribune Herald
    Gazette Observer Courier Chronicle Telegraph Dispatch Examiner Inquirer Sentinel Newswire
    Broadcasting Broadcaster Press Radio Television TV Front Army Movement Union Court Parliament
    Congress Forces Force Federation Alliance Organization Organisation Office Department Bureau
    Authority Corporation Company Corp Inc Ltd Fund Initiative Network Project Academy College
    School League Command Coalition Assembly Board Service Services Guard Brigade Battalion
    Daily Weekly Review Magazine Media Studies Chamber Directorate Secretariat Administration
    Embassy Mission Trust Partners Research Polling Analytics Consulting Holdings Airlines Church
    Club Team Monitor Watch
    International
    """
)
# Nouns that report something without an article before them.
REPORTING_NOUNS = word_set(
    """
    police media press staff management people parliament government industry radio television
    everyone everybody nobody someone somebody none management leadership intelligence opposition
    congress army navy labour labor business britain europe
    """
)
# Last words of names that are no actor: a law, a treaty, a work, an event, a thing.
ARTEFACTS = word_set(
    """
    Act Bill Law Agreement Accord Accords Pact Treaty Partnership Protocol Amendment Resolution
    Doctrine Plan Deal Framework Program Programme Rule Strategy Summit Crisis War Wars Revolution
    Spring Games Cup Award Prize Declaration Memorandum Convention Constitution Charter Report
    Index Day Week Era Building Tower Wing Pipeline Flight One Missile Policy
    Memorial Monument Trial Scandal Affair Hearings Caption Olympics Olympiad Championship
    Championships Marathon Festival Collection Speech Address Medal
    """
)
# The same of one word or of initials, with the things that news writes so.
THINGS = word_set(
    """
    Brexit Brexiteers Brexiteer Remainers Obamacare Medicare Medicaid Eurozone Leave Remain NAFTA
    TPP CPTPP TTIP USMCA RCEP JCPOA START SALT INF NPT CTBT GATT ACA NDAA DACA LGBT LGBTQ AIDS HIV
    SARS GDP CPI CEO CEOs CFO PM MP MPs PR TV IQ DNA PPE ICBM ICBMs SLBM THAAD DMZ UFO ASAP MVP
    IPO FGM FLOTUS POTUS SCOTUS Internet Web Holocaust Islamophobia Sputnik Taepodong Nasdaq Dow
    Devil Satan
    """
)
PLACE_WORDS = word_set(
    """
    Oblast Region Province District City Sea River Lake Mountain Mountains Peninsula Island
    Islands Bridge Strait Gulf Bay Street Square Airport Port Palace Hotel Hall Valley Heights
    Desert Coast Border Corridor Strip Bank Ocean Road Avenue Park Station Plant Base Camp
    County State Territory Republic Governorate Reservoir Dam Canal Cape Hills Zone
    Chapel Cathedral Basilica Stadium Arena Cemetery
    """
)
PLACE_PREPOSITIONS = word_set(
    """
    in at near around outside inside into across throughout via through within over above toward
    towards off onto reach reaching leaving left visited visiting
    """
)
# Nouns that make "to Moscow" and "from Kyiv" point at a government, not at a town.
ADDRESSED = word_set(
    """
    concession demand pledge offer message support aid weapon pressure warning signal response
    answer guarantee assurance proposal ultimatum promise commitment assistance loyalty threat
    permission approval consent letter statement reaction word
    """
)
COMMUNICATION = word_set(
    """
    say tell add state declare announce claim insist argue note warn stress emphasize emphasise
    explain confirm deny reject write report suggest assert maintain describe acknowledge
    reiterate ask call urge demand vow pledge promise accuse admit believe think hope expect
    want comment conclude continue respond reply agree propose allege caution indicate remark
    reveal signal hint concede predict tweet post inform clarify characterize echo refute
    outline
    """
)
