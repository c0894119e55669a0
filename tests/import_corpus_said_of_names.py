"""What rows say of the organisations that they name: totals of ends, titles of people, two names;
each with what it states, by hand.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "the totals of parties beside their ties, stated from both ends": (
        {"pairs.csv": "party1,party2,value,total\nP,Q,5,200\nQ,P,5,138\nQ,R,4,138\nR,Q,4,200\n"},
        """
        P = Q | weight=5
        P x_total=200
        Q = R | weight=4
        Q x_total=138
        R x_total=200
        """,
    ),
}
