"""Networks of which the attributes are easily misread, each with what it states, by hand."""

from __future__ import annotations

_NAMES = "Acme Best Cool Done East Fine Good High Iron Just Kind Lead Main".split()
_UNLIKE = "".join(
    f'<edge source="n{at}" target="n{at + 1}"><data key="k">report {at} of both</data></edge>'
    for at in range(12)
)
_NODES = "".join(
    f'<node id="n{at}"><data key="l">{name}</data></node>' for at, name in enumerate(_NAMES)
)

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "series of numbers of nodes and edges": (
        {
            "map.json": (
                '{"nodes": [{"id": 1, "name": "Acme", "staff": [5, 5, 7]}, {"id": 2, "name": "Best"'
                '}, {"id": 3, "name": "Cool"}], "links": [{"source": 1, "target": 2, "shares": [0.2,'
                ' 0.2, 0.0, 0.2]}, {"source": 2, "target": 3, "shares": [0.5, null, 0.5]}]}'
            ),
        },
        """
        Acme = Best | x_shares=0.2|0.2|0|0.2
        Acme x_staff=5|5|7
        Best
        Best = Cool | x_shares=[0.5, null, 0.5]
        Cool
        """,
    ),
    "series of numbers and words of the elements of Cytoscape": (
        {
            "c.cyjs": (
                '{"elements": {"nodes": [{"data": {"id": "1", "name": "Acme", "marks": ["a", "b", '
                '"a"]}}, {"data": {"id": "2", "name": "Best"}}], "edges": [{"data": {"source": "1", '
                '"target": "2", "share": [1, 1]}}]}}'
            ),
        },
        """
        Acme = Best | x_share=1|1
        Acme x_marks=a|b|a
        Best
        """,
    ),
    "series of numbers in lines of records": (
        {
            "forum.jsonl": (
                '{"name": "Acme", "network": "Forum", "fees": [0.2, 0.2, 0.0, 0.2]}\n'
                '{"name": "Best", "network": "Forum", "fees": [0.1, 0.1]}\n'
            ),
        },
        """
        Acme
        Acme : Forum | x_fees=0.2|0.2|0|0.2
        Best
        Best : Forum | x_fees=0.1|0.1
        Forum (Association)
        """,
    ),
    "edges that repeat the name of an end": (
        {
            "o.json": (
                '{"nodes": [{"id": "s1", "name": "Alpha Fund"}, {"id": "s2", "name": "Beta Fund"}, '
                '{"id": "c1", "name": "Acme PLC"}], "links": [{"source": "s1", "target": "c1", '
                '"label": "Alpha Fund", "type": "owns"}, {"source": "s2", "target": "c1", "label": '
                '"Beta Fund", "type": "owns", "shareholder_name": "Beta Fund"}]}'
            ),
        },
        """
        Acme PLC
        Acme PLC = Alpha Fund | kind=owns x_label=Alpha Fund
        Acme PLC = Beta Fund | kind=owns x_label=Beta Fund x_shareholder_name=Beta Fund
        Alpha Fund
        Beta Fund
        """,
    ),
    "edges with a text each, which is no kind": (
        {
            "r.graphml": (
                '<graphml><key id="l" for="node" attr.name="label"/><key id="k" for="edge" '
                f'attr.name="label"/><graph edgedefault="undirected">{_NODES}{_UNLIKE}</graph>'
                "</graphml>"
            ),
        },
        "\n".join(
            sorted(
                [
                    *_NAMES,
                    "Acme = Best | x_label=report 0 of both",
                    "Best = Cool | x_label=report 1 of both",
                    "Cool = Done | x_label=report 2 of both",
                    "Done = East | x_label=report 3 of both",
                    "East = Fine | x_label=report 4 of both",
                    "Fine = Good | x_label=report 5 of both",
                    "Good = High | x_label=report 6 of both",
                    "High = Iron | x_label=report 7 of both",
                    "Iron = Just | x_label=report 8 of both",
                    "Just = Kind | x_label=report 9 of both",
                    "Kind = Lead | x_label=report 10 of both",
                    "Lead = Main | x_label=report 11 of both",
                ]
            )
        ),
    ),
    "coalitions with their parties in a cell, below remarks": (
        {
            "coalitions.csv": "# Alliances\n# composantes : séparées par « | »\nslug,libelle,annee,"
            "composantes\nfront-uni,Front Uni,2024,parti-alfa|parti-beta\n"
        },
        """
        Front Uni founded=2024 x_slug=front-uni
        parti-alfa
        parti-alfa : Front Uni
        parti-beta
        parti-beta : Front Uni
        """,
    ),
    "several names in each row, which only a column of another name tells apart": (
        {
            "lists.csv": "Ticket,Constituent parties,Seats\nGreen Front,Alfa; Beta,12\n"
            "Red Front,Beta; Gamma,7\nBlue List,Delta; Gamma,9\n"
        },
        """
        Alfa
        Alfa : Green Front
        Beta
        Beta : Green Front
        Beta : Red Front
        Blue List x_seats=9
        Delta
        Delta : Blue List
        Gamma
        Gamma : Blue List
        Gamma : Red Front
        Green Front x_seats=12
        Red Front x_seats=7
        """,
    ),
    "an object that leads from parties to alliances, which another describes": (
        {
            "alliances.json": '{"alliances": {"LF": {"code": "LF", "name": "Left Front", "ledBy": '
            '"Alfa"}, "RF": {"code": "RF", "name": "Right Front", "ledBy": null}}, '
            '"partyToAlliance": {"Alfa": "LF", "Beta": "LF", "Cool": "RF", "Dale": "RF", '
            '"Edge": "LF"}, "partyAbbreviation": {"Alfa": "A", "Beta": "B"}}'
        },
        """
        Alfa
        Alfa : Left Front
        Beta
        Beta : Left Front
        Cool
        Cool : Right Front
        Dale
        Dale : Right Front
        Edge
        Edge : Left Front
        Left Front (Association) x_code=LF x_led_by=Alfa
        Right Front (Association) x_code=RF
        """,
    ),
}
