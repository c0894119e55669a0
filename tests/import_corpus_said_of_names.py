"""What rows say of the organisations that they name: totals of ends, titles of people, two names;
each with what it states, by hand.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "the totals of parties beside their ties, stated from both ends": (
        {"pairs.csv": "party1,party2,value,total\nP,Q,5,200\nQ,P,5,138\nQ,R,4,138\nR,Q,4,200\n"},
        """
        P = Q | weight=5
        P x_total=200
        Q = R | weight=4
        Q x_total=138
        R x_total=200
        """,
    ),
    "words that name no place among countries and cities": (
        {
            "members.csv": "Organisation,Association,Country,City\nAcme,Forum,Various,Oslo\n"
            'Best,Forum,UAE,Multiple\nCool,Forum,międzynarodowa,\nDale,Forum,"Korea, South",\n'
        },
        """
        @ Oslo
        @ South Korea
        @ United Arab Emirates
        Acme : Forum
        Acme at=Oslo
        Best : Forum
        Best at=United Arab Emirates
        Cool
        Cool : Forum
        Dale : Forum
        Dale at=South Korea
        Forum (Association)
        """,
    ),
    "a node of a graph in several countries": (
        {
            "forum.graphml": '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="n" '
            'for="node" attr.name="label"/><key id="c" for="node" attr.name="country"/><graph '
            'edgedefault="undirected"><node id="n0"><data key="n">Acme</data><data key="c">'
            'International</data></node><node id="n1"><data key="n">Best</data><data key="c">DRC'
            '</data></node><edge source="n0" target="n1"/></graph></graphml>'
        },
        """
        @ Democratic Republic of the Congo
        Acme
        Acme = Best
        Best at=Democratic Republic of the Congo
        """,
    ),
    "people by their forms of address among shareholders": (
        {
            "share.csv": "symbol,rank,shareholder_name,share\nABC,1,MR. Somkid Jaidee,31.7\n"
            "ABC,2,North Company Limited,5.5\nDEF,1,นาย อนันต์ ใจดี,24.2\n"
            "DEF,2,SOCIAL SECURITY OFFICE,6.4\nDEF,3,Mr Price Group Ltd,3\n"
        },
        """
        ABC
        ABC = North Company Limited | kind=shareholder x_rank=2 x_share=5.5
        DEF
        DEF = Mr Price Group Ltd | kind=shareholder x_rank=3 x_share=3.0
        DEF = SOCIAL SECURITY OFFICE | kind=shareholder x_rank=2 x_share=6.4
        Mr Price Group Ltd
        North Company Limited
        SOCIAL SECURITY OFFICE
        """,
    ),
    "a person with an id among members": (
        {
            "members.csv": "id,Member,Association\n1,Acme Works,Forum\n2,Frau Dr. Eva Muster,Forum"
            "\n3,Dr. Oetker,Forum\n4,Best Oil,Forum\n5,Cool Air,Forum\n6,Dale Ore,Forum\n"
            "2,Frau Dr. Eva Muster,Club\n"
        },
        """
        Acme Works : Forum
        Acme Works x_id=1
        Best Oil : Forum
        Best Oil x_id=4
        Club (Association)
        Cool Air : Forum
        Cool Air x_id=5
        Dale Ore : Forum
        Dale Ore x_id=6
        Dr. Oetker : Forum
        Dr. Oetker x_id=3
        Forum (Association)
        """,
    ),
}
