"""Lists of the members of groups, each with what it states, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "members": (
        {
            "forum_members.csv": (
                "Organisation,Country,Member since\nAcme,PL,2014\nBest,DE,2015-03\n"
            ),
        },
        """
        @ Germany
        @ Poland
        Acme : Forum members | 2014..
        Acme at=Poland
        Best : Forum members | 2015-03..
        Best at=Germany
        Forum members (Association)
        """,
    ),
    "members in Polish": (
        {
            "czlonkowie.csv": (
                "Nazwa podmiotu;Forma prawna;Data przystąpienia;Rola\n"
                "Acme;spółka z o.o.;7.11.2014;koordynator\n"
                "Gmina Kielce;gmina;12.01.2015 r.;członek\n"
            ),
        },
        """
        Acme (Company)
        Acme : Czlonkowie | coordinator 2014-11-07..
        Czlonkowie
        Gmina Kielce (LocalGovernment)
        Gmina Kielce : Czlonkowie | 2015-01-12..
        """,
    ),
    "partners": (
        {
            "partners.csv": ("Partner,Role\nAcme,Lead\nBest,Partner\n"),
        },
        """
        Acme
        Acme : Partners | lead
        Best
        Best : Partners | partner
        Partners
        """,
    ),
    "membership types": (
        {
            "club_members.csv": (
                "Company,Membership type,Left\nAcme,Full member,\nBest,Associate,2020\n"
            ),
        },
        """
        Acme
        Acme : Club members | full member
        Best
        Best : Club members | associate ..2020
        Club members (Association)
        """,
    ),
    "memberships in a cell": (
        {
            "orgs.csv": (
                "Organisation,Networks\nAcme,Water Forum; Energy Club\nBest,Water Forum\nCool,\n"
            ),
        },
        """
        Acme
        Acme : Energy Club
        Acme : Water Forum
        Best
        Best : Water Forum
        Cool
        Energy Club
        Water Forum
        """,
    ),
    "pairs": (
        {
            "memberships.csv": (
                "Organisation,Cluster,Role\n"
                "Acme,Metal Cluster,coordinator\n"
                "Best,Metal Cluster,member\n"
                "Best,Wood Cluster,\n"
            ),
        },
        """
        Acme
        Acme : Metal Cluster | coordinator
        Best
        Best : Metal Cluster
        Best : Wood Cluster
        Metal Cluster (Cluster)
        Wood Cluster (Cluster)
        """,
    ),
    "pairs in Polish": (
        {
            "klastry.csv": (
                "Firma;Klaster;Od;Do\n"
                "Acme;Klaster Metalowy;2010;2014\n"
                "Best;Klaster Drzewny;2012;obecnie\n"
            ),
        },
        """
        Acme
        Acme : Klaster Metalowy | 2010..2014
        Best
        Best : Klaster Drzewny | 2012..
        Klaster Drzewny (Cluster)
        Klaster Metalowy (Cluster)
        """,
    ),
    "members with ids": (
        {
            "p.csv": (
                "Project ID,Project title,Partner ID,Partner name\n"
                "1,Water,10,Acme\n"
                "1,Water,11,Best\n"
                "2,Fire,10,Acme\n"
            ),
        },
        """
        Acme * Fire
        Acme * Water
        Acme x_partner_id=10
        Best * Water
        Best x_partner_id=11
        [project] Fire x_project_id=2
        [project] Water x_project_id=1
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
        Acme : Forum | chair
        Acme x_member_id=1
        Best : Forum
        Best x_member_id=2
        Forum (WorkingGroup) x_group_id=7
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
    "working groups": (
        {
            "wg.csv": ("Member,Working group\nAcme,Energy\nBest,Energy\nBest,Transport\n"),
        },
        """
        Acme
        Acme : Energy
        Best
        Best : Energy
        Best : Transport
        Energy (WorkingGroup)
        Transport (WorkingGroup)
        """,
    ),
    "two unknown columns": (
        {
            "davis.csv": ("Women,Party night\nEvelyn,Monday\nLaura,Monday\nLaura,Tuesday\n"),
        },
        """
        Evelyn
        Evelyn : Monday
        Laura
        Laura : Monday
        Laura : Tuesday
        Monday
        Tuesday
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
    "eu register": (
        {
            "reg.csv": (
                "Identification code,Registration date,Organisation name,Website,Category of registration,Head office country\n"
                "1-1,2014-01-02,Acme,acme.example,Companies & groups,BELGIUM\n"
            ),
        },
        """
        @ Belgium
        Acme (Company) website=http://acme.example x_registration_date=2014-01-02 at=Belgium
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
        Klaster Drzewny (Cluster) x_liczba_członków=11 at=lubuskie
        Klaster Metalowy (Cluster) x_liczba_członków=32 at=podlaskie
        Politechnika
        Politechnika : Klaster Metalowy | coordinator
        """,
    ),
    "register with memberships": (
        {
            "lobby.csv": (
                "Identification code,Registration date,Name,Members,Head office country,Member of\n"
                "123456-78,2014-03-01,Acme,12,POLAND,Water Forum; Energy Club\n"
                "223456-78,2015-03-01,Best,3,GERMANY,Water Forum\n"
                "323456-78,2016-03-01,Cool,,FRANCE,\n"
            ),
        },
        """
        @ France
        @ Germany
        @ Poland
        Acme : Energy Club
        Acme : Water Forum
        Acme x_members=12 x_registration_date=2014-03-01 at=Poland
        Best : Water Forum
        Best x_members=3 x_registration_date=2015-03-01 at=Germany
        Cool x_registration_date=2016-03-01 at=France
        Energy Club
        Water Forum
        """,
    ),
    "groups called X and Y": (
        {
            "list.csv": "Company,Country,Group\nAcme,PL,X\nBest,DE,Y\nCool,PL,X\n",
        },
        """
        @ Germany
        @ Poland
        Acme : X
        Acme at=Poland
        Best : Y
        Best at=Germany
        Cool : X
        Cool at=Poland
        X (WorkingGroup)
        Y (WorkingGroup)
        """,
    ),
    "groups by a noun": (
        {
            "list.csv": (
                "Company,Age group,Banking group\nAcme,old,X\nBest,young,Y1\nCool,old,Y1\n"
            ),
        },
        """
        Acme
        Acme : X | x_age_group=old
        Best
        Best : Y1 | x_age_group=young
        Cool
        Cool : Y1 | x_age_group=old
        X (WorkingGroup)
        Y1 (WorkingGroup)
        """,
    ),
    "people with their organisations": (
        {
            "mps.csv": (
                "Person,Organisation,Role\nJan Nowak,Acme,president\nEwa Wu,Best,treasurer\n"
            ),
        },
        """
        Acme x_person=Jan Nowak x_role=president
        Best x_person=Ewa Wu x_role=treasurer
        """,
    ),
    "names of people": (
        {
            "attendance.csv": (
                "Name,Organisation,Position\nJan Nowak,Acme,president\nEwa Wu,Best,treasurer\n"
                "Al Fa,Acme,clerk\n"
            ),
        },
        """
        Acme x_name=Jan Nowak|Al Fa x_position=president|clerk
        Best x_name=Ewa Wu x_position=treasurer
        """,
    ),
    "parents that have no row": (
        {
            "banks.csv": "Name,Parent group\nAcme,Big Group\nBest,Big Group\nCool,12\nDone,Done\n",
        },
        """
        Acme in=Big Group
        Best in=Big Group
        Big Group
        Cool
        Done
        """,
    ),
    "comments above a coalition": (
        {
            "coalitions.csv": "# Coalitions, by election.\n#\n# A coalition is no party, and its "
            "members stay as they are.\ncoalition,members\nFront,Acme|Best\nBloc,Best|Cool\n"
        },
        """
        Acme
        Acme : Front
        Best
        Best : Bloc
        Best : Front
        Bloc (Association)
        Cool
        Cool : Bloc
        Front (Association)
        """,
    ),
}
