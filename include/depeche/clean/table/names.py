"""Column names that need no declaration, and the refusal of those that do."""

from __future__ import annotations

import csv
import io

from depeche.clean.table.rows import delimiter_of
from depeche.columns import MANY, WORDS, Columns
from depeche.records import Reject

# Names in small letters → field; what several names may mean ("date" of what?) is what tables of news mean.
WELL_KNOWN = {
    "text": "text", "body": "text", "content": "text", "article": "text", "body_text": "text", "articlebody": "text",
    "texte": "text", "texto": "text", "full_text": "text", "news_text": "text",
    "headline": "headline", "title": "headline", "titre": "headline", "titel": "headline", "titulo": "headline",
    "summary": "summary", "abstract": "summary", "description": "summary",
    "id": "agency_guid", "guid": "agency_guid", "agency_guid": "agency_guid", "uno": "agency_guid",
    "doc_id": "agency_guid", "docid": "agency_guid", "article_id": "agency_guid",
    "revision": "revision", "version": "revision",
    "url": "url", "link": "url",
    "language": "language", "lang": "language",
    "issued_at": "issued_at", "date": "issued_at", "published": "issued_at", "published_at": "issued_at",
    "date_published": "issued_at", "datepublished": "issued_at", "publication_date": "issued_at",
    "pubdate": "issued_at", "publish_date": "issued_at", "published_date": "issued_at", "datetime": "issued_at",
    "datum": "issued_at", "fecha": "issued_at", "langue": "language", "sprache": "language", "idioma": "language",
    "quelle": "source", "fuente": "source", "auteur": "byline", "autor": "byline",
    "created_at": "created_at", "created": "created_at",
    "modified_at": "modified_at", "modified": "modified_at", "date_modified": "modified_at", "datemodified": "modified_at",
    "updated_at": "modified_at", "updated": "modified_at",
    "source": "source", "agency": "source", "publisher": "publisher",
    "author": "byline", "authors": "byline", "byline": "byline",
    "dateline": "dateline", "city": "city", "country": "country",
    "slug": "slug", "slugline": "slug", "keywords": "keywords", "keyword": "keywords", "tags": "keywords",
    "urgency": "urgency", "genre": "genre", "pubstatus": "pubstatus", "advisory": "advisory", "embargo": "embargo",
}  # fmt: skip
_DECLARE = "declare them with the feed: columns: (docs/ingest.md)"


def columns_of(names: list[str]) -> Columns:
    """The columns with well-known names. Raises Reject ``unknown_columns`` where they leave a doubt."""
    columns: Columns = {}
    taken: dict[str, str] = {}
    for name in names:
        field = WELL_KNOWN.get(name.strip().lower())
        if field is None:
            continue
        if field in taken and (field not in MANY or field == "text"):
            raise Reject(
                "unknown_columns", f"Both {taken[field]!r} and {name!r} may be the {field}; {_DECLARE}."
            )
        columns[name], taken[field] = field, name
    if "text" not in taken:
        shown = ", ".join(names[:12]) or "none"
        raise Reject("unknown_columns", f"None of the columns ({shown}) is known as the text; {_DECLARE}.")
    return columns


def check(columns: Columns, names: list[str]) -> None:
    """Raise Reject ``unknown_columns`` where the table has none of the columns declared as words."""
    outer = {name.split(".")[0] for name in names} | set(names)
    words = [source for source, field in columns.items() if field in WORDS]
    if not any(source in outer or source.split(".")[0] in outer for source in words):
        shown = ", ".join(names[:12]) or "none"
        raise Reject(
            "unknown_columns",
            f"Declared are {', '.join(words)} as the words; the table has {shown}. Correct columns: of the feed.",
        )


def missing(columns: Columns, names: list[str]) -> list[str]:
    """The declared columns that the table does not have; one that is left out on purpose need not be there."""
    return [
        source
        for source, field in columns.items()
        if field is not None and source not in names and source.split(".")[0] not in names
    ]


def is_known(start: str) -> bool:
    """Whether a payload begins with a line of names, most of them well known, and a row of as many cells.

    ``start`` may end within the second row.
    """
    delimiter = delimiter_of(start)
    try:
        lines = list(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter))[:2]
    except csv.Error:
        return False
    if len(lines) < 2 or len(lines[0]) < 2 or len(lines[1]) > len(lines[0]):
        return False
    names = [name.strip().lower() for name in lines[0]]
    known = sum(name in WELL_KNOWN for name in names)
    return known >= 2 and (known > len(names) // 2 or any(WELL_KNOWN.get(name) == "text" for name in names))
