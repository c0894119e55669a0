"""Small files in which the rows tell whose a column is, what a code means, or where a name ends:
each with what it states, by hand.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "web addresses of alliances beside their members": (
        {
            "alliances.csv": "Alliance,University,Country,Link\n"
            "North,Alpha University,Netherlands (the),https://north.example\n"
            "North,Beta University,France,https://north.example\n"
            "South,Gamma University,Spain,https://south.example\n"
            "South,Delta University,Spain,https://south.example\n"
            "South,Epsilon University,Italy,https://south.example\n"
        },
        """
        @ France
        @ Italy
        @ Netherlands
        @ Spain
        Alpha University : North
        Alpha University at=Netherlands
        Beta University : North
        Beta University at=France
        Delta University : South
        Delta University at=Spain
        Epsilon University : South
        Epsilon University at=Italy
        Gamma University : South
        Gamma University at=Spain
        North (Association) website=https://north.example
        South (Association) website=https://south.example
        """,
    ),
    "a web address that each member has for itself": (
        {
            "alliances.csv": "Alliance,University,Link\nNorth,Alpha,https://alpha.example\n"
            "North,Beta,https://beta.example\nSouth,Gamma,https://gamma.example\n"
        },
        """
        Alpha : North
        Alpha website=https://alpha.example
        Beta : North
        Beta website=https://beta.example
        Gamma : South
        Gamma website=https://gamma.example
        North (Association)
        South (Association)
        """,
    ),
    "coalitions in coalitions, told by abbreviations of another file": (
        {
            "collaborations.csv": "Abbreviation,Organization,Membership\nWF,Water Forum,\n"
            'EC,Energy Coalition,"WF, TA"\nTA,Transport Alliance,\n',
            "organizations.csv": 'Organization,Collaborations\nAlpha Works,"WF, EC"\n'
            'Beta University,TA\nGamma Society,"EC, TA"\n',
        },
        """
        Alpha Works
        Alpha Works : Energy Coalition
        Alpha Works : Water Forum
        Beta University
        Beta University : Transport Alliance
        Energy Coalition
        Energy Coalition : Transport Alliance
        Energy Coalition : Water Forum
        Gamma Society
        Gamma Society : Energy Coalition
        Gamma Society : Transport Alliance
        Transport Alliance
        Water Forum
        """,
    ),
    "points and descriptions of projects, of which one investor has several": (
        {
            "projects.csv": "Project,Investor,Status,Description,Latitude,Longitude\n"
            "Riverside,Alpha Works,built,Flats by the river,50.1,14.3\n"
            "Hillside,Beta Works,planned,Houses on the hill,50.2,14.4\n"
            "Old Mill,Alpha Works,planned,A mill,50.3,14.5\n"
        },
        """
        @ 50.1, 14.3 50.1,14.3
        @ 50.2, 14.4 50.2,14.4
        @ 50.3, 14.5 50.3,14.5
        Alpha Works
        Alpha Works * Old Mill | x_status=planned
        Alpha Works * Riverside | x_status=built
        Beta Works
        Beta Works * Hillside | x_status=planned
        [project] Hillside x_description=Houses on the hill at=50.2, 14.4
        [project] Old Mill x_description=A mill at=50.3, 14.5
        [project] Riverside x_description=Flats by the river at=50.1, 14.3
        """,
    ),
    "ids beside names, of providers and of what they provide": (
        {
            "provision.csv": "provider_name,provider_id,provided_name,provided_id,share\n"
            "Alpha Works,P1,Cutting,N1,40\nBeta Works,P2,Cutting,N1,60\nAlpha Works,P1,Welding,N2,"
            "100\nGamma Works,P3,,N2,5\nDelta Works,P4,Cutting,N1,10\n"
        },
        """
        Alpha Works : Cutting | x_share=40
        Alpha Works : Welding | x_share=100
        Alpha Works x_provider_id=P1
        Beta Works : Cutting | x_share=60
        Beta Works x_provider_id=P2
        Cutting x_provided_id=N1
        Delta Works : Cutting | x_share=10
        Delta Works x_provider_id=P4
        Gamma Works : Welding | x_share=5
        Gamma Works x_provider_id=P3
        Welding x_provided_id=N2
        """,
    ),
    "names that are numbered, of rows and of columns": (
        {
            "matrix.csv": "Organisation,1. Energy group,2. Water group,3. Land group\n"
            "1. Alpha Works,x,,x\n2. Beta University,,x,\n3. Gamma Society,x,x,\n"
        },
        """
        Alpha Works
        Alpha Works : Energy group
        Alpha Works : Land group
        Beta University
        Beta University : Water group
        Energy group (WorkingGroup)
        Gamma Society
        Gamma Society : Energy group
        Gamma Society : Water group
        Land group (WorkingGroup)
        Water group (WorkingGroup)
        """,
    ),
    "names of which a number is a part, because another column says it": (
        {
            "clubs.csv": "Club,Parent\n1. Alpha Club,\n2. Beta Club,1. Alpha Club\n"
            "3. Gamma Club,1. Alpha Club\n"
        },
        """
        1. Alpha Club
        2. Beta Club in=1. Alpha Club
        3. Gamma Club in=1. Alpha Club
        """,
    ),
    "text copied out of a web page, with links where names are": (
        {
            "members.csv": "Description,Rooms\n"
            "<a href='https://alpha.example' target='_blank'>Alpha &amp; Sons</a>,3\n"
            '<a href="https://beta.example">Beta Works</a>,5\n'
        },
        """
        Alpha & Sons : Members
        Alpha & Sons website=https://alpha.example x_rooms=3
        Beta Works : Members
        Beta Works website=https://beta.example x_rooms=5
        Members
        """,
    ),
    "a person to write to beside each organisation": (
        {
            "consortium.csv": "Name,Contact,Kind\nAlpha Works,Ann Roe,Verein/Verband\n"
            "Beta Works,Bob Poe,Verein/Verband\n"
        },
        """
        Alpha Works (Association) x_contact=Ann Roe
        Beta Works (Association) x_contact=Bob Poe
        """,
    ),
    "numbers of rows under a word for short names": (
        {
            "forum-members.csv": "Abbreviation,Organisation,Country\n1,Alpha Works,PL\n"
            "2,Beta Works,DE\n3,Gamma Works,DE\n"
        },
        """
        @ Germany
        @ Poland
        Alpha Works : Forum members
        Alpha Works x_abbreviation=1 at=Poland
        Beta Works : Forum members
        Beta Works x_abbreviation=2 at=Germany
        Forum members (Association)
        Gamma Works : Forum members
        Gamma Works x_abbreviation=3 at=Germany
        """,
    ),
    "decisions that refer to each other, which are no organisations": (
        {
            "edges.csv": "Ref source,Ref target,Number\nD-2,D-1,3\nD-3,D-1,1\nD-3,D-2,1\n",
            "decisions.csv": "Decision,Parties,Date\nD-1,Alpha Works,2014-01-02\n"
            "D-2,Beta Works,2015-01-02\nD-3,Alpha Works,2016-01-02\n",
        },
        """
        Alpha Works
        Alpha Works ~ D-1 | 2014-01-02..
        Alpha Works ~ D-3 | 2016-01-02..
        Beta Works
        Beta Works ~ D-2 | 2015-01-02..
        [case] D-1 ..
        [case] D-2 ..
        [case] D-3 ..
        """,
    ),
    "an id that all rows have, and the institution that gives a grant": (
        {
            "projects.csv": "UID,Project,Institution,grant_institution\n0,Water,Alpha Lab,Blue Fund\n"
            "0,Fire,Beta Lab,Red Fund\n0,Earth,Gamma Lab,Green Fund\n"
        },
        """
        Alpha Lab
        Alpha Lab * Water | x_grant_institution=Blue Fund x_uid=0
        Beta Lab
        Beta Lab * Fire | x_grant_institution=Red Fund x_uid=0
        Gamma Lab
        Gamma Lab * Earth | x_grant_institution=Green Fund x_uid=0
        [project] Earth
        [project] Fire
        [project] Water
        """,
    ),
}
