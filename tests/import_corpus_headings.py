"""Rows that head those below them, each file with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "groups above their members": (
        {
            "list.csv": (
                "Name,City,Website\nEnergy Alliance (2),,\nAcme,Kielce,http://acme.example\n"
                "Best,Bonn,http://best.example\nWater Alliance (2),,\n"
                "Cool,Paris,http://cool.example\nAcme,Kielce,http://acme.example\n"
            ),
        },
        """
        @ Bonn
        @ Kielce
        @ Paris
        Acme : Energy Alliance
        Acme : Water Alliance
        Acme website=http://acme.example at=Kielce
        Best : Energy Alliance
        Best website=http://best.example at=Bonn
        Cool : Water Alliance
        Cool website=http://cool.example at=Paris
        Energy Alliance
        Water Alliance
        """,
    ),
    "groups above numbered members of which nothing else is known": (
        {
            "list.csv": (
                "No.,Name\nEnergy Alliance,\n1,Acme\n2,Best\nWater Alliance,\n3,Cool\n4,Acme\n"
            ),
        },
        """
        Acme
        Acme : Energy Alliance
        Acme : Water Alliance
        Best
        Best : Energy Alliance
        Cool
        Cool : Water Alliance
        Energy Alliance
        Water Alliance
        """,
    ),
    "groups above the names of columns, which are repeated": (
        {
            "list.csv": (
                "Energy Alliance,\nName,City\nAcme,Kielce\nBest,Radom\n,\n"
                "Water Alliance,\nName,City\nCool,Bonn\n"
            ),
        },
        """
        @ Bonn
        @ Kielce
        @ Radom
        Acme : Energy Alliance
        Acme at=Kielce
        Best : Energy Alliance
        Best at=Radom
        Cool : Water Alliance
        Cool at=Bonn
        Energy Alliance
        Water Alliance
        """,
    ),
    "groups in a column of their own": (
        {
            "list.csv": (
                "Network,Member,City\nEnergy Alliance,,\n,Acme,Kielce\n,Best,Bonn\n"
                "Water Alliance,,\n,Cool,Paris\n,Acme,Kielce\n"
            ),
        },
        """
        @ Bonn
        @ Kielce
        @ Paris
        Acme : Energy Alliance
        Acme : Water Alliance
        Acme at=Kielce
        Best : Energy Alliance
        Best at=Bonn
        Cool : Water Alliance
        Cool at=Paris
        Energy Alliance (Association)
        Water Alliance (Association)
        """,
    ),
    "countries above members": (
        {
            "forum-members.csv": (
                "Name,City,Joined\nPoland,,\nAcme,Kielce,2014\nBest,Radom,2015\nGermany,,\n"
                "Cool,Bonn,2014\n"
            ),
        },
        """
        @ Bonn < Germany
        @ Germany
        @ Kielce < Poland
        @ Poland
        @ Radom < Poland
        Acme : Forum members | 2014..
        Acme at=Kielce
        Best : Forum members | 2015..
        Best at=Radom
        Cool : Forum members | 2014..
        Cool at=Bonn
        Forum members (Association)
        """,
    ),
    "letters above members": (
        {
            "forum-members.csv": (
                "Name,City,Joined\nA,,\nAcme,Kielce,2014\nB,,\nBest,Radom,2015\nBold,Bonn,2014\n"
            ),
        },
        """
        @ Bonn
        @ Kielce
        @ Radom
        Acme : Forum members | 2014..
        Acme at=Kielce
        Best : Forum members | 2015..
        Best at=Radom
        Bold : Forum members | 2014..
        Bold at=Bonn
        Forum members (Association)
        """,
    ),
    "roles above members": (
        {
            "forum.csv": (
                "Name,City,Joined\nFounding members,,\nAcme,Kielce,2014\nBest,Radom,2014\n"
                "Observers,,\nCool,Bonn,2015\n"
            ),
        },
        """
        @ Bonn
        @ Kielce
        @ Radom
        Acme : Forum | founding member 2014..
        Acme at=Kielce
        Best : Forum | founding member 2014..
        Best at=Radom
        Cool : Forum | observer 2015..
        Cool at=Bonn
        Forum (Association)
        """,
    ),
    "organisations above their projects": (
        {
            "projects.csv": (
                "Project,Start,End\nAcme Ltd,,\nClean Air,2001,2003\nWind Farm,2002,2004\n"
                "Best University,,\nSolar,2003,2005\nClean Air,2001,2003\n"
            ),
        },
        """
        Acme Ltd
        Acme Ltd * Clean Air
        Acme Ltd * Wind Farm
        Best University
        Best University * Clean Air
        Best University * Solar
        [project] Clean Air 2001..2003
        [project] Solar 2003..2005
        [project] Wind Farm 2002..2004
        """,
    ),
}

BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "headings that may be anything, where nothing else ties the rows": (
        {
            "list.csv": (
                b"Name,City,Website\nNorth,,\nAcme,Kielce,http://acme.example\n"
                b"Best,Radom,http://best.example\nSouth,,\nCool,Bonn,http://cool.example\n"
            ),
        },
        "",
        "list.csv: the headings of rows, or the names of sheets (North, South), may be groups, and "
        'nothing says whether they are; if not, write "member attribute" or another role for '
        "Heading; load it to get a mapping to look over",
    ),
    "reasons for projects where organisations should stand": (
        {
            "projekte.csv": (
                "Nr.,Projekt,Hintergrund,Bemerkungen\n"
                "1,Hafenstraße,Der Radweg befindet sich seit Jahren in einem schlechten Zustand.,\n"
                "2,Seestraße,Hier gibt es auf beiden Seiten bisher noch keinen Radweg.,neu\n"
                "3,Talweg,Auf der Nordseite ist die Fahrbahn für Radfahrende zu schmal.,\n"
                "4,Ringstraße,Der Radweg befindet sich seit Jahren in einem schlechten Zustand.,\n"
            ).encode(),
        },
        "",
        "projekte.csv: Hintergrund is taken for the names of organisations, and holds sentences; "
        'write "member" for another column, or shape = "skip" if none names organisations; load it '
        "to get a mapping to look over",
    ),
    "people with initials in a matrix": (
        {
            "memberships.csv": (
                b"-,SeaSoc,AirSoc\nAbel.AH,0,1\nBaker.DF,.0,1\nCole.HA,1,0\nDunn.E,1,1\n"
            ),
        },
        "",
        "memberships.csv: - seems to hold people (Abel.AH, Baker.DF, Cole.HA), who are not "
        "organisations",
    ),
}
