"""Lists and records as services write them in JSON, each with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "organisations with their partners": (
        {
            "o.json": (
                '[{"name": "Acme", "country": "PL", "partners": ["Best", "Cool"]}, {"name": "Best",'
                ' "country": "DE", "partners": ["Acme"]}, {"name": "Cool", "country": "FR", "partne'
                'rs": []}]'
            ),
        },
        """
        @ France
        @ Germany
        @ Poland
        Acme = Best
        Acme = Cool
        Acme at=Poland
        Best at=Germany
        Cool at=France
        """,
    ),
    "records by their names": (
        {
            "b.json": (
                '{"Acme": {"country": "PL", "member_of": ["Forum"]}, "Best": {"country": "DE", "mem'
                'ber_of": ["Forum", "Club"]}}'
            ),
        },
        """
        @ Germany
        @ Poland
        Acme : Forum
        Acme at=Poland
        Best : Club
        Best : Forum
        Best at=Germany
        Club
        Forum
        """,
    ),
    "lists of names by their groups": (
        {
            "c.json": ('{"Forum": ["Acme", "Best"], "Club": ["Best", "Cool"]}'),
        },
        """
        Acme
        Acme : Forum
        Best
        Best : Club
        Best : Forum
        Club
        Cool
        Cool : Club
        Forum
        """,
    ),
    "a consortium in each project": (
        {
            "p.json": (
                '[{"acronym": "WATER", "startDate": "2014-01-01", "consortium": [{"name": "Acme", "'
                'role": "coordinator", "country": "PL"}, {"name": "Best", "role": "partner", "count'
                'ry": "DE"}]}, {"acronym": "FIRE", "startDate": "2015-01-01", "consortium": [{"name'
                '": "Best", "role": "coordinator", "country": "DE"}]}]'
            ),
        },
        """
        @ Germany
        @ Poland
        Acme * WATER | coordinator
        Acme at=Poland
        Best * FIRE | coordinator
        Best * WATER | partner
        Best at=Germany
        [project] FIRE 2015-01-01..
        [project] WATER 2014-01-01..
        """,
    ),
    "resources of a JSON:API": (
        {
            "j.json": (
                '{"data": [{"id": "1", "type": "organisations", "attributes": {"name": "Acme", "cou'
                'ntry": "PL"}, "relationships": {"consortium": {"data": {"id": "9", "type": "consor'
                'tia"}}}}, {"id": "2", "type": "organisations", "attributes": {"name": "Best", "cou'
                'ntry": "DE"}, "relationships": {"consortium": {"data": {"id": "9", "type": "consor'
                'tia"}}}}], "included": [{"id": "9", "type": "consortia", "attributes": {"name": "F'
                'orum"}}], "meta": {"total": 2}}'
            ),
        },
        """
        @ Germany
        @ Poland
        Acme : Forum | x_id=1
        Acme at=Poland
        Best : Forum | x_id=2
        Best at=Germany
        Forum x_id=9
        """,
    ),
    "members by country": (
        {
            "members.json": (
                '{"Poland": [{"name": "Acme", "joined": "2010"}], "Germany": [{"name": "Best", "joi'
                'ned": "2011"}, {"name": "Cool", "joined": "2012"}]}'
            ),
        },
        """
        @ Germany
        @ Poland
        Acme : Members | 2010..
        Acme at=Poland
        Best : Members | 2011..
        Best at=Germany
        Cool : Members | 2012..
        Cool at=Germany
        Members
        """,
    ),
    "one group with its members": (
        {
            "g.json": (
                '{"name": "Forum", "founded": 2001, "members": [{"name": "Acme", "since": 2010}, {"'
                'name": "Best", "since": 2011}]}'
            ),
        },
        """
        Acme
        Acme : Forum | 2010..
        Best
        Best : Forum | 2011..
        Forum founded=2001
        """,
    ),
    "works of OpenAlex": (
        {
            "w.json": (
                '{"meta": {"count": 2}, "results": [{"id": "https://openalex.org/W1", "title": "On '
                'clusters", "publication_year": 2019, "authorships": [{"author": {"display_name": "'
                'A. B."}, "institutions": [{"id": "https://openalex.org/I1", "display_name": "Alpha'
                ' University", "ror": "https://ror.org/02mhbdp94", "country_code": "PL"}]}, {"autho'
                'r": {"display_name": "C. D."}, "institutions": [{"id": "https://openalex.org/I2", '
                '"display_name": "Beta Lab", "ror": null, "country_code": "DE"}]}]}, {"id": "https:'
                '//openalex.org/W2", "title": "On networks", "publication_year": 2020, "authorships'
                '": [{"author": {"display_name": "A. B."}, "institutions": [{"id": "https://openale'
                'x.org/I1", "display_name": "Alpha University", "ror": "https://ror.org/02mhbdp94",'
                ' "country_code": "PL"}]}]}]}'
            ),
        },
        """
        @ Germany
        @ Poland
        Alpha University * On clusters
        Alpha University * On networks
        Alpha University ror=02mhbdp94 at=Poland
        Beta Lab * On clusters
        Beta Lab at=Germany
        [publication] On clusters 2019.. x_authors=A. B.|C. D.
        [publication] On networks 2020.. x_authors=A. B.
        """,
    ),
    "an answer of Solr": (
        {
            "s.json": (
                '{"responseHeader": {"status": 0}, "response": {"numFound": 2, "start": 0, "docs": '
                '[{"member": "Acme", "group": ["Forum"]}, {"member": "Best", "group": ["Forum", "Cl'
                'ub"]}]}}'
            ),
        },
        """
        Acme
        Acme : Forum
        Best
        Best : Club
        Best : Forum
        Club (WorkingGroup)
        Forum (WorkingGroup)
        """,
    ),
    "a frame of pandas, split": (
        {
            "r.json": (
                '{"columns": ["organisation", "project"], "index": [0, 1], "data": [["Acme", "WATER'
                '"], ["Best", "WATER"]]}'
            ),
        },
        """
        Acme
        Acme * WATER
        Best
        Best * WATER
        [project] WATER
        """,
    ),
    "a frame of pandas by columns": (
        {
            "q.json": (
                '{"organisation": {"0": "Acme", "1": "Best"}, "project": {"0": "WATER", "1": "WATER'
                '"}}'
            ),
        },
        """
        Acme
        Acme * WATER
        Best
        Best * WATER
        [project] WATER
        """,
    ),
    "sponsors and collaborators deep within studies": (
        {
            "y.json": (
                '{"studies": [{"protocolSection": {"identificationModule": {"nctId": "NCT1", "brief'
                'Title": "Trial one"}, "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Acme'
                '", "class": "INDUSTRY"}, "collaborators": [{"name": "Alpha University", "class": "'
                'OTHER"}, {"name": "Best", "class": "INDUSTRY"}]}}}, {"protocolSection": {"identifi'
                'cationModule": {"nctId": "NCT2", "briefTitle": "Trial two"}, "sponsorCollaborators'
                'Module": {"leadSponsor": {"name": "Best", "class": "INDUSTRY"}}}}]}'
            ),
        },
        """
        Acme
        Acme * Trial one | lead sponsor x_lead_sponsor_class=INDUSTRY x_nct_id=NCT1
        Alpha University
        Alpha University * Trial one | x_lead_sponsor_class=INDUSTRY x_nct_id=NCT1
        Best (Company)
        Best * Trial one | x_lead_sponsor_class=INDUSTRY x_nct_id=NCT1
        Best * Trial two | lead sponsor x_lead_sponsor_class=INDUSTRY x_nct_id=NCT2
        [project] Trial one
        [project] Trial two
        """,
    ),
    "a fixture of Django": (
        {
            "d.json": (
                '[{"model": "app.organisation", "pk": 1, "fields": {"name": "Acme", "country": "PL"'
                '}}, {"model": "app.organisation", "pk": 2, "fields": {"name": "Best", "country": "'
                'DE"}}, {"model": "app.project", "pk": 7, "fields": {"title": "Water", "start_date"'
                ': "2014-01-01"}}, {"model": "app.participation", "pk": 1, "fields": {"organisation'
                '": 1, "project": 7, "role": "coordinator"}}, {"model": "app.participation", "pk": '
                '2, "fields": {"organisation": 2, "project": 7, "role": "partner"}}]'
            ),
        },
        """
        @ Germany
        @ Poland
        Acme * Water | coordinator x_id=1
        Acme x_id=1 at=Poland
        Best * Water | partner x_id=2
        Best x_id=2 at=Germany
        [project] Water 2014-01-01.. x_id=7
        """,
    ),
    "alliances by their names": (
        {
            "alliances.json": (
                '{"Water Pact": [{"name": "Acme", "since": 2010}, {"name": "Best", "since": 2011}],'
                ' "Fire Pact": [{"name": "Best", "since": 2012}]}'
            ),
        },
        """
        Acme
        Acme : Water Pact | 2010..
        Best
        Best : Fire Pact | 2012..
        Best : Water Pact | 2011..
        Fire Pact (Association)
        Water Pact (Association)
        """,
    ),
    "alliances beside links in which a target has an alliance": (
        {
            "world.json": '{"alliances": [{"id": "Pact", "members": ["Acme", "Best"]}, {"id": '
            '"Bund", "members": ["Best", "Cool"]}], "links": [{"source": "Acme", "target": "Best", '
            '"alliance": "Pact"}, {"source": "Best", "target": "Cool", "alliance": "Bund"}]}',
        },
        """
        Acme
        Acme : Pact
        Acme = Best | x_alliance=Pact
        Best
        Best : Bund
        Best : Pact
        Best = Cool | x_alliance=Bund
        Bund
        Cool
        Cool : Bund
        Pact
        """,
    ),
    "fixtures of Django in a file for each model": (
        {
            "parties.json": '[{"model": "core.party", "pk": 1, "fields": {"name": "Acme"}}, '
            '{"model": "core.party", "pk": 2, "fields": {"name": "Best"}}]',
            "treaties.json": '[{"model": "core.treaty", "pk": 1, "fields": {"name": "Pact"}}]',
            "ratifications.json": '[{"model": "core.ratification", "pk": 1, "fields": {"party": 2, '
            '"treaty": 1, "ratification_date": "2009-01-26"}}]',
        },
        """
        Acme x_id=1
        Best x_id=2
        Best ~ Pact | 2009-01-26.. x_id=1
        [treaty] Pact .. x_id=1
        """,
    ),
    "departments of which some have two parents": (
        {
            "departments.json": '[{"id": "https://a.example/1", "name": "Acme", "parents": []}, '
            '{"id": "https://a.example/2", "name": "Best", "parents": []}, {"id": '
            '"https://a.example/3", "name": "Cool", "parent_organisations": [{"id": '
            '"https://a.example/1"}, {"id": "https://a.example/2"}]}]'
        },
        """
        Acme
        Best
        Cool x_part_of=Acme|Best in=Acme
        """,
    ),
    "titles of organisations": (
        {"organisations.json": '[{"title": "Acme", "format": "Court"}, {"title": "Best"}]'},
        """
        Acme x_format=Court
        Best
        """,
    ),
}
