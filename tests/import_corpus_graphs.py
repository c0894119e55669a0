"""Files of graph programs, each with what it states, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "graphml": (
        {
            "forum.graphml": (
                "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'><key id='d0' for='node' attr.name='name' attr.type='string'/><key id='d1' for='node' attr.name='type' attr.type='string'/><key id='d2' for='edge' attr.name='weight' attr.type='double'/><graph edgedefault='undirected'><node id='n0'><data key='d0'>Acme</data><data key='d1'>Company</data></node><node id='n1'><data key='d0'>Best</data><data key='d1'>NGO</data></node><edge source='n0' target='n1'><data key='d2'>2.5</data></edge></graph></graphml>"
            ),
        },
        """
        Acme (Company)
        Acme = Best | weight=2.5
        Best (Association)
        """,
    ),
    "graphml of two modes": (
        {
            "forum.graphml": (
                "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'><key id='t' for='node' attr.name='type' attr.type='boolean'/><key id='l' for='node' attr.name='label' attr.type='string'/><graph edgedefault='undirected'><node id='n0'><data key='l'>Acme</data><data key='t'>false</data></node><node id='n1'><data key='l'>Forum</data><data key='t'>true</data></node><node id='n2'><data key='l'>Best</data><data key='t'>false</data></node><edge source='n0' target='n1'/><edge source='n2' target='n1'/></graph></graphml>"
            ),
        },
        """
        Acme
        Acme : Forum
        Best
        Best : Forum
        Forum
        """,
    ),
    "graphml of yEd": (
        {
            "drawn.graphml": (
                "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'><key id='d6' for='node' yfiles.type='nodegraphics'/><graph edgedefault='directed'><node id='n0'><data key='d6'><ShapeNode><NodeLabel>Acme</NodeLabel></ShapeNode></data></node><node id='n1'><data key='d6'><ShapeNode><NodeLabel>Best</NodeLabel></ShapeNode></data></node><edge source='n0' target='n1'/></graph></graphml>"
            ),
        },
        """
        Acme
        Acme = Best
        Best
        """,
    ),
    "graphml hyperedge": (
        {
            "h.graphml": (
                "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph edgedefault='undirected'><node id='Acme'/><node id='Best'/><node id='Cool'/><hyperedge id='Pact'><endpoint node='Acme'/><endpoint node='Best'/><endpoint node='Cool'/></hyperedge></graph></graphml>"
            ),
        },
        """
        Acme
        Acme : Pact
        Best
        Best : Pact
        Cool
        Cool : Pact
        Pact
        """,
    ),
    "gexf with spells": (
        {
            "net.gexf": (
                "<gexf xmlns='http://gexf.net/1.3' version='1.3'><graph mode='dynamic' defaultedgetype='undirected' timeformat='date'><attributes class='node'><attribute id='0' title='kind' type='string'/></attributes><nodes><node id='a' label='Acme'><attvalues><attvalue for='0' value='Company'/></attvalues></node><node id='b' label='Best' start='2010-01-01'/></nodes><edges><edge id='0' source='a' target='b' weight='2'><spells><spell start='2010-01-01' end='2011-12-31'/><spell start='2014-01-01'/></spells></edge></edges></graph></gexf>"
            ),
        },
        """
        Acme (Company)
        Acme = Best | 2010-01-01..2011-12-31 weight=2
        Acme = Best | 2014-01-01.. weight=2
        Best x_start=2010-01-01
        """,
    ),
    "gexf of years": (
        {
            "net.gexf": (
                "<gexf xmlns='http://gexf.net/1.3' version='1.3'><graph mode='dynamic' defaultedgetype='undirected' timeformat='double'><nodes><node id='a' label='Acme'/><node id='b' label='Best'/></nodes><edges><edge id='0' source='a' target='b' start='2010.0' end='2014.0'/></edges></graph></gexf>"
            ),
        },
        """
        Acme
        Acme = Best | 2010..2014
        Best
        """,
    ),
    "gml": (
        {
            "net.gml": (
                "graph [\n"
                " directed 0\n"
                ' node [ id 1 label "Acme" country "Poland" ]\n'
                ' node [ id 2 label "Best &amp; Co" ]\n'
                " edge [ source 1 target 2 value 3 ]\n"
                "]\n"
            ),
        },
        """
        @ Poland
        Acme = Best & Co | weight=3
        Acme at=Poland
        Best & Co
        """,
    ),
    "pajek": (
        {
            "net.net": (
                '*Vertices 3\n1 "Acme"\n2 "Best"\n3 "Cool Ltd"\n*Edges\n1 2 2\n*Arcs\n2 3\n'
            ),
        },
        """
        Acme
        Acme = Best | weight=2
        Best
        Best = Cool Ltd
        Cool Ltd
        """,
    ),
    "pajek of two modes": (
        {
            "net.net": ('*Vertices 3 2\n1 "Acme"\n2 "Best"\n3 "Forum"\n*Edges\n1 3\n2 3\n'),
        },
        """
        Acme
        Acme : Forum
        Best
        Best : Forum
        Forum
        """,
    ),
    "pajek with a partition": (
        {
            "net.paj": (
                "*Network coop\n"
                "*Vertices 2\n"
                '1 "Acme"\n'
                '2 "Best"\n'
                "*Edges\n"
                "1 2\n"
                "\n"
                "*Partition kind\n"
                "*Vertices 2\n"
                "1\n"
                "2\n"
            ),
        },
        """
        Acme = Best
        Acme x_kind=1
        Best x_kind=2
        """,
    ),
    "pajek matrix": (
        {
            "net.net": (
                '*Vertices 3\n1 "Acme"\n2 "Best"\n3 "Cool"\n*Matrix\n0 1 0\n1 0 2\n0 2 0\n'
            ),
        },
        """
        Acme
        Acme = Best
        Best
        Best = Cool | weight=2
        Cool
        """,
    ),
    "pajek spells": (
        {
            "net.net": ('*Vertices 2\n1 "Acme" [2010-2014]\n2 "Best"\n*Edges\n1 2 1 [2010-2012]\n'),
        },
        """
        Acme = Best | 2010..2012
        Acme x_end=2014 x_start=2010
        Best
        """,
    ),
    "pajek list": (
        {
            "net.net": ('*Vertices 3\n1 "Acme"\n2 "Best"\n3 "Cool"\n*Edgeslist\n1 2 3\n'),
        },
        """
        Acme
        Acme = Best
        Acme = Cool
        Best
        Cool
        """,
    ),
    "dl matrix": (
        {
            "net.dl": (
                "dl n=3 format=fullmatrix\nlabels:\nAcme,Best,Cool\ndata:\n0 1 0\n1 0 1\n0 1 0\n"
            ),
        },
        """
        Acme
        Acme = Best
        Best
        Best = Cool
        Cool
        """,
    ),
    "dl two modes": (
        {
            "net.dl": (
                "dl nr=2 nc=3 format=fullmatrix\n"
                "row labels:\n"
                "Acme\n"
                "Best\n"
                "column labels:\n"
                "Forum\n"
                "Club\n"
                "Fair\n"
                "data:\n"
                "1 0 1\n"
                "0 1 1\n"
            ),
        },
        """
        Acme
        Acme : Fair
        Acme : Forum
        Best
        Best : Club
        Best : Fair
        Club
        Fair
        Forum
        """,
    ),
    "dl edge list": (
        {
            "net.dl": (
                'dl n=3 format=edgelist1\nlabels embedded\ndata:\nAcme Best 2\nBest "Cool Ltd" 1\n'
            ),
        },
        """
        Acme
        Acme = Best | weight=2
        Best
        Best = Cool Ltd
        Cool Ltd
        """,
    ),
    "files that number their own nodes": (
        {
            "2010.gml": (
                'graph [ node [ id 1 label "Acme" ] node [ id 2 label "Best" ]\n'
                "edge [ source 1 target 2 ] ]\n"
            ),
            "2014.gml": (
                'graph [ node [ id 1 label "Cool" ] node [ id 2 label "Acme" ]\n'
                "edge [ source 1 target 2 ] ]\n"
            ),
        },
        """
        Acme
        Acme = Best
        Acme = Cool
        Best
        Cool
        """,
    ),
    "an id that another file leaves out": (
        {
            "people.json": (
                '{"nodes": [{"id": 1, "name": "Ann", "type": "Person"}, '
                '{"id": 2, "name": "Fair", "type": "Event"}, '
                '{"id": 3, "name": "Best", "type": "Organisation"}], '
                '"links": [{"source": 1, "target": 2}, {"source": 3, "target": 2}]}'
            ),
            "ties.gml": (
                'graph [ node [ id 1 label "Acme" ] node [ id 2 label "Best" ]\n'
                "edge [ source 1 target 2 ] ]\n"
            ),
        },
        """
        Acme
        Acme = Best
        Best
        Best * Fair
        [Event] Fair
        """,
    ),
    "links by places in the list of nodes": (
        {
            "net.json": (
                '{"nodes": [{"id": 7, "name": "Acme"}, {"id": 8, "name": "Best"}],'
                ' "links": [{"source": 0, "target": 1}]}'
            ),
        },
        """
        Acme
        Acme = Best
        Best
        """,
    ),
    "pajek with years": (
        {
            "net.net": (
                '*Vertices 2\n1 "Acme" [1999-2003]\n2 "Best" [2001,2004-2005]\n'
                "*Edges\n1 2 1 [2001-2002,2005-*]\n"
            ),
        },
        """
        Acme = Best | 2001..2002
        Acme = Best | 2005..
        Acme x_end=2003 x_start=1999
        Best x_end=2005 x_start=2001
        """,
    ),
    "pajek with waves": (
        {
            "net.net": (
                '*Vertices 2\n1 "Acme" [1-3]\n2 "Best" [2,4-5]\n*Edges\n1 2 1 [1-2,2001]\n'
            ),
        },
        """
        Acme
        Acme = Best
        Best
        """,
    ),
    "dl two modes by edges": (
        {
            "net.txt": (
                "dl nr=2 nc=2 format=edgelist2\n"
                "row labels:\n"
                "Acme\n"
                "Best\n"
                "col labels:\n"
                "Forum\n"
                "Club\n"
                "data:\n"
                "1 1\n"
                "2 1\n"
                "2 2\n"
            ),
        },
        """
        Acme
        Acme : Forum
        Best
        Best : Club
        Best : Forum
        Club
        Forum
        """,
    ),
    "dl labels embedded": (
        {
            "net.dl": (
                "dl n=2 format=fullmatrix\nlabels embedded\ndata:\nAcme Best\nAcme 0 3\nBest 3 0\n"
            ),
        },
        """
        Acme
        Acme = Best | weight=3
        Best
        """,
    ),
    "dl node list": (
        {
            "net.dl": ("dl n=3 format=nodelist1\nlabels:\nAcme,Best,Cool\ndata:\n1 2 3\n"),
        },
        """
        Acme
        Acme = Best
        Acme = Cool
        Best
        Cool
        """,
    ),
}
