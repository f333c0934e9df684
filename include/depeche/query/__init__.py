"""Reading the archive: views and macros, read-only SQL, and what the command line asks."""

from depeche.catalog import LakeError, NoLake
from depeche.query.lookup import (
    dispatch,
    quarantine_counts,
    quarantine_rows,
    raw_uri,
    status,
    tallies,
    validations,
)
from depeche.query.output import print_table, write
from depeche.query.run import QueryError, connect, run
from depeche.query.searching import searches
from depeche.query.views import definitions

__all__ = [
    "LakeError",
    "NoLake",
    "QueryError",
    "connect",
    "definitions",
    "dispatch",
    "print_table",
    "quarantine_counts",
    "quarantine_rows",
    "raw_uri",
    "run",
    "searches",
    "status",
    "tallies",
    "validations",
    "write",
]
