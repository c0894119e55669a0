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
