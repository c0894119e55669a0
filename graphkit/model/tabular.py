"""`Tabular`: results that can be had as tables, in pandas, polars, a workbook and a notebook.

A result knows the name of the function that makes its table. The function is in `graphkit.export`,
which imports the results, and is imported when a table is first asked for.
"""

from __future__ import annotations

import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from graphkit.network import Network


class Tabular:
    """A result that can be had as a table.

    Attributes
    ----------
    TABLE : str
        The function that makes its table, as `module:name`.
    """

    __slots__ = ()

    TABLE: ClassVar[str]

    def to_pandas(self) -> pd.DataFrame:
        """Return the result as a data frame of pandas.

        Returns
        -------
        pandas.DataFrame
            The columns that the command's JSON has. Whole numbers are `int64`, or `Int64` where
            some are missing; other numbers `float64` with NaN; truth values `bool` or `boolean`;
            texts `string`. Dates as precise as they are stated are texts (2014, 2014-11-07); days
            from a query are `datetime64`. Lists stay lists.

        Raises
        ------
        UsageError
            If pandas is not installed.

        Examples
        --------
        >>> import graphkit
        >>> from graphkit.sources import read_sample
        >>> ranking = graphkit.rank(graphkit.Network.of(read_sample()), by="degree")
        >>> ranking.to_pandas()[["id", "degree"]].head(2).values.tolist()
        [['kom', 20], ['bfkk', 12]]
        """
        frame: pd.DataFrame = exported("frames:pandas_of")(self)
        return frame

    def to_polars(self) -> pl.DataFrame:
        """Return the result as a data frame of polars.

        Returns
        -------
        polars.DataFrame
            The columns that the command's JSON has. Whole numbers are `Int64`, other numbers
            `Float64`, truth values `Boolean`, texts `String`, all with nulls where there is no
            value. Dates as precise as they are stated are texts (2014, 2014-11-07); days from a
            query are `Date`. Lists are `List`. What polars has no type for, such as a list of
            numbers and texts, is JSON in text.

        Raises
        ------
        UsageError
            If polars is not installed.

        Examples
        --------
        >>> import graphkit
        >>> from graphkit.sources import read_sample
        >>> ranking = graphkit.rank(graphkit.Network.of(read_sample()), by="degree")
        >>> ranking.to_polars().select("id", "degree").rows()[:2]
        [('kom', 20), ('bfkk', 12)]
        """
        frame: pl.DataFrame = exported("frames:polars_of")(self)
        return frame

    def to_excel(
        self, path: str | Path, network: Network | None = None, **settings: object
    ) -> None:
        """Write the result as a workbook (.xlsx).

        Parameters
        ----------
        path : str or Path
            The file. It is written whole or not at all.
        network : Network, optional
            The network of which this is the result. The sheet `manifest` then says what the result
            rests on: the version of graphkit, the data sets with their digests, and the selection.
        **settings : object
            What else decides about the result, such as the seed, for that sheet.

        Raises
        ------
        UsageError
            If the network is selected otherwise than the one that the result was computed of,
            settings are given without a network, or the file cannot be written.

        Examples
        --------
        >>> from tempfile import TemporaryDirectory
        >>> import graphkit
        >>> from graphkit.sources import read_sample
        >>> network = graphkit.Network.of(read_sample()).select(layer="membership")
        >>> with TemporaryDirectory() as folder:
        ...     graphkit.rank(network).to_excel(f"{folder}/ranking.xlsx", network)
        ...     [each.name for each in Path(folder).iterdir()]
        ['ranking.xlsx']
        """
        exported("result_workbook:write_workbook")(self, path, network, settings)

    def _repr_html_(self) -> str:
        """The first rows for a notebook, as on a terminal."""
        return str(exported("html:html_of")(self))


def exported(name: str) -> Any:
    """A function of `graphkit.export`, by `module:name` within it."""
    return pkgutil.resolve_name(f"graphkit.export.{name}")
