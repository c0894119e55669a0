"""Records of which further rows only go on with lists, each file with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "projects whose further rows name only participants": (
        {
            "projects.csv": (
                "Project,Acronym,Start,Participant,Country\nClean Air,CLAIR,2001,Acme,DE\n"
                ",,,Best,PL\n,,,Cool,FR\nWind,WIND,2003,Acme,DE\n,,,Done,IT\n"
            ),
        },
        """
        @ France
        @ Germany
        @ Italy
        @ Poland
        Acme * Clean Air
        Acme * Wind
        Acme at=Germany
        Best * Clean Air
        Best at=Poland
        Cool * Clean Air
        Cool at=France
        Done * Wind
        Done at=Italy
        [project] Clean Air 2001.. x_acronym=CLAIR
        [project] Wind 2003.. x_acronym=WIND
        """,
    ),
    "networks that are named in the first of their rows": (
        {
            "networks.csv": "Network,Member\nSea,Acme\n,Best\nAir,Cool\n,Acme\n",
        },
        """
        Acme
        Acme : Air
        Acme : Sea
        Air (Association)
        Best
        Best : Sea
        Cool
        Cool : Air
        Sea (Association)
        """,
    ),
    "two lists side by side below a company": (
        {
            "export.csv": (
                ",Company name,Country ISO code,Shareholder - Name,Shareholder - Direct %,"
                "Subsidiary - Name,Subsidiary - Direct %\n"
                "1,ACME AG,DE,Best SE,51.5,Cool Ltd,100\n,,,Done BV,20,Even Inc,75\n"
                ",,,,,Fair Spa,60\n2,GRID PLC,GB,Hill LLC,99,Iron Oy,80\n,,,Jade AB,1,,\n"
            ),
        },
        """
        @ Germany
        @ United Kingdom
        ACME AG = Best SE | kind=shareholder x_direct=51.5
        ACME AG = Cool Ltd | kind=subsidiary x_direct=100.0
        ACME AG = Done BV | kind=shareholder x_direct=20.0
        ACME AG = Even Inc | kind=subsidiary x_direct=75.0
        ACME AG = Fair Spa | kind=subsidiary x_direct=60.0
        ACME AG at=Germany
        Best SE
        Cool Ltd
        Done BV
        Even Inc
        Fair Spa
        GRID PLC = Hill LLC | kind=shareholder x_direct=99.0
        GRID PLC = Iron Oy | kind=subsidiary x_direct=80.0
        GRID PLC = Jade AB | kind=shareholder x_direct=1.0
        GRID PLC at=United Kingdom
        Hill LLC
        Iron Oy
        Jade AB
        """,
    ),
    "members and partners side by side below an association": (
        {
            "associations.csv": (
                "Association,Founded,Member,Partner organisation\nSea Union,1990,Acme,Grid\n"
                ",,Best,Hill\n,,Cool,\nAir Pact,1995,Acme,Iron\n,,,Jade\n"
            ),
        },
        """
        Acme
        Acme : Air Pact
        Acme : Sea Union
        Air Pact (Association) founded=1995
        Best
        Best : Sea Union
        Cool
        Cool : Sea Union
        Grid
        Grid : Sea Union | partner organisation
        Hill
        Hill : Sea Union | partner organisation
        Iron
        Iron : Air Pact | partner organisation
        Jade
        Jade : Air Pact | partner organisation
        Sea Union (Association) founded=1990
        """,
    ),
    "acronyms that some have": (
        {
            "funds.csv": (
                "Acronym,Name,City\nIMF,International Fund,Bonn\n,Some Forum,Paris\n"
                "WTO,World Trade,Rome\n,Other Forum,Kielce\n"
            ),
        },
        """
        @ Bonn
        @ Kielce
        @ Paris
        @ Rome
        International Fund aliases=IMF at=Bonn
        Other Forum at=Kielce
        Some Forum at=Paris
        World Trade aliases=WTO at=Rome
        """,
    ),
}
