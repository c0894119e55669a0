"""Lists that go together: parallel ones in JSON, and lists with two marks in one cell; by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "members and the years in which they joined, in two lists": (
        {
            "alliances.json": '[{"name": "Alpha", "members": ["Acme", "Best"], '
            '"joined": ["2001", "2003"]}, {"name": "Beta", "members": ["Acme", "Cool", "Dale"], '
            '"joined": ["2002", "2004", null]}]'
        },
        """
        Acme
        Acme : Alpha | 2001..
        Acme : Beta | 2002..
        Alpha
        Best
        Best : Alpha | 2003..
        Beta
        Cool
        Cool : Beta | 2004..
        Dale
        Dale : Beta
        """,
    ),
    "members and their roles, in two lists": (
        {
            "projects.json": '[{"project": "Water", "partners": ["Acme", "Best"], '
            '"roles": ["coordinator", "partner"]}, {"project": "Wind", "partners": ["Cool"], '
            '"roles": ["coordinator"]}]'
        },
        """
        Acme
        Acme * Water | coordinator
        Best
        Best * Water | partner
        Cool
        Cool * Wind | coordinator
        [project] Water
        [project] Wind
        """,
    ),
    "lists of one length that say nothing of each other": (
        {
            "alliances.json": '[{"name": "Alpha", "members": ["Acme", "Best"], "tags": ["x", "y"]},'
            ' {"name": "Beta", "members": ["Acme", "Cool", "Dale"], "tags": ["x", "z", "w"]}]'
        },
        """
        Acme
        Acme : Alpha
        Acme : Beta
        Alpha x_tags=x|y
        Best
        Best : Alpha
        Beta x_tags=x|z|w
        Cool
        Cool : Beta
        Dale
        Dale : Beta
        """,
    ),
}
CORPUS["a partition of Pajek whose comments say what its numbers mean"] = (
    {
        "net.paj": '*Network forum\n*Vertices 3\n1 "Acme"\n2 "Best"\n3 "Cool"\n*Edges\n1 2\n2 3\n'
        "*Partition Branch\n% by the register\n% 1 - energy\n% 2 - water\n*Vertices 3\n1\n2\n3\n"
    },
    """
    Acme = Best
    Acme x_branch=energy
    Best = Cool
    Best x_branch=water
    Cool x_branch=3
    """,
)
CORPUS["numbers in lists that do not go with the names beside them"] = (
    {
        "agreements.csv": "agreement,members,members_ror\n"
        "Pact 1,acme;best-works;cool-lab,0304hq317;03v4gjf40;04t3en479\n"
        "Pact 2,cool-lab,03v4gjf40\nPact 3,acme;best-works,0304hq317;04jc43x05;04t3en479\n"
    },
    """
    [agreement] Pact 1 .. x_members_ror=0304hq317;03v4gjf40;04t3en479
    [agreement] Pact 2 .. x_members_ror=03v4gjf40
    [agreement] Pact 3 .. x_members_ror=0304hq317;04jc43x05;04t3en479
    acme
    acme ~ Pact 1 | ..
    acme ~ Pact 3 | ..
    best-works
    best-works ~ Pact 1 | ..
    best-works ~ Pact 3 | ..
    cool-lab
    cool-lab ~ Pact 1 | ..
    cool-lab ~ Pact 2 | ..
    """,
)
CORPUS["lists of numbers of which one is longer than the names beside it"] = (
    {
        "pacts.csv": "agreement,parties,parties_ror\n"
        "Pact 1,acme;best-works,0304hq317;03v4gjf40\nPact 2,acme;cool-lab,0304hq317;04jc43x05;04t3en479\n"
    },
    """
    [agreement] Pact 1 .. x_parties_ror=0304hq317;03v4gjf40
    [agreement] Pact 2 .. x_parties_ror=0304hq317;04jc43x05;04t3en479
    acme
    acme ~ Pact 1 | ..
    acme ~ Pact 2 | ..
    best-works
    best-works ~ Pact 1 | ..
    cool-lab
    cool-lab ~ Pact 2 | ..
    """,
)
CORPUS["groups by their names, with those who have left and those in none"] = (
    {
        "alliances.json": '{"star": {"founded": 1997, "members": [{"airline": "Acme Air"}, '
        '{"airline": "Best Air"}]}, "sky": {"founded": 2000, "members": [{"airline": "Cool Air"}], '
        '"departed": [{"airline": "Dale Air", "departure_date": "2025-02-03"}]}, '
        '"non_alliance": [{"airline": "East Air", "country": "Norway"}]}'
    },
    """
    @ Norway
    Acme Air
    Acme Air : star
    Best Air
    Best Air : star
    Cool Air
    Cool Air : sky
    Dale Air
    Dale Air : sky | departed ..2025-02-03
    East Air at=Norway
    sky founded=2000
    star founded=1997
    """,
)
CORPUS["points as lists of two numbers, and as GeoJSON has them"] = (
    {
        "list.json": '[{"name": "Acme", "member_of": "Forum", "coordinates": [36.7, 3.1]}, '
        '{"name": "Best", "member_of": "Forum", "coordinates": [48.2, 16.4]}]',
        "more.json": '[{"name": "Cool", "member_of": "Club", "place": {"type": "Point", '
        '"coordinates": [24.9, 60.2]}}, {"name": "Dale", "member_of": "Club", "place": null}]',
    },
    """
    @ 36.7, 3.1 36.7,3.1
    @ 48.2, 16.4 48.2,16.4
    @ 60.2, 24.9 60.2,24.9
    Acme : Forum
    Acme at=36.7, 3.1
    Best : Forum
    Best at=48.2, 16.4
    Club
    Cool : Club
    Cool at=60.2, 24.9
    Dale
    Dale : Club
    Forum
    """,
)
