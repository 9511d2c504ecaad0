"""Northern Ireland: five of the participants, up to the eve of the agreement (10 April 1998).

Sources: Frameworks for the Future (the Framework Documents, February 1995); Report of the
International Body on Arms Decommissioning (January 1996); Propositions on Heads of Agreement
(January 1998); the chronology and party statements of the CAIN archive, Ulster University; George
Mitchell, Making Peace (1999); Deaglán de Bréadún, The Far Side of Revenge (2001).

Where the signed value lay outside what any party had declared: decommissioning became an
undertaking to use influence so that it was complete within two years, neither before nor beside the
talks nor left out; prisoners of groups on ceasefire were to be out within two years; policing went
to an independent commission. These are values that a person has to add.

Missed: rights, where two parties asked for a bill of rights and the others were silent on it.
"""

from tests.negotiation.history import history

GOOD_FRIDAY = history(
    "Good Friday 1998",
    parties=("Britain", "Ireland", "SDLP", "SinnFein", "UUP"),
    scales={
        "status": "by_consent | united_ireland_now",
        "assembly": "none < committees < shared_executive",
        "north_south": "none < consultative < accountable_executive < freestanding",
        "irish_claim": "kept < amended < removed",
        "british_claim": "kept < amended",
        "decommissioning": "first < beside_the_talks < undertaking_within_two_years < left_out",
        "prisoners": "case_by_case < phased_within_two_years < all_at_once",
        "policing": "ruc_kept < independent_commission < new_service < ruc_disbanded",
        "referendums": "none | north_alone | north_and_south",
        "rights": "no_new_law < convention_in_law < bill_of_rights",
    },
    said="""
        Britain demand status=by_consent 1995-02-22 firm
        Ireland accept status=by_consent 1995-02-22
        SDLP demand status=by_consent 1995-02
        UUP demand status=by_consent 1995-02 red_line
        SinnFein demand status=united_ireland_now 1997-09
        SinnFein reject assembly=committees 1998-01 firm
        SinnFein reject assembly=shared_executive 1998-01 firm
        SDLP demand assembly=shared_executive 1998-01 firm
        UUP demand assembly=committees 1998-01 firm
        Britain offer assembly=committees 1995-02-22
        Britain offer assembly=shared_executive 1998-01-12
        Ireland accept assembly=shared_executive 1998-01-12
        UUP offer north_south=consultative 1998-01
        UUP reject north_south=freestanding 1995-02 red_line
        SinnFein demand north_south=freestanding 1998-01 firm
        SDLP demand north_south=accountable_executive|freestanding 1998-01 firm
        Ireland demand north_south=accountable_executive|freestanding 1995-02-22 firm
        Britain offer north_south=accountable_executive 1995-02-22
        UUP demand irish_claim=amended|removed 1995-02 red_line
        Ireland offer irish_claim=amended 1995-02-22
        Ireland reject irish_claim=removed 1998-01
        SinnFein demand irish_claim=kept 1998-01 firm
        Britain accept irish_claim=amended 1995-02-22
        Britain offer british_claim=amended 1995-02-22
        Ireland demand british_claim=amended 1995-02-22
        SinnFein demand british_claim=amended 1998-01
        SDLP accept british_claim=amended 1995-02
        UUP demand decommissioning=first 1995-03 red_line
        UUP accept decommissioning=beside_the_talks 1997-09
        Britain demand decommissioning=first 1995-03-07
        Britain accept decommissioning=beside_the_talks 1997-06-25
        Ireland accept decommissioning=beside_the_talks 1997-06-25
        SinnFein reject decommissioning=first 1995-03 red_line
        SinnFein reject decommissioning=beside_the_talks 1998-03 firm
        SinnFein demand prisoners=all_at_once 1998-01 firm
        UUP reject prisoners=all_at_once 1998-01 firm
        Britain offer prisoners=case_by_case 1998-01-09
        UUP demand policing=ruc_kept 1998-01 firm
        SinnFein demand policing=ruc_disbanded 1998-01 red_line
        SDLP demand policing=new_service 1998-01
        Britain demand referendums=north_and_south 1996-02-28
        Ireland demand referendums=north_and_south 1996-02-28
        SDLP demand referendums=north_and_south 1996-02
        UUP accept referendums=north_and_south 1998-03
        SinnFein demand rights=bill_of_rights 1998-01
        SDLP demand rights=bill_of_rights 1998-01
        Britain offer rights=convention_in_law 1997-10
        Ireland accept rights=bill_of_rights 1998-01
    """,
    rules=(
        (
            (("assembly", "none"), ("north_south", "accountable_executive")),
            "What answers to an assembly needs one.",
        ),
        (
            (("status", "united_ireland_now"), ("irish_claim", "removed")),
            "A state that holds a territory does not give up its claim to it.",
        ),
    ),
    signed={
        "status": "by_consent",
        "assembly": "shared_executive",
        "north_south": "accountable_executive",
        "irish_claim": "amended",
        "british_claim": "amended",
        "decommissioning": "undertaking_within_two_years",
        "prisoners": "phased_within_two_years",
        "policing": "independent_commission",
        "referendums": "north_and_south",
        "rights": "convention_in_law",
    },
    sticking=("north_south", "decommissioning", "assembly", "policing", "prisoners"),
    creative=(
        ("decommissioning", "undertaking_within_two_years"),
        ("prisoners", "phased_within_two_years"),
        ("policing", "independent_commission"),
    ),
    missed=("rights",),
)
