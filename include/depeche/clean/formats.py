"""The readers' field tables as a page of the docs, made from the tables they read by."""

from __future__ import annotations

from depeche.clean import markup, newsml12, newsml12_fields, page, page_meta, text

Mapped = dict[str, tuple[str, str]]
Ignored = dict[str, str]

_TABLES: tuple[tuple[str, str, str, Mapped, Ignored], ...] = (
    (
        newsml12.FORMAT,
        newsml12.VERSION,
        "NewsML 1.x with NITF, bcNITF, XHTML or plain text inside. Paths are relative to the NewsItem; "
        "`NewsComponent` stands for any depth of components, `media` for those that are a picture or a "
        "video; `Property[Keyword]` is the property of that name; a value is the `FormalName`, or the text.",
        newsml12_fields.MAPPED,
        {**newsml12_fields.IGNORED, **{f"DataContent//{tag}": why for tag, why in markup.DROPPED.items()}},
    ),
    (
        page.FORMAT,
        page.VERSION,
        "Web pages, told by their doctype or first element. Where several places state a thing, the first "
        "of the list counts.",
        page_meta.MAPPED,
        page_meta.IGNORED,
    ),
    (
        text.FORMAT,
        text.VERSION,
        "Plain text that is no other format, in UTF-8, UTF-16 or any charset that can be told.",
        text.MAPPED,
        text.IGNORED,
    ),
)
_FLAGS = {
    "charset_repaired": "the bytes contradict the declared charset; read by the bytes",
    "charset_guessed": "nothing states the charset; read by the language's usual one or a guess",
    "charset_mixed": "UTF-8 with stray Latin bytes; both read",
    "mojibake_repaired": "text garbled before it reached us; mended where it reads better so",
    "replacement_characters": "letters are lost for good: U+FFFD stands in the text",
    "control_characters": "XML's forbidden control characters were dropped",
    "html_entities": "HTML's entity names used without a DTD were read",
    "guid_composed": "no PublicIdentifier that names the item; made of its parts by the standard's rule",
    "revision_unreadable": "the revision is no number",
    "issued_at_from_envelope": "ThisRevisionCreated is missing; the transmission's time stands for it",
    "issued_at_is_modified": "a page that states only when it was modified",
    "coordinates_unreadable": "latitude or longitude is no number, or out of range",
    "several_languages": "more than one language is stated; the first counts",
    "paywalled": "the page says that it is not free: the text may be cut off",
    "tables_left_out": "tables on the page are not in the text",
    "text_from_metadata": "the text is JSON-LD's articleBody; the page itself holds less",
}


def formats_markdown() -> str:
    """``docs/formats.md``: what each reader does with each element of its format."""
    parts = [
        "# Formats",
        "The format is told from the content, never from the file's name. Every element is mapped to a "
        "field of `CleanDispatch`, left out on purpose, or reported: `depeche inspect` shows it under "
        "`unmapped`. Values are verbatim, except that spaces, line ends and unseen characters are tidied "
        "(`clean/tidy.py`).",
    ]
    for name, version, about, mapped, ignored in _TABLES:
        parts += [f"## {name}", f"Reader version {version}. {about}"]
        parts.append(
            _table(("source", "field", "how"), [(_code(s), _code(f), n) for s, (f, n) in mapped.items()])
        )
        parts.append("Left out on purpose:")
        parts.append(_table(("source", "why"), [(_code(s), why) for s, why in ignored.items()]))
    parts += [
        "## Quality flags of the readers",
        _table(("flag", "meaning"), [(_code(f), m) for f, m in _FLAGS.items()]),
    ]
    return "\n\n".join(parts) + "\n"


def _code(name: str) -> str:
    return f"`{name}`".replace("|", "\\|") if name.replace("_", "").isalnum() or "/" in name else name


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |".replace("  |", " |") for line in lines)
