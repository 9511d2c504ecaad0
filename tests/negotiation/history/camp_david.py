"""Egypt and Israel, from 1977 to the eve of the meeting at Camp David (5 September 1978).

Where the signed value lay outside both declared positions: the status of Jerusalem was left to an
exchange of letters, the link between the two frameworks was a common preamble without a legal tie,
and relations were to begin after a first withdrawal. All three are values that a person has to add.
That Israel's parliament should vote on the settlements was a device of procedure; the value that it
voted on had been Egypt's demand all along, and Israel's firm refusal.
"""

from tests.negotiation.history import history

CAMP_DAVID = history(
    "Camp David 1978",
    parties=("Egypt", "Israel"),
    sources={
        "Knesset": "Sadat addresses the Knesset (Center for Israel Education, on 20 November 1977);"
        " The topic was peace (Jewish Telegraphic Agency, 21 November 1977)",
        "April": "Sadat says he accepted state of Israel (Jewish Telegraphic Agency, 7 April 1977)",
        "Tripoli": "On the answer to Egypt and the Tripoli meeting (TIME, December 1977)",
        "leak": "Modifications of Earlier Peace Plans (Jewish Telegraphic Agency,"
        " 27 December 1977)",
        "plan": "Begin's statement to the Knesset presenting the peace plan (28 December 1977);"
        " Israeli PM Begin's Palestinian Self-Rule Plan (Economic Cooperation Foundation)",
        "five": "Israel submits 5-point proposal to military committee conference (Jewish"
        " Telegraphic Agency, January 1978)",
        "seven": "Egyptians present seven stiff counter-proposals (Jewish Telegraphic Agency,"
        " 13 January 1978)",
        "swap": "Weizman authorized to propose territorial changes in Sinai (Jewish Telegraphic"
        " Agency, January 1978)",
        "soil": "Sadat concerned over settlements in Sinai (Jewish Telegraphic Agency, 1978)",
        "interview": "Begin optimistic Israeli-Egyptian negotiations will be resumed (Jewish"
        " Telegraphic Agency, January 1978)",
        "visit": "Determined to Persevere (TIME, February 1978)",
        "July": "Egypt's peace plan not seen as obstacle to London conference (Jewish Telegraphic"
        " Agency, 6 July 1978)",
        "cabinet": "Israel Government Rejects Egyptian Peace Plan (9 July 1978, text in Jewish"
        " Virtual Library)",
        "signed": "A Framework for Peace in the Middle East Agreed at Camp David and A Framework"
        " for the Conclusion of a Peace Treaty (17 September 1978)",
    },
    scales={
        "sinai": "kept < partly_returned < returned",
        "sinai_settlements": "stay_under_israel < stay_under_egypt < removed",
        "sinai_airfields": "stay_israeli < handed_over",
        "sinai_forces": "no_limits < limited_zones < demilitarised",
        "normalisation": "end_of_war < recognition < relations_after_first_withdrawal"
        " < full_relations_at_once",
        "west_bank_gaza": "israeli_claim < self_rule_claims_open < transition_then_talks"
        " < arab_interim_rule < self_determination",
        "linkage": "no_link < common_preamble < treaty_depends_on_it",
        "jerusalem": "undivided_israeli < left_to_letters < east_arab",
    },
    said="""
        Egypt demand sinai=returned 1977-11-20 firm                        # Knesset
        Israel offer sinai=returned 1977-12-27                             # leak
        Egypt demand sinai_settlements=removed 1978-01 firm                # soil
        Israel demand sinai_settlements=stay_under_israel 1978-01-11 firm  # five
        Israel reject sinai_settlements=removed 1978-01 firm               # interview
        Egypt demand sinai_airfields=handed_over 1978-01-12 firm           # seven
        Israel demand sinai_airfields=stay_israeli 1978-01                 # swap
        Israel demand sinai_forces=demilitarised 1977-12-27                # leak
        Israel offer sinai_forces=limited_zones 1978-01-11                 # five
        Egypt offer sinai_forces=limited_zones 1978-01-12                  # seven
        Egypt reject normalisation=full_relations_at_once 1977-04-06       # April
        Egypt offer normalisation=recognition 1977-11-20                   # Knesset
        Israel demand normalisation=full_relations_at_once 1977-11-20      # Knesset
        Egypt demand west_bank_gaza=self_determination 1977-11-20 firm     # Knesset
        Israel offer west_bank_gaza=self_rule_claims_open 1977-12-28       # plan
        Israel offer west_bank_gaza=transition_then_talks 1978-07-05       # July
        Egypt offer west_bank_gaza=arab_interim_rule 1978-07-03            # July
        Israel reject west_bank_gaza=arab_interim_rule 1978-07-09 firm     # cabinet
        Egypt reject linkage=no_link 1977-11-20 firm                       # Knesset
        Israel accept linkage=no_link 1977-12                              # Tripoli
        Egypt demand linkage=treaty_depends_on_it 1978-02                  # visit
        Egypt demand jerusalem=east_arab 1977-11-20 firm                   # Knesset
        Israel demand jerusalem=undivided_israeli 1978-01 firm             # interview
    """,
    signed={
        "sinai": "returned",
        "sinai_settlements": "removed",
        "sinai_airfields": "handed_over",
        "sinai_forces": "limited_zones",
        "normalisation": "relations_after_first_withdrawal",
        "west_bank_gaza": "transition_then_talks",
        "linkage": "common_preamble",
        "jerusalem": "left_to_letters",
    },
    sticking=("sinai_settlements", "sinai_airfields", "west_bank_gaza", "jerusalem"),
    creative=(
        ("linkage", "common_preamble"),
        ("jerusalem", "left_to_letters"),
        ("normalisation", "relations_after_first_withdrawal"),
    ),
)
