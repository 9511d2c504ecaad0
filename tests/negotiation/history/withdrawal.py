"""The first phase of the talks on Britain's withdrawal from the European Union, up to the end of
November 2017; what was agreed is the joint report of 8 December 2017.

Both sides had published position papers, and after each round a table of both positions on the
rights of citizens. Where the agreed value lay outside both: references to the Union's court for
eight years, family ties of the day of withdrawal and children born later, a status that is lost
after five years away, and a whole kingdom that stays aligned if nothing better is found for
Ireland. These are values that a person has to add.
"""

from tests.negotiation.history import history

WITHDRAWAL = history(
    "EU and UK 2017",
    parties=("EU", "UK"),
    sources={
        "principles": "Position paper on Essential Principles on Citizens' Rights, European"
        " Commission (12 June 2017)",
        "safeguarding": "Safeguarding the position of EU citizens living in the UK and UK nationals"
        " living in the EU, Cm 9464 (26 June 2017)",
        "Ireland": "Northern Ireland and Ireland: position paper, HM Government (16 August 2017)",
        "guiding": "Guiding principles for the Dialogue on Ireland and Northern Ireland, European"
        " Commission (20 September 2017)",
        "Florence": "Prime Minister's speech in Florence (22 September 2017)",
        "table": "Comparison of EU/UK positions on citizens' rights following the fourth round,"
        " TF50 (2017) 17 (28 September 2017)",
        "Barnier": "Press statement by Michel Barnier following the fourth round (28 September"
        " 2017)",
        "Davis": "Statement and answers of David Davis at the end of the September negotiations"
        " (28 September 2017)",
        "library": "The fourth round of Brexit negotiations, House of Commons Library CBP-8104"
        " (October 2017)",
        "divergence": "Northern Ireland must remain part of customs union after Brexit, EU"
        " (Sharecast, November 2017); Farming among reasons for NI should stay in single market, EU"
        " (Irish Farmers Journal, 10 November 2017)",
        "signed": "Joint report on progress during phase 1 of negotiations and joint technical note"
        " on citizens' rights, TF50 (2017) 19 and 20 (8 December 2017)",
    },
    scales={
        "specified_date": "day_of_notice < day_of_withdrawal",
        "court": "national_courts_alone < references_for_eight_years < union_court",
        "direct_effect": "none < in_national_courts",
        "family": "here_before_withdrawal < ties_of_the_day_and_children < all_future_family",
        "application": "none_needed < may_be_required",
        "criminal_checks": "for_cause < of_everybody",
        "absence": "two_years < five_years < no_limit",
        "export_of_benefits": "those_already_paid < all_covered",
        "onward_movement": "host_state_alone < all_states",
        "local_vote": "left_to_each_state | guaranteed",
        "health_cards": "those_covered < everybody",
        "payments": "none < budget_to_2020 < all_commitments",
        "border_posts": "none | at_the_border",
        "irish_rules": "trade_terms_alone < whole_kingdom_aligned < northern_ireland_in_eu_rules",
        "common_travel": "ended < kept",
    },
    said="""
        EU demand specified_date=day_of_withdrawal 2017-06-12                      # principles
        UK offer specified_date=day_of_notice|day_of_withdrawal 2017-06-26         # safeguarding
        EU demand court=union_court 2017-09-28 firm                                # Barnier
        UK demand court=national_courts_alone 2017-09-28 firm                      # Davis
        UK offer direct_effect=in_national_courts 2017-09-28                       # Davis
        EU demand direct_effect=in_national_courts 2017-06-12                      # principles
        EU demand family=all_future_family 2017-09-28 firm                         # Barnier
        UK demand family=here_before_withdrawal 2017-06-26                         # safeguarding
        EU demand application=none_needed 2017-06-12                               # principles
        UK demand application=may_be_required 2017-06-26                           # safeguarding
        UK demand criminal_checks=of_everybody 2017-06-26                          # safeguarding
        EU reject criminal_checks=of_everybody 2017-09-28                          # table
        EU offer absence=two_years 2017-06-12                                      # principles
        UK offer absence=two_years 2017-06-26                                      # safeguarding
        UK accept_if absence=no_limit 2017-09-28                                   # Davis
        EU demand export_of_benefits=all_covered 2017-09-28                        # Barnier
        UK offer export_of_benefits=those_already_paid 2017-06-26                  # safeguarding
        UK demand onward_movement=all_states 2017-09-28                            # Davis
        EU reject onward_movement=all_states 2017-09-28                            # table
        UK offer local_vote=guaranteed 2017-09-28                                  # Davis
        EU reject local_vote=guaranteed 2017-09-28                                 # table
        UK demand health_cards=everybody 2017-09-28                                # library
        EU offer health_cards=those_covered 2017-09-28                             # library
        EU demand payments=all_commitments 2017-09-28 firm                         # Barnier
        UK offer payments=budget_to_2020 2017-09-22                                # Florence
        UK openness payments=all_commitments 2017-09-22                            # Florence
        UK demand border_posts=none 2017-08-16                                     # Ireland
        EU demand border_posts=none 2017-09-20                                     # guiding
        UK offer irish_rules=trade_terms_alone 2017-08-16                          # Ireland
        EU demand irish_rules=northern_ireland_in_eu_rules 2017-11              # divergence
        UK reject irish_rules=northern_ireland_in_eu_rules 2017-11-10 firm      # divergence
        UK demand common_travel=kept 2017-08-16                                    # Ireland
        EU accept common_travel=kept 2017-09-20                                    # guiding
    """,
    signed={
        "specified_date": "day_of_withdrawal",
        "court": "references_for_eight_years",
        "direct_effect": "in_national_courts",
        "family": "ties_of_the_day_and_children",
        "application": "may_be_required",
        "criminal_checks": "of_everybody",
        "absence": "five_years",
        "export_of_benefits": "all_covered",
        "onward_movement": "host_state_alone",
        "local_vote": "left_to_each_state",
        "health_cards": "those_covered",
        "payments": "all_commitments",
        "border_posts": "none",
        "irish_rules": "whole_kingdom_aligned",
        "common_travel": "kept",
    },
    sticking=(
        "court",
        "family",
        "export_of_benefits",
        "onward_movement",
        "payments",
        "irish_rules",
    ),
    creative=(
        ("court", "references_for_eight_years"),
        ("family", "ties_of_the_day_and_children"),
        ("absence", "five_years"),
        ("irish_rules", "whole_kingdom_aligned"),
    ),
    not_named={
        "export_of_benefits": "Britain had offered less, and no word of it refuses the rest.",
        "payments": "Britain had offered less and said that it would honour its commitments.",
    },
)
