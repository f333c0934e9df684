"""Generate the docs that are made from code: columns, settings, quarantine reasons, formats.

python docs/generate.py            write them
python docs/generate.py --check    fail where one is not current
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from depeche import flags, reasons, schema, settings
from depeche.clean import formats_markdown

HERE = Path(__file__).parent
NOTICE = "<!-- Made by docs/generate.py: make docs -->\n"
INTRODUCTIONS = {
    "dispatch_revisions": "Every revision of every dispatch; key `dispatch_id` + `revision`.",
    "quarantine": "What was refused, where and why; `depeche quarantine list`.",
    "batches": "The ledger: every published batch with its tallies and verdict.",
    "decisions": "What people decided of batches that the gate held.",
}


def columns() -> str:
    """The tables, column by column."""
    parts = ["# Columns\n", "Offsets count Unicode characters. Times are UTC.\n"]
    for table, arrow in schema.TABLES.items():
        parts.append(f"## {table}\n\n{INTRODUCTIONS[table]}\n")
        groups = schema.GROUPS if table == "dispatch_revisions" else {"": list(arrow)}
        for group, fields in groups.items():
            if group:
                parts.append(f"### {group}\n")
            parts.append("| column | type | null | meaning |\n| --- | --- | --- | --- |")
            for field in fields:
                about = (field.metadata or {})[b"about"].decode()
                parts.append(
                    f"| `{field.name}` | {_type(field.type)} | {'yes' if field.nullable else 'no'} | {about} |"
                )
            parts.append("")
    parts.append(
        "## Quality flags\n\nSet when normalising and publishing; the readers' own are in `docs/formats.md`.\n"
    )
    parts.append("| flag | meaning |\n| --- | --- |")
    parts += [f"| `{flag}` | {meaning} |" for flag, meaning in flags.FLAGS.items()]
    return "\n".join(parts) + "\n"


def settings_page() -> str:
    """Every setting with its default."""
    rows = ["# Settings\n", "Each is an environment variable; none has to be set.\n"]
    rows.append("| variable | default | meaning |\n| --- | --- | --- |")
    defaults = {
        "home": "`data/`",
        "feeds": "`seeds/feeds.yml`",
        "publishers": "`seeds/publishers.yml`",
        "authority": "`seeds/authority/`",
        "raw": "`raw/` in DEPECHE_HOME",
        "lake_data": "`lake/data/` in DEPECHE_HOME",
        "staging": "`staging/` in DEPECHE_HOME",
        "search": "`search/` in DEPECHE_HOME",
    }
    for field in msgspec.structs.fields(settings.Settings):
        default = defaults.get(field.name) or (f"`{field.default}`" if field.default != "" else "empty")
        about = settings.DESCRIPTIONS[field.name]
        rows.append(f"| `DEPECHE_{field.name.upper()}` | {default} | {about} |")
    return "\n".join(rows) + "\n"


def quarantine() -> str:
    """Every reason for which something is refused."""
    rows = ["# Quarantine\n"]
    rows.append(
        "What is refused keeps its raw bytes and gets a reason from this list. "
        "`depeche quarantine list` shows it, `depeche quarantine replay` tries it again.\n"
    )
    rows.append("| reason | meaning | what to do |\n| --- | --- | --- |")
    rows += [
        f"| `{code}` | {meaning} | {cure} |" for code, (meaning, cure) in sorted(reasons.REASONS.items())
    ]
    return "\n".join(rows) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "columns.md": columns,
    "formats.md": formats_markdown,
    "settings.md": settings_page,
    "quarantine.md": quarantine,
}


def _type(kind: object) -> str:
    return (
        f"`{kind}`".replace("|", "\\|")
        .replace("list<item: ", "list<")
        .replace("timestamp[us, tz=UTC]", "timestamp")
    )


def main() -> None:
    """Write the pages, or with --check compare them."""
    stale = []
    for name, make in PAGES.items():
        text = NOTICE + make()
        if "--check" not in sys.argv:
            (HERE / name).write_text(text)
        elif not (HERE / name).exists() or (HERE / name).read_text() != text:
            stale.append(f"docs/{name}")
    if stale:
        sys.exit(f"{', '.join(stale)} not current: make docs")


if __name__ == "__main__":
    main()
