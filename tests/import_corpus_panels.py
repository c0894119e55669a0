"""Panels: a row for each year of what belongs together, each with what it states, by hand.

A run of years is one fact. It ends in the year before the next one says something else; nobody
knows its end where the table ends or a code says that a year is missing.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "a row for each state, organisation and year": (
        {
            "igo_long.csv": (
                "state,year,organisation,member\n"
                "Arland,2001,Sea Union,1\nArland,2002,Sea Union,1\nArland,2003,Sea Union,0\n"
                "Arland,2004,Sea Union,1\n"
                "Arland,2001,Air Pact,0\nArland,2002,Air Pact,1\nArland,2003,Air Pact,1\n"
                "Arland,2004,Air Pact,-9\n"
                "Borland,2001,Sea Union,0\nBorland,2002,Sea Union,0\nBorland,2003,Sea Union,0\n"
                "Borland,2004,Sea Union,0\n"
                "Borland,2001,Air Pact,1\nBorland,2002,Air Pact,-9\nBorland,2003,Air Pact,2\n"
                "Borland,2004,Air Pact,0\n"
            ),
        },
        """
        Air Pact
        Arland
        Arland : Air Pact | 2002..
        Arland : Sea Union | 2001..2002
        Arland : Sea Union | 2004..
        Borland
        Borland : Air Pact | 2001..
        Borland : Air Pact | associate member 2003..2003
        Sea Union
        """,
    ),
    "a row for each pair of states and year": (
        {
            "dyads.csv": (
                "state1,state2,year,alliance\n"
                "Arland,Borland,2001,0\nArland,Borland,2002,1\nArland,Borland,2003,1\n"
                "Arland,Borland,2004,0\n"
                "Arland,Corland,2001,1\nArland,Corland,2002,1\nArland,Corland,2004,1\n"
                "Borland,Corland,2001,0\nBorland,Corland,2002,0\nBorland,Corland,2003,0\n"
            ),
        },
        """
        Arland
        Arland = Borland | 2002..2003 kind=alliance
        Arland = Corland | 2001.. kind=alliance
        Arland = Corland | 2004.. kind=alliance
        Borland
        Corland
        """,
    ),
    "pairs of states and years with a column for each kind of alliance": (
        {
            "alliances-by-year.csv": (
                "ccode1,statea,ccode2,stateb,year,defense,entente\n"
                "2,Arland,20,Borland,1958,1,1\n2,Arland,20,Borland,1959,1,0\n"
                "2,Arland,20,Borland,1960,0,0\n"
                "20,Borland,30,Corland,1958,0,0\n20,Borland,30,Corland,1959,0,1\n"
                "20,Borland,30,Corland,1960,0,1\n"
            ),
        },
        """
        Arland
        Arland = Borland | 1958..1958 kind=entente x_ccode1=2 x_ccode2=20
        Arland = Borland | 1958..1959 kind=defense x_ccode1=2 x_ccode2=20
        Borland
        Borland = Corland | 1959.. kind=entente x_ccode1=20 x_ccode2=30
        Corland
        """,
    ),
    "rows of the years in which a firm was in an association": (
        {
            "firms.csv": (
                "firm,year,association,city\n"
                "Acme,2001,Sea Union,Kielce\nAcme,2002,Sea Union,Kielce\nAcme,2003,Sea Union,Kielce\n"
                "Best,2001,Air Union,Radom\nBest,2002,Air Union,Radom\nBest,2003,Sea Union,Radom\n"
                "Cool,2001,Air Union,Kielce\nCool,2003,Air Union,Kielce\n"
            ),
        },
        """
        @ Kielce
        @ Radom
        Acme : Sea Union | 2001..
        Acme at=Kielce
        Air Union (Association)
        Best : Air Union | 2001..2002
        Best : Sea Union | 2003..
        Best at=Radom
        Cool : Air Union | 2001..2001
        Cool : Air Union | 2003..
        Cool at=Kielce
        Sea Union (Association)
        """,
    ),
    "years of members of what the file is called after": (
        {
            "NATO.csv": (
                "country,ccode,year,member\nNorland,385,2001,1\nNorland,385,2002,1\n"
                "Norland,385,2003,0\nSouthmark,380,2001,0\nSouthmark,380,2002,1\n"
                "Southmark,380,2003,1\n"
            ),
        },
        """
        NATO
        Norland : NATO | 2001..2002
        Norland x_ccode=385
        Southmark : NATO | 2002..
        Southmark x_ccode=380
        """,
    ),
    "two columns of groups beside a year": (
        {
            "panel.csv": (
                "country,year,Sea Union,Air Union\n"
                "Arland,2001,0,1\nArland,2002,1,1\nArland,2003,1,0\n"
                "Borland,2001,1,0\nBorland,2002,1,0\nBorland,2003,1,0\n"
            ),
        },
        """
        Air Union
        Arland
        Arland : Air Union | 2001..2002
        Arland : Sea Union | 2002..
        Borland
        Borland : Sea Union | 2001..
        Sea Union
        """,
    ),
}

BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "years of countries that say yes and no to what may be no groups": (
        {
            "panel.csv": b"country,year,democracy,landlocked,oil\nNorland,2001,1,0,1\nNorland,2002,1,0,1"
            b"\nSouthmark,2001,0,1,0\nSouthmark,2002,1,1,0\n"
        },
        "",
        "panel.csv: each row is a name and a year, and democracy, landlocked, oil hold yes and no, "
        "which are taken for groups; if they say something else of each, leave the columns out of "
        "the file; load it to get a mapping to look over",
    ),
}
