"""Encodings told apart by what the decoded text says.

The right text is known by construction: it is encoded here. The names come from CORDIS, from the
cases, or are written for the test; none is in the word lists of the detector.
"""

from __future__ import annotations

import io
import random
from functools import cache
from pathlib import Path

import pytest

from graphkit.model import InvalidData, UsageError
from graphkit.sources import read, read_files
from graphkit.sources.encodings import detect, named_encoding
from graphkit.sources.problem_texts import Fault
from tests.amounts import examples
from tests.commands import graphkit
from tests.shared_data import rows
from tests.sources_tables import node, write

FILES = examples(50)
HEADER = "id,name,kind\n"


def decoded(data: bytes) -> str:
    return data.decode(detect(io.BytesIO(data)).codec)


def fault(data: bytes) -> str:
    with pytest.raises(Fault) as raised:
        detect(io.BytesIO(data))
    return raised.value.what


@cache
def cordis_names() -> tuple[str, ...]:
    """The names of organisations in CORDIS, each once."""
    found = {
        row.get("legal_name") or row["name"]
        for file in ("2007", "2014", "2022")
        for row in rows(f"cordis/cordis-plus-{file}.csv")
    }
    return tuple(sorted(found))


@pytest.mark.parametrize(
    "encoding",
    """
    utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1250 cp1252 iso8859-1 iso8859-2 cp852
    mac-roman cp1251 iso8859-5 cp866 koi8-r mac-cyrillic iso8859-15 cp850
    """.split(),
)
def test_names_of_cordis_in_every_encoding(encoding: str) -> None:
    names = [
        name for name in cordis_names() if name.encode(encoding, "ignore").decode(encoding) == name
    ]
    plain = [name for name in names if name.isascii()]
    special = [
        name for name in names if any(each.isalpha() and not each.isascii() for each in name)
    ]
    chance = random.Random(encoding)
    right = 0
    for _ in range(FILES):
        some = chance.sample(special, min(len(special), chance.choice([1, 2, 3, 5, 10, 20])))
        some += chance.sample(plain, 200 - len(some))
        chance.shuffle(some)
        text = "\n".join(some)
        try:
            read_as = decoded(text.encode(encoding))
        except Fault:
            continue  # not right, and not silent
        differ = sum(one != two for one, two in zip(text, read_as, strict=True))
        assert differ * 1000 <= sum(map(str.isalpha, text))
        right += not differ
    assert right >= 0.99 * FILES


@pytest.mark.parametrize(
    ("text", "encoding", "others"),
    [
        ("Université de Liège\nChâteau-Thierry Habitat", "cp1252", "mac-roman cp850"),
        ("Gmina Świętochłowice\nZąbki Łódź Żory\nŹródło", "iso8859-2", "cp1250 cp852 mac-latin2"),
        ("SPÓŁKA", "cp1250", "iso8859-2"),
        ("SPÓŁKA", "utf-8", ""),
        ("Spółka „Łan” i Wspólnicy — Kraków", "cp1250", "mac-latin2"),
        ("Plzeňský kraj\nStředisko měření", "cp1250", "iso8859-2 cp852"),
        ("Győri Szőlőtermelők Szövetsége", "cp1250", "iso8859-2 cp852"),
        ("Røros kommune\nSmåland", "cp1252", "mac-roman cp850"),
        ("Muğla Üniversitesi\nAydın Belediyesi", "cp1254", ""),
        ("Київська міська рада\nОб’єднання громад", "cp1251", "mac-cyrillic"),
        ("Министерство связи\nОбъединённый институт", "cp1251", "koi8-r cp866 iso8859-5"),
        ("Δήμος Πειραιώς\nΊδρυμα Νεότητας", "cp1253", ""),
        ("株式会社\n大学", "utf-8", "utf-16-le utf-16-be"),
    ],
)
def test_texts_in_the_encodings_of_their_language(text: str, encoding: str, others: str) -> None:
    for each in (encoding, *others.split()):
        data = HEADER + text.replace("’", "'") if each == "koi8-r" else HEADER + text
        assert decoded(data.encode(each, "replace")) == data.encode(each, "replace").decode(each)


def test_utf8_by_chance_is_not_read_as_utf8() -> None:
    # By hand: D3 A3 are Ó and Ł in Windows-1250, and the Cyrillic letter U+04E3 in UTF-8.
    assert "SPÓŁKA".encode("cp1250").decode("utf-8") == "SP\u04e3KA"
    assert decoded("id,name\na,SPÓŁKA".encode("cp1250")) == "id,name\na,SPÓŁKA"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [("Spółka Łódzka", "utf-8"), ("Politechnika Śląska, Dąbrowa Górnicza", "cp1250")],
            "mixes encodings: line 2 is UTF-8, line 3 Windows-1250",
        ),
        (
            [
                ("Żywiecki Związek, Ząbki, Śląsk, Będzin", "cp1250"),
                ("Gmina Świętochłowice", "iso8859-2"),
            ],
            "mixes encodings: 'Świętochłowice' on line 3 is ISO-8859-2, most of the file "
            "Windows-1250",
        ),
        (
            [("Łódź Kaliska", "cp852"), ("Książki i płyty, źródła, święta", "cp1250")],
            "mixes encodings: 'Łódź' on line 2 is CP852, most of the file Windows-1250",
        ),
    ],
)
def test_a_file_that_mixes_encodings_is_told_with_the_line(
    lines: list[tuple[str, str]], said: str
) -> None:
    data = b"\n".join([b"id,name,kind", *(text.encode(encoding) for text, encoding in lines)])
    assert fault(data) == said


def test_two_equally_likely_readings_are_told_with_both() -> None:
    # By hand: EA is ę in Windows-1250 and ê in Windows-1252, and each may follow an i.
    said = fault("id,name,kind\na,X\nb,się,Company".encode("cp1250"))
    assert said.startswith("could be Windows-125")
    assert "line 3 reads" in said


def test_bytes_that_are_no_text_are_told() -> None:
    assert "zero bytes" in fault(b"id,name\0\0\0\xff\xfe\0")
    assert "not recognised" in fault(bytes(each | 0x80 for each in random.Random(1).randbytes(200)))


def test_the_choice_is_reported_and_can_be_overridden(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "o",
        {"organisations": f"{HEADER}a,Université de Liège,Company\n".encode("cp1252")},
    )
    ran = graphkit("check", folder, cwd=tmp_path)
    assert ran.returncode == 0
    assert ran.stderr == (
        "organisations.csv: read as Windows-1252, as in 'Liège'; --encoding sets another\n"
    )
    ran = graphkit("load", folder, "--encoding", "cp1250", cwd=tmp_path)
    assert ran.returncode == 0
    said: list[str] = []
    assert node(read(folder, encoding="cp1250", remark=said.append), "a").name == (
        "Université de Ličge"
    )
    assert said == []


def test_utf8_needs_no_remark(tmp_path: Path) -> None:
    said: list[str] = []
    folder = write(tmp_path, {"organisations": f"{HEADER}a,Łódź,Company\n"})
    read(folder, remark=said.append)
    assert said == []


def test_a_byte_that_is_not_of_the_encoding_given_is_told_with_its_line(tmp_path: Path) -> None:
    folder = write(tmp_path, {"organisations": HEADER.encode() + b"a,A,Company\nb,\xb3,Company\n"})
    with pytest.raises(InvalidData, match="is not utf-8: byte 0xB3 on line 3"):
        read(folder, encoding="utf-8")


@pytest.mark.parametrize("name", ["nothing", "zip", "", "\0"])
def test_an_encoding_that_is_not_one_is_a_mistake_of_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="`encoding`"):
        read(write(tmp_path, {"organisations": HEADER}), encoding=name)


def test_encodings_have_many_names() -> None:
    assert named_encoding("CP-1250") == named_encoding("windows-1250") == "cp1250"


@pytest.mark.parametrize("before", ["", "Gęś;Forum\n"])
def test_a_file_that_breaks_off_within_a_letter_is_told(tmp_path: Path, before: str) -> None:
    whole = f"Organisation;Group\n{before}Łódź".encode()
    path = tmp_path / "members.csv"
    path.write_bytes(whole[:-1])
    line = 3 if before else 2
    with pytest.raises(InvalidData, match=f"breaks off in the middle of a letter, on line {line}"):
        read_files([path], yes=True, save=False)
