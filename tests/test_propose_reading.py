"""Documents of every format become numbered paragraphs, and hostile ones an error."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from graphkit.documents import read_documents
from graphkit.documents.reading import word_file
from graphkit.documents.reading.apart import read_here
from graphkit.model import InvalidData
from graphkit.sources.problem_texts import Fault


def pdf(text: str | bytes, extra: str = "") -> bytes:
    """A file of one page, as the specification has it; bytes are its stream as it stands."""
    if isinstance(text, bytes):
        stream, of_stream, extra = text.decode("latin-1"), extra, ""
    else:
        stream, of_stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET", ""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{extra}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        f"<</Length {len(stream)}{of_stream}>>stream\n{stream}\nendstream",
    ]
    content, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj{each}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size 5>>\n"
    return f"{content}{end}startxref\n{len(content)}\n%%EOF\n".encode("latin-1")


def word_parts() -> dict[str, bytes]:
    """What a Word file holds beside its text."""
    import docx

    file = io.BytesIO()
    docx.Document().save(file)
    with zipfile.ZipFile(file) as parts:
        return {each: parts.read(each) for each in parts.namelist() if each != "word/document.xml"}


READ = """
import sys
from pathlib import Path
from graphkit.documents import read_documents
from graphkit.documents.finding.find import find
from graphkit.documents.reading import apart
from graphkit.model import InvalidData
apart.MOST_PARAGRAPHS = 20_000
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        found = find(read_documents([path])[0], spoken="en")
        print("read", path.name, len(found.organisations))
    except InvalidData as error:
        print(path.name, error.problems[0].what)
"""

PAGE = """<html><head><title>Members</title></head><body><nav><a href=/>Start page</a></nav>
<article><h1>Members</h1><p>The cluster has admitted two members with effect from June.</p>
<ul><li>Acme Ltd</li><li>Best Ltd</li></ul>
<table><tr><th>Name</th><th>Town</th></tr><tr><td>Acme Ltd</td><td>Leeds</td></tr></table>
</article><script>document.write("injected")</script><footer>Cookies</footer></body></html>"""


def test_every_format_is_read_into_numbered_paragraphs(tmp_path):
    import docx

    document = docx.Document()
    document.add_heading("Members", 1)
    document.add_paragraph("Acme", style="List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "Best"
    document.save(tmp_path / "a.docx")
    (tmp_path / "b.html").write_text(PAGE)
    (tmp_path / "c.md").write_text("# Members\n\n* **Acme**\n* [Best](http://best.example)\n")
    actions = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
    (tmp_path / "d.pdf").write_bytes(pdf("Acme has joined the cluster.", actions))
    (tmp_path / "e.txt").write_text("Members:\n\n1. Acme\n2. Best\n   Ltd\n\nhyphen-\nated\n")
    archive = (
        "Snapshot-Content-Location: https://kelp.example/members\nDate: Tue, 4 Jun 2019 10:00:00 "
        "+0000\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
        f"{PAGE}\n--x--\n"
    )
    with zipfile.ZipFile(tmp_path / "f.zip", "w") as packed:
        packed.writestr("inside/f.mhtml", archive)
    read_ = {each.id: each for each in read_documents([tmp_path])}
    texts = {
        key: [(each.locator, each.text) for each in document.paragraphs]
        for key, document in read_.items()
    }
    assert texts["a"] == [("p1", "Members"), ("p2.1", "Acme"), ("p3.1.1", "Best")]
    assert texts["b"] == texts["f"]
    assert texts["b"][2:] == [
        ("p3.1", "Acme Ltd"),
        ("p3.2", "Best Ltd"),
        ("p4.1.1", "Name"),
        ("p4.1.2", "Town"),
        ("p4.2.1", "Acme Ltd"),
        ("p4.2.2", "Leeds"),
    ]
    assert texts["c"] == [("p1", "Members"), ("p2.1", "Acme"), ("p2.2", "Best")]
    assert texts["d"] == [("p1", "Acme has joined the cluster.")]
    assert texts["e"][1:] == [("p2.1", "Acme"), ("p2.2", "Best Ltd"), ("p3", "hyphenated")]
    assert read_["f"].url == "https://kelp.example/members"
    assert read_["f"].retrieved == "2019-06-04"


def test_a_hostile_file_gives_one_error(tmp_path, monkeypatch):
    bomb = tmp_path / "bomb.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 2**20)
    monkeypatch.setattr(word_file, "_LARGEST", 2**19)
    with pytest.raises(Fault, match="unpack to more"):
        read_here(bomb, ".docx")
    bomb.unlink()
    files = {
        "broken.pdf": b"%PDF-1.7\n" + b"\xff" * 500,
        "empty.txt": b"",
        "nested.html": b"<div>" * 5_000,
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InvalidData) as raised:
        read_documents([tmp_path, tmp_path / "missing.txt"])
    problems = {Path(each.file).name: each for each in raised.value.problems}
    assert set(problems) == {*files, "missing.txt"}
    assert all(each.cure for each in problems.values())
    (tmp_path / "slow.pdf").write_bytes(pdf("Acme"))
    with pytest.raises(InvalidData, match="longer than"):
        read_documents([tmp_path / "slow.pdf"], seconds=0.001)


def test_an_archive_of_a_folder_is_reported_by_its_own_name(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "a.zip").write_bytes(b"no archive")
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as damaged:
        damaged.writestr("note.txt", "Acme has joined the cluster. " * 100)
    content = bytearray((tmp_path / "b.zip").read_bytes())
    content[45:60] = b"\xff" * 15
    (tmp_path / "b.zip").write_bytes(content)
    with pytest.raises(InvalidData) as raised:
        read_documents([tmp_path])
    assert sorted(each.file for each in raised.value.problems) == ["a.zip", "b.zip", "empty.txt"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Press release\n\nNorthport, 4 June 2019\n\nThe price of kelp rises\n",
            "The price of kelp rises",
        ),
        (
            "Komunikat prasowy\nJasień, dnia 7 marca 2024 r.\n\nKlaster jest w sieci\n",
            "Klaster jest w sieci",
        ),
        ("ul. Młyńska 4, 15-001 Jasień\n\nKlaster jest w sieci\n", "Klaster jest w sieci"),
        (
            "Minutes of the board of 4 June 2019\n\nThe board met.\n",
            "Minutes of the board of 4 June 2019",
        ),
        ("4 June 2019\n", "4 June 2019"),
    ],
)
def test_the_letterhead_of_a_document_is_not_its_title(text, title, tmp_path):
    (tmp_path / "note.txt").write_text(text, "utf-8")
    assert read_documents([tmp_path / "note.txt"])[0].title == title


def test_a_text_with_zero_bytes_is_to_be_saved_as_text(tmp_path):
    (tmp_path / "note.txt").write_bytes(b"The cluster\0\0\0 met\0\0 in \xff\0\0\0.")
    with pytest.raises(InvalidData, match=r"zero bytes.*as text in UTF-8"):
        read_documents([tmp_path / "note.txt"])


def packed(
    path: Path, name: str, piece: bytes, times: int, beside: dict[str, bytes] | None = None
) -> None:
    """A zip file in which one file repeats a piece, with other files before it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for other, content in (beside or {}).items():
            archive.writestr(other, content)
        with archive.open(name, "w") as file:
            for _ in range(times):
                file.write(piece)


PEAK = """
import os, sys
child = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-c", *sys.argv[1:]])
_, status, usage = os.wait4(child, 0)
print(usage.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Runs a script and tells its peak. The peak of a process counts the one that started it, and tests
take more than any limit: so a small process stands between.
"""


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="Windows tells no peak of memory")
def test_documents_that_expand_take_little_memory(tmp_path):
    """The bombs unpack to 210 MB each. The limit for the process and the one in which it reads is
    300 MB, of which Python and its packages take 130.
    """
    zeros = bytes(2**20)
    packed(tmp_path / "bomb.zip", "bomb.txt", zeros, 201)
    packed(tmp_path / "bomb.docx", "word/document.xml", zeros, 201, word_parts())
    press = zlib.compressobj(1)
    stream = press.compress(b"BT /F1 12 Tf 50 700 Td (")
    stream += b"".join(press.compress(b"A" * 2**20) for _ in range(201)) + press.flush()
    (tmp_path / "bomb.pdf").write_bytes(pdf(stream, "/Filter/FlateDecode"))
    cells = "<tr><td>Acme Ltd</td><td>Leeds</td></tr>" * 1_000
    (tmp_path / "table.mhtml").write_text(f"Content-Type: text/html\n\n<table>{cells}</table>")
    (tmp_path / "table.md").write_text("|Name|Town|\n|--|--|\n" + "|Acme Ltd|Leeds|\n" * 1_000)
    (tmp_path / "many.txt").write_text("x\n\n" * 20_001)
    ran = subprocess.run(
        [sys.executable, "-c", PEAK, READ, tmp_path], capture_output=True, text=True, check=True
    )
    problems = sorted(ran.stdout.splitlines())
    assert [each.split(" ")[0] for each in problems] == [
        "bomb.docx",
        "bomb.pdf",
        "bomb.zip",
        "many.txt",
        "read",
        "read",
    ]
    bytes_a_unit = 1 if sys.platform == "darwin" else 1024
    assert int(ran.stderr) * bytes_a_unit < 300 * 10**6


def test_columns_stretched_lines_and_broken_words_of_a_pdf_are_read(tmp_path):
    left = (
        "Since 2011 the Severn Cluster brings together the University of Severn and eleven "
        "com\u00adpanies of the region, which share a laboratory."
    )
    right = (
        "In 2014 the cluster signed a declaration with the Port of Bristol, to train weld\u00aders "
        "together near the harbour."
    )
    style = (
        "@page { size: A5 } p + p { break-before: column } div { column-count: 2; "
        "text-align: justify; hyphens: manual; font: 11px DejaVu Sans }"
    )
    html = f"<html lang=en><style>{style}</style><div><p>{left}</p><p>{right}</p></div></html>"
    import weasyprint  # takes as long as many tests, and each worker collects this file

    weasyprint.HTML(string=html).write_pdf(tmp_path / "columns.pdf")
    (document,) = read_documents([tmp_path / "columns.pdf"])
    whole = [text.replace("\u00ad", "") for text in (left, right)]
    assert [each.text for each in document.paragraphs] == whole


def test_a_style_of_a_word_file_is_looked_up_once(tmp_path, monkeypatch):
    """Each look-up searches all styles, so that 100,000 empty paragraphs took minutes."""
    import docx
    from docx.styles.styles import Styles

    document = docx.Document()
    for _ in range(20):
        document.add_paragraph("")
        document.add_paragraph("Acme", style="List Bullet")
    document.save(tmp_path / "long.docx")
    sought: list[str | None] = []
    found = Styles.get_by_id
    monkeypatch.setattr(
        Styles, "get_by_id", lambda self, key, kind: sought.append(key) or found(self, key, kind)
    )
    read = read_here(tmp_path / "long.docx", ".docx")
    assert [each.text for each in read.numbering.paragraphs] == ["Acme"] * 20
    assert set(sought) == {None, "ListBullet"}
    assert len(sought) < 10
