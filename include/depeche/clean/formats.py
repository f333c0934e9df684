"""The readers' field tables as a page of the docs, made from the tables they read by."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.clean.detect import READERS

_FLAGS = {
    "charset_repaired": "the bytes contradict the declared charset; read by the bytes",
    "charset_guessed": "nothing states the charset; read by the language's usual one or a guess",
    "charset_mixed": "UTF-8 with stray Latin bytes; both read",
    "mojibake_repaired": "text garbled before it reached us; mended where it reads better so",
    "replacement_characters": "letters are lost for good: U+FFFD stands in the text",
    "control_characters": "XML's forbidden control characters were dropped",
    "html_entities": "HTML's entity names used without a DTD were read",
    "guid_composed": "no identifier that names the item alone; made of its parts: by NewsML's rule, or a wire's number and its time line, for numbers begin anew",
    "revision_unreadable": "the revision is no whole number, or one too large to be one; null",
    "issued_at_from_envelope": "the item states no time of its own; the transmission's time stands for it",
    "issued_at_is_created": "the time of this version is missing; the first version's stands for it",
    "issued_at_is_modified": "only when it was last changed is stated; that stands for the time of issue",
    "issued_at_from_content": "versionCreated is missing; when the content was modified stands for it",
    "issued_at_from_publication": "date.issue is missing; the edition's date stands for it",
    "etx_missing": "a wire's message without the sign after its text (ETX); it was read to EOT or to the next message",
    "headline_only": "an alert: its headline is all that it says",
    "coordinates_unreadable": "latitude or longitude is no number, or out of range",
    "several_languages": "more than one language is stated; the first counts",
    "paywalled": "the page says that it is not free: the text may be cut off",
    "tables_left_out": "tables on the page are not in the text",
    "text_from_summary": "a feed's item without content; its summary is the text too",
    "column_missing": "the table lacks a column that its feed declares, so that field may be empty: look at `columns:`",
    "rule_headline_unmatched": "the headline's selector in publishers.yml matched nothing; read by the general means",
    "rule_author_unmatched": "likewise the author's",
    "rule_published_unmatched": "likewise that of the time of publication",
    "rule_text_unmatched": "likewise the text's: the site may have changed",
    "doc_not_story": "a DOC of Gigaword whose type is multi, advis or other",
    "text_from_metadata": "the text is JSON-LD's articleBody; the page itself holds less",
}


def formats_markdown() -> str:
    """``docs/formats.md``: what each reader does with each element of its format."""
    parts = [
        "# Formats",
        "The format is told from the content, never from the file's name. Every element is mapped to a "
        "field of `CleanDispatch`, left out on purpose, or reported: `depeche inspect FILE… --unmapped` "
        "lists what files say that no table here knows, and what a field has no room for: `path[2]` is a further "
        "value at a path whose first one counts, and a mapped path by itself one that differs from the value that counts. Values are verbatim, except that spaces, line ends and unseen characters are tidied "
        "(`clean/tidy.py`).",
    ]
    for reader in READERS:
        parts += [f"## {reader.FORMAT}", f"Reader version {reader.VERSION}. {reader.ABOUT}"]
        mapped = [(_code(source), _code(field), how) for source, (field, how) in reader.MAPPED.items()]
        parts.append(_table(("source", "field", "how"), mapped))
        parts.append("Left out on purpose:")
        parts.append(_table(("source", "why"), [(_code(s), why) for s, why in reader.IGNORED.items()]))
    parts += [
        "## Quality flags of the readers",
        _table(("flag", "meaning"), [(_code(f), m) for f, m in _FLAGS.items()]),
    ]
    return "\n\n".join(parts) + "\n"


def _code(name: str) -> str:
    return f"`{name}`".replace("|", "\\|") if name.replace("_", "").isalnum() or "/" in name else name


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |".replace("  |", " |") for line in lines)
