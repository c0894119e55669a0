"""Small tables that name each other's rows by codes, and tables of decisions, treaties and flows; each
with what it states, by hand.
"""

from __future__ import annotations

_NAME = (
    "Convention on the Protection of the Waters of the Sea and of All That Lives in Them, of the "
    "Shores and of the Rivers that Flow into It"
)
_OTHER = f"Protocol to the {_NAME}"

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "decisions on mergers by their numbers": (
        {
            "decisions.json": '{"23-DCC-240": {"Partie notifiante": "Acme", "Entreprise concernée": '
            '"Best", "date_decision": "14 décembre 2023"}, "23-DCC-233": {"Partie notifiante": '
            '"Cool", "Entreprise concernée": "Done", "date_decision": "21 novembre 2023"}}'
        },
        """
        Acme
        Acme ~ 23-DCC-240 | notifying party
        Best
        Best ~ 23-DCC-240 | target
        Cool
        Cool ~ 23-DCC-233 | notifying party
        Done
        Done ~ 23-DCC-233 | target
        [agreement] 23-DCC-233 2023-11-21..
        [agreement] 23-DCC-240 2023-12-14..
        """,
    ),
    "parties of coalitions, which two other tables number": (
        {
            "parties.csv": "id,party,coalition_id,coalition\n1,Acme,1,Left\n2,Best,1,Left\n"
            "3,Cool,2,Right\n",
            "coalitions.csv": "id,coalition,colour\n1,Left,red\n2,Right,blue\n",
        },
        """
        Acme
        Acme : Left | x_id=1
        Best
        Best : Left | x_id=2
        Cool
        Cool : Right | x_id=3
        Left (Association) x_coalition_id=1 x_colour=red x_id=1
        Right (Association) x_coalition_id=2 x_colour=blue x_id=2
        """,
    ),
    "shareholders of companies that another table calls by their symbols": (
        {
            "companies.csv": "symbol,company_name\nACM,Acme Works\nBST,Best Mills\n",
            "shareholders.csv": "symbol,rank,shareholder_name,percent\nACM,1,Cool Fund,40\n"
            "ACM,2,Done Bank,8\nBST,1,Cool Fund,20\n",
        },
        """
        Acme Works
        Acme Works = Cool Fund | kind=shareholder x_percent=40 x_rank=1
        Acme Works = Done Bank | kind=shareholder x_percent=8 x_rank=2
        Best Mills
        Best Mills = Cool Fund | kind=shareholder x_percent=20 x_rank=1
        Cool Fund
        Done Bank
        """,
    ),
    "flows of money with the names of rows that R writes": (
        {
            "flows.csv": '"","org_source","org_source_type","org_dest","amount"\n"1...1","Acme",'
            '"NGO","Best",10\n"11...2","Acme","NGO","Cool",0\n"12...3","Done","NGO","Best",5\n'
        },
        """
        Acme (Association)
        Acme = Best | x_amount=10 x_column_1=1...1
        Acme = Cool | x_amount=0 x_column_1=11...2
        Best
        Best = Done | x_amount=5 x_column_1=12...3
        Cool
        Done (Association)
        """,
    ),
    "agreements of publishers with consortia, by ids": (
        {
            "esac.csv": "id,name,publisher,consortium,start_date\nacm1,Open,Acme,East Consortium,"
            "2021-01-01\nbst2,Read,Best,East Consortium,2022-01-01\nbst3,All,Best,West Consortium,"
            "2023-01-01\n"
        },
        """
        Acme
        Acme : East Consortium | publisher 2021-01-01.. x_id=acm1 x_name=Open
        Best
        Best : East Consortium | publisher 2022-01-01.. x_id=bst2 x_name=Read
        Best : West Consortium | publisher 2023-01-01.. x_id=bst3 x_name=All
        East Consortium
        West Consortium
        """,
    ),
    "acquisitions by the ids of both": (
        {
            "acquisitions.csv": "acquirer_uuid,acquiree_uuid,price\nu1,u2,10\nu1,u3,20\n",
            "organizations.csv": "org_uuid,name\nu1,Acme\nu2,Best\nu3,Cool\n",
        },
        """
        Acme = Best | x_price=10
        Acme = Cool | x_price=20
        Acme x_org_uuid=u1
        Best x_org_uuid=u2
        Cool x_org_uuid=u3
        """,
    ),
    "what stakeholders say of ideas that have numbers only": (
        {
            "stances.json": '[{"idea_id": 42, "stakeholder_id": "cos", "stance": "support"}, '
            '{"idea_id": 58, "stakeholder_id": "cos", "stance": "oppose"}, {"idea_id": 58, '
            '"stakeholder_id": "sa", "stance": "support"}, {"idea_id": 59, "stakeholder_id": "sa", '
            '"stance": "support"}]',
            "stakeholders.json": '[{"id": "cos", "name": "Acme Union"}, {"id": "sa", "name": '
            '"Best Chamber"}]',
        },
        """
        42
        58
        59
        Acme Union
        Acme Union : 42 | x_stance=support
        Acme Union : 58 | x_stance=oppose
        Best Chamber
        Best Chamber : 58 | x_stance=support
        Best Chamber : 59 | x_stance=support
        """,
    ),
    "parties of treaties, beside columns of marks and of one word": (
        {
            "treaties.csv": "Status,Country,Date,treaty,Reservations,Authorities\n"
            "In Force,Albania,1994-03-06,Berne,X,\nIn Force,Algeria,1998-04-19,Berne,,X\n"
            "In Force,Albania,2002-03-06,Paris,2003-01-01,X\nIn Force,Chad,2001-01-02,Paris,,\n"
        },
        """
        Albania x_authorities=X
        Albania ~ Berne | 1994-03-06.. x_reservations=X x_status=In Force
        Albania ~ Paris | 2002-03-06.. x_reservations=2003-01-01 x_status=In Force
        Algeria x_authorities=X
        Algeria ~ Berne | 1998-04-19.. x_status=In Force
        Chad
        Chad ~ Paris | 2001-01-02.. x_status=In Force
        [treaty] Berne ..
        [treaty] Paris ..
        """,
    ),
    "contracts of companies, and their directors": (
        {
            "companies.csv": "company_id,name\nC1,Acme\nC2,Best\n",
            "contracts.csv": "contract_id,company_id,award_date\nN1,C1,2020-01-02\nN2,C2,2021-01-02\n"
            "N3,C1,2022-01-02\n",
            "directors.csv": "director_id,name,company_id\nD1,Arjun Qu,C1\nD1,Arjun Qu,C2\n"
            "D2,Priya Ro,C1\nD3,Manish Su,C2\nD4,Ravi Ta,C2\nD5,Asha Um,C2\n",
        },
        """
        Acme x_company_id=C1
        Acme ~ N1
        Acme ~ N3
        Best x_company_id=C2
        Best ~ N2
        [agreement] N1 2020-01-02..
        [agreement] N2 2021-01-02..
        [agreement] N3 2022-01-02..
        """,
    ),
    "services and who provides them": (
        {
            "organisation.csv": "id,name\nacme-works,Acme Works\nbest,Best\n",
            "catalogue.csv": "name,url,license,provider\nPay,https://pay.example,MIT,acme-works\n"
            "Notify,https://notify.example,MIT,best\nPost,https://post.example,,acme-works\n",
        },
        """
        Acme Works
        Acme Works * Pay
        Acme Works * Post
        Best
        Best * Notify
        [project] Notify website=https://notify.example x_license=MIT
        [project] Pay website=https://pay.example x_license=MIT
        [project] Post website=https://post.example
        """,
    ),
    "groups in a parliament, with the towns of parties": (
        {
            "seats.csv": "Group in the EP,Original name,Country\nGreens,Acme,Cyprus\n"
            "Greens,Best,Germany\nLeft,Cool,Germany\n"
        },
        """
        @ Cyprus
        @ Germany
        Acme : Greens
        Acme at=Cyprus
        Best : Greens
        Best at=Germany
        Cool : Left
        Cool at=Germany
        Greens (WorkingGroup)
        Left (WorkingGroup)
        """,
    ),
    "parties by their groups in JSON": (
        {
            "group_parties.json": '{"Greens": [{"party": "Acme", "seats": 3}, {"party": "Best", '
            '"seats": 4}], "Blue": [{"party": "Cool", "seats": 5}]}'
        },
        """
        Acme
        Acme : Greens | x_seats=3
        Best
        Best : Greens | x_seats=4
        Blue (WorkingGroup)
        Cool
        Cool : Blue | x_seats=5
        Greens (WorkingGroup)
        """,
    ),
    "parties of treaties that have long titles": (
        {
            "un_treaties.csv": "Chapter,Country,Ratification,Treaty\n"
            f'Sea,Chad,24 Sep 1945,"{_NAME}"\nSea,Peru,1 Nov 1945,"{_NAME}"\n'
            f'Sea,Chad,1 Nov 1946,"{_OTHER}"\nSea,Cuba,2 Nov 1947,"{_OTHER}"\n'
        },
        f"""
        Chad
        Chad ~ {_NAME} | .. x_chapter=Sea x_ratification=1945-09-24
        Chad ~ {_OTHER} | .. x_chapter=Sea x_ratification=1946-11-01
        Cuba
        Cuba ~ {_OTHER} | .. x_chapter=Sea x_ratification=1947-11-02
        Peru
        Peru ~ {_NAME} | .. x_chapter=Sea x_ratification=1945-11-01
        [treaty] {_NAME} ..
        [treaty] {_OTHER} ..
        """,
    ),
}
