"""Egypt and Israel, from 1977 to the eve of the meeting at Camp David (5 September 1978).

Sources: Anwar Sadat's address to the Knesset (20 November 1977); Menachem Begin's address to the
Knesset on the peace plan (28 December 1977); Jimmy Carter's remarks at Aswan (4 January 1978);
Egypt's six-point proposal on the West Bank and Gaza (July 1978); William B. Quandt, Camp David:
Peacemaking and Politics (1986); Foreign Relations of the United States 1977–1980, volume VIII,
Arab-Israeli Dispute (2013).

Where the signed value lay outside both declared positions: the status of Jerusalem was left to an
exchange of letters, the link between the two frameworks was a common preamble without a legal tie,
and relations were to begin after a first withdrawal. All three are values that a person has to add.
That Israel's parliament should vote on the settlements was a device of procedure; the value that it
voted on had been Egypt's demand all along, and Israel's red line.

Missed: the forces in Sinai, where Egypt had no word on record against Israel's demand.
"""

from tests.negotiation.history import history

CAMP_DAVID = history(
    "Camp David 1978",
    parties=("Egypt", "Israel"),
    scales={
        "sinai": "kept < partly_returned < returned",
        "sinai_settlements": "stay_under_israel < stay_under_egypt < removed",
        "sinai_airfields": "stay_israeli < handed_over",
        "sinai_forces": "no_limits < limited_zones < demilitarised",
        "normalisation": "end_of_war < recognition < relations_after_first_withdrawal"
        " < full_relations_at_once",
        "west_bank_gaza": "israeli_claim < self_rule_claims_open < transition_then_talks"
        " < self_determination",
        "linkage": "no_link < common_preamble < treaty_depends_on_it",
        "jerusalem": "undivided_israeli < left_to_letters < east_arab",
    },
    said="""
        Egypt demand sinai=returned 1977-11-20 red_line
        Israel offer sinai=returned 1977-12-28
        Egypt demand sinai_settlements=removed 1978-01-18 red_line
        Israel demand sinai_settlements=stay_under_israel 1977-12-28 firm
        Israel reject sinai_settlements=removed 1978-01-20 red_line
        Egypt demand sinai_airfields=handed_over 1978-01-18 firm
        Israel demand sinai_airfields=stay_israeli 1978-01-20 firm
        Egypt offer sinai_forces=limited_zones 1977-11-20
        Israel demand sinai_forces=demilitarised 1977-12-28 firm
        Israel demand normalisation=full_relations_at_once 1977-12-28 firm
        Egypt offer normalisation=recognition 1977-11-20
        Egypt reject normalisation=full_relations_at_once 1977-04
        Israel offer west_bank_gaza=self_rule_claims_open 1977-12-28
        Israel reject west_bank_gaza=self_determination 1977-12-28 red_line
        Egypt demand west_bank_gaza=self_determination 1977-11-20 firm
        Egypt accept west_bank_gaza=transition_then_talks 1978-07
        Egypt demand linkage=treaty_depends_on_it 1977-11-20 firm
        Egypt reject linkage=no_link 1977-11-20 red_line
        Israel demand linkage=no_link 1978-01-20
        Egypt demand jerusalem=east_arab 1977-11-20 firm
        Israel demand jerusalem=undivided_israeli 1977-11-20 red_line
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
    sticking=("sinai_settlements", "sinai_airfields", "linkage", "jerusalem"),
    creative=(
        ("linkage", "common_preamble"),
        ("jerusalem", "left_to_letters"),
        ("normalisation", "relations_after_first_withdrawal"),
    ),
    missed=("sinai_forces",),
)
