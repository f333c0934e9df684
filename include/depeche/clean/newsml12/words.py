"""The words of a NewsItem: headline, text, summary, captions and the lines meant for print."""

from __future__ import annotations

from typing import Any

from depeche.clean.newsml12.content import chosen, is_title
from depeche.clean.newsml12.item import Item, every, first
from depeche.clean.newsml12.mapping import ABOUT, ADMIN, LINES
from depeche.clean.tidy import join_paragraphs, unique, without_headline
from depeche.clean.words import body_or_headline


def wording(item: Item) -> dict[str, Any]:
    """All fields that are words, the text among them. Raises Reject ``no_text`` where there is none."""
    slugs = unique(every(item, "Identification/NameLabel", f"{LINES}/SlugLine"))
    lines = (f"{ABOUT}/Property[Keyword]", f"{LINES}/KeywordLine", f"{LINES}/SeriesLine")
    bylines = unique(every(item, f"{LINES}/ByLine")) or unique(p.copy.byline or "" for p in item.pieces)
    byline = ", ".join(filter(None, ["; ".join(bylines), *every(item, f"{LINES}/ByLineTitle")]))
    captions = [*item.captions, *every(item, "media/NewsLines/HeadLine")]
    headline = _headline(item)
    text = _text(item, headline)
    return {
        "text": text,
        "headline": headline,
        "summary": _summary(item, headline, text),
        "slug": slugs[0] if slugs else None,
        "keywords": unique([*every(item, *lines, f"{LINES}/NewsLine[CatchWord]"), *slugs[1:]]),
        "byline": byline or None,
        "captions": unique([*captions, *(c for p in item.pieces for c in p.copy.content.captions)]),
        "advisory": "\n".join(unique(_notes(item))) or None,
    }


def _notes(item: Item) -> list[str]:
    """Notes to editors: the lines meant for them, the desk's, a comment, and those of NITF inside."""
    lines = (f"{LINES}/NewsLine[AdvisoryLine]", f"{LINES}/NewsLine[ProductLine]")
    stated = every(item, *lines, f"{ADMIN}/Property[EditorialInfo]", "Comment")
    return [*stated, *(note for p in item.pieces for note in p.copy.content.notes)]


def _headline(item: Item) -> str | None:
    titles = (p.paragraphs[0] for p in item.pieces if is_title(p) and p.paragraphs)
    inside = (p.copy.headline for p in item.pieces if p.copy.headline)
    return first(item, f"{LINES}/HeadLine") or next(titles, None) or next(inside, None)


def _summary(item: Item, headline: str | None, text: str) -> str | None:
    """Lines below the headline, further headlines that do not stand in the text, and the abstract that NITF inside has."""
    found = [line for line in every(item, f"{LINES}/HeadLine") if line not in text]
    found += every(item, f"{LINES}/SubHeadLine")
    for piece in item.pieces:
        found += [*piece.copy.summary, *piece.copy.subheads]
    return join_paragraphs(unique(line for line in found if line != headline)) or None


def _text(item: Item, headline: str | None) -> str:
    bodies = [p for p in item.pieces if not is_title(p)]
    # A lead stands first, whatever the order of the components.
    bodies.sort(key=lambda piece: piece.role != "lead")
    found: list[str] = []
    said = headline
    texts = chosen(bodies)
    for piece in texts:
        # Of several texts in one item each keeps its own headline.
        own = piece.headline() if len(texts) > 1 else ""
        found += [own] if found and own and own != said else []
        found += piece.paragraphs
        said = own or said
    pictures = any(p.copy.content.captions for p in bodies)
    what = _instead(item) or (
        "it is pictures with captions" if pictures else "" if bodies else "no content is inside"
    )
    text, flags = body_or_headline(without_headline(found, headline), headline, what)
    item.flags.extend(flags)
    return text


def _instead(item: Item) -> str:
    """What an item is that has no text."""
    if "NewsComponent/NewsItemRef" in item.facts:
        return "it refers to others, an index"
    return "it is pictures, video or sound" if any(path.startswith("media/") for path in item.facts) else ""
