"""Edge lists, alone and with a table of nodes, each with what it states, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "towns by ids that are called as the ends of a tie": (
        {
            "gemelli.csv": "comune_start_id,comune_start_name,comune_end_id,comune_end_name\n"
            + "".join(
                f"s_{one},{one},e_{other},{other}\n"
                for one, other in zip("Alba Alba Alba Bari Bari".split(), "KLMNP", strict=True)
            )
        },
        """
        Alba
        Alba = K
        Alba = L
        Alba = M
        Bari
        Bari = N
        Bari = P
        K
        L
        M
        N
        P
        """,
    ),
    "acquisitions by one buyer": (
        {
            "acquisitions.csv": "source,target,Year\n"
            + "".join(f"Acme,{each} Works,200{at}\n" for at, each in enumerate("KLMNPRSTUV"))
        },
        "\n".join(
            [
                "Acme",
                *(f"Acme = {each} Works | 200{at}.." for at, each in enumerate("KLMNPRSTUV")),
                *(f"{each} Works" for each in "KLMNPRSTUV"),
            ]
        ),
    ),
    "an adjacency list with colons": (
        {"net.txt": "Acme: Best Works, Cool\nBest Works: Acme, Dash\nCool:\n"},
        """
        Acme
        Acme = Best Works
        Acme = Best Works
        Acme = Cool
        Best Works
        Best Works = Dash
        Cool
        Dash
        """,
    ),
    "an adjacency list of words": (
        {"net.txt": "# made by hand\nAcme Best Cool\nBest Cool\nCool Dash Acme Egg\n"},
        """
        Acme
        Acme = Best
        Acme = Cool
        Acme = Cool
        Best
        Best = Cool
        Cool
        Cool = Dash
        Cool = Egg
        Dash
        Egg
        """,
    ),
    "lists of the members of groups": (
        {"net.txt": "Forum -> Acme Ltd, Best\nClub -> Best\nLodge -> Cool, Acme Ltd\n"},
        """
        Acme Ltd
        Acme Ltd : Forum
        Acme Ltd : Lodge
        Best
        Best : Club
        Best : Forum
        Club
        Cool
        Cool : Lodge
        Forum
        Lodge
        """,
    ),
    "an edge list of members and groups": (
        {
            "net.csv": (
                "Source,Target,Weight\nAcme,Forum,1\nBest,Forum,1\nCool,Club,1\nAcme,Club,1\n"
                "Dash,Club,2\n"
            )
        },
        """
        Acme
        Acme : Club | x_weight=1
        Acme : Forum | x_weight=1
        Best
        Best : Forum | x_weight=1
        Club
        Cool
        Cool : Club | x_weight=1
        Dash
        Dash : Club | x_weight=2
        Forum
        """,
    ),
    "an edge list of funders and those they fund": (
        {"net.csv": "Funder,Grantee\nFund,Acme\nFund,Best\nTrust,Cool\nFund,Cool\nTrust,Dash\n"},
        """
        Acme
        Acme = Fund
        Best
        Best = Fund
        Cool
        Cool = Fund
        Cool = Trust
        Dash
        Dash = Trust
        Fund
        Trust
        """,
    ),
    "edge list": (
        {
            "ties.csv": ("Source,Target,Weight\nAlpha,Beta,2\nBeta,Gamma,1\n"),
        },
        """
        Alpha
        Alpha = Beta | weight=2
        Beta
        Beta = Gamma | weight=1
        Gamma
        """,
    ),
    "edge list with type": (
        {
            "ties.csv": ("From,To,Type,Since\nAlpha,Beta,funds,2014\nBeta,Gamma,advises,2015\n"),
        },
        """
        Alpha
        Alpha = Beta | 2014.. kind=funds
        Beta
        Beta = Gamma | 2015.. kind=advises
        Gamma
        """,
    ),
    "edge list without header": (
        {
            "edges.csv": ("Alpha,Beta\nBeta,Gamma\nGamma,Alpha\n"),
        },
        """
        Alpha
        Alpha = Beta
        Alpha = Gamma
        Beta
        Beta = Gamma
        Gamma
        """,
    ),
    "edge list of words": (
        {
            "edges.txt": ("Alpha Beta\nBeta Gamma\n"),
        },
        """
        Alpha
        Alpha = Beta
        Beta
        Beta = Gamma
        Gamma
        """,
    ),
    "edge list with weights of words": (
        {
            "edges.txt": ("# FromNodeId ToNodeId\n1 2 0.5\n2 3 1\n"),
        },
        """
        1
        1 = 2 | weight=0.5
        2
        2 = 3 | weight=1
        3
        """,
    ),
    "edge list both ways": (
        {
            "ties.csv": ("Source,Target\nA1,B1\nB1,A1\nB1,C1\nC1,B1\n"),
        },
        """
        A1
        A1 = B1
        B1
        B1 = C1
        C1
        """,
    ),
    "edge list repeats": (
        {
            "ties.csv": ("Source,Target\nA1,B1\nA1,B1\nC1,C1\nB1,C1\n"),
        },
        """
        A1
        A1 = B1
        B1
        B1 = C1
        C1
        """,
    ),
    "weights with a comma": (
        {
            "ties.csv": ("Source;Target;Weight\nA1;B1;0,5\nB1;C1;1,25\n"),
        },
        """
        A1
        A1 = B1 | weight=0.5
        B1
        B1 = C1 | weight=1.25
        C1
        """,
    ),
    "partner pairs": (
        {
            "coop.csv": ("Partner A,Partner B,Start\nAcme,Best,2014\nBest,Cool,\n"),
        },
        """
        Acme
        Acme = Best | 2014..
        Best
        Best = Cool
        Cool
        """,
    ),
    "ends with kinds": (
        {
            "coop.csv": ("Source,Target,Source type,Target type\nAcme,Best,Company,University\n"),
        },
        """
        Acme (Company)
        Acme = Best
        Best (University)
        """,
    ),
    "board interlocks": (
        {
            "interlocks.csv": ("Company A,Company B,Shared directors\nAcme,Best,2\nBest,Cool,1\n"),
        },
        """
        Acme
        Acme = Best | weight=2
        Best
        Best = Cool | weight=1
        Cool
        """,
    ),
    "survey of contacts": (
        {
            "contacts.csv": ("Respondent,Contact,How often\nAcme,Best,weekly\nBest,Cool,monthly\n"),
        },
        """
        Acme
        Acme = Best | x_how_often=weekly
        Best
        Best = Cool | x_how_often=monthly
        Cool
        """,
    ),
    "member of as a kind": (
        {
            "ties.csv": ("Source,Target,Relation\nAcme,Forum,member of\nAcme,Best,partner\n"),
        },
        """
        Acme
        Acme : Forum
        Acme = Best | kind=partner
        Best
        Forum
        """,
    ),
    "nodes and edges": (
        {
            "nodes.csv": ("Id,Label,Type\n1,Acme,Company\n2,Best,NGO\n3,Cool,NGO\n"),
            "edges.csv": ("Source,Target,Weight\n1,2,3\n2,3,1\n"),
        },
        """
        Acme (Company) x_id=1
        Acme = Best | weight=3
        Best (Association) x_id=2
        Best = Cool | weight=1
        Cool (Association) x_id=3
        """,
    ),
    "nodes with events": (
        {
            "nodes.csv": (
                "Id,Label,Type\n1,Acme,Organisation\n2,Forum 2014,Event\n3,Cool,Organisation\n"
            ),
            "edges.csv": ("Source,Target\n1,2\n3,2\n1,3\n"),
        },
        """
        Acme * Forum 2014
        Acme = Cool
        Acme x_id=1
        Cool * Forum 2014
        Cool x_id=3
        [Event] Forum 2014 x_id=2
        """,
    ),
    "two modes by type": (
        {
            "nodes.csv": ("name,type\nAcme,False\nBest,False\nForum,True\n"),
            "edges.csv": ("from,to\nAcme,Forum\nBest,Forum\n"),
        },
        """
        Acme = Forum
        Acme x_type=False
        Best = Forum
        Best x_type=False
        Forum x_type=True
        """,
    ),
    "kinds of Kumu": (
        {
            "elements.csv": ("Label,Type,Tags\nAcme,Organization,a|b\nWater,Project,\n"),
            "connections.csv": ("From,To,Type\nAcme,Water,leads\n"),
        },
        """
        Acme * Water | leads
        Acme x_tags=a|b
        [Project] Water
        """,
    ),
    "mixed kinds of groups": (
        {
            "n.csv": (
                "Id,Label,Type\n1,Acme,Company\n2,Fair,Event\n3,Pact,Agreement\n4,Jan,Person\n"
            ),
            "e.csv": ("Source,Target,Label\n1,2,host\n1,3,\n4,1,works for\n"),
        },
        """
        Acme (Company) x_id=1
        Acme * Fair | host
        Acme ~ Pact | ..
        [Agreement] Pact .. x_id=3
        [Event] Fair x_id=2
        """,
    ),
    "clients of a register of lobbyists": (
        {
            "lobby.csv": (
                "Registrant,Client,Valid until\nActs,Acme,2020-01-02\nActs,Best,indefinite\n"
            ),
        },
        """
        Acme
        Acme = Acts | ..2020-01-02
        Acts
        Acts = Best | ..
        Best
        """,
    ),
}
