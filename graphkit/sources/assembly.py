"""From raw tables to a `Dataset`, with every check; the same for every format.

Each step continues after problems with what could be read, so that all are reported at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from graphkit.model import TABLES, Dataset, Fact, InvalidData, Node, Problem
from graphkit.model.progress import Progress
from graphkit.sources import make_facts, make_nodes
from graphkit.sources.checking import Checked, check
from graphkit.sources.choices import Choices
from graphkit.sources.fact_metadata import check_lifetimes
from graphkit.sources.kind_table import choices_of, sector_remarks, used_kinds
from graphkit.sources.known_organisations import KnownOrganisations
from graphkit.sources.lifetimes import lifetime_remarks
from graphkit.sources.numbered_rows import numbered_rows
from graphkit.sources.part_cycles import check_parts
from graphkit.sources.proposed_rows import has_proposed, without_proposed
from graphkit.sources.raw import Reading, in_order
from graphkit.sources.references import check_ids, resolve
from graphkit.sources.same_names import same_name_remarks
from graphkit.sources.survey_answers import check_answers


def assemble(
    reading: Reading,
    name: str,
    *,
    people: bool = False,
    proposed: bool = False,
    known: Iterable[Node] | KnownOrganisations = (),
    remark: Callable[[str], object] | None = None,
    located: Callable[[Problem], Problem] | None = None,
    rows: dict[str, str] | None = None,
    progress: Progress | None = None,
    were_read: Callable[[], None] | None = None,
) -> Dataset:
    """Check raw tables, and make the data set that they state.

    Parameters
    ----------
    reading : Reading
        What a reader found.
    name : str
        The name of the data set.
    people : bool, default False
        Whether the data set includes people. They are checked in any case.
    proposed : bool, default False
        Whether the data set includes rows with the status `proposed`.
    known : iterable of Node, or KnownOrganisations, optional
        The organisations of a store, to which the tables may refer, and its own kinds.
    remark : callable, optional
        Called with each remark on columns of one's own that are kept as text, on facts outside the
        lifetimes of their organisations, on sectors beside the built-in ones, on organisations that
        share a name, and on references to
        organisations of the store.
    located : callable, optional
        Gives a remark on a row of the tables its place in the file that the row was made from.
    rows : dict of str to str, optional
        Takes the file and row of each organisation with an official number, by its id.
    progress : callable, optional
        Takes what is being done, how many steps of it are done, and of how many.
    were_read : callable, optional
        Called when the rows of the tables are no longer needed.

    Returns
    -------
    Dataset
        What the tables state.

    Raises
    ------
    InvalidData
        If anything is wrong; `problems` lists everything, in order.

    Examples
    --------
    >>> from graphkit.sources.raw import RawTable, Reading
    >>> rows = [(2, ("acme", "Acme", "Company"))]
    >>> table = RawTable("organisations", "organisations.csv", ("id", "name", "kind"), rows)
    >>> [node.id for node in assemble(Reading("here", (table,), ()), "firms").nodes]
    ['acme']
    """

    def tell(done: int) -> None:
        if progress is not None:
            progress("checking", done, 4)

    tell(0)
    problems = list(reading.problems)
    organisations = (
        known if isinstance(known, KnownOrganisations) else KnownOrganisations(known, name)
    )
    tables = _checked(reading, problems, (organisations.kinds, name), needed=not organisations)
    if were_read is not None:
        were_read()
    tell(1)
    check_ids(tables)
    resolve(tables, organisations, people=people)
    tell(2)
    if "organisations" in tables:
        check_lifetimes(tables["organisations"])
    check_parts(tables)
    check_answers(tables)
    found_nodes, found_facts = _stated(tables, name)
    tell(3)
    if problems:
        raise InvalidData(in_order(problems))
    if remark is not None:
        of_columns = (
            f"{checked.place}: {said}" for checked in tables.values() for said in checked.remarks
        )
        for said in chain(of_columns, lifetime_remarks(tables, located)):
            remark(said)
    if rows is not None and "organisations" in tables:
        rows |= numbered_rows(tables["organisations"], located)
    left_out = set() if people else {"people"}
    nodes = [node for table, made in found_nodes if table not in left_out for node in made]
    facts = [fact for table, stated in found_facts if table not in left_out for fact in stated]
    if not proposed and has_proposed(tables.values()):
        nodes, facts, count = without_proposed(nodes, facts)
        if remark is not None:
            remark(
                f"{reading.origin}: {count:,} proposed nodes and facts were left out; decide on "
                "them with `graphkit review`, or load them too with `proposed`"
            )
    if remark is not None:
        for said in chain(
            sector_remarks(nodes), same_name_remarks(nodes), organisations.remarks(nodes)
        ):
            remark(said)
    nodes += organisations.nodes(nodes)
    made = Dataset.of(
        name,
        [*nodes, *used_kinds(nodes)],
        facts,
    )
    tell(4)
    return made


def _checked(
    reading: Reading, problems: list[Problem], store: tuple[Sequence[Node], str], *, needed: bool
) -> dict[str, Checked]:
    """Check every table.

    store: nodes of a store, and the name of the data set in it. needed: whether there must be a
    table of organisations.
    """
    found: dict[str, Checked] = {}
    choices = Choices(declaring=True)
    read_kinds = False
    for raw in sorted(reading.tables, key=lambda raw: raw.table != "kinds"):
        if raw.table != "kinds" and not read_kinds:
            choices = choices_of(found.get("kinds"), *store)
            read_kinds = True
        if raw.table in found:
            first = found[raw.table]
            first.complete = False
            what = f"the table {raw.table} is also in {first.place}"
            problems.append(Problem(raw.place, None, None, what, "merge the two"))
        else:
            found[raw.table] = check(raw, problems, choices)
    # When a place could not be read at all, that is the problem to report, not a missing table.
    if "organisations" not in found and (found or not problems) and (needed or not found):
        what = "the table organisations is missing"
        cure = "add it; `graphkit init` writes an empty one to fill in"
        problems.append(Problem(reading.origin, None, None, what, cure))
    return {name: found[name] for name in TABLES if name in found}


def _stated(
    tables: Mapping[str, Checked], dataset: str
) -> tuple[list[tuple[str, list[Node]]], list[tuple[str, list[Fact]]]]:
    """The nodes and the facts of each table; what is wrong with their rows is reported."""
    ids = make_facts.Ids(dataset)
    found_nodes: list[tuple[str, list[Node]]] = []
    found_facts: list[tuple[str, list[Fact]]] = []
    for name, checked in tables.items():
        if name == "figures":
            figures = make_nodes.figures(checked, dataset)
            found_nodes.append((name, [figure for figure in figures if figure is not None]))
            found_facts.append((name, list(make_facts.descriptions(checked, figures, ids))))
        elif name == "people":
            found_nodes.append((name, list(make_nodes.people(checked))))
        elif checked.table.label is not None:
            found_nodes.append((name, list(make_nodes.entities(checked))))
        if name in make_facts.IN_COLUMNS:
            found_facts.append((name, list(make_facts.in_columns(checked, ids))))
        if name in make_facts.ENDS:
            found_facts.append((name, list(make_facts.of_rows(checked, ids, tables))))
        if name == "relations":
            found_facts.append((name, list(make_facts.of_relations(checked, ids))))
    return found_nodes, found_facts
