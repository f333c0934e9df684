"""The fields that a column of a table may be mapped to by a feed's ``columns:``.

Named as in ``docs/columns.md`` where a column of the archive is meant. Those of ``MANY``
take several columns and several values; of the others each takes one.
"""

from __future__ import annotations

# field → what it takes
FIELDS: dict[str, str] = {
    "text": "the body; several columns are joined in the order declared",
    "headline": "the headline",
    "summary": "the agency's own summary",
    "agency_guid": "the agency's own id of the dispatch",
    "revision": "its number",
    "url": "its address",
    "language": "a code or a name",
    "issued_at": "when it was issued, with its offset where there is one",
    "created_at": "when its first version was made",
    "modified_at": "when its text was last changed",
    "source": "who issued it",
    "creator": "who wrote it",
    "credit": "its credit line",
    "copyright": "its copyright line",
    "publisher": "who published it, where that is not the agency",
    "byline": "the author line",
    "dateline": "the dateline, where it is not in the text",
    "dateline_date": "the dateline's date",
    "city": "place of the dateline",
    "area": "its province or state",
    "country": "its country",
    "latitude": "its latitude in degrees",
    "longitude": "its longitude in degrees",
    "slug": "the identifying words",
    "keywords": "keywords; a list, or words between semicolons, bars or commas",
    "subjects": "subject codes or names, as keywords",
    "genre": "genres, as keywords",
    "kind": "what it is: alert, update, correction …",
    "urgency": "1 to 9",
    "signal": "signals, as keywords",
    "pubstatus": "usable, withheld, canceled",
    "advisory": "notes to editors",
    "embargo": "not before",
    "usage_terms": "terms of use",
    "caption": "captions of its pictures",
}
MANY = frozenset(
    (
        "text",
        "keywords",
        "subjects",
        "genre",
        "signal",
        "advisory",
        "usage_terms",
        "caption",
        "creator",
        "credit",
    )
)
# A dispatch has words; one of these has to be mapped.
WORDS = ("text", "headline")

# Source column → field; None for a column left out on purpose.
Columns = dict[str, str | None]


def problem(columns: Columns) -> tuple[str | None, str] | None:
    """The first mistake of a column map: (the source column it is about, what to write); or None."""
    taken: dict[str, str] = {}
    for source, field in columns.items():
        if field is not None and field not in FIELDS:
            return source, f"there is no field {field!r}; one of {', '.join(FIELDS)}, or null to leave it out"
        if field in taken and field not in MANY:
            return source, f"{field} is given {taken[field]!r} already; it takes one column"
        if field is not None:
            taken[field] = source
    if not any(word in taken for word in WORDS):
        return None, f"none is mapped to {' or '.join(WORDS)}"
    return None
