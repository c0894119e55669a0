"""The documentation site: its pages, its menu, its checks, and what its examples print.

Sphinx itself runs in `make site`, not here.
"""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest

import graphkit
from docs.build_site import reference
from docs.build_site.check import faults
from docs.build_site.examples import Differs, blocks, run_page, showing
from docs.build_site.gather import ROOT, BrokenLink, gather, pages, site_text
from graphkit.export.formats import FORMATS
from graphkit.export.networks.formats import NETWORK_FORMATS
from graphkit.sources import endings


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    gather(folder)
    return folder


def test_every_page_is_in_the_menu_once_and_the_front_page_is_the_top(gathered: Path) -> None:
    below: dict[str, list[str]] = {}
    for path in gathered.rglob("*.md"):
        for menu in re.findall(r"```{toctree}\n:hidden:\n\n(.*?)```", path.read_text(), re.DOTALL):
            place = path.relative_to(gathered).parent
            below[path.relative_to(gathered).as_posix()] = [
                (gathered / place / line).resolve().relative_to(gathered.resolve()).as_posix()
                for line in menu.splitlines()
            ]
    listed = [place for places in below.values() for place in places]
    below_python = {f"reference/api-{room}.rst" for room in reference.ROOMS}
    in_all = {*pages().values(), *reference.generated()} - below_python - {"index.md"}
    assert sorted(listed) == sorted(in_all)
    parts = ["tutorials", "howto", "reference", "explanation"]
    assert below["index.md"] == [f"{part}/index.md" for part in parts]


def test_the_generated_pages_name_every_public_function_format_and_exit_code() -> None:
    made = reference.generated()
    for room in reference.ROOMS:
        module = importlib.import_module(f"graphkit.{room}")
        text = made[f"reference/api-{room}.rst"]()
        named = set(re.findall(rf"auto\w+:: graphkit\.{room}\.(\w+)", text))
        defined = {
            name
            for name in module.__all__
            if inspect.isfunction(getattr(module, name)) or inspect.isclass(getattr(module, name))
        }
        assert named >= defined, room
    begin = made["reference/api.md"]()
    assert all(f"`graphkit.{name}`" in begin for name in graphkit.__all__ if name[0] != "_")
    codes = re.findall(r"^\| ([\d, ]+) \|", made["reference/exit-codes.md"](), re.MULTILINE)
    # By hand, as `main` and the errors have them.
    assert codes == ["0", "1", "2", "3", "4", "5", "130, 143", "141"]
    written = made["reference/formats.md"]()
    assert all(f"| `{form}` |" in written for form in (*FORMATS, *NETWORK_FORMATS))
    assert all(f"`{ending}`" in written for ending in endings())


def test_links_lead_to_pages_of_the_site_and_files_of_code_lose_theirs() -> None:
    places = {"docs/a/one.md": "a/one.md", "CONTRIBUTING.md": "contributing.md"}
    text = "[x](../../CONTRIBUTING.md#y) [m](../../Makefile) [w](https://w.example)\n\n```\n[a](b)\n```"
    assert site_text(text, "docs/a/one.md", places) == (
        "[x](../contributing.md#y) m [w](https://w.example)\n\n```text\n[a](b)\n```\n"
    )
    with pytest.raises(BrokenLink, match=r"docs/a/one\.md links to two\.md"):
        site_text("[x](two.md)", "docs/a/one.md", places)


def test_files_and_pictures_are_shown_as_sphinx_has_them() -> None:
    # Pygments stumbles over the parameters of Cypher, so that is text too.
    text = "```cypher\n$id\n```\n\n```csv t/a.csv\nid\n```\n\n<!-- picture: n.svg: A figure -->"
    assert site_text(text, "docs/a/one.md", {"docs/a/one.md": "a/one.md"}) == (
        "```text\n$id\n```\n\n"
        "```{code-block} text\n:caption: t/a.csv\n\nid\n```\n\n"
        "```{figure} ../made/a-one/n.svg\n:alt: A figure\n\nA figure\n```\n"
    )
    shown = site_text(
        "<!-- picture: b/two/n.svg: Of two -->", "docs/one.md", {"docs/one.md": "one.md"}
    )
    assert shown.startswith("```{figure} made/b-two/n.svg\n")


LOADED = (
    '<script src="https://x.example/a.js"></script>',
    '<link rel="stylesheet" href="//x.example/a.css">',
    '<link rel="preconnect" href="https://x.example">',
    '<img src="a.png" srcset="a.png 1x, https://x.example/b.png 2x">',
    '<iframe src="http://x.example"></iframe>',
    "<style>@import 'https://x.example/a.css';</style>",
    '<p style="background: url(https://x.example/a.png)">',
)


@pytest.mark.parametrize("html", LOADED)
def test_a_page_that_loads_something_from_elsewhere_is_found(html: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    (found,) = faults(tmp_path)
    assert re.match(r"index\.html loads (https?:)?//x\.example", found)


def test_style_sheets_are_looked_at_and_broken_links_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('@font-face{src:url("https://x.example/f.woff2")}')
    (tmp_path / "b.html").write_text('<h1 id="there">B</h1><a href="https://x.example">x</a>')
    (tmp_path / "index.html").write_text(
        '<a href="b.html#there">1</a><a href="b.html#gone">2</a><a href="c.html">3</a>'
        '<img src="data:,"><img src="d.png"><a href="#">4</a>'
    )
    assert list(faults(tmp_path)) == [
        "a.css loads https://x.example/f.woff2",
        "index.html loads d.png, which is not there",
        "index.html links to b.html#gone, but there is no such heading",
        "index.html links to c.html, which is not there",
    ]


@pytest.mark.parametrize("page", showing(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path) -> None:
    run_page(page.read_text(encoding="utf-8"), tmp_path)


RUN_BY = {
    "README.md": "test_documents.py",
    "docs/evidence.md": "test_evidence_page.py",
    "docs/export.md": "test_export_document.py",
    "docs/import.md": "import_examples.py",
    "docs/names.md": "test_names_page.py",
    "docs/recipes.md": "test_recipes.py",
    "docs/tables.md": "test_documents_tables.py",
}
"""The test that runs the blocks of a page that `showing` does not name."""


def test_every_page_with_commands_or_python_is_run() -> None:
    others = {*pages(), "README.md"} - {page.relative_to(ROOT).as_posix() for page in showing()}
    with_code = {
        page
        for page in others
        if page.endswith(".md")
        for block in blocks((ROOT / page).read_text(encoding="utf-8"))
        if block.language in ("bash", "console", "python", "sh", "shell")
        or re.match(r"(\$ |\.venv/bin/)?graphkit ", block.text)
    }
    assert with_code == {*RUN_BY}
    for page, test in RUN_BY.items():
        assert Path(page).name in (ROOT / "tests" / test).read_text(encoding="utf-8"), page


@pytest.mark.parametrize(
    "text",
    [
        "```console\n$ graphkit metrics no-such\n```",
        "```console\n$ graphkit --version\nanother\n```",
        "```console\n$ graphkit metrics degree\nno line of it\n…\n```",
        "```python\nprint(1)\n```\n\n```\n2\n```",
        "```ruby\nputs 1\n```",
        "```console\n$ ls\n```",
        '```console\n$ pip install "graphkit[nothing]"\n```',
    ],
)
def test_a_page_that_shows_what_does_not_happen_is_found(text: str, tmp_path: Path) -> None:
    with pytest.raises(Differs):
        run_page(text, tmp_path)
