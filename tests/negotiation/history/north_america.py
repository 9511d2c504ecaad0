"""Trade in North America: what became the USMCA, up to its eve (30 September 2018).

Nothing signed lay outside the values that were public: the review after six years, and the figures
for cars, had been agreed between two of the three before. What was open between all three was open
because Canada had not been part of that agreement.
"""

from tests.negotiation.history import history

NORTH_AMERICA = history(
    "USMCA 2018",
    parties=("Canada", "Mexico", "UnitedStates"),
    sources={
        "objectives": "Summary of Objectives for the NAFTA Renegotiation, Office of the United"
        " States Trade Representative (17 July 2017)",
        "Ottawa": "Address by Foreign Affairs Minister on the modernization of NAFTA, Global"
        " Affairs Canada (14 August 2017)",
        "four": "A Closer Look at Round Four of the NAFTA Negotiations (Mondaq, 2017)",
        "produce": "Lighthizer shows frustration with lack of progress on NAFTA talks (Agri-Pulse,"
        " 18 October 2017)",
        "November": "NAFTA renegotiation to extend into 2018 (Crowell and Moring, November 2017)",
        "six": "Sixth Round of NAFTA Negotiations Wraps Up (Greenberg Traurig, February 2018)",
        "seven": "NAFTA Negotiators Close Three More Chapters (5 March 2018)",
        "never": "The sunset clause is a lost cause (International Economic Law and Policy Blog,"
        " May 2018)",
        "preliminary": "NAFTA and the Preliminary U.S.-Mexico Agreement, Congressional Research"
        " Service IN10968 (19 September 2018); Agreement in Principle Between the United States and"
        " Mexico (Haynes Boone, 2018)",
        "sixteen": "United States, Mexico Agree in Principle on New Trade Agreement (Thompson Hine,"
        " August 2018)",
        "lines": "Canada needs Chapter 19 because Trump 'doesn't always follow the rules' (CBC,"
        " 5 September 2018)",
        "culture": "Justin Trudeau Calls For Independent NAFTA Dispute System (Inquisitr, September"
        " 2018)",
        "signed": "Canada, U.S. reach tentative NAFTA deal (The Globe and Mail, 1 October 2018)",
    },
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
        UnitedStates demand car_content=more_and_half_american 2017-10-17 firm     # six
        Canada reject car_content=more_and_half_american 2017-10-17                # four
        Mexico reject car_content=more_and_half_american 2017-10-17                # four
        UnitedStates accept car_content=three_quarters 2018-08-27                  # preliminary
        Mexico accept car_content=three_quarters 2018-08-27                        # preliminary
        UnitedStates accept car_wages=share_at_high_wages 2018-08-27               # preliminary
        Mexico accept car_wages=share_at_high_wages 2018-08-27                     # preliminary
        UnitedStates demand sunset=ends_after_five_years 2017-10-17 firm           # four
        Mexico reject sunset=ends_after_five_years 2017-10-17 firm                 # four
        Canada reject sunset=ends_after_five_years 2018-05-31 red_line             # never
        UnitedStates accept sunset=reviews_of_sixteen_years 2018-08-27             # sixteen
        Mexico accept sunset=reviews_of_sixteen_years 2018-08-27                   # sixteen
        Canada demand dairy=protected 2017-08-14 firm                              # Ottawa
        UnitedStates demand dairy=protection_ended 2017-10-17 firm                 # four
        Canada reject dairy=protection_ended 2017-10-17 firm                       # four
        Canada openness dairy=limited_opening 2018-09-05                           # lines
        UnitedStates demand panels_on_duties=ended 2017-07-17 firm                 # objectives
        Mexico reject panels_on_duties=ended 2017-10-17                            # November
        Canada demand panels_on_duties=kept 2018-09-05 red_line                    # lines
        Canada offer investor_arbitration=narrowed 2017-08-14                      # Ottawa
        UnitedStates demand investor_arbitration=narrowed|ended 2017-10            # November
        Mexico accept investor_arbitration=narrowed 2018-08-27                     # preliminary
        Canada demand culture=exempt 2018-09-05 red_line                           # lines
        UnitedStates demand culture=not_exempt 2018-09                             # culture
        UnitedStates accept biologics_years=ten 2018-08-27                         # preliminary
        Mexico accept biologics_years=ten 2018-08-27                               # preliminary
        UnitedStates demand procurement=matched_value 2017-10-17                   # November
        Canada reject procurement=matched_value 2017-10-17                         # November
        Mexico reject procurement=matched_value 2017-10-17                         # November
        UnitedStates demand seasonal_produce=seasonal_duties 2017-10-17            # produce
        Mexico reject seasonal_produce=seasonal_duties 2017-10-17                  # produce
        UnitedStates accept seasonal_produce=no_rule 2018-08-27                    # preliminary
        UnitedStates demand labour=in_the_agreement 2017-07-17                     # objectives
        Canada demand labour=in_the_agreement 2017-08-14                           # Ottawa
        Mexico accept labour=in_the_agreement 2018-08-27                           # preliminary
        UnitedStates demand digital_trade=chapter 2017-07-17                       # objectives
        Mexico accept digital_trade=chapter 2018-08-27                             # sixteen
        UnitedStates demand state_enterprises=chapter 2017-07-17                   # objectives
        Mexico accept state_enterprises=chapter 2018-03-05                         # seven
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
