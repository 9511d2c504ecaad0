"""The codebooks for trade and labour: what they make of a sentence, and of one that is near it."""

from __future__ import annotations

from functools import cache

import pytest

from onrecord.positions import Codebook, load_codebook
from tests.positions.stage import PARTIES, actor_id, read

TRADE = {
    "Ostria demanded that Belmark remove its tariffs on steel.": ["Ostria demand tariffs=remove"],
    "Ostria rejected any increase in tariffs.": ["Ostria reject tariffs=raise"],
    "Ostria rejected the road tariff.": [],
    "Belmark agreed to lift its retaliatory tariffs.": ["Belmark accept retaliation=none"],
    "Ostria demanded larger quotas for beef.": ["Ostria demand quotas=larger"],
    "Ostria demanded quotas for refugees.": ["Ostria demand quotas="],
    "Belmark refused to open its market.": ["Belmark reject market_access=opened"],
    "Belmark refused to open its stock market.": [],
    "Ostria called for stricter rules of origin.": ["Ostria demand rules_of_origin=stricter"],
    "Ostria demanded an end to the export controls on rare metals.": [
        "Ostria demand export_controls=lifted"
    ],
    "Ostria demanded that Belmark lift its export bans.": ["Ostria demand export_controls=lifted"],
    "Belmark insisted on mutual recognition of standards.": ["Belmark demand standards=recognised"],
    "Belmark rejected double standards.": [],
    "Ostria demanded access to public contracts.": ["Ostria demand procurement=open"],
    "Belmark rejected a digital services tax.": ["Belmark reject digital_tax="],
    "Belmark agreed to suspend its digital services tax.": ["Belmark accept digital_tax=suspended"],
    "Ostria demanded a cut in farm subsidies.": ["Ostria demand state_aid=limited"],
    "Ostria demanded that Belmark cut its farm subsidies.": ["Ostria demand state_aid=limited"],
    "Ostria insisted on an independent arbitration panel.": [
        "Ostria demand dispute_settlement=panel"
    ],
    "Belmark demanded a longer transition period.": ["Belmark demand phase_in=long"],
    "Belmark demanded a ban on forced technology transfers.": [
        "Belmark demand technology_transfer=free"
    ],
    "Ostria refused to resume trade talks unless the tariffs are lifted.": [
        "Ostria accept_if talks=held [unless tariffs_removed]",
        "Ostria precondition talks_start [unless tariffs_removed]",
    ],
}
LABOUR = {
    "The union demanded a pay rise of eight percent.": ["Dockers Union demand pay=raise"],
    "The union demanded sick pay.": ["Dockers Union demand schedule="],
    "The company rejected higher wages.": ["Hartline reject pay=raise"],
    "The company rejected the blame for the wage war.": [],
    "The union demanded an end to compulsory redundancies.": ["Dockers Union demand jobs=kept"],
    "The company refused to rule out layoffs.": ["Hartline reject jobs=kept"],
    "The union called for a four-day week.": ["Dockers Union demand hours=shorter"],
    "The union demanded an end to mandatory overtime.": ["Dockers Union demand overtime=chosen"],
    "The union demanded a ban on outsourcing.": ["Dockers Union demand outsourcing=ended"],
    "The company agreed to binding arbitration.": ["Hartline accept arbitration=binding"],
    "The company rejected mediation.": ["Hartline reject arbitration=mediation"],
    "The union agreed to suspend the strike.": ["Dockers Union accept strike=suspended"],
    "The union rejected the air strike on Mirra.": [],
    "The union demanded the reinstatement of dismissed drivers.": [
        "Dockers Union demand reinstatement=all"
    ],
    "The company agreed to recognize the union.": ["Hartline accept recognition=recognised"],
    "The company recognized the singer.": [],
    "The union demanded more staff.": ["Dockers Union demand staffing=more"],
    "The union rejected a three-year contract.": ["Dockers Union reject contract_length=long"],
    "The company praised the limits on automation.": [],
    "The union insisted on limits on automation.": ["Dockers Union demand automation=agreed"],
}


@cache
def book(name: str) -> Codebook:
    return load_codebook(name)


def cells(text: str, name: str) -> list[str]:
    names = {actor_id(party): party for party in PARTIES}
    found = []
    for p in read(text, book=book(name))[2]:
        if p.issue is not None or p.step is not None:
            what = f"{p.issue}={'|'.join(p.values)}" if p.issue else str(p.step)
            needs = "".join(f" [{c.type} {c.step or c.issue or '?'}]" for c in p.conditions)
            found.append(f"{names.get(p.party or '', '?')} {p.act} {what}{needs}")
    return found


@pytest.mark.parametrize(("text", "said"), TRADE.items(), ids=TRADE)
def test_trade(text: str, said: list[str]) -> None:
    assert cells(text, "trade") == said


@pytest.mark.parametrize(("text", "said"), LABOUR.items(), ids=LABOUR)
def test_labour(text: str, said: list[str]) -> None:
    assert cells(text, "labour") == said


@pytest.mark.parametrize("name", ["default", "labour", "trade"])
def test_a_shipped_codebook_is_whole(name: str) -> None:
    for issue in book(name).issues:
        assert issue.description
        assert issue.anchors or any(v.anchors for v in issue.values)
    assert book(name).steps
    assert book(name).rules
    assert {level for level, _ in book(name).hardness} == {"soft", "firm", "red_line"}


def test_a_red_line_is_read_with_every_shipped_codebook() -> None:
    (position,) = read("Belmark will never open its market.", book=book("trade"))[2]
    assert (position.issue, position.hardness) == ("market_access", "red_line")
