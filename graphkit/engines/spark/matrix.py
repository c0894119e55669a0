"""A matrix on the workers that vectors pass through, there and back, many times.

MLlib's `RowMatrix` multiplies its rows by a vector that every worker gets, and the products by the
rows again: A'Av, which is how values go to groups and come back. It does so on plain arrays of
numbers, so that a round takes a third of the time of the same round in SQL.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from graphkit.engines.sql.held_pairs import Floats

_BIG_ENDIAN = np.dtype(">f8")
"""The numbers of Java's buffers."""


class Matrix:
    """Rows of a table as a matrix A.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        A session in this process's Java: a Spark Connect server does not have its rows at hand.
    rows : str
        A query for `nodes`, in ascending order, and `entries`: the places and values of each row
        that are not 0.
    width : int
        The number of columns.
    """

    def __init__(self, spark: Any, rows: str, width: int) -> None:
        from pyspark import StorageLevel
        from pyspark.mllib.linalg import VectorUDT
        from pyspark.sql.types import LongType, StructType

        self._width = width
        self._java = spark.sparkContext._jvm
        self._arrays = spark.sparkContext._gateway.new_array
        # Each part makes a vector of the whole width, so that one for each core is best.
        parts = max(spark.sparkContext.defaultParallelism, 2)
        vectors = spark.sql(
            f"select /*+ coalesce({parts}) */ 0l as row, named_struct('type', 0y, 'size', {width}, "
            f"'indices', nodes, 'values', entries) as vector from ({rows})"
        )
        # Such a struct is what Spark keeps a vector as; only its name is new.
        named = StructType().add("row", LongType()).add("vector", VectorUDT())
        frame = spark._jsparkSession.internalCreateDataFrame(
            vectors._jdf.queryExecution().toRdd(),
            spark._jsparkSession.parseDataType(named.json()),
            False,
        )
        made = self._java.org.apache.spark.mllib.api.python.PythonMLLibAPI()
        self._matrix = made.createIndexedRowMatrix(frame, 0, width).toRowMatrix()
        level = spark.sparkContext._getJavaStorageLevel(StorageLevel.MEMORY_AND_DISK)
        self._matrix.rows().persist(level)

    def there_and_back(self, values: Floats) -> Floats:
        """A'Av for a vector v of `width` numbers."""
        buffers = self._java.java.nio.ByteBuffer
        sent = self._arrays(self._java.double, self._width)
        buffers.wrap(values.astype(_BIG_ENDIAN).tobytes()).asDoubleBuffer().get(sent)
        vector = getattr(self._java.breeze.linalg, "DenseVector$mcD$sp")(sent)
        got = self._matrix.multiplyGramianMatrixBy(vector).data()
        buffer = buffers.allocate(_BIG_ENDIAN.itemsize * self._width)
        buffer.asDoubleBuffer().put(got)
        return np.frombuffer(buffer.array(), _BIG_ENDIAN).astype(np.float64)

    def release(self) -> None:
        """Let the rows go."""
        self._matrix.rows().unpersist(False)
