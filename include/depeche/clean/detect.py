"""Which reader takes a payload, told from its content and never from its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from depeche.clean import afpcore, foreign, mail, newsml12, newsmlg2, ninjs, nitf, page, table, text
from depeche.clean.opening import Opening, opening
from depeche.clean.syndication import atom, jsonfeed, rss
from depeche.clean.table import rows
from depeche.clean.wire import anpa, gigaword, iptc7901, teleprinter
from depeche.columns import Columns
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected


class Reader(Protocol):
    """What the module of a format offers.

    ``FORMAT`` is the value of the column ``format``; ``VERSION`` goes up with every change
    of what ``read`` gives; ``ABOUT``, ``MAPPED`` (source → field, how) and ``IGNORED``
    (source → why) are its tables in ``docs/formats.md``; ``sniff`` says whether a payload that begins so is this
    format; ``read`` gives the dispatches of a payload, and for a damaged one among
    others its :class:`Rejected`. A payload within the payload (an attachment) is given as a
    ``RawDispatch``, for its own reader. ``read`` raises :class:`Reject` and nothing else.
    """

    @property
    def FORMAT(self) -> str: ...

    @property
    def VERSION(self) -> str: ...

    @property
    def ABOUT(self) -> str: ...

    @property
    def MAPPED(self) -> dict[str, tuple[str, str]]: ...

    @property
    def IGNORED(self) -> dict[str, str]: ...

    def sniff(self, start: Opening) -> bool: ...

    def read(self, raw: RawDispatch) -> Sequence[CleanDispatch | Rejected | RawDispatch]: ...


# In this order; the last takes any text that is not a known other format.
READERS: tuple[Reader, ...] = (
    newsml12,
    newsmlg2,
    nitf,
    rss,
    atom,
    afpcore,
    jsonfeed,
    ninjs,
    iptc7901,
    anpa,
    teleprinter,
    gigaword,
    mail,
    table,
    page,
    text,
)

_BLANK = b"\0 \t\r\n\f\x0b\xef\xbb\xbf\xfe\xff"


def detect(payload: bytes, columns: Columns | None = None) -> Reader:
    """The reader for ``payload``; ``columns`` are those that its feed declares of tables.

    Raises Reject: ``empty``; ``binary`` (not text); ``unknown_format`` (says which).
    """
    if not payload[:64].strip(_BLANK) and not payload.strip(_BLANK):
        raise Reject("empty", f"The payload holds no character ({len(payload)} bytes).")
    if rows.is_parquet(payload):
        return table
    kind = foreign.binary(payload)
    if kind:
        raise Reject("binary", f"This is {kind}, not text.")
    start = opening(payload)
    if columns is not None and table.sniff_declared(start):
        return table
    for reader in READERS:
        if reader.sniff(start):
            return reader
    name = foreign.name_of(start)
    raise Reject(
        "unknown_format", f"This looks like {name or 'markup without any element'}: no reader takes it."
    )
