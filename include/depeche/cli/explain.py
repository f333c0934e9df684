"""``depeche explain``: every value of a dispatch beside its words, rule, authority entry and version."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.text import Text

from depeche import query, settings
from depeche.cli.app import app, fail, out, print_json, table
from depeche.cli.explain_page import as_html
from depeche.query import explanation
from depeche.query.explanation_fact import Fact, Row
from depeche.query.explanation_marks import Marked, marked_texts

# Columns that six columns need; below, and in a pipe, a fact is a line.
TABLE_WIDTH = 100
COLOURS = {
    "dateline": "cyan",
    "credit": "magenta",
    "actor": "green",
    "event": "yellow",
    "said": "bright_blue",
}


@app.command(epilog="Examples: depeche explain urn:newsml:… | depeche explain ID --html why.html")
def explain(
    dispatch_id: Annotated[
        str, typer.Argument(help="dispatch_id or agency_guid; the latest revision is shown.")
    ],
    revision: Annotated[int | None, typer.Option(help="Another revision.")] = None,
    page: Annotated[
        Path | None, typer.Option("--html", help="Write a self-contained HTML page instead.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the facts as JSON.")] = False,
) -> None:
    """Show the text with every span marked, and each value with its words, rule, entry and version."""
    row = query.dispatch(settings.load(), dispatch_id, revision)
    found = explanation.facts(row)
    if as_json:
        print_json([_plain(fact) for fact in found])
    elif page is not None:
        try:
            page.write_text(as_html(row, found), encoding="utf-8", errors="replace")
        except OSError as error:
            fail(f"{page}: {error.strerror}")
        out.print(f"written to {page}", highlight=False)
    else:
        _show(row, found)


def _plain(fact: Fact) -> dict[str, object]:
    return fact._asdict() | {"span": fact.span._asdict() if fact.span else None}


def _show(row: Row, found: list[Fact]) -> None:
    for notice in explanation.notices(row):
        out.print(f"[bold red]{escape(notice)}[/]")
    for field, marked in marked_texts(row, found):
        out.print(f"[bold]{field}[/]")
        out.print(_marked(row[field], marked), highlight=False)
        out.print()
    if out.color_system:
        legend = Text("marks: ")
        for kind, colour in COLOURS.items():
            legend.append(f" {kind} ", f"black on {colour}").append(" ")
        out.print(legend)
    if out.is_terminal and out.width >= TABLE_WIDTH:
        rows = [{name: value for name, value in fact._asdict().items() if name != "span"} for fact in found]
        table(rows, whole=("field",))
    else:
        for fact in found:
            made = " ← ".join(filter(None, (fact.value, fact.words, fact.rule, fact.entry, fact.version)))
            words = " ".join(made.split())
            out.print(
                f"[bold]{fact.field}[/] {escape(words)}", highlight=False, soft_wrap=not out.is_terminal
            )
    out.print(escape(explanation.made_by(row)), highlight=False, soft_wrap=not out.is_terminal)


def _marked(words: str, marked: list[Marked]) -> Text:
    """The text with its spans in colours; in brackets where there are none, as in a pipe."""
    if not out.color_system:
        spans = {(span.start, span.end) for span, _ in marked}
        edges = [(start, 1, "[") for start, _ in spans] + [(end, 0, "]") for _, end in spans]
        for at, _, bracket in sorted(edges, reverse=True):
            words = words[:at] + bracket + words[at:]
        return Text(words)
    text = Text(words)
    for span, _ in marked:
        text.stylize(f"black on {COLOURS[span.kind]}", span.start, span.end)
    return text
