"""Trade in North America: what became the USMCA, up to its eve (30 September 2018).

Sources: Office of the United States Trade Representative, Summary of Objectives for the NAFTA
Renegotiation (July and November 2017); the same office's fact sheets on the preliminary agreement
with Mexico (27 August 2018); Congressional Research Service, NAFTA Renegotiation and Modernization
(R44981, 2018); statements of the Canadian government of 2017 and 2018 as reported in the press.

Nothing signed lay outside the values that were public: the review after six years, and the figures
for cars, had been agreed between two of the three before. What was open between all three was open
because Canada had not been part of that agreement.
"""

from tests.negotiation.history import history

NORTH_AMERICA = history(
    "USMCA 2018",
    parties=("Canada", "Mexico", "UnitedStates"),
    scales={
        "car_content": "as_in_nafta < three_quarters < more_and_half_american",
        "car_wages": "no_rule < share_at_high_wages",
        "sunset": "no_end < reviews_of_sixteen_years < ends_after_five_years",
        "dairy": "protected < limited_opening < protection_ended",
        "panels_on_duties": "kept < ended",
        "investor_arbitration": "as_in_nafta < narrowed < ended",
        "culture": "exempt < not_exempt",
        "biologics_years": "five < eight < ten < twelve",
        "procurement": "open < matched_value",
        "seasonal_produce": "no_rule < seasonal_duties",
        "labour": "side_letter < in_the_agreement",
        "digital_trade": "no_chapter < chapter",
        "state_enterprises": "no_chapter < chapter",
    },
    said="""
        UnitedStates demand car_content=more_and_half_american 2017-10-13 firm
        Canada reject car_content=more_and_half_american 2017-10-17
        Mexico reject car_content=more_and_half_american 2017-10-17
        UnitedStates accept car_content=three_quarters 2018-08-27
        Mexico accept car_content=three_quarters 2018-08-27
        UnitedStates demand car_wages=share_at_high_wages 2018-03
        Mexico accept car_wages=share_at_high_wages 2018-08-27
        Canada accept car_wages=share_at_high_wages 2018-08-28
        UnitedStates demand sunset=ends_after_five_years 2017-10-15 firm
        Canada reject sunset=ends_after_five_years 2018-05-31 red_line
        Mexico reject sunset=ends_after_five_years 2017-10-17 firm
        UnitedStates accept sunset=reviews_of_sixteen_years 2018-08-27
        Mexico accept sunset=reviews_of_sixteen_years 2018-08-27
        UnitedStates demand dairy=protection_ended 2017-10-15 firm
        Canada demand dairy=protected 2017-08-14 firm
        Canada reject dairy=protection_ended 2017-10-17 red_line
        UnitedStates demand panels_on_duties=ended 2017-07-17 firm
        Canada demand panels_on_duties=kept 2017-08-14 red_line
        Mexico accept panels_on_duties=ended 2018-08-27
        UnitedStates demand investor_arbitration=narrowed|ended 2017-10
        Mexico accept investor_arbitration=narrowed 2018-08-27
        Canada offer investor_arbitration=narrowed 2017-08-14
        UnitedStates demand culture=not_exempt 2018-09
        Canada demand culture=exempt 2017-08-14 red_line
        UnitedStates accept biologics_years=ten 2018-08-27
        Mexico accept biologics_years=ten 2018-08-27
        UnitedStates demand procurement=matched_value 2017-10-15
        Canada reject procurement=matched_value 2017-10-17
        Mexico reject procurement=matched_value 2017-10-17
        UnitedStates demand seasonal_produce=seasonal_duties 2017-07-17
        Mexico reject seasonal_produce=seasonal_duties 2017-10-17 firm
        UnitedStates accept seasonal_produce=no_rule 2018-08-27
        UnitedStates demand labour=in_the_agreement 2017-07-17
        Canada demand labour=in_the_agreement 2017-08-14
        Mexico accept labour=in_the_agreement 2018-08-27
        UnitedStates demand digital_trade=chapter 2017-07-17
        Mexico accept digital_trade=chapter 2018-08-27
        UnitedStates demand state_enterprises=chapter 2017-07-17
        Mexico accept state_enterprises=chapter 2018-08-27
    """,
    signed={
        "car_content": "three_quarters",
        "car_wages": "share_at_high_wages",
        "sunset": "reviews_of_sixteen_years",
        "dairy": "limited_opening",
        "panels_on_duties": "kept",
        "investor_arbitration": "narrowed",
        "culture": "exempt",
        "biologics_years": "ten",
        "procurement": "open",
        "seasonal_produce": "no_rule",
        "labour": "in_the_agreement",
        "digital_trade": "chapter",
        "state_enterprises": "chapter",
    },
    sticking=("dairy", "panels_on_duties", "culture"),
)
