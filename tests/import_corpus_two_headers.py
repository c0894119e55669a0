"""Matrices below titles and two rows of names, and in codes, each with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "titles and a row of kinds of groups above a matrix": (
        {
            "bodies.csv": (
                "Membership of regional bodies,,,,\nAs of 2019,,,,\n,,Economic,,Security\n"
                "Country,Capital,Sea Union,Trade Zone,Land Pact\nArland,Ax,1,0,1\n"
                "Borland,Bx,1,1,0\nCorland,Cx,0,1,1\n"
            ),
        },
        """
        Arland : Land Pact
        Arland : Sea Union
        Arland x_capital=Ax
        Borland : Sea Union
        Borland : Trade Zone
        Borland x_capital=Bx
        Corland : Land Pact
        Corland : Trade Zone
        Corland x_capital=Cx
        Land Pact (Association)
        Sea Union (Association)
        Trade Zone (Association)
        """,
    ),
    "merged cells above the groups of a matrix of yes and no": (
        {
            "list.csv": (
                "Overview,,,,\nUpdated 3 May 2019,,,,\nOrganisation,Networks,Networks,Fora,Fora\n"
                "Organisation,Alpha,Beta,Gamma,Delta\nAcme,yes,no,yes,no\nBest,no,no,no,yes\n"
                "Cool,yes,yes,no,no\n"
            ),
        },
        """
        Acme
        Acme : Alpha
        Acme : Gamma
        Alpha
        Best
        Best : Delta
        Beta
        Cool
        Cool : Alpha
        Cool : Beta
        Delta
        Gamma
        """,
    ),
    "two rows of names beside a blank column above a matrix of roles": (
        {
            "list.csv": (
                "Consortia of the programme,,,,\n2014-2020,,,,\n,Cluster,Health,,Energy\n"
                ",Organisation,Medline,Carehub,Gridlab\n,Acme,coordinator,,partner\n"
                ",Best,partner,partner,\n,Cool,,coordinator,partner\n"
            ),
        },
        """
        Acme
        Acme * Gridlab | partner
        Acme * Medline | coordinator
        Best
        Best * Carehub | partner
        Best * Medline | partner
        Cool
        Cool * Carehub | coordinator
        Cool * Gridlab | partner
        [programme] Carehub
        [programme] Gridlab
        [programme] Medline
        """,
    ),
}

BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "groups in the codes of yes and no": (
        {
            "list.csv": (
                b"Organisation,Sea Union,Air Pact,Land Pact\nAcme,1,2,1\nBest,2,2,1\nCool,1,1,2\n"
                b"Done,2,1,1\n"
            ),
        },
        "",
        "list.csv: the cells hold 1 and 2 only, and none is blank: they may be the codes of yes and "
        'no; the rarer is taken for yes; if it means no, write cells = "1 is yes"; load it to get a '
        "mapping to look over",
    ),
}
