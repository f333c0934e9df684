"""The tasks every archiving DAG shares, and how they hang together.

    feeds ─▶ ingest (one a feed) ─▶ plan ─▶ process (one a chunk) ─▶ validate ─▶ publish ─▶ tally

A feed or a batch that fails does not stop the others: the later stages take what is there, and
`tally` fails the run and says what is missing.
"""

from depeche_tasks.defaults import every_dag
from depeche_tasks.layouts import lay_out, lay_out_again, lay_out_all, lay_out_import
from depeche_tasks.notices import deadline
from depeche_tasks.parameters import choice, days, declared, source

__all__ = [
    "choice",
    "days",
    "deadline",
    "declared",
    "every_dag",
    "lay_out",
    "lay_out_again",
    "lay_out_all",
    "lay_out_import",
    "source",
]
