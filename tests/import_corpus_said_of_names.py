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
}
