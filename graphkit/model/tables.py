"""The tables in which people write partnership facts, as data.

The readers check against these, `graphkit init` writes them, and `docs/vocabulary.md` is generated
from them.
"""

from __future__ import annotations

from graphkit.model.column_makers import choice as _choice
from graphkit.model.column_makers import number as _number
from graphkit.model.column_makers import ref as _ref
from graphkit.model.column_makers import text as _text
from graphkit.model.table_schema import Cell, Column, Shown, Table

_ID = Column("id", Cell.ID, "a short name without spaces, unique in the whole data set", "id", True)
_WEBSITE = Column("website", Cell.URL, "web addresses", "website", many=True, shown=Shown.PANEL)
_PLACE = _ref(
    "place",
    "its place",
    "places",
    many=True,
    relation="LOCATED_IN",
    shown=Shown.TABLE,
)

_CLAIM = (
    Column("observed", Cell.DATE, "a date on which the fact was known to hold", "observedDate"),
    _choice("status", "statuses", "stated (blank), inferred, disputed or proposed"),
    Column(
        "source",
        Cell.SOURCES,
        "the sources that state it: an id, or id:locator, such as s2:p5",
        "sourceIds",
        many=True,
        refers=("sources",),
    ),
    _text("note", "a note"),
)
_DATED = (
    Column("start", Cell.DATE, "when it began: 2014, 2014-11 or 2014-11-07", "startDate"),
    Column("end", Cell.END, "when it ended; blank means unknown, .. means not ended", "endDate"),
    *_CLAIM,
)


def _dated_as(whole: str) -> tuple[Column, ...]:
    """The dates and claims of facts that last as long as what they are about."""
    return (
        Column(
            "start",
            Cell.DATE,
            f"when it began; without start, end and observed it has the dates of the {whole}",
            "startDate",
        ),
        Column(
            "end",
            Cell.END,
            "when it ended; .. means not ended, ? that it ended early and nobody knows when",
            "endDate",
        ),
        *_CLAIM,
    )


_SUBJECTS = ("organisations", "places", "collaborations")
_REFERABLE = ("organisations", "declarations", "collaborations", "places")

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "organisations",
            "All organisations, including clusters. The only required table.",
            (
                _ID,
                _text("name", "its name", required=True),
                _choice(
                    "kind",
                    "kinds",
                    "what it is: one word from the list, or an id of the table kinds",
                    required=True,
                ),
                Column(
                    "aliases",
                    Cell.TEXT,
                    "other names and abbreviations",
                    "aliases",
                    many=True,
                    shown=Shown.PANEL,
                ),
                _choice(
                    "sector",
                    "sectors",
                    "its sector, of the list or another; blank means the sector of its kind",
                ),
                _choice("stage", "stages", "the stage it has reached"),
                _PLACE,
                _WEBSITE,
                _ref(
                    "part_of",
                    "the organisation it is part of",
                    "organisations",
                    relation="PART_OF",
                ),
                _ref(
                    "succeeds",
                    "the organisations it replaced",
                    "organisations",
                    many=True,
                    relation="SUCCEEDS",
                ),
                Column(
                    "founded", Cell.DATE, "when it was founded; it has no ties before", "founded"
                ),
                Column(
                    "dissolved",
                    Cell.DATE,
                    "when it was dissolved; it has no ties after",
                    "dissolved",
                ),
                *(
                    Column(scheme, Cell.IDENTIFIER, meaning, scheme)
                    for scheme, meaning in (
                        ("krs", "number in the Polish court register"),
                        ("nip", "Polish tax number"),
                        ("regon", "Polish statistical number"),
                        ("ror", "Research Organization Registry id"),
                        ("lei", "Legal Entity Identifier"),
                        ("pic", "EU Participant Identification Code"),
                        ("vat", "European VAT number"),
                    )
                ),
                _text("description", "a short description", shown=Shown.PANEL),
                *_CLAIM,
            ),
            label="Organisation",
        ),
        Table(
            "memberships",
            "Which organisation belongs to which cluster or association, and who coordinates it.",
            (
                _ref("member", "the member", "organisations", required=True),
                _ref("group", "the cluster, group or association", "organisations", required=True),
                _text("role", "member (blank), coordinator, founder, partner, observer …"),
                *_DATED,
            ),
            relation="MEMBER_OF",
        ),
        Table(
            "declarations",
            "Signed declarations, agreements and letters of intent.",
            (
                _ID,
                _text("title", "its title", "name", required=True),
                _text("kind", "declaration, agreement, letter of intent …"),
                _choice("stage", "stages", "the stage it has reached"),
                Column("signed", Cell.DATE, "when it was signed", "startDate"),
                _PLACE,
                _ref(
                    "concerns",
                    "the organisations it concerns",
                    "organisations",
                    many=True,
                    relation="CONCERNS",
                ),
                _ref(
                    "occasion",
                    "the event at which it was signed",
                    "collaborations",
                    relation="CONCLUDED_AT",
                ),
                Column("end", Cell.END, "when it ended; blank means not ended", "endDate"),
                *_CLAIM,
            ),
            label="Declaration",
        ),
        Table(
            "signatories",
            "Which organisation signed which declaration.",
            (
                _ref("declaration", "the declaration", "declarations", required=True),
                _ref(
                    "organisation", "the organisation that signed", "organisations", required=True
                ),
                _text("role", "signatory (blank), initiator, witness …"),
                _ref(
                    "represented_by",
                    "the organisation that signed on its behalf; that one is not a signatory",
                    "organisations",
                    property="representedById",
                ),
                _ref(
                    "signed_by",
                    "the person who signed; read only with people",
                    "people",
                    property="signedById",
                ),
                *_dated_as("declaration"),
            ),
            relation="SIGNED",
        ),
        Table(
            "collaborations",
            "What organisations did together: projects, events, programmes, surveys.",
            (
                _ID,
                _text("title", "its title", "name", required=True),
                _text("kind", "project, event, programme, survey …"),
                _choice("stage", "stages", "the stage it has reached"),
                _ref(
                    "part_of",
                    "the collaboration it is part of",
                    "collaborations",
                    relation="PART_OF",
                ),
                _PLACE,
                _WEBSITE,
                *_DATED,
            ),
            label="Collaboration",
        ),
        Table(
            "participants",
            "Which organisation took part in which collaboration.",
            (
                _ref("collaboration", "the collaboration", "collaborations", required=True),
                _ref(
                    "organisation",
                    "the organisation that took part",
                    "organisations",
                    required=True,
                ),
                _text("role", "participant (blank), organiser, host, broker, coordinator …"),
                _number("contribution", "its share of the funding"),
                _text("currency", "currency of the contribution, such as EUR or PLN"),
                *_dated_as("collaboration"),
            ),
            relation="PARTICIPATES_IN",
        ),
        Table(
            "ties",
            "Pairs of organisations that work together in a way that no other table covers.",
            (
                _ref("a", "one of the two", "organisations", required=True),
                _ref("b", "the other", "organisations", required=True),
                _text("kind", "what ties them"),
                _number("weight", "its strength, above 0; blank means 1"),
                *_DATED,
            ),
            relation="COLLABORATES_WITH",
        ),
        Table(
            "questions",
            "What a survey asked each organisation about others.",
            (
                _ID,
                _text("text", "the question as it was asked", "name", required=True),
                _choice(
                    "kind",
                    "questions",
                    "what is asked: frequency, trust, value, outcome or yes/no",
                    required=True,
                ),
                Column(
                    "scale",
                    Cell.TEXT,
                    "the answers there are: 0..4, or each with its word: 0=never|1=yearly|2=weekly",
                    "scale",
                    many=True,
                ),
                _ref("survey", "the survey that asked it", "collaborations", relation="ASKED_IN"),
                *_CLAIM,
            ),
            label="Question",
        ),
        Table(
            "ratings",
            "What an organisation answered about another in a survey.",
            (
                _ref("respondent", "who answered", "organisations", required=True),
                _ref("about", "the organisation in question", "organisations", required=True),
                _ref("question", "the question", "questions", required=True, property="questionId"),
                Column(
                    "value",
                    Cell.ANSWER,
                    "the answer: a number, or a word of the question's scale",
                    "value",
                    required=True,
                ),
                _ref(
                    "survey",
                    "the survey; blank means that of the question",
                    "collaborations",
                    property="surveyId",
                ),
                *_dated_as("survey"),
            ),
            relation="RATES",
        ),
        Table(
            "relations",
            "Parts, successions, places and subjects with their own dates or sources.",
            (
                _ref("from", "what the relation starts from", *_REFERABLE, required=True),
                _choice(
                    "kind",
                    "relations",
                    "part_of, succeeds, located_in or concerns",
                    required=True,
                ),
                _ref("to", "what the relation leads to", *_REFERABLE, required=True),
                *_DATED,
            ),
        ),
        Table(
            "figures",
            "Figures that a source reports, sets as a target or forecasts.",
            (
                _ref("subject", "what the figure is about", *_SUBJECTS, required=True),
                _text("measure", "what is counted, such as members or employment", required=True),
                _number("value", "the number, or the lower end of a range", required=True),
                _number("value_to", "the upper end of a range", "valueTo"),
                _text("unit", "the unit, such as people or EUR"),
                _choice("nature", "natures", "reported (blank), target or forecast"),
                *_DATED,
            ),
            label="Figure",
        ),
        Table(
            "places",
            "Towns, districts, regions and countries.",
            (
                _ID,
                _text("name", "its name", required=True),
                _text("kind", "town, district, region, country …"),
                _ref("part_of", "the place it lies in", "places", relation="PART_OF"),
                _text("country", "ISO 3166 code, such as PL"),
                _text("nuts", "code of the European statistical regions"),
                _text("teryt", "code of the Polish register of places"),
                _number("latitude", "degrees north, WGS 84"),
                _number("longitude", "degrees east, WGS 84"),
                *_CLAIM,
            ),
            label="Place",
        ),
        Table(
            "people",
            "People in official roles, one row per role; read only when asked for.",
            (
                Column("person", Cell.ID, "a short name without spaces", "id", True),
                _text("name", "the person's name", required=True),
                _ref(
                    "organisation",
                    "the organisation the person acts for",
                    "organisations",
                    required=True,
                ),
                _text("role", "the person's role"),
                *_DATED,
            ),
            label="Person",
            relation="REPRESENTS",
        ),
        Table(
            "kinds",
            "Kinds of organisations of your own, beside the built-in ones.",
            (
                Column(
                    "id",
                    Cell.KIND,
                    "a word without spaces that begins with a capital letter, such as TradeUnion",
                    "id",
                    True,
                ),
                _text("name", "its name; blank means the words of the id: Trade union"),
                _text("name_en", "its name in English pictures, if it has another", "nameEn"),
                _text("name_pl", "its name in Polish pictures, if it has another", "namePl"),
                _choice(
                    "sector",
                    "sectors",
                    "the sector of its organisations that state none; of the list or another",
                ),
                Column(
                    "colour",
                    Cell.COLOUR,
                    "the colour of its marks; blank chooses one that no other kind has",
                    "colour",
                ),
                _choice("shape", "shapes", "the shape of its marks; blank chooses one"),
            ),
            label="Kind",
        ),
        Table(
            "sources",
            "The documents that state the facts.",
            (
                _ID,
                _text("title", "its title", required=True),
                _text("publisher", "who published it"),
                Column("url", Cell.URL, "its web address", "url"),
                Column("published", Cell.DATE, "when it was published", "published"),
                Column("retrieved", Cell.DATE, "when it was retrieved", "retrieved"),
                _text("language", "ISO 639 code, such as pl"),
                _text("sha256", "checksum of the copy that was read"),
            ),
            label="Source",
        ),
    )
}
