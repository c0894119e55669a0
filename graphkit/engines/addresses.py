"""Files at addresses, such as s3://bucket/folder, read with what is installed for them.

What an address needs, such as a region or who may read, comes from the environment and from the
configuration of pyarrow, fsspec or the engine; graphkit takes and keeps no credentials.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphkit.model import UsageError

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem


def is_address(file: str) -> bool:
    """Whether this is an address, and no name of a local file."""
    return "://" in file


def place_of(file: str) -> tuple[FileSystem, str]:
    """The file system of a file or an address, and the path in it.

    Raises UsageError where nothing that is installed reads such an address.
    """
    from pyarrow import ArrowException, fs

    if not is_address(file):
        return fs.LocalFileSystem(), file
    try:
        filesystem, path = fs.FileSystem.from_uri(file)
    except (ArrowException, OSError) as error:
        found = by_fsspec(file)
        if found is None:
            raise unreached(file, str(error)) from None
        return fs.PyFileSystem(fs.FSSpecHandler(found)), file.partition("://")[2]
    return filesystem, path


def by_fsspec(address: str) -> Any:
    """The file system of fsspec for an address; None where fsspec has none, or is not installed."""
    try:
        import fsspec

        return fsspec.filesystem(address.partition("://")[0])
    except (ImportError, ValueError):
        return None


def as_fsspec(address: str) -> Any:
    """The file system of fsspec for an address, or pyarrow's in the form of one; None without."""
    if (found := by_fsspec(address)) is not None:
        return found
    try:
        from fsspec.implementations.arrow import ArrowFSWrapper
        from pyarrow import ArrowException, fs
    except ImportError:
        return None
    try:
        filesystem, _ = fs.FileSystem.from_uri(address)
    except (ArrowException, OSError):
        return None
    return ArrowFSWrapper(filesystem)


def table_at(file: str, **how: Any) -> Any:
    """The table of a file or an address, as `pyarrow.parquet.read_table` reads it.

    Raises UsageError where it cannot be read.
    """
    from pyarrow import ArrowException, parquet

    filesystem, path = place_of(file)
    try:
        return parquet.read_table(path, filesystem=filesystem, **how)
    except (ArrowException, OSError) as error:
        raise unreached(file, str(error)) from None


def bytes_at(file: str) -> bytes:
    """What a file or an address holds; nothing where there is no such file."""
    from pyarrow import ArrowException

    filesystem, path = place_of(file)
    try:
        with filesystem.open_input_stream(path) as stream:
            return bytes(stream.read())
    except FileNotFoundError:
        return b""
    except (ArrowException, OSError) as error:
        raise unreached(file, str(error)) from None


def unreached(file: str, said: str) -> UsageError:
    """The error for a file that cannot be read; `said` is what the reader says."""
    why = next(iter(said.splitlines()), "")
    if not is_address(file):
        return UsageError(f"{file}: cannot be read as Parquet ({why}); export the folder again")
    return UsageError(
        f"{file}: cannot be read ({why}); see what the engine needs for this kind of address, "
        "install fsspec with what it needs, or copy the folder to this machine"
    )
