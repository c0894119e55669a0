"""Registers, exports and lists of members, each with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "institutions with a list of those associated with them": (
        {
            "institutions.jsonl": (
                '{"id": "https://openalex.org/I1", "ror": "https://ror.org/02nr0ka47", "display_n'
                'ame": "Alpha Institute", "country_code": "DE", "homepage_url": "https://alpha.ex'
                'ample", "works_count": 120, "geo": {"city": "Berlin", "country_code": "DE", "lat'
                'itude": 52.5, "longitude": 13.4}, "associated_institutions": [{"id": "https://op'
                'enalex.org/I2", "ror": "https://ror.org/01hhn8329", "display_name": "Max Society'
                '", "country_code": "DE", "type": "nonprofit", "relationship": "parent"}]}\n'
                '{"id": "https://openalex.org/I2", "ror": "https://ror.org/01hhn8329", "display_n'
                'ame": "Max Society", "country_code": "DE", "works_count": 9, "associated_institu'
                'tions": [{"id": "https://openalex.org/I3", "ror": "https://ror.org/05gq02987", "'
                'display_name": "Gamma Lab", "country_code": "DE", "relationship": "related"}, {"'
                'id": "https://openalex.org/I4", "display_name": "Delta Lab", "country_code": "FR'
                '", "relationship": "child"}]}\n'
                '{"id": "https://openalex.org/I5", "display_name": "Lone Lab", "country_code": "F'
                'R", "works_count": 1, "associated_institutions": []}\n'
            ),
        },
        """
        @ Berlin 52.5,13.4 < Germany
        @ France
        @ Germany
        Alpha Institute = Max Society | kind=parent
        Alpha Institute website=https://alpha.example ror=02nr0ka47 x_geo_country_code=DE x_works_count=120 at=Berlin
        Delta Lab = Max Society | kind=parent
        Delta Lab at=France
        Gamma Lab = Max Society | kind=related
        Gamma Lab ror=05gq02987 at=Germany
        Lone Lab x_works_count=1 at=France
        Max Society (Association) ror=01hhn8329 x_works_count=9 at=Germany
        """,
    ),
    "answers of Wikidata with the labels of countries": (
        {
            "query.csv": (
                "org,orgLabel,memberOf,memberOfLabel,start,countryLabel\n"
                "http://www.wikidata.org/entity/Q1001,Acme,http://www.wikidata.org/entity/Q2001,W"
                "ater Forum,2014-01-01T00:00:00Z,Norway\n"
                "http://www.wikidata.org/entity/Q1002,Best,http://www.wikidata.org/entity/Q2001,W"
                "ater Forum,2015-01-01T00:00:00Z,Germany\n"
            ),
        },
        """
        @ Germany
        @ Norway
        Acme : Water Forum | 2014-01-01..
        Acme at=Norway
        Best : Water Forum | 2015-01-01..
        Best at=Germany
        Water Forum
        """,
    ),
    "works with the affiliations of their authors": (
        {
            "scopus.csv": (
                "Authors,Title,Year,Source title,Affiliations\n"
                '"Doe J.; Roe A.",Networks,2020,Social Networks,"Dept A, Alpha University; Beta I'
                'nstitute, Oslo"\n'
                'Poe B.,Ties alone,2021,Social Networks,"Beta Institute, Oslo"\n'
            ),
        },
        """
        Beta Institute, Oslo
        Beta Institute, Oslo * Networks
        Beta Institute, Oslo * Ties alone
        Dept A, Alpha University
        Dept A, Alpha University * Networks
        [publication] Networks 2020.. x_authors=Doe J.; Roe A. x_source_title=Social Networks
        [publication] Ties alone 2021.. x_authors=Poe B. x_source_title=Social Networks
        """,
    ),
    "participants who joined, with kinds of enterprises": (
        {
            "participants.csv": (
                "Name,Type,Country,Joined On,Employees\n"
                "Acme,Company,Norway,2010-05-01,250\n"
                "Best,Small or Medium-sized Enterprise,Germany,2014-11-07,30\n"
            ),
        },
        """
        @ Germany
        @ Norway
        Acme (Company) x_employees=250 at=Norway
        Acme : Participants | 2010-05-01..
        Best (Company) x_employees=30 at=Germany
        Best : Participants | 2014-11-07..
        Participants
        """,
    ),
    "memberships nested in organisations": (
        {
            "popolo.json": (
                '{"organizations": [{"id": "o1", "name": "Water Forum", "classification": "associ'
                'ation", "memberships": [{"id": "m1", "organization_id": "o1", "member": {"id": "'
                'o2", "name": "Acme"}, "member_id": "o2", "role": "chair", "start_date": "2014-01'
                '-01"}, {"id": "m2", "organization_id": "o1", "member_id": "o3"}, {"id": "m3", "p'
                'erson_id": "p1"}]}, {"id": "o2", "name": "Acme", "classification": "company"}, {'
                '"id": "o3", "name": "Best", "parent_id": "o2"}]}'
            ),
        },
        """
        Acme (Company)
        Acme : Water Forum | chair 2014-01-01.. x_id=m1
        Best : Water Forum | x_id=m2
        Best in=Acme
        Water Forum (Association)
        """,
    ),
    "memberships of organisations and of people side by side": (
        {
            "popolo.json": (
                '{"organizations": [{"id": "o1", "name": "Water Forum"}, {"id": "o2", "name": "Ac'
                'me"}], "persons": [{"id": "p1", "name": "Ann"}], "memberships": [{"organization_'
                'id": "o1", "member_id": "o2", "role": "chair"}, {"organization_id": "o1", "perso'
                'n_id": "p1"}]}'
            ),
        },
        """
        Acme
        Acme : Water Forum | chair
        Water Forum
        """,
    ),
    "a table called organisations that is not graphkit's": (
        {
            "organisations.csv": (
                "id,name,kind,city,employees\n1,Acme,firm,Oslo,12\n2,Best,university,Bergen,30\n"
            ),
        },
        """
        @ Bergen
        @ Oslo
        Acme (Company) x_employees=12 x_id=1 at=Oslo
        Best (University) x_employees=30 x_id=2 at=Bergen
        """,
    ),
    "companies in a year, of which no title says that they are members": (
        {
            "harbour.csv": ("Company,Since,City\nAcme,2012,Oslo\nBest,2014,Bergen\n"),
        },
        """
        @ Bergen
        @ Oslo
        Acme x_since=2012 at=Oslo
        Best x_since=2014 at=Bergen
        """,
    ),
    "a register of clusters with their labels and numbers of members": (
        {
            "clusters.csv": (
                "Cluster organisation;Region;Number of members;Label;Manager\n"
                "Water Cluster;Mazowieckie;45;Bronze;Jan Nowak\n"
                "Wind Cluster;Pomorskie;80;Gold;Ewa Wu\n"
            ),
        },
        """
        @ Mazowieckie
        @ Pomorskie
        Water Cluster x_label=Bronze x_manager=Jan Nowak x_number_of_members=45 at=Mazowieckie
        Wind Cluster x_label=Gold x_manager=Ewa Wu x_number_of_members=80 at=Pomorskie
        """,
    ),
    "a total that counts the rows": (
        {
            "members.csv": ("Member,Since\nAcme,2010\nBest,2011\nCool,2012\nTotal,3\n"),
        },
        """
        Acme
        Acme : Members | 2010..
        Best
        Best : Members | 2011..
        Cool
        Cool : Members | 2012..
        Members
        """,
    ),
    "companies and who owns them": (
        {
            "owned.csv": "Company,Owned by,Share\nAcme Lab,Acme,51\nAcme Shop,Acme,100\nAcme,Best,60\n"
        },
        """
        Acme Lab x_share=51 in=Acme
        Acme Shop x_share=100 in=Acme
        Acme x_share=60 in=Best
        Best
        """,
    ),
    "companies and of whom they are subsidiaries": (
        {"firms.csv": "Company,Subsidiary of\nAcme Lab,Acme\nAcme Shop,Acme\nBest,\n"},
        """
        Acme
        Acme Lab in=Acme
        Acme Shop in=Acme
        Best
        """,
    ),
    "companies and their parents": (
        {"firms.csv": "Name,Parent,Country\nAcme Lab,Acme,Poland\nAcme,,France\n"},
        """
        @ France
        @ Poland
        Acme Lab at=Poland in=Acme
        Acme at=France
        """,
    ),
    "a register with the numbers of parents": (
        {
            "subsidiaries.csv": "entity_id,entity_name,jurisdiction,parent_entity_id,board_members\n"
            'F-1,Acme,Norway,,"Ann, Bob"\nF-2,Best,France,F-1,Cy\nF-3,Cool,France,F-2,Dee\n'
        },
        """
        @ France
        @ Norway
        Acme x_board_members=Ann, Bob x_entity_id=F-1 at=Norway
        Best x_board_members=Cy x_entity_id=F-2 at=France in=Acme
        Cool x_board_members=Dee x_entity_id=F-3 at=France in=Best
        """,
    ),
    "companies under the numbers of declarations": (
        {
            "declared.csv": "id,name,legal_basis\nD1,Acme,share\nD1,Best,share\nD2,Cool,loan\n"
            "D2,Done,loan\n"
        },
        """
        Acme x_id=D1 x_legal_basis=share
        Best x_id=D1 x_legal_basis=share
        Cool x_id=D2 x_legal_basis=loan
        Done x_id=D2 x_legal_basis=loan
        """,
    ),
    "an empty column of partner ids beside an id": (
        {"firms.csv": "Id,Name,City,Partner id\nq1,Acme,Oslo,\nq2,Best,Rome,\nq3,Best,Bern,\n"},
        """
        @ Bern
        @ Oslo
        @ Rome
        Acme x_id=q1 at=Oslo
        Best x_id=q2 at=Rome
        Best x_id=q3 at=Bern
        """,
    ),
}
