"""Tables with a column of names, and forms whose lines say what is what: "Coordinator: …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphkit.documents.finding.cues import Cue
from graphkit.documents.finding.findings import Cell
from graphkit.documents.finding.organisation import GROUPS, Find, Organisation
from graphkit.documents.finding.passages import Passage
from graphkit.documents.finding.reading_sentences import Scene, Sentence
from graphkit.documents.finding.things import Collaboration, Group, Spot, Target

_SHORT_KEY = 6
_COLUMNS = ("name", "place", "start", "website", "role")


class Tables:
    """Reads the tables of one document, cell by cell."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._row: dict[str, tuple[Passage, list[Sentence]]] = {}
        self._columns: dict[str, str] = {}
        self._number = 0
        self._at = ""
        self._members = False
        self.target: Target | None = None

    def cell(self, passage: Passage, sentences: Sequence[Sentence]) -> None:
        """Take the next cell."""
        place = passage.first.locator
        number, row, column = place[1:].split(".")
        if int(number) != self._number:
            self.finish()
            self._number, self._columns, self._members = int(number), {}, False
        if row != self._at.split(".")[-1] or self._at.split(".")[0] != number:
            self._take()
            self._at = f"{number}.{row}"
        if row == "1":
            if sentences and (meaning := self._meaning(sentences[0])):
                self._columns[column] = meaning
            return
        if column in self._columns:
            self._row[self._columns[column]] = passage, list(sentences)

    def finish(self) -> None:
        """Take the last row."""
        self._take()
        self._row = {}

    def _meaning(self, sentence: Sentence) -> str:
        tokens = sentence.passage.tokens
        for name in _COLUMNS:
            wanted = self._scene.words_of(f"tables.{name}")
            for token in tokens:
                if token.is_word and (
                    token.text.casefold() in wanted or self._scene.words.lemmas(token.text) & wanted
                ):
                    if name == "name" and name in self._columns.values():
                        continue
                    if name == "name" and self._scene.cues.has("member", tokens, 0, len(tokens)):
                        self._members = True
                    return name
        return ""

    def _take(self) -> None:
        row, self._row = self._row, {}
        if "name" not in row or not row["name"][1]:
            return
        named = row["name"][1][0]
        spots = named.organisations(named.first, named.last)
        if not spots or not isinstance(spots[0].what, Organisation):
            return
        organisation = spots[0].what
        locator, quote = named.passage.said(spots[0].first, spots[0].last)
        find = Find(locator, quote, 0.9, "row of a table")
        self._attributes(organisation, row)
        target = self._target_of(row)
        cells: dict[str, Cell] = {"role": self._role(row)}
        for name in ("start", "role"):
            dates = self._scene.dates.find(row[name][0].text) if name in row else []
            for each in dates[:1]:
                cells |= {"start": each.value, "end": each.until}
        if isinstance(target, Group) and target.organisation is not organisation:
            cells |= {"member": organisation, "group": target.organisation}
            self._scene.findings.add("memberships", find, cells)
        elif isinstance(target, Collaboration):
            cells |= {"collaboration": target, "organisation": organisation}
            self._scene.findings.add("participants", find, cells)

    def _target_of(self, row: Mapping[str, object]) -> Target | None:
        scene = self._scene
        if self._members or "start" in row:
            return self.target or (Group(scene.default_group) if scene.default_group else None)
        if "role" in row:
            project = scene.latest.get("project") or scene.default_project
            return project if isinstance(project, Collaboration) else self.target
        return self.target

    def _role(self, row: Mapping[str, tuple[Passage, list[Sentence]]]) -> str:
        for sentence in row["role"][1] if "role" in row else []:
            tokens = sentence.passage.tokens
            for each in self._scene.cues.find(tokens, sentence.first, sentence.last):
                if each.what == "role":
                    return each.role
        return ""

    def _attributes(
        self, organisation: Organisation, row: Mapping[str, tuple[Passage, list[Sentence]]]
    ) -> None:
        if "place" in row:
            said = row["place"][0]
            if said.text[:1].isupper() and len(said.text.split()) < 4:
                find = Find(*said.place(0, len(said.text)), 0.9, "row of a table")
                organisation.tell("place", said.text.strip(), find)
        if "website" in row and row["website"][0].addresses:
            said = row["website"][0]
            start, address = said.addresses[0]
            find = Find(*said.place(start, start + len(address)), 0.9, "row of a table")
            organisation.tell("website", address, find)


class Forms:
    """Reads lines such as "Coordinator: ORG (since 2014)", which are about the last name given."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._subject: Organisation | None = None

    def line(self, sentences: Sequence[Sentence]) -> bool:
        """Take a line; False if it is of no form."""
        if not sentences:
            return False
        passage = sentences[0].passage
        tokens = passage.tokens
        colon = next(
            (at for at, each in enumerate(tokens[: _SHORT_KEY + 1]) if each.text == ":"), -1
        )
        if colon < 1:
            return False
        key = tokens[:colon]
        scene = self._scene
        spots = [each for s in sentences for each in s.organisations(colon, s.last)]
        if self._is(key, "name") and spots and not scene.cues.find(tokens, 0, colon):
            self._subject = spots[0].what if isinstance(spots[0].what, Organisation) else None
            return True
        subject = self._subject
        if subject is None:
            return False
        rest = passage.text[tokens[colon].end :].strip()
        locator, quote = passage.place(tokens[0].start, len(passage.text))
        find = Find(locator, quote, 0.9, "line of a form")
        if self._is(key, "place") and rest and rest[0].isupper() and not spots:
            subject.tell("place", rest.split(",")[-1].strip(" ."), find)
        elif self._is(key, "website") and passage.addresses:
            subject.tell("website", passage.addresses[0][1], find)
        elif self._is(key, "alias") and rest.isalnum():
            subject.aliases.setdefault(rest, find)
        elif self._is(key, "members") and rest.isdigit():
            cells: dict[str, Cell] = {
                "subject": subject,
                "measure": "members",
                "value": rest,
                "unit": "organisations",
                "nature": "reported",
            }
            scene.findings.add("figures", find, cells)
        elif self._is(key, "founded") and sentences[0].dates:
            subject.tell("founded", sentences[0].dates[0].value, find)
        else:
            self._ties(sentences, colon, subject)
        return True

    def _is(self, key: Sequence[object], name: str) -> bool:
        wanted = self._scene.words_of(f"tables.{name}")
        return any(
            getattr(each, "text", "").casefold() in wanted
            or self._scene.words.lemmas(getattr(each, "text", "")) & wanted
            for each in key
        )

    def _ties(self, sentences: Sequence[Sentence], colon: int, subject: Organisation) -> None:
        scene, passage = self._scene, sentences[0].passage
        cues: list[Cue] = scene.cues.find(passage.tokens, 0, colon)
        wanted = [each for each in cues if each.what in ("role", "member", "left", "participant")]
        if not wanted or subject.kind not in GROUPS:
            return
        cue = max(wanted, key=lambda each: each.what == "role")
        left = any(each.what == "left" for each in cues)
        former = any(scene.is_one(each.text, "words.former") for each in passage.tokens[:colon])
        spots: list[tuple[Sentence, Spot]] = [
            (each, spot) for each in sentences for spot in each.organisations(colon, each.last)
        ]
        for at, (sentence, spot) in enumerate(spots):
            if not isinstance(spot.what, Organisation) or spot.what is subject:
                continue
            end = spots[at + 1][1].first if at + 1 < len(spots) else len(passage.tokens)
            cells: dict[str, Cell] = {"member": spot.what, "group": subject, "role": cue.role}
            dates = sentence.dates_near(spot.last, min(end, sentence.last))
            for each in dates[:1]:
                cells |= {"end": each.value} if left else {"start": each.value, "end": each.until}
            if (former or left) and not cells.get("end"):
                cells["end"] = "?"
            locator, quote = passage.said(spot.first, spot.last)
            find = Find(locator, quote, 0.9, "line of a form")
            scene.findings.add("memberships", find, cells)
