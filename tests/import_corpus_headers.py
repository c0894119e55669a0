"""Small files in the forms of public ones whose headers say less than their cells do, or something
else, each with what it states, by hand.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "where each is, and its number in a register as an address": (
        {
            "register.csv": "name,location_name,country_code,ror_id_url,established_year\n"
            "Acme,Oslo,NO,https://ror.org/05cdyhf91,1988.0\nBest,Kielce,PL,,\n"
        },
        """
        @ Kielce < Poland
        @ Norway
        @ Oslo < Norway
        @ Poland
        Acme ror=05cdyhf91 founded=1988 at=Oslo
        Best at=Kielce
        """,
    ),
    "labels of rows that a program wrote in a column without a name": (
        {
            "grants.csv": ",Organization,Recipient,Amount\n30,Acme,Best,5.5\n0,Acme,Cool,7\n"
            "31,Done,Best,2\n"
        },
        """
        Acme
        Acme = Best | kind=Grants x_amount=5.5 x_column_1=30
        Acme = Cool | kind=Grants x_amount=7.0 x_column_1=0
        Best
        Best = Done | kind=Grants x_amount=2.0 x_column_1=31
        Cool
        Done
        """,
    ),
    "amounts of several years, of which some are nothing in all rows": (
        {
            "grants.csv": "State Name,2003,2004,2005\nNorland,0,0,12\nEastmark,0,0,30\n"
            "Westia,0,0,7\n"
        },
        """
        Eastmark x_2003=0 x_2004=0 x_2005=30
        Norland x_2003=0 x_2004=0 x_2005=12
        Westia x_2003=0 x_2004=0 x_2005=7
        """,
    ),
    "countries and websites under longer names": (
        {"list.csv": "Organisation,Country NUTS I,Website URL\nAcme,Italy,www.acme.it\n"},
        """
        @ Italy
        Acme website=http://www.acme.it at=Italy
        """,
    ),
    "treaties that are numbered within their chapters": (
        {
            "index.csv": "chapter_no,treaty_no,treaty_name,url,chapter_name\n"
            "1,1,Charter of Ash,http://a.org/1,Peace\n1,2,Pact of Elm,http://a.org/2,Peace\n"
            "2,1,Oak Convention,http://a.org/3,Trade\n2,2,Fir Treaty,http://a.org/4,Trade\n"
            "1,3,Ivy Protocol,http://a.org/5,Peace\n"
        },
        """
        [treaty] Charter of Ash .. x_chapter_name=Peace x_chapter_no=1 x_treaty_no=1 x_url=http://a.org/1
        [treaty] Fir Treaty .. x_chapter_name=Trade x_chapter_no=2 x_treaty_no=2 x_url=http://a.org/4
        [treaty] Ivy Protocol .. x_chapter_name=Peace x_chapter_no=1 x_treaty_no=3 x_url=http://a.org/5
        [treaty] Oak Convention .. x_chapter_name=Trade x_chapter_no=2 x_treaty_no=1 x_url=http://a.org/3
        [treaty] Pact of Elm .. x_chapter_name=Peace x_chapter_no=1 x_treaty_no=2 x_url=http://a.org/2
        """,
    ),
    "people of organisations, marked by their task forces beside much else": (
        {
            "people.csv": "Firstname,Lastname,Institution,Type,Location,email,Lead,Phone,Floor,"
            "Evidence,Safety,Dose,Design\nJan,Kowal,Acme,Industry,,j@a.org,,,,1,,1,\n"
            "Ewa,Nowak,Acme,Industry,,e@a.org,,,,,1,,\nAdam,Lis,Best,Regulator,,a@b.org,,,,,,1,1\n"
        },
        """
        Acme (Company) x_email=j@a.org|e@a.org x_firstname=Jan|Ewa x_lastname=Kowal|Nowak
        Acme : Dose
        Acme : Evidence
        Acme : Safety
        Best (PublicBody) x_email=a@b.org x_firstname=Adam x_lastname=Lis
        Best : Design
        Best : Dose
        Design
        Dose
        Evidence
        Safety
        """,
    ),
    "objects with lists of what is in them": (
        {
            "ecosystem.json": '{"frameworks": {"description": "Scaffolds", "list": [{"name": "Acme"}, '
            '{"name": "Best"}]}, "chips": {"description": "Makers", "list": [{"name": "Best"}, '
            '{"name": "Cool"}]}, "tools": {"description": "Others", "list": [{"name": "Cool"}]}}'
        },
        """
        Acme
        Acme : frameworks
        Best
        Best : chips
        Best : frameworks
        Cool
        Cool : chips
        Cool : tools
        chips description=Makers
        frameworks description=Scaffolds
        tools description=Others
        """,
    ),
    "two organisations in a row, each with its id": (
        {
            "c.csv": "BaseOrgID,BaseOrgName,CollabOrgID,CollabOrgName,CollabOrgCity\n"
            "100,Acme,200,Best,Ash\n100,Acme,201,Cool,Elm\n101,Done,200,Best,Ash\n"
        },
        """
        @ Ash
        @ Elm
        Acme = Best
        Acme = Cool
        Acme x_base_org_id=100
        Best = Done
        Best x_base_org_id=200 at=Ash
        Cool x_base_org_id=201 at=Elm
        Done x_base_org_id=101
        """,
    ),
    "two of one name, which the numbers of their register tell apart": (
        {
            "list.csv": "siren,nom,dep-nom\n213500010,Fire Service,Ash\n254002272,Fire Service,Elm\n"
            "306966110,Acme,Ash\n"
        },
        """
        Acme x_dep_nom=Ash
        Fire Service x_dep_nom=Ash
        Fire Service x_dep_nom=Elm
        """,
    ),
    "nodes that are only counted, and named by an attribute": (
        {
            "net.gml": 'graph [ node [ id 0 color "#aaa" country "NOR" ] node [ id 1 color "#bbb" '
            'country "SWE" ] edge [ source 0 target 1 year 1994 ] ]'
        },
        """
        NOR
        NOR = SWE | 1994..
        SWE
        """,
    ),
    "how many projects there are, beside organisations": (
        {
            "orgs.csv": "name,orgId,numPartners,numProjects,barPower\nAcme,77,12,5,0\nBest,78,3,2,0\n"
        },
        """
        Acme x_bar_power=0 x_num_partners=12 x_num_projects=5 x_org_id=77
        Best x_bar_power=0 x_num_partners=3 x_num_projects=2 x_org_id=78
        """,
    ),
    "rows of which a column says that most are organisations, and of what these are part": (
        {
            "s.csv": "id,name,type,organization\na,Chips Program,Org,Ministry of Trade\n"
            "b,Trade Desk,Org,Ministry of Trade\nc,Jan Kowal,Person,Elm Institute\n"
            "d,Wind Desk,Org,Elm Institute\n"
        },
        """
        Chips Program
        Chips Program : Ministry of Trade | x_type=Org
        Elm Institute
        Jan Kowal
        Jan Kowal : Elm Institute | x_type=Person
        Ministry of Trade
        Trade Desk
        Trade Desk : Ministry of Trade | x_type=Org
        Wind Desk
        Wind Desk : Elm Institute | x_type=Org
        """,
    ),
    "addresses of what says that two are tied": (
        {
            "r.csv": "id,source_id,target_id,relationship_type,source_url\n"
            "r1,acme,best,partner,http://a.org/1\nr2,acme,cool,partner,http://a.org/2\n"
        },
        """
        acme
        acme = best | kind=partner x_id=r1 x_source_url=http://a.org/1
        acme = cool | kind=partner x_id=r2 x_source_url=http://a.org/2
        best
        cool
        """,
    ),
    "ids and names of two that are related": (
        {
            "r.csv": "subject_id,related_id,relation,subject_name,related_name\n"
            "P1,P2,supplier,Acme,Best\nP2,P3,owner,Best,Cool\n"
        },
        """
        Acme = Best | kind=supplier
        Acme x_subject_id=P1
        Best = Cool | kind=owner
        Best x_subject_id=P2
        Cool x_subject_id=P3
        """,
    ),
    "numbers of contacts of partners": (
        {
            "partners.csv": "Country,Company,Tier,Contact No.\nItaly,Acme,A,98765432\n"
            "Malta,Best,B,12345678\n"
        },
        """
        @ Italy
        @ Malta
        Acme : Partners
        Acme x_contact_no=98765432 x_tier=A at=Italy
        Best : Partners
        Best x_contact_no=12345678 x_tier=B at=Malta
        Partners
        """,
    ),
    "cities that are partners": (
        {
            "partners.csv": "city,latitude,longitude,year\nHamburg,53.6,9.4,1241\nLubeck,53.9,10.7,1241\n"
        },
        """
        @ 53.6, 9.4 53.6,9.4
        @ 53.9, 10.7 53.9,10.7
        Hamburg : Partners
        Hamburg x_year=1241 at=53.6, 9.4
        Lubeck : Partners
        Lubeck x_year=1241 at=53.9, 10.7
        Partners
        """,
    ),
    "partners of data sets, within lists by countries": (
        {
            "c.json": '[{"country_code": "GB", "collaborations_count": 2, "collaborations": [{"partner": '
            '"Acme", "dataset_id": "d1", "title": "Wind at sea", "year": 2025}, {"partner": "Best", '
            '"dataset_id": "d1", "title": "Wind at sea", "year": 2025}]}, {"country_code": "FR", '
            '"collaborations_count": 1, "collaborations": [{"partner": "Cool", "dataset_id": "d2", '
            '"title": "Quiet pumps", "year": 2023}]}]'
        },
        """
        @ France
        @ United Kingdom
        Acme * Wind at sea | x_collaborations_count=2 x_collaborations_dataset_id=d1
        Acme at=United Kingdom
        Best * Wind at sea | x_collaborations_count=2 x_collaborations_dataset_id=d1
        Best at=United Kingdom
        Cool * Quiet pumps | x_collaborations_count=1 x_collaborations_dataset_id=d2
        Cool at=France
        [project] Quiet pumps 2023..
        [project] Wind at sea 2025..
        """,
    ),
    "entities by prefixed ids, with labels": (
        {
            "o.csv": "faiss_id,entity,label,type\n0,reo:100700-organization,Cabosse Naturals,org:Organization\n"
            "1,reo:119500-organization,Elm Research Ltd,org:Organization\n"
        },
        """
        Cabosse Naturals x_faiss_id=0 x_type=org:Organization
        Elm Research Ltd x_faiss_id=1 x_type=org:Organization
        """,
    ),
    "nodes whose labels are numbers, beside names": (
        {
            "n.gml": 'graph [ node [ id 0 label "1363873869820534788" name "acme" ] node [ id 1 label '
            '"1002210934453145600" name "best" ] edge [ source 0 target 1 ] ]'
        },
        """
        acme = best
        acme x_label=1363873869820534788
        best x_label=1002210934453145600
        """,
    ),
    "ends called fromid and toid, and pairs that are not tied": (
        {
            "relations.csv": "Fromid,relationship_type,toid\nusa,contact,chn\ntwn,none,kor\n"
            "chn,treaty,twn\n"
        },
        """
        chn
        chn = twn | kind=treaty
        chn = usa | kind=contact
        kor
        twn
        usa
        """,
    ),
    "two companies in a row": (
        {
            "r.csv": ";RID;Active_company;Passive_company;Relation_type;Relation_details\n"
            "x;1;Acme;Best;Ownership;Acme acquires Best\nx;2;Best;Cool;Investment;Best invests\n"
        },
        """
        Acme
        Acme = Best | kind=Ownership x_column_1=x x_relation_details=Acme acquires Best x_rid=1
        Best
        Best = Cool | kind=Investment x_column_1=x x_relation_details=Best invests x_rid=2
        Cool
        """,
    ),
    "people of no organisation among those who are marked": (
        {
            "wg.csv": "Firstname,Lastname,Institution,Causal,Safety,Dose,Design\nJan,Kowal,Acme,1,,,\n"
            "Ewa,Nowak,,,1,,\nAdam,Lis,Best,,1,1,1\n"
        },
        """
        Acme : Causal
        Acme x_firstname=Jan x_lastname=Kowal
        Best : Design
        Best : Dose
        Best : Safety
        Best x_firstname=Adam x_lastname=Lis
        Causal
        Design
        Dose
        Safety
        """,
    ),
    "partnerships with lists of the ids of their members": (
        {
            "partnerships.json": '[{"id": "p1", "name": "Valley Partners", "memberSystemIds": ["ash-library", '
            '"elm-library"], "type": "catalog-sharing"}, {"id": "p2", "name": "Marin Net", '
            '"memberSystemIds": ["elm-library", "oak-library"], "type": "catalog-sharing"}]'
        },
        """
        Marin Net x_id=p2 x_type=catalog-sharing
        Valley Partners x_id=p1 x_type=catalog-sharing
        ash-library
        ash-library : Valley Partners
        elm-library
        elm-library : Marin Net
        elm-library : Valley Partners
        oak-library
        oak-library : Marin Net
        """,
    ),
    "ends by words of addresses": (
        {
            "r.csv": "source_slug,target_slug,relationship_type\nabb,energy,demand\nenergy,acme,supply\n"
        },
        """
        abb
        abb = energy | kind=demand
        acme
        acme = energy | kind=supply
        energy
        """,
    ),
    "weights of ties by years": (
        {
            "collaborations.json": '{"1980": {"Ash University": {"Elm College": 1}, "Elm College": {"Ash '
            'University": 1}}, "1981": {"Oak School": {"Ash University": 2}, "Ash University": {"Oak School": 2}}}'
        },
        """
        Ash University
        Ash University = Elm College | 1980.. weight=1
        Ash University = Oak School | 1981.. weight=2
        Elm College
        Oak School
        """,
    ),
}
