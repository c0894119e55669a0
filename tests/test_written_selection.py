"""Selections written as text, `word=value[,word=value]`; expected words are by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model import UsageError
from graphkit.network import WORDS, Selection, written_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at=2011", {"at": "2011"}),
        (" At = 2010/2014 ", {"at": "2010/2014"}),
        ("place=Podlasie,sector=business", {"place": ["Podlasie"], "sector": ["business"]}),
        ("sector=business,research,at=2014", {"sector": ["business", "research"], "at": "2014"}),
        ("sector=business,sector=research", {"sector": ["business", "research"]}),
        ("tie-kind=owns,own_dates,groupnodes=exclude",
         {"tie_kind": ["owns"], "own_dates": True, "group_nodes": "exclude"}),
        ("backbone=no", {"backbone": False}),
        ("backbone,fdr=0.1", {"backbone": True, "fdr": "0.1"}),
        ("where=topic=energy|water,staff>=50", {"where": ["topic=energy|water", "staff>=50"]}),
        ("where=staff>=50,at=2014", {"where": ["staff>=50"], "at": "2014"}),
        ("everything", {}),
    ],
)  # fmt: skip
def test_words_are_read(text: str, words: dict[str, object]) -> None:
    assert written_words(text) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2011", "'2011' is not a selection; write word=value"),
        ("", "'' is not a selection"),
        ("at=2011,", "'at=2011,' is not a selection"),
        ("sectr=business", "a selection has no word sectr; did you mean sector?"),
        ("year=2011", "a selection has no word year; use layer, tie_kind,"),
        ("at=", "`at` has no value; write such as at=date"),
        ("layer=", "`layer` has no value; write such as layer=membership"),
        ("at=2011,at=2014", "`at` takes one value, and 2011 and 2014 are given"),
        ("backbone=maybe", "`backbone` is a switch; write backbone or backbone=no"),
        ("where=topic=a,colour=b", "a further condition is written where=colour="),
    ],
)
def test_what_cannot_be_read_is_told_with_the_cure(text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        written_words(text)
    assert said in str(raised.value)


CHOICES = {name: word.allowed for name, word in WORDS.items() if word.allowed}


@given(st.sets(st.sampled_from(sorted(CHOICES)), max_size=4), st.data())
def test_what_is_written_is_what_is_selected(names, data) -> None:
    chosen = {name: data.draw(st.sampled_from(CHOICES[name])) for name in names}
    if "mutual" in chosen:  # a word of this layer
        chosen["layer"] = "rating"
    text = ",".join(f"{name}={value}" for name, value in chosen.items()) or "everything"
    assert Selection().refined(**written_words(text)) == Selection().refined(**chosen)
