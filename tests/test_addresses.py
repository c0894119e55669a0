"""`docs/addresses.md` has every word that a page understands, and its examples hold on a page."""

from __future__ import annotations

import re
from pathlib import Path

import graphkit
from docs.generated.addresses import OF_OVERVIEWS, WORDS
from graphkit.sources import read_sample
from graphkit.views import write_page
from tests.browser import opened

HASH = Path(__file__).parents[1] / "graphkit/views/web/src/state/hash.ts"


def test_the_documented_words_are_those_of_the_page():
    code = HASH.read_text(encoding="utf-8")
    read = set(re.findall(r'(?<!of )name === "(\w+)"', code))
    written = set(re.findall(r'add\("(\w+)"', code))
    assert read == set(WORDS)
    assert written < read


FOLLOWED = """async addresses => {
  const found = [];
  for (const address of addresses) {
    const changed = new Promise(done => addEventListener("hashchange", done, { once: true }));
    location.hash = address;
    await changed;
    const notice = document.getElementById("notice").textContent;
    found.push({ notice, state: JSON.stringify(graphkitView.state) });
  }
  return found;
}"""


def test_each_example_names_what_the_page_of_the_sample_has(browser, tmp_path):
    page = tmp_path / "page.html"
    write_page(graphkit.build_view(graphkit.Network.of(read_sample())), page)
    every = {word: examples for word, (examples, _) in WORDS.items() if word not in OF_OVERVIEWS}
    addresses = ["unknown=yes", *(each for examples in every.values() for each in examples)]
    with opened(browser, page) as tab:
        (at_first, *found) = tab.evaluate(FOLLOWED, addresses)
        (missing,) = tab.evaluate(FOLLOWED, ["org=nobody&hide=kind:Ghost"])
    assert missing["notice"] == "Not on this page: nobody, kind:Ghost"
    assert [each["notice"] for each in found] == [""] * len(found)
    assert at_first["state"] not in {each["state"] for each in found}
