"""Who may act in a made sentence: states, peoples, bodies, groups, names, and words around them."""

from __future__ import annotations

STATES = """
Argentina|Armenia|Australia|Austria|Bangladesh|Belarus|Belgium|Bolivia|Brazil|Bulgaria|Cambodia
Canada|Chad|Chile|China|Colombia|Croatia|Cuba|Cyprus|Denmark|Ecuador|Egypt|Eritrea|Estonia|Ethiopia
Finland|France|Georgia|Germany|Ghana|Greece|Hungary|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy
Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Lebanon|Liberia|Libya|Lithuania|Malaysia|Mali|Mexico
Moldova|Morocco|Myanmar|Nepal|Nicaragua|Niger|Nigeria|Norway|Oman|Pakistan|Panama|Peru|Poland
Portugal|Qatar|Romania|Russia|Rwanda|Senegal|Serbia|Singapore|Somalia|Spain|Sudan|Sweden|Switzerland
Syria|Taiwan|Tanzania|Thailand|Tunisia|Turkey|Uganda|Ukraine|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe
South Korea|North Korea|South Africa|Saudi Arabia|the United States|the United Kingdom|Sri Lanka
the Philippines|the European Union|the United Nations|Burkina Faso|Costa Rica
"""
PEOPLES = """
Afghan|Albanian|American|Argentine|Armenian|Australian|Bosnian|Brazilian|British|Bulgarian|Canadian
Chilean|Chinese|Colombian|Congolese|Croatian|Cuban|Cypriot|Danish|Dutch|Egyptian|Ethiopian|Finnish
French|Georgian|German|Greek|Haitian|Hungarian|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli|Italian
Japanese|Jordanian|Kenyan|Korean|Kurdish|Lebanese|Libyan|Malaysian|Mexican|Moroccan|Nigerian
Norwegian|Pakistani|Palestinian|Peruvian|Polish|Portuguese|Romanian|Russian|Rwandan|Saudi|Serbian
Somali|Spanish|Sudanese|Swedish|Swiss|Syrian|Thai|Tunisian|Turkish|Ukrainian|Venezuelan|Vietnamese
Yemeni
"""
BODIES = """
government|army|parliament|police|foreign ministry|opposition|central bank|cabinet|navy
supreme court|security forces|authorities|rebels|trade unions|president|prime minister
foreign minister|defence ministry|troops|students|teachers|farmers|judges|journalists|ruling party
intelligence service|prosecutors|envoys|activists|militia|delegation
"""
GROUPS = """
NATO|the African Union|the World Bank|the IMF|the Red Cross|a human rights group
the opposition alliance|the rebels|the militants|a separatist movement|the teachers' union
the coalition|the insurgents|the Security Council|the junta|the regional bloc|a UN agency
the guerrillas|the peacekeepers|the miners' union|aid groups|the demonstrators|the strikers
an aid agency|the commission|the airline|the oil company|the newspaper|a state-owned bank
the tribunal|the Kurdish militia|Islamist fighters|the High Court|a federal judge|the White House
the Kremlin|Beijing|Moscow|Washington|Tehran|Brussels|London|Ankara|Pyongyang|Tel Aviv
"""
MANY = """
diplomats|forces|officials|refugees|companies|soldiers|leaders|journalists|prisoners|goods|citizens
politicians|troops|businessmen|activists|rebels|workers|civilians|protesters|police|students
"""
RANKS = "President|Prime Minister|Foreign Minister|Defence Minister|opposition leader|General"
CROWD = "students|teachers|workers|farmers|citizens|activists"
FIRST = """
Anna|Omar|Viktor|Li|Maria|Hassan|Peter|Ngozi|Carlos|Ingrid|Pavel|Fatima|John|Ravi|Elena|David|Sergei
Amina|Luis|Karl|Mirela|Tomas
"""
LAST = """
Velde|Okoro|Marin|Haddad|Petrov|Lindqvist|Suarez|Tanaka|Obradov|Kaya|Mensah|Rossi|Novak|Farah
Sandoval|Brandt|Iyer|Chowdry|Duarte|Holm|Katz|Lang|Abara
"""
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
# Around the act: {d} a day, {p} a state, {P} a place in capitals, {n} something that went on, {g} a
# group.
LEADS = """
In {p}, |On {d}, |Last week, |Earlier, |After months of dispute, |Meanwhile, |{P} (Reuters) - |
{P} -- |
Despite warnings, |In response, |According to reports, |In 2014, |Under the accord, |Late on {d}, |
However, |
"""
TAILS = """
 on {d}|, officials said|, state media reported| after {n}| amid {n}| over {n}
 in an effort to end {n}|, a spokesman said on {d}| last month|, according to {g}| because of {n}
 for the first time in years| despite {n}|, the report said| ahead of {n}| in {p}| since {n}
, witnesses said| this week| in a bid to avoid {n}| during {n}|, sources said
"""
MATTERS = """
the war|the election|a border dispute|the earthquake|heavy fighting|the summit|months of protests
a wave of arrests|the nuclear talks|a trade row|the coup|the drought|the killing of two officers
corruption charges|the peace process|a series of bombings|the crisis|the collapse of the ceasefire
economic hardship|the flood|the trial|a cyber attack|the assassination of a minister
the failure of the talks|sanctions|the release of two journalists|the refugee crisis
human rights concerns|a court ruling|the signing of the accord|a military exercise
the arrest of activists|the visit|rising tensions
"""
GOODWILL = """
agreed to|has agreed to|will|said it will|said it would|is willing to|is ready to|pledged to
promised to|has offered to|plans to|is considering whether to|vowed to|intends to|is prepared to
"""
REFUSALS = """
refused to|has refused to|will not|said it will not|would not|rejected calls to|declined to
ruled out plans to|refuses to|is unwilling to|has vowed not to|rejected a proposal to
"""
THREATS = """
threatened to|has threatened to|warned it would|said it would|is threatening to|vowed to
said it could|says it will|has vowed to
"""
DEMANDS = """
urged ~T to |called on ~T to |asked ~T to |has urged ~T to |demanded that ~T |said ~T must |
said that ~T should |wants ~T to |insisted that ~T must |told ~T to |pressed ~T to |
has called on ~T to |
"""


def listed(table: str) -> tuple[str, ...]:
    """The entries of a table, in order; blanks at an entry's edges are its own."""
    return tuple(e for line in table.strip("\n").split("\n") for e in line.split("|") if e)
