"""Northern Ireland: five of the participants, up to the eve of the agreement (10 April 1998).

Where the signed value lay outside what any party had declared: decommissioning became an
undertaking to use influence so that it was complete within two years, neither before nor beside the
talks nor left out; prisoners of groups on ceasefire were to be out within two years; policing went
to an independent commission. These are values that a person has to add.
"""

from tests.negotiation.history import history

GOOD_FRIDAY = history(
    "Good Friday 1998",
    parties=("Britain", "Ireland", "SDLP", "SinnFein", "UUP"),
    sources={
        "frameworks": "A New Framework for Agreement, British and Irish governments (22 February"
        " 1995, text in CAIN, Ulster University)",
        "heads": "Propositions on Heads of Agreement and joint statement, British and Irish"
        " governments (12 January 1998, text in CAIN)",
        "three": "Washington 3: the condition too far (The Independent, September 1995)",
        "March": "Ulster's dilemma, on the words of 1 and 7 March 1995 (The Independent,"
        " April 1999)",
        "summer": "Ulster Unionists reject call for talks (The Independent, July 1995)",
        "paper": "Trimble seeks timetable on arms issue, on the governments' joint paper of 25 June"
        " 1997 (The Irish Times, June 1997)",
        "parallel": "Trimble says the main issue is quality of IRA ceasefire (The Irish Times,"
        " May 1997)",
        "motion": "Trimble defends talks stance despite no decommissioning, on the motion of"
        " 24 September 1997 (The Irish Times, September 1997)",
        "police": "UUP and SDLP criticise British proposals for reforms of RUC (The Irish Times,"
        " December 1997); Police (Northern Ireland) Bill, second reading (House of Commons,"
        " 15 December 1997)",
        "rights": "Rights Brought Home: the Human Rights Bill, Cm 3782 (October 1997)",
        "Maze": "Mo steps into the lions' den (The Independent, January 1998)",
        "articles": "Trimble shows signs of toughening stance (The Irish Times, January 1998)",
        "Lancaster": "UUP reject Framework Document as irrelevant (The Irish Times, 28 January"
        " 1998)",
        "blueprint": "UUP document favours council of isles (The Irish Times, February 1998)",
        "list": "Adams says united Ireland comes later (The Independent, 9 March 1998)",
        "final": "Ulster talks momentum now looks unstoppable (The Independent, April 1998);"
        " Mark Durkan, The negotiations in practice (Accord, 1999)",
        "assembly": "SF to study talks deal (An Phoblacht, 9 April 1998)",
        "Dáil": "Other questions, Northern Ireland peace process (Dáil Éireann, 1 April 1998)",
        "signed": "The Agreement reached in the multi-party negotiations (10 April 1998)",
    },
    scales={
        "status": "by_consent | united_ireland_now",
        "assembly": "none < committees < shared_executive",
        "north_south": "none < consultative < accountable_executive < freestanding",
        "irish_claim": "kept < amended < removed",
        "british_claim": "kept < amended",
        "decommissioning": "first < beside_the_talks < undertaking_within_two_years < left_out",
        "prisoners": "case_by_case < phased_within_two_years < all_at_once",
        "policing": "ruc_kept < independent_commission < ruc_disbanded",
        "referendums": "none | north_alone | north_and_south",
        "rights": "no_new_law < convention_in_law < bill_of_rights",
    },
    said="""
        Britain demand status=by_consent 1995-02-22                                # frameworks
        Ireland accept status=by_consent 1995-02-22                                # frameworks
        UUP demand status=by_consent 1997-09-24                                    # motion
        Britain offer assembly=shared_executive 1998-01-12                         # heads
        Ireland accept assembly=shared_executive 1998-01-12                        # heads
        UUP demand assembly=committees 1998-02                                     # blueprint
        SDLP demand assembly=shared_executive 1998-04                              # final
        SinnFein reject assembly=committees|shared_executive 1998-04               # assembly
        Britain offer north_south=accountable_executive 1998-01-12                 # heads
        Ireland offer north_south=accountable_executive 1998-01-12                 # heads
        SDLP demand north_south=accountable_executive|freestanding 1998-01-27      # Lancaster
        UUP offer north_south=consultative 1998-02                                 # blueprint
        UUP reject north_south=accountable_executive|freestanding 1998-02 firm     # blueprint
        SinnFein demand north_south=freestanding 1998-03-08                        # list
        Ireland offer irish_claim=amended 1998-01-12                               # heads
        Britain accept irish_claim=amended 1998-01-12                              # heads
        UUP demand irish_claim=amended|removed 1998-01                             # articles
        Britain offer british_claim=amended 1998-01-12                             # heads
        Ireland demand british_claim=amended 1998-01-12                            # heads
        Britain demand decommissioning=first 1995-03-07 firm                       # three
        Ireland reject decommissioning=first 1995-03                               # three
        SinnFein reject decommissioning=first 1995-03-01                           # March
        UUP demand decommissioning=first 1995-07                                   # summer
        UUP accept decommissioning=beside_the_talks 1997-05                        # parallel
        Britain offer decommissioning=beside_the_talks 1997-06-25                  # paper
        Ireland offer decommissioning=beside_the_talks 1997-06-25                  # paper
        SinnFein reject decommissioning=beside_the_talks 1997-09-24                # motion
        Britain reject prisoners=all_at_once 1998-01                               # Maze
        SinnFein demand prisoners=all_at_once 1998-03-08                           # list
        Britain offer policing=ruc_kept 1997-12-15                                 # police
        UUP demand policing=ruc_kept 1997-12-15                                    # police
        SinnFein demand policing=ruc_disbanded 1998-03-08                          # list
        Ireland offer referendums=north_and_south 1998-04-01                       # Dáil
        Britain offer rights=convention_in_law 1997-10                             # rights
        Britain offer rights=bill_of_rights 1998-01-12                             # heads
        Ireland offer rights=bill_of_rights 1998-01-12                             # heads
        SinnFein demand rights=bill_of_rights 1998-03-08                           # list
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
    sticking=("north_south", "decommissioning", "assembly", "prisoners"),
    creative=(
        ("decommissioning", "undertaking_within_two_years"),
        ("prisoners", "phased_within_two_years"),
        ("policing", "independent_commission"),
    ),
    missed={
        "rights": "The two governments had offered a bill of rights and nobody is on record against"
        " it; what was signed was less, the Convention in law and advice on a bill. A paper of the"
        " Ulster Unionists on rights (11 February 1998) was found in an archive that opened later.",
    },
)
