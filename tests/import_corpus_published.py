"""Files in the forms in which public bodies publish them, each with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "grants whose cells are written as formulas of texts": (
        {
            "grants.csv": (
                '"Zuwendungsempfänger";"Verbundprojekt";"Laufzeit von";"Laufzeit bis";"Ort"\n'
                '="Acme";="Verbundprojekt: Wind und Meer";="01.02.2016";="31.12.2018";="München"\n'
                '="Best";="Verbundprojekt: Wind und Meer";="01.02.2016";="31.12.2018";="Überlingen"\n'
                '="Cool";="";="01.03.2016";="31.12.2017";="Köln"\n'
            ),
        },
        """
        Acme
        Acme * Verbundprojekt: Wind und Meer | recipient 2016-02-01..2018-12-31 x_ort=München
        Best
        Best * Verbundprojekt: Wind und Meer | recipient 2016-02-01..2018-12-31 x_ort=Überlingen
        Cool x_end=2017-12-31 x_ort=Köln x_start=2016-03-01
        [project] Verbundprojekt: Wind und Meer
        """,
    ),
    "a Polish ranking of consortia": (
        {
            "lista.csv": (
                "Lp.;Numer wniosku;Tytuł projektu;Lider konsorcjum;Konsorcjanci\n"
                '1;POIR.01-0001/19;Lekkie kolejki;Acme;"Best Sp. z o.o., Cool"\n'
                "2;POIR.01-0007/19;Ciche drony;Best Sp. z o.o.;Acme\n"
                '3;POIR.01-0009/19;Nowy owies;Cool;"Acme, Best Sp. z o.o."\n'
            ),
        },
        """
        Acme
        Acme * Ciche drony
        Acme * Lekkie kolejki | leader
        Acme * Nowy owies
        Best Sp. z o.o.
        Best Sp. z o.o. * Ciche drony | leader
        Best Sp. z o.o. * Lekkie kolejki
        Best Sp. z o.o. * Nowy owies
        Cool
        Cool * Lekkie kolejki
        Cool * Nowy owies | leader
        [project] Ciche drony
        [project] Lekkie kolejki
        [project] Nowy owies
        """,
    ),
    "a register that says of what each organisation is a member": (
        {
            "register.csv": (
                "Identification code;Name;Head office country;Is member of: List of associations, "
                "(con)federations, networks or other bodies;Members FTE\n"
                "0001-11;Brick Federation;BELGIUM;Construction Forum;0,25\n"
                '0002-12;Acme;GERMANY;"Brick Federation; Construction Forum";1,5\n'
                "0003-13;Best;FRANCE;;2\n"
            ),
        },
        """
        @ Belgium
        @ France
        @ Germany
        Acme : Brick Federation
        Acme : Construction Forum
        Acme x_members_fte=1.5 at=Germany
        Best x_members_fte=2.0 at=France
        Brick Federation : Construction Forum
        Brick Federation x_members_fte=0.25 at=Belgium
        Construction Forum
        """,
    ),
    "projects of an interface that leaves a city empty and gives another": (
        {
            "p.json": (
                '{"meta": {"total": 2}, "results": [{"project_num": "5R01-1", "organization": '
                '{"org_name": "ACME", "city": null, "country": null, "org_city": "OSLO", '
                '"org_country": "NORWAY"}, "project_start_date": "2019-09-01T00:00:00", '
                '"project_end_date": "2024-08-31T00:00:00", "project_title": "Growth"}, '
                '{"project_num": "5R01-1", "organization": {"org_name": "BEST", "city": null, '
                '"country": null, "org_city": "BERGEN", "org_country": "NORWAY"}, '
                '"project_start_date": "2019-09-01T00:00:00", "project_end_date": '
                '"2024-08-31T00:00:00", "project_title": "Growth"}]}'
            ),
        },
        """
        @ BERGEN < Norway
        @ Norway
        @ OSLO < Norway
        ACME * Growth
        ACME at=OSLO
        BEST * Growth
        BEST at=BERGEN
        [project] Growth 2019-09-01..2024-08-31
        """,
    ),
    "UCINET with labels of columns in the data, and of rows above them": (
        {
            "harbour.dl": (
                'dl nr=3 nc=2 format = fullmatrix\nrow labels:\n"Trade Chamber","Port"\n"Bank"\n'
                'column labels embedded\ndata:\n "Harbour 1997" "Museum"\n 1 0\n 1 1\n 0 1\n'
            ),
        },
        """
        Bank
        Bank : Museum
        Harbour 1997
        Museum
        Port
        Port : Harbour 1997
        Port : Museum
        Trade Chamber
        Trade Chamber : Harbour 1997
        """,
    ),
    "records in lines in a text file": (
        {
            "m.txt": (
                '{"organisation": "Acme", "forum": {"name": "Water Forum"}, "since": 2014}\n'
                '{"organisation": "Best", "forum": {"name": "Water Forum"}, "since": 2015}\n'
            ),
        },
        """
        Acme
        Acme : Water Forum | 2014..
        Best
        Best : Water Forum | 2015..
        Water Forum (Association)
        """,
    ),
    "projects with a block of columns for each partner": (
        {
            "results.csv": (
                "Project Identifier,Project Title,Grant,Coordinator's name,Coordinator "
                "organisation type,Coordinator's country,Partner 1 name,Partner 1 organisation "
                "type,Partner 1 country,Partner 2 name,Partner 2 organisation type,Partner 2 "
                "country\n"
                '2018-NL01-38000,"Bridges, a story",100.5,Acme,School,NL,Best,SME,PL,Cool,School,DE\n'
                '2018-NL01-38001,"Roads, a story",200.5,Best,SME,PL,Acme,School,NL,,,\n'
            ),
        },
        """
        @ Germany
        @ Netherlands
        @ Poland
        Acme (School) at=Netherlands
        Acme * Bridges, a story | coordinator
        Acme * Roads, a story
        Best (Company) at=Poland
        Best * Bridges, a story
        Best * Roads, a story | coordinator
        Cool (School) at=Germany
        Cool * Bridges, a story
        [project] Bridges, a story x_grant=100.5
        [project] Roads, a story x_grant=200.5
        """,
    ),
    "nodes and relationships of several tables": (
        {
            "nodes-entities.csv": (
                "node_id,name,jurisdiction,incorporation_date\n"
                "10000000,TIAN LTD.,Samoa,23-MAR-2006\n10000001,GOLD LTD.,Samoa,\n"
            ),
            "nodes-officers.csv": "node_id,name,countries\n12000000,KWONG TRUST,China\n",
            "nodes-intermediaries.csv": "node_id,name,countries\n11000000,FERRY CO,China\n",
            "relationships.csv": (
                "node_id_start,node_id_end,rel_type,link,start_date,end_date\n"
                "12000000,10000000,officer_of,shareholder of,,\n"
                "12000000,10000001,officer_of,director of,2006-03-23,2012-01-01\n"
                "11000000,10000000,intermediary_of,intermediary of,,\n"
                "10000001,14000000,registered_address,registered address,,\n"
            ),
            "nodes-addresses.csv": "node_id,address,name\n14000000,Quay 1,\n14000001,Quay 2,\n",
        },
        """
        @ China
        @ Samoa
        FERRY CO = TIAN LTD. | kind=intermediary_of x_link=intermediary of
        FERRY CO x_node_id=11000000 at=China
        GOLD LTD. = KWONG TRUST | 2006-03-23..2012-01-01 kind=officer_of x_link=director of
        GOLD LTD. x_node_id=10000001 at=Samoa
        KWONG TRUST = TIAN LTD. | kind=officer_of x_link=shareholder of
        KWONG TRUST x_node_id=12000000 at=China
        TIAN LTD. founded=2006-03-23 x_node_id=10000000 at=Samoa
        """,
    ),
    "members since about a year, and from one year to another": (
        {
            "forum-members.csv": (
                "Member,Joined,Left\nAcme,c. 2010,2015\nBest,2011–2014,\nCool,2012,\n"
                "Dots,2013 - present,\n"
            ),
        },
        """
        Acme
        Acme : Forum members | 2010..2015 note=Joined: c.
        Best
        Best : Forum members | 2011..2014
        Cool
        Cool : Forum members | 2012..
        Dots
        Dots : Forum members | 2013..
        Forum members (Association)
        """,
    ),
    "who controls British companies": (
        {
            "psc.txt": (
                '{"company_number": "07000000", "data": {"kind": "corporate-entity-person-with-'
                'significant-control", "name": "Alder Ltd", "identification": {"registration_'
                'number": "08000000", "country_registered": "England"}, "natures_of_control": '
                '["voting-rights-75-to-100-percent"], "notified_on": "2016-04-06", "ceased_on": '
                '"2020-01-31"}}\n'
                '{"company_number": "08000000", "data": {"kind": "individual-person-with-'
                'significant-control", "name": "Mrs Jane Invented", "natures_of_control": '
                '["significant-influence-or-control"], "notified_on": "2017-01-01"}}\n'
            ),
        },
        """
        07000000 (Company)
        07000000 = Alder Ltd | 2016-04-06..2020-01-31 kind=voting-rights-75-to-100-percent
        @ United Kingdom
        Alder Ltd (Company) at=United Kingdom
        """,
    ),
    "members of clusters in French": (
        {
            "adherents.csv": (
                "Raison sociale;Commune;Pôle(s);Date d'adhésion\n"
                'Acme;Annecy;"Minalogic ; Axelera";15/01/2010\nBest;Lyon;Axelera;2012\n'
            ),
        },
        """
        @ Annecy
        @ Lyon
        Acme : Axelera | 2010-01-15..
        Acme : Minalogic | 2010-01-15..
        Acme at=Annecy
        Axelera
        Best : Axelera | 2012..
        Best at=Lyon
        Minalogic
        """,
    ),
    "projects by acronym, and their partners under two names": (
        {
            "projects.csv": (
                "Project acronym,Project name,Project start date,Total budget,Thematic\n"
                "BLUE,Blue ways,2017-06-01,1250000.5,Coast\nRAIL,Rail links,2018-01-01,830000,Rail\n"
            ),
            "partners.csv": (
                "Project acronym,Partner name,Partner name (original),Partner role,Country\n"
                "BLUE,City of Podczele,Gmina Podczele,Lead Partner,Poland\n"
                "BLUE,Coast Institute,Küsteninstitut,Partner,Germany\n"
                "RAIL,City of Podczele,Gmina Podczele,Partner,Poland\n"
            ),
        },
        """
        @ Germany
        @ Poland
        City of Podczele * Blue ways | lead partner
        City of Podczele * Rail links | partner
        City of Podczele aliases=Gmina Podczele at=Poland
        Coast Institute * Blue ways | partner
        Coast Institute aliases=Küsteninstitut at=Germany
        [project] Blue ways 2017-06-01.. x_thematic=Coast x_total_budget=1250000.5
        [project] Rail links 2018-01-01.. x_thematic=Rail x_total_budget=830000.0
        """,
    ),
    "a collection of networks, with comments above the columns and spaces behind commas": (
        {
            "edges.csv": "# source, target\n0, 2\n0, 3\n1, 2\n1, 3\n",
            "nodes.csv": (
                '# index, name, type\n0, "Acme, AS", 0\n1, "Best", 0\n2, "Sea Pact", 1\n'
                '3, "Salmon Forum", 1\n'
            ),
            "gprops.csv": '# key, value\n"name", "boards"\n"description", "Norway"\n',
        },
        """
        Acme, AS : Salmon Forum
        Acme, AS : Sea Pact
        Acme, AS x_index=0
        Best : Salmon Forum
        Best : Sea Pact
        Best x_index=1
        Salmon Forum x_index=3
        Sea Pact x_index=2
        """,
    ),
    "the registry of research organisations": (
        {
            "ror-v2.json": (
                '[{"id": "https://ror.org/05d538656", "names": [{"value": "Metals Institute", '
                '"types": ["label", "ror_display"]}, {"value": "MI", "types": ["acronym"]}], '
                '"types": ["facility"], "established": 1951, "status": "active", "locations": '
                '[{"geonames_details": {"country_code": "PL", "name": "Gliwice"}}], '
                '"relationships": [{"id": "https://ror.org/00x69rs40", "label": "Council", '
                '"type": "parent"}]}, {"id": "https://ror.org/00x69rs40", "names": [{"value": '
                '"Council", "types": ["ror_display"]}], "types": ["funder", "government"], '
                '"relationships": [{"id": "https://ror.org/05d538656", "label": "Metals '
                'Institute", "type": "child"}, {"id": "https://ror.org/03bfqnx40", "label": '
                '"Uni", "type": "related"}]}]'
            ),
        },
        """
        @ Gliwice < Poland
        @ Poland
        Council (PublicBody) ror=00x69rs40 x_types=funder|government
        Council = Metals Institute | kind=parent
        Council = Uni | kind=related
        Metals Institute (ResearchInstitute) aliases=MI ror=05d538656 founded=1951 x_status=active x_types=facility at=Gliwice
        Uni ror=03bfqnx40
        """,
    ),
    "a treaty of which only ratifications are dated": (
        {"participants.csv": "Participant,Ratification\nAlbania,3 Mar 1997\nChad,4 May 1999\n"},
        """
        Albania
        Albania ~ Participants | .. x_ratification=1997-03-03
        Chad
        Chad ~ Participants | .. x_ratification=1999-05-04
        [agreement] Participants ..
        """,
    ),
    "projects of research councils": (
        {
            "projects.csv": (
                "FundingOrgName,ProjectReference,LeadROName,Title,StartDate,EndDate\n"
                "Council A,EP/X001/1,Uni North,Solid things,01/02/2015,31/01/2018\n"
                "Council A,EP/X002/1,Marsh College,Soft things,01/03/2015,31/01/2018\n"
                "Council B,BB/Y003/1,Uni North,Wet things,01/04/2016,31/01/2019\n"
            ),
        },
        """
        Council A
        Council A * Soft things | funder
        Council A * Solid things | funder
        Council B
        Council B * Wet things | funder
        Marsh College
        Marsh College * Soft things | coordinator
        Uni North
        Uni North * Solid things | coordinator
        Uni North * Wet things | coordinator
        [project] Soft things 2015-03-01..2018-01-31
        [project] Solid things 2015-02-01..2018-01-31
        [project] Wet things 2016-04-01..2019-01-31
        """,
    ),
}
