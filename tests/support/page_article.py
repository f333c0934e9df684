"""A page with an article of some sentences."""

from __future__ import annotations

import json
from typing import Any

SENTENCES = [
    "The town council voted on Tuesday evening to restore the goat bridge, closed since the floods of last spring.",
    "Work is due to begin in September and to last for eight months, according to the timetable of the council.",
    '"We never stopped believing in it," said the mayor, Odile Garandeau, at the end of a sitting of four hours.',
]
TEXT = "\n\n".join(SENTENCES)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(
    body: str = f"<h1>Goat bridge</h1>{PARAGRAPHS}", head: str = "", data: Any = None, lang: str = ""
) -> str:
    """A page with the given body, head and JSON-LD."""
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return f"<!DOCTYPE html><html{lang and f' lang={lang}'}><head>{head}{script}</head><body>{body}</body></html>"


def article(**more: Any) -> dict[str, Any]:
    """A JSON-LD article."""
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Goat bridge", **more}
