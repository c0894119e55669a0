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
        Acme
        Acme : Energy
        Acme : Water
        Best
        Best : Energy
        Energy
        Water
        """,
    ),
    "projects that give their partners and their lead by ids": (
        {
            "data.json": '{"organisations": [{"id": 1, "name": "Acme"}, {"id": 2, "name": "Best"}],'
            ' "projects": [{"id": 1, "title": "Water", "partners": [1, 2], "lead": 1}, {"id": 2, '
            '"title": "Energy", "partners": [2], "lead": 1}]}'
        },
        """
        Acme
        Acme * Energy | lead partner
        Acme * Water
        Acme * Water | lead partner
        Best
        Best * Energy
        Best * Water
        [project] Energy
        [project] Water
        """,
    ),
    "organisations and projects by their ids": (
        {
            "data.json": '{"organisations": {"1": {"name": "Acme", "projects": [7]}, "2": {"name": '
            '"Best", "projects": [7, 8]}}, "projects": {"7": {"title": "Water"}, "8": {"title": '
            '"Energy"}}}'
        },
        """
        Acme
        Acme * Water
        Best
        Best * Energy
        Best * Water
        [project] Energy
        [project] Water
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
        Acme
        Best
        Both x_part_of=Acme|Best in=Acme
        Lab in=Acme
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
}
