"""``depeche explain``: every value of a dispatch beside its words, its rule and its version."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from rich.markup import escape
from rich.text import Text

from depeche import query, settings
from depeche.cli.app import app, out, print_json, table

COLOURS = {"dateline": "cyan", "credit": "magenta", "actor": "green", "event": "yellow"}
PAPER = {"dateline": "#cdeef5", "credit": "#f3d3f0", "actor": "#d5f0cf", "event": "#fbeeb4"}


class Span(NamedTuple):
    """Marked words: where they are, what they were taken for, and what was made of them."""

    field: str
    start: int
    end: int
    kind: str
    made: str


class Fact(NamedTuple):
    """One value: what, the words it was made from, the rule, the authority's entry."""

    field: str
    value: str
    words: str
    rule: str
    entry: str


@app.command(epilog="Examples: depeche explain urn:newsml:… | depeche explain ID --html why.html")
def explain(
    dispatch_id: Annotated[str, typer.Argument(help="dispatch_id; the latest revision is shown.")],
    revision: Annotated[int | None, typer.Option(help="Another revision.")] = None,
    page: Annotated[
        Path | None, typer.Option("--html", help="Write a self-contained HTML page instead.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the facts as JSON.")] = False,
) -> None:
    """Show the text with every span marked, and each value with its words, rule and version."""
    row = query.dispatch(settings.load(), dispatch_id, revision)
    if as_json:
        print_json([fact._asdict() for fact in facts(row)])
    elif page is not None:
        page.write_text(as_html(row))
        out.print(f"written to {page}", highlight=False)
    else:
        _show(row)


def spans(row: dict[str, Any]) -> list[Span]:
    """Every marked span of the row, in its own field."""
    found = []
    line = row["dateline"]
    if line and line["start"] is not None:
        places = ", ".join(place["name"] or place["text"] for place in line["places"])
        found.append(Span("full_text", line["start"], line["end"], "dateline", places or "dateline"))
    for credit in row["credits"]:
        if credit["start"] is not None:
            made = f"{credit['agency_id']} {credit['role']}"
            found.append(Span("full_text", credit["start"], credit["end"], "credit", made))
    for actor in row["actors"]:
        for mention in actor["mentions"]:
            found.append(Span(mention["field"], mention["start"], mention["end"], "actor", actor["name"]))
    for event in row["event_dates"]:
        made = (
            f"{event['first']}" if event["first"] == event["last"] else f"{event['first']} – {event['last']}"
        )
        found.append(Span("text", event["start"], event["end"], "event", made))
    return sorted(found, key=lambda span: (span.field, span.start, -span.end))


def facts(row: dict[str, Any]) -> list[Fact]:
    """Every normalised value with what it was made from."""
    found = [
        Fact(
            "source",
            row["source"],
            _words(row["credits"], row["source"]),
            _rule(row["credits"], row["source"]),
            "",
        ),
        Fact("language", row["language"] or "", row["language_text"] or "", row["language_basis"] or "", ""),
        Fact(
            "issued_at",
            str(row["issued_at"] or ""),
            row["issued_at_text"] or "",
            row["issued_at_precision"] or "",
            "",
        ),
        Fact("issue_date", str(row["issue_date"]), "", row["issue_date_basis"], ""),
        Fact("as_of_date", str(row["as_of_date"]), "", row["as_of_basis"], ""),
        Fact("kind", row["kind"] or "", row["kind_text"] or "", "", ""),
        Fact("urgency", str(row["urgency"] or ""), row["urgency_text"] or "", "", ""),
        Fact("pubstatus", row["pubstatus"], row["pubstatus_text"] or "", "", ""),
        Fact("usage_rules", ", ".join(row["usage_rules"]), row["usage_terms_text"] or "", "", ""),
    ]
    found = [fact for fact in found if fact.value]
    for credit in row["credits"]:
        value = f"{credit['agency_id']} ({credit['role']})"
        found.append(Fact("credits", value, credit["text"], credit["rule"], credit["wikidata_id"] or ""))
    if row["dateline"]:
        for place in row["dateline"]["places"]:
            value = ", ".join(str(v) for v in (place["name"], place["admin"], place["country_code"]) if v)
            entry = f"geonames:{place['city_id']}" if place["city_id"] else ""
            found.append(Fact("dateline.places", value, place["text"], _sure(place), entry))
        if row["dateline"]["date"]:
            found.append(
                Fact(
                    "dateline.date",
                    row["dateline"]["date"],
                    row["dateline"]["text"] or "",
                    row["dateline"]["rule"],
                    "",
                )
            )
    for actor in row["actors"]:
        for mention in actor["mentions"]:
            entry = " ".join(filter(None, (actor["actor_id"], actor["wikidata_id"], actor["office_id"])))
            found.append(Fact("actors", actor["name"], mention["text"], _sure(mention), entry))
    for event in row["event_dates"]:
        found.append(
            Fact("event_dates", f"{event['first']} – {event['last']}", event["text"], event["rule"], "")
        )
    return found


def as_html(row: dict[str, Any]) -> str:
    """The explanation as one page without scripts or outside references."""
    cells = "".join(
        "<tr>" + "".join(f"<td>{html.escape(str(value))}</td>" for value in fact) + "</tr>"
        for fact in facts(row)
    )
    marks = "".join(f"mark.{kind}{{background:{colour}}}" for kind, colour in PAPER.items())
    direction = ' dir="rtl"' if row["language"] in ("ar", "fa", "he", "ur") else ""
    fields = "".join(
        f"<h2>{field}</h2><div class=text{direction}>{_marked(row[field], _of(row, field))}</div>"
        for field in ("headline", "text", "full_text")
        if row[field]
    )
    return (
        f'<!doctype html><html lang="{html.escape(row["language"] or "und")}"><meta charset="utf-8">'
        f"<title>{html.escape(row['dispatch_id'])}</title><style>"
        "body{font:16px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
        ".text{white-space:pre-wrap}table{border-collapse:collapse;font:13px/1.4 system-ui,sans-serif;width:100%}"
        "td,th{border-bottom:1px solid #ddd;padding:.3rem .5rem;text-align:left;vertical-align:top}"
        f"mark{{border-radius:3px;padding:0 2px}}{marks}</style>"
        f"<h1>{html.escape(row['headline'] or row['dispatch_id'])}</h1><p>{html.escape(_made_by(row))}</p>"
        f"{fields}<h2>values</h2><table><tr><th>field<th>value<th>words<th>rule<th>authority</tr>{cells}</table></html>"
    )


def _show(row: dict[str, Any]) -> None:
    for field in ("headline", "full_text", "text"):
        if not row[field]:
            continue
        text = Text(row[field])
        for span in _of(row, field):
            text.stylize(f"black on {COLOURS[span.kind]}", span.start, span.end)
        out.print(f"[bold]{field}[/]")
        out.print(text)
        out.print()
    table([fact._asdict() for fact in facts(row)])
    out.print(escape(_made_by(row)), highlight=False)


def _marked(text: str, found: list[Span]) -> str:
    parts, at = [], 0
    for span in found:
        if span.start < at:
            continue  # inside a mark already
        parts.append(html.escape(text[at : span.start]))
        words = html.escape(text[span.start : span.end])
        parts.append(f'<mark class="{span.kind}" title="{html.escape(span.made)}">{words}</mark>')
        at = span.end
    return "".join(parts) + html.escape(text[at:])


def _of(row: dict[str, Any], field: str) -> list[Span]:
    return [span for span in spans(row) if span.field == field]


def _made_by(row: dict[str, Any]) -> str:
    return (
        f"{row['dispatch_id']} revision {row['revision']} · reader {row['format']} {row['reader_version']} · "
        f"normaliser {row['normaliser_version']} · authority {row['authority_version']} · raw {row['raw_uri']}"
    )


def _sure(found: dict[str, Any]) -> str:
    return f"{found['rule']} ({found['confidence']:.2f})"


def _words(credits: list[dict[str, Any]], agency: str) -> str:
    return next(
        (c["text"] for c in credits if c["agency_id"] == agency and c["role"] in ("issuer", "joint")), ""
    )


def _rule(credits: list[dict[str, Any]], agency: str) -> str:
    return next(
        (c["rule"] for c in credits if c["agency_id"] == agency and c["role"] in ("issuer", "joint")), ""
    )
