"""Answers to questions: rows that convert to pandas, polars or Arrow, and show as a table."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import (
    Any,
    Generic,
    Self,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    overload,
)

from onrecord.errors import ExtraMissing
from onrecord.presentation.notebook import as_table
from onrecord.store.rows import to_json

T = TypeVar("T")
Urls = Callable[[], Mapping[str, str]]


class Results(Sequence[T], Generic[T]):
    """The rows that answer a question, in the order of the answer. `kind` is their record type.

    A notebook alone asks for the web address of each article by its path (`linked`), and for what
    is drawn above the table (`drawn`).
    """

    def __init__(self, kind: type[T], rows: Iterable[T]) -> None:
        self.kind = kind
        self._rows = tuple(rows)
        self._urls: Urls = dict
        self._drawing: Callable[[], str] = str

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Results[T]: ...
    def __getitem__(self, index: int | slice) -> T | Results[T]:
        """One row, or some of them as results of their own."""
        if isinstance(index, slice):
            return Results(self.kind, self._rows[index]).linked(self._urls)
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Results) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} × {self.kind.__name__}>"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in dataclasses.fields(self.kind))  # type: ignore[arg-type]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each row as a dict of JSON values."""
        return [to_json(row) for row in self._rows]

    def to_arrow(self) -> Any:
        """The rows as a pyarrow.Table; columns keep their types when there is no row."""
        import pyarrow as pa  # heavy

        hints = get_type_hints(self.kind)
        schema = pa.schema([(name, _arrow_type(pa, hints[name])) for name in self.columns])
        return pa.Table.from_pylist(self.to_dicts(), schema=schema)

    def to_pandas(self) -> Any:
        """The rows as a pandas.DataFrame. Raises ExtraMissing without pandas."""
        pandas = _extra("pandas")
        return pandas.DataFrame.from_records(self.to_dicts(), columns=list(self.columns))

    def to_polars(self) -> Any:
        """The rows as a polars.DataFrame. Raises ExtraMissing without polars."""
        return _extra("polars").from_arrow(self.to_arrow())

    def linked(self, urls: Urls) -> Self:
        """These rows, whose articles lead to their pages in a notebook."""
        self._urls = urls
        return self

    def drawn(self, drawing: Callable[[], str]) -> Self:
        """These rows, below their drawing (HTML) in a notebook."""
        self._drawing = drawing
        return self

    def _repr_html_(self) -> str:
        """The drawing, and the first rows as an HTML table, every text escaped."""
        return self._drawing() + as_table(self.columns, self.to_dicts(), self._urls())


def _extra(package: str) -> Any:
    import importlib

    try:
        return importlib.import_module(package)
    except ImportError as error:
        raise ExtraMissing(
            f"{package} is not installed; `pip install 'onrecord[tables]'` brings it"
        ) from error


def _arrow_type(pa: Any, hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(a for a in get_args(hint) if a is not type(None))
    if get_origin(hint) is tuple:
        return pa.list_(_arrow_type(pa, get_args(hint)[0]))
    makers: dict[Any, Callable[[], Any]] = {
        int: pa.int64,
        float: pa.float64,
        bool: pa.bool_,
        dt.date: pa.string,
    }
    return makers.get(hint, pa.string)()
