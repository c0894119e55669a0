"""Small files in which lists name the rows of other lists by ids, and columns stand below two or
three rows of names; each with what it states, by hand.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "a fixture of Django in which organisations list the ids of groups": (
        {
            "dump.json": '[{"model": "a.organisation", "pk": 1, "fields": {"name": "Acme", "groups"'
            ': [1, 2]}}, {"model": "a.organisation", "pk": 2, "fields": {"name": "Best", "groups": '
            '[2]}}, {"model": "a.group", "pk": 1, "fields": {"name": "Water"}}, {"model": "a.group"'
            ', "pk": 2, "fields": {"name": "Energy"}}]'
        },
        """
        Acme : Energy
        Acme : Water
        Acme x_id=1
        Best : Energy
        Best x_id=2
        Energy x_id=2
        Water x_id=1
        """,
    ),
    "projects that give their partners and their lead by ids": (
        {
            "data.json": '{"organisations": [{"id": 1, "name": "Acme"}, {"id": 2, "name": "Best"}],'
            ' "projects": [{"id": 1, "title": "Water", "partners": [1, 2], "lead": 1}, {"id": 2, '
            '"title": "Energy", "partners": [2], "lead": 1}]}'
        },
        """
        Acme * Energy | lead partner
        Acme * Water
        Acme * Water | lead partner
        Acme x_id=1
        Best * Energy
        Best * Water
        Best x_id=2
        [project] Energy x_id=2
        [project] Water x_id=1
        """,
    ),
    "organisations and projects by their ids": (
        {
            "data.json": '{"organisations": {"1": {"name": "Acme", "projects": [7]}, "2": {"name": '
            '"Best", "projects": [7, 8]}}, "projects": {"7": {"title": "Water"}, "8": {"title": '
            '"Energy"}}}'
        },
        """
        Acme * Water
        Acme x_id=1
        Best * Energy
        Best * Water
        Best x_id=2
        [project] Energy x_id=8
        [project] Water x_id=7
        """,
    ),
    "groups that list keys of members who have labels": (
        {
            "data.json": '{"groups": [{"name": "Water", "members": ["a", "b"]}, {"name": "Energy", '
            '"members": ["b"]}], "members": [{"key": "a", "label": "Acme", "country": "PL"}, '
            '{"key": "b", "label": "Best", "country": "DE"}]}'
        },
        """
        @ Germany
        @ Poland
        Acme : Water
        Acme at=Poland
        Best : Energy
        Best : Water
        Best at=Germany
        Energy
        Water
        """,
    ),
    "a tree of which the branches are called subsidiaries": (
        {
            "tree.json": '[{"name": "Ministry", "subsidiaries": [{"name": "Office", "subsidiaries":'
            ' []}, {"name": "Agency", "subsidiaries": [{"name": "Unit"}]}]}]'
        },
        """
        Agency in=Ministry
        Ministry
        Office in=Ministry
        Unit in=Agency
        """,
    ),
    "parents by ids, of which no row has one": (
        {
            "list.json": '[{"id": "a1", "name": "Acme"}, {"id": "a2", "name": "Lab", "parents": '
            '["a1"]}, {"id": "a3", "name": "Best", "parents": ["zz9"]}, {"id": "a4", "name": '
            '"Both", "parents": ["a1", "a3"]}]'
        },
        """
        Acme x_id=a1
        Best x_id=a3
        Both x_id=a4 x_part_of=Acme|Best in=Acme
        Lab x_id=a2 in=Acme
        """,
    ),
    "SurveyMonkey's options below a question": (
        {
            "survey.csv": "Respondent ID,Collector ID,What is the name of your organisation?,Which "
            "of these organisations do you work with?,,\n,,Open-Ended Response,Acme,Best,Cool\n"
            "11,9,Acme,,Best,Cool\n12,9,Best,Acme,,\n13,9,Cool,,Best,\n"
        },
        """
        Acme = Best
        Acme = Cool
        Acme x_collector_id=9 x_respondent_id=11
        Best = Cool
        Best x_collector_id=9 x_respondent_id=12
        Cool x_collector_id=9 x_respondent_id=13
        """,
    ),
    "SurveyMonkey's table of frequencies": (
        {
            "survey.csv": "Respondent ID,End Date,What is the name of your organisation?,How often "
            "do you meet these organisations?,,\n,,Open-Ended Response,Acme,Best,Cool\n"
            "11,2020-01-02,Acme,,Monthly,Weekly\n12,2020-01-03,Best,Never,,Monthly\n"
            "13,2020-01-04,Cool,Monthly,Weekly,\n"
        },
        """
        Acme
        Acme * Survey
        Acme > Best | seen 2020-01-02 contact=1
        Acme > Cool | seen 2020-01-02 contact=2
        Best
        Best * Survey
        Best > Acme | seen 2020-01-03 contact=0
        Best > Cool | seen 2020-01-03 contact=1
        Cool
        Cool * Survey
        Cool > Acme | seen 2020-01-04 contact=1
        Cool > Best | seen 2020-01-04 contact=2
        [frequency] How often do you meet these organisations?
        [survey] Survey
        """,
    ),
    "names of columns in the third row, below two that head several": (
        {
            "members.csv": "Organisation,,Groups,,,\n,,Technical,,Policy,\n"
            "Name,Country,Energy,Water,Law,Trade\nAcme,PL,x,x,,\nBest,DE,,x,x,\nCool,FR,,,,x\n"
        },
        """
        @ France
        @ Germany
        @ Poland
        Acme : Energy
        Acme : Water
        Acme at=Poland
        Best : Law
        Best : Water
        Best at=Germany
        Cool : Trade
        Cool at=France
        Energy
        Law
        Trade
        Water
        """,
    ),
    "codes of countries that are legal forms too": (
        {
            "blocs.json": '[{"name": "North", "members": ["AE", "SA", "EG"]}, {"name": "South", '
            '"members": ["SA", "KG"]}]'
        },
        """
        AE
        AE : North
        EG
        EG : North
        KG
        KG : South
        North
        SA
        SA : North
        SA : South
        South
        """,
    ),
    "partners that some cells list by semicolons and others by commas": (
        {
            "projects.csv": 'Project,Partners\nWater,Acme; Best; Cool\nSea,"Acme, Done, East, Fine, '
            'Gold"\nAir,Best; Done\nSun,"Cool, Done, East"\n'
        },
        """
        Acme
        Acme * Sea
        Acme * Water
        Best
        Best * Air
        Best * Water
        Cool
        Cool * Sun
        Cool * Water
        Done
        Done * Air
        Done * Sea
        Done * Sun
        East
        East * Sea
        East * Sun
        Fine
        Fine * Sea
        Gold
        Gold * Sea
        [project] Air
        [project] Sea
        [project] Sun
        [project] Water
        """,
    ),
    "members of a working group with their affiliations": (
        {
            "members.csv": "Firstname,Lastname,Affiliation,Water,Energy,Law\n"
            "Xi,Qu,Acme,1,0,0\nYu,Ro,Best,0,1,1\nZo,Su,Acme,0,1,0\nUm,Ta,Acme,1,0,0\n"
        },
        """
        Acme : Energy
        Acme : Water
        Acme x_firstname=Xi|Zo|Um x_lastname=Qu|Su|Ta
        Best : Energy
        Best : Law
        Best x_firstname=Yu x_lastname=Ro
        Energy
        Law
        Water
        """,
    ),
    "the link of a contact beside the website of an organisation": (
        {
            "list.json": '[{"name": "Alpha University", "contact": "Ann Qu", "contact_link": '
            '"https://a.example/ann", "website": "https://a.example"}, {"name": "Beta University", '
            '"contact": "Bo Ro", "contact_link": "https://b.example/bo", "website": '
            '"https://b.example"}]'
        },
        """
        Alpha University website=https://a.example x_contact=Ann Qu x_contact_link=https://a.example/ann
        Beta University website=https://b.example x_contact=Bo Ro x_contact_link=https://b.example/bo
        """,
    ),
    "names by their codes": (
        {
            "delegations.json": '{"DEEA": "Delegation to the North", "DANZ": "Delegation to the '
            'South", "D-BY": "Delegation to the East", "D-AF": "Delegation to the West", "DSEE": '
            '"Delegation at home"}'
        },
        """
        Delegation at home
        Delegation to the East
        Delegation to the North
        Delegation to the South
        Delegation to the West
        """,
    ),
    "one column below the word for a role": (
        {"list.csv": "Grantee\nAcme Works\nBest Society\n"},
        """
        Acme Works
        Best Society
        """,
    ),
    "a matrix whose columns are variables of a codebook": (
        {
            "m.csv": "Organisation,Staff,G1,G2,G3\nAcme,5,1,0,1\nBest,7,0,1,1\nCool,9,1,1,0\n",
            "codebook.csv": (
                "Variable,Description\nOrganisation,Name of the organisation\n"
                "Staff,Number of employees\nG1,Sea Forum\nG2,Air Forum\nG3,Land Forum\n"
            ),
        },
        """
        Acme : Land Forum
        Acme : Sea Forum
        Acme x_staff=5
        Air Forum x_variable=G2
        Best : Air Forum
        Best : Land Forum
        Best x_staff=7
        Cool : Air Forum
        Cool : Sea Forum
        Cool x_staff=9
        Land Forum x_variable=G3
        Sea Forum x_variable=G1
        """,
    ),
    "a matrix of ids by ids, each of which another table names": (
        {
            "both.csv": "id,G1,G2\nA1,1,0\nA2,0,1\nA3,1,1\n",
            "groups.csv": "Code,Name,Seat\nG1,Sea Forum,Paris\nG2,Air Forum,Rome\n",
            "nodes.csv": "id,name,type\nA1,Acme,company\nA2,Best,university\nA3,Cool,NGO\n",
        },
        """
        @ Paris
        @ Rome
        Acme (Company) x_id=A1
        Acme : Sea Forum
        Air Forum x_code=G2 at=Rome
        Best (University) x_id=A2
        Best : Air Forum
        Cool (Association) x_id=A3
        Cool : Air Forum
        Cool : Sea Forum
        Sea Forum x_code=G1 at=Paris
        """,
    ),
    "people whose committees are ids of another table, with a code for the chair": (
        {
            "committees.csv": "id,name\nbudget,Budget Committee\nworks,Works Committee\n",
            "members.csv": (
                "name,company,budget,works\nAnna Nowak,Acme Ltd,0,1\nJan Kowalski,Best Ltd,2,0\n"
                "Ewa Wu,Acme Ltd,1,1\nOla Lis,Cool Ltd,0,2\n"
            ),
        },
        """
        Acme Ltd : Budget Committee
        Acme Ltd : Works Committee
        Acme Ltd x_name=Anna Nowak|Ewa Wu
        Best Ltd : Budget Committee | 2
        Best Ltd x_name=Jan Kowalski
        Budget Committee
        Cool Ltd : Works Committee | 2
        Cool Ltd x_name=Ola Lis
        Works Committee
        """,
    ),
}
