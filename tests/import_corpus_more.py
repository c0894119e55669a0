"""More tables: other languages, wordings and layouts, each with what it states, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "a column per partner with countries": (
        {
            "deals.csv": (
                "Project,Partner 1,Partner 2,Start date\nP1,Acme,Best,2014\nP2,Acme,Cool,2015\n"
            ),
        },
        """
        Acme
        Acme * P1
        Acme * P2
        Best
        Best * P1
        Cool
        Cool * P2
        [project] P1 2014..
        [project] P2 2015..
        """,
    ),
    "kinds of Kumu": (
        {
            "elements.csv": ("Label,Type,Tags\nAcme,Organization,a|b\nWater,Project,\n"),
            "connections.csv": ("From,To,Type\nAcme,Water,leads\n"),
        },
        """
        Acme
        Acme * Water | leads
        [Project] Water
        """,
    ),
    "dates in words": (
        {
            "members.csv": (
                "Organisation,Joined\nAcme,12 March 2014\nBest,Nov 2015\nCool,7 listopada 2014 r.\n"
            ),
        },
        """
        Acme
        Acme : Members | 2014-03-12..
        Best
        Best : Members | 2015-11..
        Cool
        Cool : Members | 2014-11-07..
        Members
        """,
    ),
    "signed in Polish": (
        {
            "porozumienie.csv": (
                "Sygnatariusz;Data podpisania;Strona www\n"
                "Gmina Ząbki;7.11.2014;www.zabki.example\n"
                "Fundacja Źródło;12.11.2014;\n"
            ),
        },
        """
        Fundacja Źródło
        Fundacja Źródło ~ Porozumienie | 2014-11-12..
        Gmina Ząbki website=http://www.zabki.example
        Gmina Ząbki ~ Porozumienie | 2014-11-07..
        [agreement] Porozumienie ..
        """,
    ),
    "umowy z cudzysłowem": (
        {
            "umowy.csv": (
                'Umowa;Strony;Data\nUmowa nr 1;"Acme | Best";2014\nUmowa nr 2;"Acme | Cool";2015\n'
            ),
        },
        """
        Acme
        Acme ~ Umowa nr 1 | 2014..
        Acme ~ Umowa nr 2 | 2015..
        Best
        Best ~ Umowa nr 1 | 2014..
        Cool
        Cool ~ Umowa nr 2 | 2015..
        [agreement] Umowa nr 1 2014..
        [agreement] Umowa nr 2 2015..
        """,
    ),
    "German list": (
        {
            "mitglieder.csv": ("Mitglied;Land;Seit\nAcme GmbH;DE;2014\nBest AG;AT;2015\n"),
        },
        """
        @ Austria
        @ Germany
        Acme GmbH : Mitglieder | 2014..
        Acme GmbH at=Germany
        Best AG : Mitglieder | 2015..
        Best AG at=Austria
        Mitglieder
        """,
    ),
    "French list": (
        {
            "signataires.csv": ("Signataire,Pays,Date\nAcme,FR,2014-11-07\nBest,BE,2014-11-08\n"),
        },
        """
        @ Belgium
        @ France
        Acme at=France
        Acme ~ Signataires | 2014-11-07..
        Best at=Belgium
        Best ~ Signataires | 2014-11-08..
        [agreement] Signataires ..
        """,
    ),
    "lobby list": (
        {
            "register.csv": (
                "Identification code,Name,Registration category,Head office country,Web site URL\n"
                "100-1,Acme,Trade and business associations,BELGIUM,http://acme.example\n"
                "100-2,Best,Non-governmental organisations,GERMANY,best.example\n"
            ),
        },
        """
        @ Belgium
        @ Germany
        Acme (Association) website=http://acme.example at=Belgium
        Best (Association) website=http://best.example at=Germany
        """,
    ),
    "groups with ids": (
        {
            "m.csv": (
                "member_id,member_name,group_id,group_name,role\n"
                "1,Acme,7,Forum,chair\n"
                "2,Best,7,Forum,member\n"
            ),
        },
        """
        Acme
        Acme : Forum | chair
        Best
        Best : Forum
        Forum (WorkingGroup)
        """,
    ),
    "consortium": (
        {
            "consortium.csv": (
                "Consortium,Lead partner,Members\nC1,Acme,Best; Cool\nC2,Best,Acme\n"
            ),
        },
        """
        Acme
        Acme : C1 | lead partner
        Acme : C2
        Best
        Best : C1
        Best : C2 | lead partner
        C1
        C2
        Cool
        Cool : C1
        """,
    ),
    "events by year": (
        {
            "fairs.csv": (
                "Conference,Participant,Year\n"
                "Fair A,Acme,2014\n"
                "Fair A,Best,2014\n"
                "Fair B,Acme,2015\n"
            ),
        },
        """
        Acme
        Acme * Fair A
        Acme * Fair B
        Best
        Best * Fair A
        [event] Fair A 2014..
        [event] Fair B 2015..
        """,
    ),
    "directors": (
        {
            "boards.csv": (
                "Board,Organisation,From,To\n"
                "Board A,Acme,2010-01-01,2012-12-31\n"
                "Board A,Best,2011,present\n"
            ),
        },
        """
        Acme
        Acme : Board A | 2010-01-01..2012-12-31
        Best
        Best : Board A | 2011..
        Board A (WorkingGroup)
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
    "quoted line breaks": (
        {
            "members.csv": ('Name,City\n"Acme\nLtd",Kielce\nBest,Bonn\n'),
        },
        """
        @ Bonn
        @ Kielce
        Acme Ltd : Members
        Acme Ltd at=Kielce
        Best : Members
        Best at=Bonn
        Members
        """,
    ),
    "two title rows": (
        {
            "list.csv": (
                "Register,,\n"
                "as of 2014,,\n"
                "Signatory,Country,Signed\n"
                "Acme,PL,2014-01-02\n"
                "Best,DE,2014-01-03\n"
            ),
        },
        """
        @ Germany
        @ Poland
        Acme at=Poland
        Acme ~ Register | 2014-01-02..
        Best at=Germany
        Best ~ Register | 2014-01-03..
        [agreement] Register ..
        """,
    ),
    "pipe": (
        {
            "members.csv": ("Member|Group\nAcme|Forum\nBest|Forum\n"),
        },
        """
        Acme
        Acme : Forum
        Best
        Best : Forum
        Forum (WorkingGroup)
        """,
    ),
}
