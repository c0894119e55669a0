"""Tables that refer to each other by id, each with what they state, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "a dump of organisations, groups and memberships": (
        {
            "organisations.csv": "org_id,org_name,country\n1,Acme,PL\n2,Best,DE\n",
            "groups.csv": "group_id,group_name,founded\n1,Water Forum,2010\n2,Energy Forum,2012\n",
            "memberships.csv": "org_id,group_id,since,role\n1,1,2014,chair\n2,1,2015,\n2,2,2016,\n",
        },
        """
        @ Germany
        @ Poland
        Acme : Water Forum | chair 2014..
        Acme x_org_id=1 at=Poland
        Best : Energy Forum | 2016..
        Best : Water Forum | 2015..
        Best x_org_id=2 at=Germany
        Energy Forum (WorkingGroup) founded=2012 x_group_id=2
        Water Forum (WorkingGroup) founded=2010 x_group_id=1
        """,
    ),
    "a dump whose tables call their ids id": (
        {
            "organizations.csv": "id,name\n1,Acme\n2,Best\n",
            "projects.csv": "id,name,status\n1,Water,open\n2,Air,closed\n",
            "participants.csv": "organization_id,project_id,role\n1,1,lead\n2,1,\n2,2,lead\n",
        },
        """
        Acme * Water | lead
        Acme x_id=1
        Best * Air | lead
        Best * Water
        Best x_id=2
        [project] Air x_id=2 x_status=closed
        [project] Water x_id=1 x_status=open
        """,
    ),
    "a Polish dump": (
        {
            "instytucje.csv": "id_instytucji;nazwa\n1;Acme\n2;Best\n",
            "klastry.csv": "id_klastra;nazwa_klastra\n1;Woda\n2;Las\n",
            "czlonkostwa.csv": "id_instytucji;id_klastra;od\n1;1;2014\n2;2;2015\n",
        },
        """
        Acme : Woda | 2014..
        Acme x_id_instytucji=1
        Best : Las | 2015..
        Best x_id_instytucji=2
        Las (Cluster) x_id_klastra=2
        Woda (Cluster) x_id_klastra=1
        """,
    ),
    "projects beside their partners, and a text about them": (
        {
            "readme.txt": "Open data of the foundation. See its website.\nContact: a@b.example\n",
            "projects.csv": "project_id,project_title,start_date,theme\n1,Rivers,2019,water\n2,Bees,2020,life\n",
            "partners.csv": "project_id,partner_id,partner_name\n1,P1,Acme\n1,P2,Best\n2,P2,Best\n",
        },
        """
        Acme * Rivers
        Acme x_partner_id=P1
        Best * Bees
        Best * Rivers
        Best x_partner_id=P2
        [project] Bees 2020.. x_project_id=2 x_theme=life
        [project] Rivers 2019.. x_project_id=1 x_theme=water
        """,
    ),
    "people and their projects": (
        {
            "people.csv": "person_id,name\n1,Jan\n2,Ola\n",
            "projects.csv": "project_id,title\n1,Water\n2,Air\n",
            "roles.csv": "person_id,project_id,role\n1,1,lead\n2,2,\n",
        },
        """
        [project] Air x_project_id=2
        [project] Water x_project_id=1
        """,
    ),
    "groups with numbers of their own in one table": (
        {
            "flat.csv": (
                "org_id,org_name,group_id,group_name\n1,Acme,1,Water Forum\n2,Best,1,Water Forum\n"
                "2,Best,2,Air Forum\n"
            ),
        },
        """
        Acme : Water Forum
        Acme x_org_id=1
        Air Forum (WorkingGroup) x_group_id=2
        Best : Air Forum
        Best : Water Forum
        Best x_org_id=2
        Water Forum (WorkingGroup) x_group_id=1
        """,
    ),
    "groups that are organisations of the table": (
        {
            "bodies.csv": "id,name\n1,Acme\n2,Best\n3,Water Forum\n",
            "who_is_in_what.csv": "member_id,group_id\n1,3\n2,3\n",
        },
        """
        Acme : Water Forum
        Acme x_id=1
        Best : Water Forum
        Best x_id=2
        Water Forum (WorkingGroup) x_id=3
        """,
    ),
    "projects with their partners nested in them": (
        {
            "projects.json": (
                '[{"id": "PR-1", "title": "Rivers", "country": "PL", "partners": [{"name": "Acme", '
                '"country": "DE"}, {"name": "Best", "country": "DE"}]},'
                '{"id": "PR-2", "title": "Bees", "partners": [{"name": "Best", "country": "DE"}]}]'
            ),
        },
        """
        @ Germany
        @ Poland
        Acme * Rivers
        Acme at=Germany
        Best * Bees
        Best * Rivers
        Best at=Germany
        [project] Bees x_id=PR-2
        [project] Rivers x_id=PR-1 at=Poland
        """,
    ),
    "projects called name with nested participants": (
        {
            "projects.json": (
                '[{"uuid": "6f1c-1", "name": "Rivers", "participants": [{"organisation": "Acme", '
                '"role": "lead"}]},'
                '{"uuid": "6f1c-2", "name": "Bees", "participants": [{"organisation": "Best", '
                '"role": "lead"}]}]'
            ),
        },
        """
        Acme
        Acme * Rivers | lead
        Best
        Best * Bees | lead
        [project] Bees
        [project] Rivers
        """,
    ),
    "an id that repeats with the project": (
        {
            "funded.csv": "id,project,partner\nA-1,Rivers,Acme\nA-1,Rivers,Best\nA-2,Bees,Best\n",
        },
        """
        Acme
        Acme * Rivers
        Best
        Best * Bees
        Best * Rivers
        [project] Bees x_id=A-2
        [project] Rivers x_id=A-1
        """,
    ),
    "several matrices in a DL file": (
        {
            "multi.dl": (
                "dl n=3 nm=2 format=fullmatrix\nlabels:\nAcme\nBest\nCool\nmatrix labels:\nfriend\n"
                "trade\ndata:\n0 1 0\n1 0 0\n0 0 0\n\n0 0 1\n0 0 1\n1 1 0\n"
            ),
        },
        """
        Acme
        Acme = Best | kind=friend
        Acme = Cool | kind=trade
        Best
        Best = Cool | kind=trade
        Cool
        """,
    ),
    "two tables that number their rows": (
        {
            "members.csv": "ID,Member,Country\n1,Acme,PL\n2,Best,PL\n3,East,PL\n",
            "partners.csv": "ID,Partner,Country\n1,Cool,DE\n2,Best,PL\n3,Fine,DE\n",
        },
        """
        @ Germany
        @ Poland
        Acme : Members
        Acme x_id=1 at=Poland
        Best : Members
        Best : Partners
        Best x_id=2 at=Poland
        Cool : Partners
        Cool x_id=1 at=Germany
        East : Members
        East x_id=3 at=Poland
        Fine : Partners
        Fine x_id=3 at=Germany
        Members
        Partners
        """,
    ),
    "a table that refers to one of two by name": (
        {
            "firms.csv": "ID,Firm\n1,Acme\n2,Best\n",
            "universities.csv": "ID,University\n1,Cool\n2,Done\n",
            "who.csv": "ID,University ID,Forum,Since\n1,2,Water Forum,2014\n2,1,Water Forum,2015\n",
        },
        """
        Acme x_id=1
        Best x_id=2
        Cool : Water Forum | 2015.. x_id=2
        Cool x_id=1
        Done : Water Forum | 2014.. x_id=1
        Done x_id=2
        Water Forum (Association)
        """,
    ),
    "other people's tables with the names of ours": (
        {
            "organisations.csv": "id,name\n1,Acme\n2,Best\n",
            "memberships.csv": "org_id,working_group,joined\n1,Water,2014\n2,Water,2015\n",
        },
        """
        Acme : Water | 2014..
        Acme x_id=1
        Best : Water | 2015..
        Best x_id=2
        Water (WorkingGroup)
        """,
    ),
}
