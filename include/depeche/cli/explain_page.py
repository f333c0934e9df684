"""The explanation of a dispatch as one HTML page: no scripts, nothing from outside.

Marked words are links to the row that explains them, and the row leads back, so that the
page works with a keyboard alone; colours follow the reader's light or dark setting.
"""

from __future__ import annotations

from html import escape

from depeche.query import explanation
from depeche.query.explanation_fact import Fact, Row
from depeche.query.explanation_marks import Marked, marked_texts, pieces

FIELDS = {"headline": "Headline", "full_text": "Full text, as received", "text": "Text, as published"}
KINDS = {
    "dateline": "dateline",
    "credit": "credit",
    "actor": "actor",
    "event": "date spoken of",
    "said": "what it says of itself",
}
HEADS = ("field", "value", "words", "rule", "authority entry", "version")
STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fff; --soft: #666; --line: #ddd; --warn: #9d1c1c;
  --dateline: #c8ecf5; --credit: #f3d0ef; --actor: #d2eecb; --event: #fae9a6; --said: #d5dbfb }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --paper: #17181a; --soft: #a5a5aa; --line: #3a3b3f;
  --warn: #ff8b80; --dateline: #134a58; --credit: #562752; --actor: #23491c; --event: #574a10; --said: #2c3570 } }
body { font: 17px/1.55 Georgia, serif; max-width: 64rem; margin: 0 auto; padding: 1.5rem; color: var(--ink);
  background: var(--paper) }
h1 { line-height: 1.2; overflow-wrap: anywhere } h2 { font-size: 1.05rem; margin: 2rem 0 .4rem }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
.by, figcaption { color: var(--soft); font: 13px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
.notice { color: var(--warn); font-weight: bold }
a.mark { color: inherit; text-decoration: none; border-radius: 3px; padding: 0 1px }
a.mark:hover, a.mark:focus { outline: 2px solid currentColor }
.dateline { background: var(--dateline) } .credit { background: var(--credit) }
.actor { background: var(--actor) } .event { background: var(--event) } .said { background: var(--said) }
.within { box-shadow: inset 0 -2px 0 currentColor }
.wide { overflow-x: auto }
table { border-collapse: collapse; font: 13px/1.45 system-ui, sans-serif; width: 100% }
td, th { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: start; vertical-align: top;
  overflow-wrap: anywhere; max-width: 22rem }
td:first-child, th { white-space: nowrap }
tr:target { outline: 2px solid currentColor }
@media (max-width: 40rem) {
  body { padding: 1rem } thead { display: none } table, tbody, tr, td { display: block; max-width: none }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0 } td { border: 0; padding: .1rem 0 }
  td:empty { display: none } td:first-child { font-weight: bold }
  td[data-head]::before { content: attr(data-head) ": "; color: var(--soft) } }
@media print { :root { color-scheme: light } .dateline, .credit, .actor, .event, .said { print-color-adjust: exact }
  a.mark { border-bottom: 1px solid currentColor } tr { break-inside: avoid } }
"""


def as_html(row: Row, found: list[Fact]) -> str:
    """The page as a string."""
    title = row["headline"] or row["dispatch_id"]
    notices = "".join(
        f'<p class="notice" dir="auto">{escape(words)}</p>' for words in explanation.notices(row)
    )
    fields = "".join(
        f'<h2>{FIELDS[name]}</h2><div class="text" dir="auto">{_marked(row[name], found, marked)}</div>'
        for name, marked in marked_texts(row, found)
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n"
        f'<body><main lang="{escape(row["language"] or "und", quote=True)}"><h1 dir="auto">{escape(title)}</h1>'
        f'<p class="by">{escape(explanation.made_by(row))}</p>{notices}<p class="by">Marked: {_legend()}. '
        f"Each mark leads to the row that explains it.</p>{fields}</main>\n<h2>Values</h2>{_table(found)}</body></html>\n"
    )


def _legend() -> str:
    return ", ".join(f'<span class="{kind}">{name}</span>' for kind, name in KINDS.items())


def _marked(text: str, found: list[Fact], marked: list[Marked]) -> str:
    parts = []
    for start, end, covering in pieces(len(text), marked):
        words = escape(text[start:end])
        if not covering:
            parts.append(words)
            continue
        span, place = marked[covering[-1]]
        about = "; ".join(f"{found[marked[at][1]].field}: {found[marked[at][1]].value}" for at in covering)
        within = " within" if len(covering) > 1 else ""
        first = f' id="m{place}"' if span.start == start else ""
        parts.append(
            f'<a class="mark {span.kind}{within}" href="#f{place}"{first} title="{escape(about)}">{words}</a>'
        )
    return "".join(parts)


def _table(found: list[Fact]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in HEADS)
    rows = "".join(_row(place, fact) for place, fact in enumerate(found))
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(place: int, fact: Fact) -> str:
    field, *rest = (escape(str(value)) for value in fact[: len(HEADS)])
    name = f'<a href="#m{place}">{field}</a>' if fact.span else field
    cells = "".join(
        f'<td dir="auto" data-head="{head}">{value}</td>' if value else "<td></td>"
        for head, value in zip(HEADS[1:], rest, strict=True)
    )
    return f'<tr id="f{place}"><td>{name}</td>{cells}</tr>'
