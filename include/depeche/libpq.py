"""libpq's connection strings, as they may be shown: where to, as whom, and never a password.

Both forms of https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING:
``host=db user=depeche password='a b'`` and ``postgresql://depeche:secret@db/lake``.
"""

from __future__ import annotations

import re
from itertools import takewhile

SHOWN = frozenset(("host", "hostaddr", "port", "dbname", "user"))
# A keyword and its value: quoted (to its end where the quote is never closed), or up to a blank.
_PAIR = re.compile(r"(\w+)\s*=\s*('[^'\\]*(?:\\.[^'\\]*)*(?:'|\\?$)|(?:[^\s\\]|\\.)*)|\S+", re.DOTALL)
_HOST = r"(?:\[[^]@/?]*\]|[^][@/?:,\s]*)(?::\d*)?"
_URL = re.compile(
    rf"postgres(?:ql)?://(?:([^:@/?=]*)(?::[^@/]*)?@)?({_HOST}(?:,{_HOST})*(?:/[^@/?]*)?)(?:\?[^@]*)?",
    re.DOTALL,
)


def shown(conninfo: str) -> str:
    """Host, port, database and user of a connection string, as it writes them; "…" where it is none.

    What cannot be told apart from a password with certainty is left out.
    """
    if re.match(r"\s*postgres(?:ql)?://", conninfo):
        found = _URL.fullmatch(conninfo.strip())
        return f"postgresql://{found[1] + '@' if found[1] else ''}{found[2]}" if found else "…"
    pairs = takewhile(lambda pair: pair[1], _PAIR.finditer(conninfo))
    told = [f"{pair[1]}={pair[2]}" for pair in pairs if pair[1] in SHOWN and not re.search("[=@]", pair[2])]
    return " ".join(told) or "…"
