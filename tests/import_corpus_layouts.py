"""Lists with other separators, titles or headers, each with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "two rows of names of which the lower are above numbers": (
        {
            "f.csv": (
                "Our members,,,\nOrganisation,Period,,Staff\nName,Start,End,Total\n"
                "Acme,2010,2012,5\nBest,2011,2013,7\n"
            )
        },
        """
        Acme : Our members | 2010..2012
        Acme x_total=5
        Best : Our members | 2011..2013
        Best x_total=7
        Our members
        """,
    ),
    "row numbers with a gap in two lists": (
        {
            "a.csv": "Lp.;Nazwa;Miasto\n1.;Acme;Kielce\n2.;Best;Kielce\n4.;Cool;Kielce\n",
            "b.csv": "L.p.;Nazwa;Miasto\n1;Dash;Kielce\n2;Acme;Kielce\n3;Egg;Kielce\n",
        },
        """
        @ Kielce
        Acme at=Kielce
        Best at=Kielce
        Cool at=Kielce
        Dash at=Kielce
        Egg at=Kielce
        """,
    ),
    "row numbers to which another sheet refers": (
        {
            "a.csv": "No.,Name\n1,Acme\n2,Best\n3,Cool\n",
            "b.csv": "Forum,Member\nWater,1\nWater,3\nSea,2\n",
        },
        """
        Acme : Water
        Acme x_no=1
        Best : Sea
        Best x_no=2
        Cool : Water
        Cool x_no=3
        Sea (Association)
        Water (Association)
        """,
    ),
    "title above": (
        {
            "list.csv": (
                "Members of the Water Forum,,\n"
                ",,\n"
                "Name,City,Country\n"
                "Acme,Kielce,Poland\n"
                "Best,Bonn,Germany\n"
            ),
        },
        """
        @ Bonn < Germany
        @ Germany
        @ Kielce < Poland
        @ Poland
        Acme : Members of the Water Forum
        Acme at=Kielce
        Best : Members of the Water Forum
        Best at=Bonn
        Members of the Water Forum (Association)
        """,
    ),
    "two title rows": (
        {
            "list.csv": (
                "Register,,\n"
                "as of 2014,,\n"
                "Signatory,Country,Signed\n"
                "Acme,PL,2014-01-02\n"
                "Best,DE,2014-01-03\n"
            ),
        },
        """
        @ Germany
        @ Poland
        Acme at=Poland
        Acme ~ Register | 2014-01-02..
        Best at=Germany
        Best ~ Register | 2014-01-03..
        [agreement] Register ..
        """,
    ),
    "no header": (
        {
            "network_members.csv": ("Acme,2014-01-01\nBest,2015-02-02\nCool,2016-03-03\n"),
        },
        """
        Acme
        Acme : Network members | 2014-01-01..
        Best
        Best : Network members | 2015-02-02..
        Cool
        Cool : Network members | 2016-03-03..
        Network members (Association)
        """,
    ),
    "names only": (
        {
            "members.txt": ("Acme\nKlaster, sp. z o.o.\nUniwersytet w Białymstoku\n"),
        },
        """
        Acme
        Acme : Members
        Klaster, sp. z o.o.
        Klaster, sp. z o.o. : Members
        Members
        Uniwersytet w Białymstoku
        Uniwersytet w Białymstoku : Members
        """,
    ),
    "pipe": (
        {
            "members.csv": ("Member|Group\nAcme|Forum\nBest|Forum\n"),
        },
        """
        Acme
        Acme : Forum
        Best
        Best : Forum
        Forum (WorkingGroup)
        """,
    ),
    "sep line": (
        {
            "members.csv": ("sep=|\nName|Type\nAcme|Company\nBest|NGO\n"),
        },
        """
        Acme (Company)
        Acme : Members
        Best (Association)
        Best : Members
        Members
        """,
    ),
    "tab": (
        {
            "members.tsv": ("Name\tType\nAcme, Inc.\tCompany\nBest\tFoundation\n"),
        },
        """
        Acme, Inc. (Company)
        Acme, Inc. : Members
        Best (Foundation)
        Best : Members
        Members
        """,
    ),
    "quoted line breaks": (
        {
            "members.csv": ('Name,City\n"Acme\nLtd",Kielce\nBest,Bonn\n'),
        },
        """
        @ Bonn
        @ Kielce
        Acme Ltd : Members
        Acme Ltd at=Kielce
        Best : Members
        Best at=Bonn
        Members
        """,
    ),
    "repeats": (
        {
            "members.csv": ("Name,Since\nAcme,2014\nAcme,2014\nBest,2014\n"),
        },
        """
        Acme
        Acme : Members | 2014..
        Best
        Best : Members | 2014..
        Members
        """,
    ),
    "a name of a column that is used twice": (
        {
            "links.csv": (
                "Organisation,url,Network,url\n"
                "Acme,acme.example,Water Forum,forum.example\n"
                "Best,best.example,Water Forum,forum.example\n"
            ),
        },
        """
        Acme : Water Forum
        Acme website=http://acme.example
        Best : Water Forum
        Best website=http://best.example
        Water Forum (Association) website=http://forum.example
        """,
    ),
    "headings of parts, a total and a footnote": (
        {
            "members.csv": (
                "Name,Country,Joined\nIndustry,,\nAcme,PL,7-Nov-2014\nBest,DE,1er mars 2015\n"
                "Academia,,\nUni,PL,May-2016\nTotal: 3,,\nNote: provisional,,\n"
            ),
        },
        """
        @ Germany
        @ Poland
        Acme (Company) at=Poland
        Acme : Members | 2014-11-07..
        Best (Company) at=Germany
        Best : Members | 2015-03-01..
        Members
        Uni (University) at=Poland
        Uni : Members | 2016-05..
        """,
    ),
    "headings of parts that are no known words": (
        {
            "members.csv": (
                "Name,City,Joined\nNorth,,\nAcme,Ely,2014\nBest,Rye,2015\n"
                "South,,\nCool,Ayr,2016\nSeveral members: 3,Ayr,2016\n"
            ),
        },
        """
        @ Ayr
        @ Ely
        @ Rye
        Acme : Members | 2014..
        Acme x_heading=North at=Ely
        Best : Members | 2015..
        Best x_heading=North at=Rye
        Cool : Members | 2016..
        Cool x_heading=South at=Ayr
        Members
        Several members: 3 : Members | 2016..
        Several members: 3 x_heading=South at=Ayr
        """,
    ),
    "members of which nothing else is known": (
        {"members.csv": "Name,City\nAcme,\nBest,Rye\nCool,\nDane,Ayr\n"},
        """
        @ Ayr
        @ Rye
        Acme
        Acme : Members
        Best : Members
        Best at=Rye
        Cool
        Cool : Members
        Dane : Members
        Dane at=Ayr
        Members
        """,
    ),
    "a total that counts the rows": (
        {"members.csv": "Member,Country\nAcme,PL\nTotal,FR\nTotal number of members:,2\n"},
        """
        @ France
        @ Poland
        Acme : Members
        Acme at=Poland
        Members
        Total : Members
        Total at=France
        """,
    ),
    "numbers of meetings in the singular": (
        {"list.csv": "Organisation,Country,Meeting\nAcme,PL,4\nBest,PL,12\n"},
        """
        @ Poland
        Acme x_meeting=4 at=Poland
        Best x_meeting=12 at=Poland
        """,
    ),
    "notes behind dates": (
        {
            "w.csv": "Organisation,Forum,Joined\nAcme,Wind,2014 (founder)\nBest,Wind,2015*\n"
            "Cool,Wind,2016 r\n",
        },
        """
        Acme
        Acme : Wind | 2014.. note=Joined: founder
        Best
        Best : Wind | 2015.. note=Joined: *
        Cool
        Cool : Wind | 2016..
        Wind (Association)
        """,
    ),
    "letters of a depositary": (
        {
            "treaty.csv": "Participant,Action date\nAustria,04/11/1999 s\nBelgium,23/11/2007 a\n"
            "Poland,11/09/2002 r\n",
        },
        """
        Austria
        Austria ~ Treaty | 1999-11-04..
        Belgium
        Belgium ~ Treaty | accession 2007-11-23..
        Poland
        Poland ~ Treaty | ratification 2002-09-11..
        [treaty] Treaty ..
        """,
    ),
}
