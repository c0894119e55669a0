"""Graphs in JSON as programs write them, each with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "features of GeoJSON": (
        {
            "f.geojson": (
                '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"nam'
                'e": "Acme", "network": "Forum", "website": "https://acme.example"}, "geometry": {"'
                'type": "Point", "coordinates": [17.0, 51.1]}}, {"type": "Feature", "properties": {'
                '"name": "Best", "network": "Club", "website": null}, "geometry": {"type": "Point",'
                ' "coordinates": [13.4, 52.5]}}]}'
            ),
        },
        """
        @ 51.1, 17 51.1,17
        @ 52.5, 13.4 52.5,13.4
        Acme : Forum
        Acme website=https://acme.example at=51.1, 17
        Best : Club
        Best at=52.5, 13.4
        Club (Association)
        Forum (Association)
        """,
    ),
    "nodes and relationships of Neo4j in lines": (
        {
            "n.jsonl": (
                '{"type": "node", "id": "0", "labels": ["Organisation"], "properties": {"name": "Acme", "country": "PL"}}\n'
                '{"type": "node", "id": "1", "labels": ["Organisation"], "properties": {"name": "Best", "country": "DE"}}\n'
                '{"type": "relationship", "id": "0", "label": "FUNDS", "start": {"id": "0", "labels": ["Organisation"]}, "end": {"id": "1", "labels": ["Organisation"]}, "properties": {"amount": 5}}'
            ),
        },
        """
        @ Germany
        @ Poland
        Acme = Best | kind=FUNDS x_amount=5
        Acme at=Poland
        Best at=Germany
        """,
    ),
    "a tree of children": (
        {
            "t.json": (
                '{"name": "Holding", "children": [{"name": "Acme", "children": [{"name": "Acme Lab"'
                '}, {"name": "Acme Sales"}]}, {"name": "Best"}]}'
            ),
        },
        """
        Acme Lab in=Acme
        Acme Sales in=Acme
        Acme in=Holding
        Best in=Holding
        Holding
        """,
    ),
    "elements and connections of Kumu": (
        {
            "k.json": (
                '{"elements": [{"_id": "e1", "attributes": {"label": "Acme", "element type": "Organ'
                'ization"}}, {"_id": "e2", "attributes": {"label": "Best", "element type": "Organiz'
                'ation"}}], "connections": [{"_id": "c1", "direction": "directed", "from": "e1", "t'
                'o": "e2", "attributes": {"connection type": "funds"}}]}'
            ),
        },
        """
        Acme
        Acme = Best | kind=funds x_direction=directed
        Best
        """,
    ),
    "nodes in an object by ids, edges by numbered ends": (
        {
            "l.json": (
                '{"nodes": {"1": {"id": "1", "display": {"x": 1, "y": 2, "name": "Acme"}}, "2": {"i'
                'd": "2", "display": {"x": 5, "y": 2, "name": "Best"}}}, "edges": {"7": {"id": "7",'
                ' "node1_id": "1", "node2_id": "2", "display": {"label": "donated to"}}}, "captions'
                '": {}}'
            ),
        },
        """
        Acme
        Acme = Best | kind=donated to
        Best
        """,
    ),
    "JSON-LD whose nodes refer to each other": (
        {
            "ld.json": (
                '{"@context": "https://schema.org", "@graph": [{"@id": "#f", "@type": "Organization'
                '", "name": "Forum", "member": [{"@id": "#a"}, {"@id": "#b"}]}, {"@id": "#a", "@typ'
                'e": "Organization", "name": "Acme", "url": "https://acme.example"}, {"@id": "#b", '
                '"@type": "Organization", "name": "Best"}]}'
            ),
        },
        """
        Acme : Forum
        Acme website=https://acme.example
        Best
        Best : Forum
        Forum
        """,
    ),
    "nodes whose label is their type": (
        {
            "v.json": (
                '{"nodes": [{"name": "Acme", "id": "O1", "label": ["Organization"]}, {"name": "Best'
                '", "id": "O2", "label": ["Organization"]}, {"name": "Fair", "id": "P1", "label": ['
                '"Event"]}, {"name": "Cool", "id": "O3", "label": ["Organization"]}], "links": [{"s'
                'ource": 1, "target": 0, "type": "SHARES_DATA_WITH"}, {"source": 0, "target": 2, "t'
                'ype": "hosts"}]}'
            ),
        },
        """
        Acme
        Acme * Fair | hosts
        Acme = Best | kind=SHARES_DATA_WITH
        Best
        Cool
        [Event] Fair
        """,
    ),
    "statements of beneficial ownership": (
        {
            "bods.json": (
                '[{"statementId": "s1", "recordId": "a", "recordType": "entity", "statementDate": "'
                '2019-01-01", "recordStatus": "new", "recordDetails": {"entityType": {"type": "regi'
                'steredEntity"}, "name": "Acme", "identifiers": [{"scheme": "PL-KRS", "id": "000002'
                '8860"}, {"scheme": "GB-COH", "id": "77"}], "jurisdiction": {"code": "PL", "name": '
                '"Poland"}, "foundingDate": "2001-02-03"}}, {"statementId": "s2", "recordId": "b", '
                '"recordType": "entity", "recordDetails": {"entityType": {"type": "state"}, "name":'
                ' "Best State"}}, {"statementId": "s3", "recordId": "p", "recordType": "person", "r'
                'ecordDetails": {"names": [{"fullName": "Jan Now"}]}}, {"statementId": "s4", "recor'
                'dId": "r", "recordType": "relationship", "recordDetails": {"subject": "a", "intere'
                'stedParty": "b", "interests": [{"type": "shareholding", "startDate": "2010-01-01",'
                ' "share": {"exact": 40}}]}}, {"statementId": "s5", "recordId": "r", "recordType": '
                '"relationship", "recordStatus": "closed", "statementDate": "2019-05-06", "recordDe'
                'tails": {"subject": "a", "interestedParty": "b", "interests": [{"type": "sharehold'
                'ing", "startDate": "2010-01-01", "share": {"exact": 60}}]}}, {"statementId": "s6",'
                ' "recordId": "q", "recordType": "relationship", "recordDetails": {"subject": "a", '
                '"interestedParty": "p", "interests": [{"type": "boardMember"}]}}]'
            ),
        },
        """
        @ Poland
        Acme (Company) krs=0000028860 founded=2001-02-03 x_entity_type=registeredEntity x_identifiers=GB-COH 77 at=Poland
        Acme = Best State | 2010-01-01..2019-05-06 kind=shareholding x_share_exact=60
        Best State (PublicBody) x_entity_type=state
        """,
    ),
    "data in a script": (
        {
            "net.json": 'var data = {"nodes": [{"name": "Acme"}, {"name": "Best"}], "links": '
            '[{"source": 0, "target": 1}]};'
        },
        """
        Acme
        Acme = Best
        Best
        """,
    ),
    "a matrix of Pajek with sums": (
        {
            "m.net": '*net firms\n*vertices 5 3\n1 "Acme"\n2 "Best"\n3 "Cool"\n4 "Forum"\n5 "Club"\n'
            "*matrix\n1 0 1\n1 1 2\n0 1 1\n"
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
    "conflicts with strengths below 0": (
        {
            "signed.json": '{"nodes": [{"id": "Acme"}, {"id": "Best"}, {"id": "Cool"}], "links": '
            '[{"source": "Acme", "target": "Best", "strength": -0.5}, '
            '{"source": "Best", "target": "Cool", "strength": 0.5}, '
            '{"source": "Acme", "target": "Cool", "strength": -1}]}'
        },
        """
        Acme
        Acme = Best | x_strength=-0.5
        Acme = Cool | x_strength=-1.0
        Best
        Best = Cool | x_strength=0.5
        Cool
        """,
    ),
    "organisations of women and mixed ones": (
        {
            "g.gml": 'graph [ node [ id 1 label "Acme" gender "women" ] node [ id 2 label "Best" '
            'gender "mixed" ] edge [ source 1 target 2 ] ]'
        },
        """
        Acme = Best
        Acme x_gender=women
        Best x_gender=mixed
        """,
    ),
}
