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
        Acme ~ Umowa nr 1
        Acme ~ Umowa nr 2
        Best
        Best ~ Umowa nr 1
        Cool
        Cool ~ Umowa nr 2
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
    "mixed kinds of groups": (
        {
            "n.csv": (
                "Id,Label,Type\n1,Acme,Company\n2,Fair,Event\n3,Pact,Agreement\n4,Jan,Person\n"
            ),
            "e.csv": ("Source,Target,Label\n1,2,host\n1,3,\n4,1,works for\n"),
        },
        """
        Acme (Company)
        Acme * Fair | host
        Acme ~ Pact | ..
        [Agreement] Pact ..
        [Event] Fair
        """,
    ),
    "covenant": (
        {
            "signatories.csv": (
                "Name of the signatory,Country,Population,Date of adhesion,Status\n"
                "Kielce,Poland,190000,07/11/2014,Active\n"
                "Bonn,Germany,300000,13/12/2014,On hold\n"
            ),
        },
        """
        @ Germany
        @ Poland
        Bonn at=Germany
        Bonn ~ Signatories | 2014-12-13..
        Kielce at=Poland
        Kielce ~ Signatories | 2014-11-07..
        [agreement] Signatories ..
        """,
    ),
    "eu register": (
        {
            "reg.csv": (
                "Identification code,Registration date,Organisation name,Website,Category of registration,Head office country\n"
                "1-1,2014-01-02,Acme,acme.example,Companies & groups,BELGIUM\n"
            ),
        },
        """
        @ Belgium
        Acme (Company) website=http://acme.example at=Belgium
        Acme : Reg | 2014-01-02..
        Reg
        """,
    ),
    "members with numbers": (
        {
            "m.csv": ("No.,Member,Seat,Joined\n1,Acme,Kielce,2014\n2,Best,Bonn,2015\n"),
        },
        """
        @ Bonn
        @ Kielce
        Acme : M | 2014..
        Acme at=Kielce
        Best : M | 2015..
        Best at=Bonn
        M
        """,
    ),
    "organisations in a row with list of projects": (
        {
            "o.csv": ("Organisation;Projects\nAcme;P1|P2\nBest;P1\n"),
        },
        """
        Acme
        Acme * P1
        Acme * P2
        Best
        Best * P1
        [project] P1
        [project] P2
        """,
    ),
    "merger": (
        {
            "mergers.csv": ("Case,Acquirer,Target,Year\nM1,Acme,Best,2014\n"),
        },
        """
        Acme
        Acme ~ M1 | acquirer
        Best
        Best ~ M1 | target
        [case] M1 2014..
        """,
    ),
    "klaster z koordynatorem": (
        {
            "klastry.csv": (
                "Klaster;Koordynator;Województwo;Liczba członków\n"
                "Klaster Metalowy;Politechnika;podlaskie;32\n"
                "Klaster Drzewny;Izba;lubuskie;11\n"
            ),
        },
        """
        @ lubuskie
        @ podlaskie
        Izba
        Izba : Klaster Drzewny | coordinator
        Klaster Drzewny (Cluster) at=lubuskie
        Klaster Metalowy (Cluster) at=podlaskie
        Politechnika
        Politechnika : Klaster Metalowy | coordinator
        """,
    ),
    "czlonkostwa": (
        {
            "czlonkostwa.csv": (
                "Nazwa członka;Nazwa klastra;Data przystąpienia\n"
                "Acme;Klaster Metalowy;2010\n"
                "Best;Klaster Metalowy;2011\n"
            ),
        },
        """
        Acme
        Acme : Klaster Metalowy | 2010..
        Best
        Best : Klaster Metalowy | 2011..
        Klaster Metalowy (Cluster)
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
    "partnership agreements": (
        {
            "agr.csv": (
                "Partner institution,Country,Agreement type,Signed,Expires\n"
                "Uni A,DE,Erasmus,2014-01-01,2020-12-31\n"
                "Uni B,FR,MoU,2015-01-01,\n"
            ),
        },
        """
        @ France
        @ Germany
        Uni A at=Germany
        Uni A ~ Agr | 2014-01-01..2020-12-31
        Uni B at=France
        Uni B ~ Agr | 2015-01-01..
        [agreement] Agr ..
        """,
    ),
    "participants per event matrix": (
        {
            "events.csv": ("Organisation,Fair 2012,Fair 2013,Fair 2014\nAcme,x,x,\nBest,,x,x\n"),
        },
        """
        Acme
        Acme * Fair 2012
        Acme * Fair 2013
        Best
        Best * Fair 2013
        Best * Fair 2014
        [event] Fair 2012
        [event] Fair 2013
        [event] Fair 2014
        """,
    ),
    "transposed matrix": (
        {
            "m.csv": ("Cluster,Acme,Best,Cool\nMetal,1,0,1\nWood,0,1,1\n"),
        },
        """
        Acme
        Acme : Metal
        Best
        Best : Wood
        Cool
        Cool : Metal
        Cool : Wood
        Metal (Cluster)
        Wood (Cluster)
        """,
    ),
    "survey of contacts": (
        {
            "contacts.csv": ("Respondent,Contact,How often\nAcme,Best,weekly\nBest,Cool,monthly\n"),
        },
        """
        Acme
        Acme = Best
        Best
        Best = Cool
        Cool
        """,
    ),
    "grants": (
        {
            "grants.csv": (
                "Grantee,Funder,Amount,Year\nAcme,Fund A,1000,2014\nBest,Fund A,2000,2015\n"
            ),
        },
        """
        Acme
        Acme = Fund A | 2014..
        Best
        Best = Fund A | 2015..
        Fund A
        """,
    ),
    "joint ventures": (
        {
            "jv.csv": ("Joint venture,Parents,Founded\nJV1,Acme; Best,2010\nJV2,Best; Cool,2012\n"),
        },
        """
        Acme
        Acme : JV1
        Best
        Best : JV1
        Best : JV2
        Cool
        Cool : JV2
        JV1
        JV2
        """,
    ),
}
