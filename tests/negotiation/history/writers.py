"""Film and television: the writers' guild and the studios, up to the eve of the last round
(20 September 2023).

The guild had published its proposals beside the studios' answers when its strike began, the studios
their own offer in August. Where the signed value lay outside both: how many writers a room has to
have (between the studios' two and the guild's six to twelve), from which budget a film for
streaming is paid as a film, and whether the writers' texts may train a machine (each side kept the
rights it claims). These are values that a person has to add.
"""

from tests.negotiation.history import history

WRITERS = history(
    "WGA and AMPTP 2023",
    parties=("Guild", "Studios"),
    sources={
        "status": "WGA Negotiations, Status as of May 1, 2023: proposals and responses (Writers"
        " Guild of America, 1 May 2023); Hollywood Writers Strike As Talks Fail With Studios"
        " (/Film, 2 May 2023)",
        "apart": "What Went Wrong? Writers and Studios Reveal What They Couldn't (And Could) Agree"
        " On (Deadline, 1 May 2023)",
        "thread": "Words of a member of the guild's negotiating committee on the proposals to"
        " protect screenwriters from free work (Twitter, 2 May 2023)",
        "letter": "Letter to members, in: WGA Strikes, Negotiations With Studios and Streamers Fail"
        " (2 May 2023)",
        "quota": "Studios Push Back on WGA's Gig Economy Claims, Reject TV Hiring Quota (Variety,"
        " 4 May 2023)",
        "answer": "Hollywood studios, streamers break silence over WGA talks (Screen Daily,"
        " 4 May 2023)",
        "lines": "WGA and AMPTP Can't Agree To Resume Negotiations (Deadline, 4 August 2023)",
        "offer": "AMPTP publishes details of its proposal of 11 August (22 August 2023; in full in"
        " MacDailyNews, 23 August 2023); Studios release details (Variety, 22 August 2023)",
        "enough": "Hollywood Studios Reveal Concessions After CEOs Meet With WGA Leaders (TheWrap,"
        " 22 August 2023); WGA Responds to Studios' Latest Proposal: Not Nearly Enough (August"
        " 2023)",
        "signed": "Summary of the 2023 WGA MBA (25 September 2023); WGA ends US writers'"
        " strike (TBI Vision, 27 September 2023); 2023 MBA Contract Changes FAQ (Writers Guild of"
        " America East)",
    },
    scales={
        "minimum_pay": "four_three_two < five_four_three_and_a_half < six_five_five",
        "room_size": "none < two < three_to_six < six_to_twelve",
        "weeks": "none < ten_and_twenty < three_for_each_episode",
        "streaming_success": "fixed_alone | by_viewership",
        "viewing_data": "kept < told_to_the_guild",
        "foreign_streaming": "as_before < raised < tripled",
        "streaming_films": "from_forty_million < from_thirty_million < from_twelve_million",
        "writer_producers": "as_before < raised < a_quarter_above",
        "ai_writing": "yearly_meeting < not_a_writer < not_a_writer_nor_a_source",
        "ai_training": "free < rights_reserved < forbidden",
        "second_step": "none < up_to_twice_the_minimum < up_to_two_and_a_half_times",
        "picket_lines": "as_before < may_be_honoured",
    },
    said="""
        Guild demand minimum_pay=six_five_five 2023-05-01                          # status
        Studios offer minimum_pay=four_three_two 2023-05-01                        # answer
        Studios offer minimum_pay=five_four_three_and_a_half 2023-08-11            # offer
        Guild demand room_size=six_to_twelve 2023-05-01 firm                       # status
        Studios reject room_size=six_to_twelve 2023-05-04 firm                     # quota
        Studios offer room_size=two 2023-08-11                                     # offer
        Guild reject room_size=two 2023-08-22                                      # enough
        Guild demand weeks=three_for_each_episode 2023-05-01 firm                  # apart
        Studios reject weeks=three_for_each_episode 2023-05-01                     # apart
        Studios offer weeks=ten_and_twenty 2023-08-11                              # offer
        Guild demand streaming_success=by_viewership 2023-05-01 firm               # status
        Studios reject streaming_success=by_viewership 2023-05-01                  # status
        Guild demand viewing_data=told_to_the_guild 2023-05-01                     # status
        Studios offer viewing_data=told_to_the_guild 2023-08-11                    # offer
        Guild demand foreign_streaming=tripled 2023-05-01                          # answer
        Studios offer foreign_streaming=raised 2023-08-11                          # offer
        Guild demand streaming_films=from_twelve_million 2023-05-01                # status
        Studios offer streaming_films=from_forty_million 2023-05-01                # status
        Guild demand writer_producers=a_quarter_above 2023-05-01                   # status
        Studios offer writer_producers=raised 2023-08-11                           # offer
        Guild demand ai_writing=not_a_writer_nor_a_source 2023-05-01 firm          # status
        Studios offer ai_writing=yearly_meeting 2023-05-01                         # status
        Studios reject ai_writing=not_a_writer_nor_a_source 2023-05-01             # status
        Studios offer ai_writing=not_a_writer 2023-08-11                           # offer
        Guild demand ai_training=forbidden 2023-05-01 firm                         # status
        Studios reject ai_training=forbidden 2023-05-01                            # status
        Guild demand second_step=up_to_two_and_a_half_times 2023-05-01             # status
        Studios reject second_step=up_to_two_and_a_half_times 2023-05-01           # thread
        Guild demand picket_lines=may_be_honoured 2023-08-04                       # lines
    """,
    signed={
        "minimum_pay": "five_four_three_and_a_half",
        "room_size": "three_to_six",
        "weeks": "ten_and_twenty",
        "streaming_success": "by_viewership",
        "viewing_data": "told_to_the_guild",
        "foreign_streaming": "raised",
        "streaming_films": "from_thirty_million",
        "writer_producers": "raised",
        "ai_writing": "not_a_writer_nor_a_source",
        "ai_training": "rights_reserved",
        "second_step": "up_to_twice_the_minimum",
        "picket_lines": "as_before",
    },
    sticking=("room_size", "weeks", "streaming_success", "ai_writing"),
    creative=(
        ("room_size", "three_to_six"),
        ("streaming_films", "from_thirty_million"),
        ("ai_training", "rights_reserved"),
        ("second_step", "up_to_twice_the_minimum"),
    ),
    missed={
        "picket_lines": "The guild's wish crosses nobody: no answer of the studios to it was found"
        " in public.",
    },
)
