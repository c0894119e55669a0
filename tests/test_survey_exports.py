"""Exports of survey programs, one row for each that answered, load to the answers that were given.

The survey of forty organisations is made here, so what each export must load to is known. What the
small files say was worked out by hand.
"""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from graphkit.metrics import ratings_of
from graphkit.model import Dataset, InvalidData, UsageError
from graphkit.network import Network
from graphkit.sources import read_files

ENDINGS = ("Works", "University", "Foundation - Poland", "Institute", "Sp. z o.o.")
FORTY = [
    f"{first} {last}"
    for first in ("Alpha", "Beta", "Gamma", "Delta", "Omega", "Sigma", "Łódź", "North 7")
    for last in ENDINGS
]
WORDS = ["never", "yearly", "monthly", "weekly"]
ASKED = {
    "contact": "How often are you in contact with them?",
    "trust": "How far do you trust them?",
}
Answers = dict[tuple[str, str, str], int]
Given = tuple[list[str], Answers]


@pytest.fixture(scope="module")
def given() -> Given:
    """Those of the forty that answer, and what each says of the others; 28 of them, so 70 %."""
    chance = random.Random(23)
    heard = chance.sample(FORTY, 28)
    answers: Answers = {}
    for who in heard:
        for other in FORTY:
            if other != who:
                answers[who, other, "contact"] = often = chance.choice([0, 0, 0, 1, 2, 3])
                if often:
                    answers[who, other, "trust"] = chance.randint(1, 4)
    return heard, answers


def of_google(given: Given) -> list[list[object]]:
    """Question [Partner], with words; blank where there is no answer."""
    heard, answers = given
    asked = [(question, other) for question in ASKED for other in FORTY]
    head = ["Timestamp", "Your name", "What is the name of your organisation?"]
    rows: list[list[object]] = [[*head, *(f"{ASKED[q]} [{other}]" for q, other in asked)]]
    for at, who in enumerate(heard, 1):
        cells = [answers.get((who, other, q), "") for q, other in asked]
        said = [
            WORDS[cell] if q == "contact" and isinstance(cell, int) else cell
            for (q, _), cell in zip(asked, cells, strict=True)
        ]
        stamp = f"2024/03/{at:02} 10:11:12 AM GMT+1"
        rows.append([stamp, f"Person {at}", who, *said])
    return rows


def of_qualtrics(given: Given) -> list[list[object]]:
    """Three rows of names; answers with number and word."""
    heard, answers = given
    asked = [(question, other) for question in ASKED for other in FORTY]
    own = ["StartDate", "Status", "IPAddress", "Finished", "RecordedDate", "ResponseId"]
    of_own = [
        "Start Date",
        "Response Type",
        "IP Address",
        "Finished",
        "Recorded Date",
        "Response ID",
    ]
    codes = [f"Q{list(ASKED).index(q) + 2}_{FORTY.index(other) + 1}" for q, other in asked]
    texts = [f"{ASKED[q]} - {other}" for q, other in asked]
    width = len(own) + 1 + len(asked)
    rows: list[list[object]] = [
        [*own, "Q1", *codes],
        [*of_own, "Your organisation", *texts],
        [json.dumps({"ImportId": f"QID{at}"}) for at in range(width)],
    ]
    for at, who in enumerate(heard, 1):
        day = f"2024-03-{at:02} 10:00:00"
        said: list[object] = []
        for q, other in asked:
            cell = answers.get((who, other, q), "")
            said.append(f"{cell} - {WORDS[cell]}" if q == "contact" and cell != "" else cell)
        rows.append([day, "IP Address", "192.0.2.1", "True", day, f"R_{at}", who, *said])
    return rows


def of_qualtrics_matrix(given: Given) -> list[list[object]]:
    """The partner between the question and its part, as in a matrix of matrices."""
    asked = [(question, other) for question in ASKED for other in FORTY]
    codes, texts, *rest = of_qualtrics(given)
    for at, (q, other) in enumerate(asked, len(codes) - len(asked)):
        codes[at] = f"Q2#{list(ASKED).index(q) + 1}_{FORTY.index(other) + 1}"
        texts[at] = f"Rate your partners - {other} - {q.capitalize()}"
    return [codes, texts, *rest]


def of_limesurvey(given: Given) -> list[list[object]]:
    """Code. Question [Partner][Part]: a column per partner and question, in turn."""
    heard, answers = given
    asked = [(question, other) for other in FORTY for question in ASKED]
    head = ["Response ID", "Date submitted", "Last page", "Seed", "Organisation"]
    texts = [
        f"G1Q2[SQ{FORTY.index(other) + 1:03}_{list(ASKED).index(q) + 1}]. Rate your partners "
        f"[{other}][{q.capitalize()}]"
        for q, other in asked
    ]
    rows: list[list[object]] = [[*head, *texts]]
    for at, who in enumerate(heard, 1):
        cells = [answers.get((who, other, q), "") for q, other in asked]
        rows.append([at, f"2024-03-{at:02} 10:00:00", 5, 1234 + at, who, *cells])
    return rows


def written(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def ratings(dataset: Dataset) -> dict[tuple[str, str, str], object]:
    names = {(node.label, node.id): node.name for node in dataset.nodes}
    return {
        (names[f.start], names[f.end], str(f.properties["questionId"])): f.properties["value"]
        for f in dataset.facts
        if f.relation == "RATES"
    }


@pytest.mark.parametrize("export", [of_google, of_qualtrics, of_qualtrics_matrix, of_limesurvey])
def test_exports_of_one_survey_load_to_its_answers(export, given: Given, tmp_path) -> None:
    _, answers = given
    file = written(tmp_path / "partners-2024.csv", export(given))
    found = read_files([file], yes=True)
    assert ratings(found.dataset) == answers
    # The mapping that was written reads the file alike.
    assert [path.name for path in found.written] == ["partners-2024.mapping.toml"]
    again = read_files([file])
    assert not again.written
    assert again.dataset == found.dataset
    # All forty stand in columns, so all were asked; twelve did not answer.
    (contact, trust) = ratings_of(Network.of(found.dataset), draws=0).questions
    assert (contact.question.id, trust.question.id) == ("contact", "trust")
    assert (contact.asked, contact.answered, contact.response_rate) == (40, 28, 0.7)
    first = next(f for f in found.dataset.facts if f.relation == "RATES")
    assert str(first.properties["observedDate"]).startswith("2024-03-")
    # Nothing of the people who filled it in is kept.
    stated = [f"{node.properties}" for node in found.dataset.nodes]
    assert not any("Person" in each or "192.0.2.1" in each for each in stated)


def small(
    *rows: str, names: str = "Organisation,Trust? [Alpha],Trust? [Beta],Trust? [Gamma]"
) -> str:
    return "\n".join([names, *rows]) + "\n"


def mapped(tmp_path: Path, text: str, **changes: str) -> Path:
    """A file with the mapping that graphkit proposes for it, changed."""
    file = tmp_path / "survey.csv"
    file.write_text(text)
    with pytest.raises(UsageError):
        read_files([file])
    mapping = tmp_path / "survey.mapping.toml"
    held = mapping.read_text()
    for old, new in changes.items():
        assert old.replace("_", " ") in held or old in held
        held = held.replace(old, new)
    mapping.write_text(held)
    return file


def test_answers_off_the_scale_about_oneself_and_given_twice_are_reported(tmp_path: Path) -> None:
    text = small("Alpha,2,3,1", "Beta,2,,9", "Gamma,1,n/a,", "Alpha,,3,2", "Gamma,,don't know,")
    file = mapped(tmp_path, text, **{'"1..3"': '"1..4"'})
    with pytest.raises(InvalidData) as error:
        read_files([file])
    assert [(p.file, p.row, p.column, p.what) for p in error.value.problems] == [
        ("survey.csv", 3, "Trust? [Gamma]", "9 is outside the scale 1..4"),
        (
            "survey.csv", 5, "Trust? [Gamma]",
            "'Alpha' has answered 'trust' about 'Gamma' in row 2 already, with 1",
        ),
    ]  # fmt: skip
    found = read_files([file], on_error="skip")
    assert ratings(found.dataset) == {
        ("Alpha", "Beta", "trust"): 3,
        ("Alpha", "Gamma", "trust"): 1,
        ("Gamma", "Alpha", "trust"): 1,
    }
    said = "\n".join(found.remarks)
    assert "1 row relates an organisation to itself and was dropped: Alpha (row 2)" in said
    assert "answers nothing about others; the organisation counts as asked: Gamma (row 6)" in said
    assert "2 cells of answers say that nobody answered, and count as blank" in said
    assert "2 rows were rejected, with the reasons" in said
    rejected = (tmp_path / "survey.rejected.csv").read_text().splitlines()
    assert [line.partition(",")[0] for line in rejected] == ["Organisation", "Beta", "Alpha"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (small("Alpha,,4,1", "Beta,2,,99", "Gamma,1,3,"), "has the answers 1..4 and also 99"),
        (
            small("Alpha,,oft,nie", "Beta,nie,,oft", "Gamma,oft,manchmal,"),
            "has answers in words whose order graphkit does not know",
        ),
        (small("Alpha,,2,2", "Beta,2,,2", "Gamma,2,2,"), "has only the answer 2"),
        (
            small("AW,,4,1", "BU,2,,3", "GF,1,3,"),
            "few that answer in Organisation are among those that columns name",
        ),
        (
            small(
                "Alpha,,4,1", "Beta,2,,3", "Gamma,1,3,",
                names="Organisation,G1Q2[SQ001],G1Q2[SQ002],G1Q2[SQ003]",
            ),
            "few that answer in Organisation are among those that columns name",
        ),
        (
            small("Alpha,,4 - a lot,1 - none", "Beta,1 - little,,2 - some", "Gamma,,,"),
            "has two words for 1: little and none",
        ),
    ],
)  # fmt: skip
def test_a_survey_that_cannot_be_read_for_sure_is_not_loaded(
    text: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "survey.csv"
    file.write_text(text)
    with pytest.raises(UsageError, match=r"look it over and load again$") as error:
        read_files([file], yes=True)
    assert said in str(error.value)
    assert 'shape = "survey"' in (tmp_path / "survey.mapping.toml").read_text()


def test_a_plain_matrix_is_a_survey_where_its_mapping_says_so(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("Organisation,Alpha,Beta,Gamma\nAlpha,,4,1\nBeta,2,,3\n")
    (tmp_path / "m.mapping.toml").write_text(
        '[[question]]\nid = "trust"\nkind = "trust"\nscale = "1..4"\n\n[[sheet]]\n'
        'shape = "survey"\ngroup = "Survey"\nasked = "respondents"\n[sheet.columns]\n'
        'Organisation = "member"\nAlpha = "answer trust about Alpha"\n'
        'Beta = "answer trust about Beta"\nGamma = "answer trust about Gamma"\n'
    )
    found = read_files([tmp_path / "m.csv"])
    assert ratings(found.dataset) == {
        ("Alpha", "Beta", "trust"): 4,
        ("Alpha", "Gamma", "trust"): 1,
        ("Beta", "Alpha", "trust"): 2,
        ("Beta", "Gamma", "trust"): 3,
    }
    (question,) = ratings_of(Network.of(found.dataset), draws=0).questions
    assert (question.asked, question.answered) == (2, 2)


def test_text_of_a_file_says_nothing_else_in_its_mapping(tmp_path: Path) -> None:
    file = tmp_path / "survey.csv"
    evil = '"Evil\n[[kind]]\nid = 1"'
    file.write_text(small("Alpha,,1 - a\x1bb,2 - x", "Beta,2 - x,,", f"{evil},1 - a\x1bb,,"))
    found = read_files([file], yes=True)
    assert found.dataset == read_files([file]).dataset
    assert ratings(found.dataset)["Evil [[kind]] id = 1", "Alpha", "trust"] == 1
    (question,) = [node for node in found.dataset.nodes if node.label == "Question"]
    assert question.properties["scale"] == ["1=ab", "2=x"]


def test_who_answers_under_another_name_is_said(tmp_path: Path) -> None:
    file = tmp_path / "survey.csv"
    file.write_text(small("Alpha,,3,1", "Beta,2,,1", "Gamma Ltd,1,2,"))
    said = "\n".join(read_files([file], yes=True).remarks)
    assert "in doubt: Gamma Ltd: nobody is asked about them" in said


def test_a_row_for_each_pair_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "partner.csv"
    file.write_text(
        "Respondent,Partner,Frequency of contact,Trust\n"
        "Alpha,Beta,3,4\nAlpha,Gamma,1,\nBeta,Alpha,2,2\n"
    )
    found = read_files([file], yes=True)
    assert ratings(found.dataset) == {
        ("Alpha", "Beta", "contact"): 3,
        ("Alpha", "Beta", "trust"): 4,
        ("Alpha", "Gamma", "contact"): 1,
        ("Beta", "Alpha", "contact"): 2,
        ("Beta", "Alpha", "trust"): 2,
    }
    # Whom a list of pairs does not name may have been asked as well, so only respondents count.
    assert ratings_of(Network.of(found.dataset), draws=0).questions[0].asked == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("answer trust about", "answer trusst about", "there is no question 'trusst'"),
        ('scale = ["1..3"]', 'scale = ["3..1"]', "question scale: 3..1 ends at or below its start"),
        ('kind = "trust"', 'kind = "faith"', "question kind: 'faith' is not known"),
        ('id = "trust"', 'id = "a=b"', "question id: 'a=b' is not one"),
        ('group = "Survey"', 'group = ""', "group is missing; name the survey"),
        (" about Alpha", "", "does not say about whom"),
        ("text =", "words =", "question words: there is no such setting"),
    ],
)
def test_a_mapping_of_a_survey_that_is_wrong_says_where(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    file = mapped(tmp_path, small("Alpha,,3,1", "Beta,2,,3", "Gamma,1,3,"), **{old: new})
    with pytest.raises(UsageError) as error:
        read_files([file])
    assert said in str(error.value)


def test_tables_that_only_look_like_surveys_are_read_as_before(tmp_path: Path) -> None:
    for name, text in {
        "years": "Organisation,Budget - 2019,Budget - 2020,Budget - 2021\nAlpha,1,2,3\n",
        "marks": "Organisation,Work with? [Alpha],Work with? [Beta],Work with? [Gamma]\n"
        "Alpha,,x,\nBeta,x,,x\n",
    }.items():
        file = tmp_path / f"{name}.csv"
        file.write_text(text)
        with pytest.raises(UsageError):
            read_files([file])
        assert 'shape = "survey"' not in (tmp_path / f"{name}.mapping.toml").read_text()


def test_a_question_that_partners_answer_with_yes_and_no_is_a_survey(tmp_path: Path) -> None:
    file = tmp_path / "form.csv"
    file.write_text(
        "Timestamp,Organisation,Do you work with it? [Alpha],Do you work with it? [Beta],"
        "Do you work with it? [Gamma]\n2024-03-01,Alpha,,Yes,No\n2024-03-02,Beta,No,,Yes\n"
    )
    (question,) = ratings_of(Network.of(read_files([file], yes=True).dataset), draws=0).questions
    assert question.question.properties["kind"] == "yes/no"
    assert (question.asked, question.answered, question.answers, question.named) == (3, 2, 4, 2)
