"""The words of a NewsML-G2 item: headline, summary, byline, notes to editors and the text."""

from __future__ import annotations

from typing import Any

from depeche.clean.markup import Content
from depeche.clean.newsmlg2.item import Item, names
from depeche.clean.newsmlg2.mapping import ABOUT, META
from depeche.clean.newsmlg2.values import stated
from depeche.clean.nitf.copy import Copy, is_machine_date
from depeche.clean.tidy import join_paragraphs, one_line, unique, without_headline
from depeche.clean.words import body_or_headline
from depeche.clean.xml.safe import words


def wording(item: Item, copy: Copy) -> dict[str, Any]:
    """All fields that are words, except the text."""
    heads = item.paths.all(f"{ABOUT}/headline")
    main = [head for head in heads if "sub" not in (head.get("role") or "").rpartition(":")[2].lower()]
    lines = unique(one_line(words(head)) for head in [*main, *(h for h in heads if h not in main)])
    headline = (lines[0] if main and lines else None) or copy.headline or item.paths.first(f"{META}/title")
    slugs = item.paths.values(f"{ABOUT}/slugline")
    captions, summaries = _descriptions(item)
    dateline = item.paths.first(f"{ABOUT}/dateline")
    # Reuters' packages have a machine's date where the dateline should stand.
    dateline, dated = (None, dateline) if dateline and is_machine_date(dateline) else (dateline, None)
    below = [*lines, *item.paths.values(f"{ABOUT}/sub"), *summaries, *copy.summary, *copy.subheads]
    said = {words.casefold() for words in (headline or "", *slugs)}
    return {
        "headline": headline,
        "summary": join_paragraphs(unique(line for line in below if line.casefold() not in said)) or None,
        "slug": slugs[0] if slugs else None,
        "keywords": unique([*names(item, f"{ABOUT}/keyword", f"{META}/memberOf", f"{META}/instanceOf"), *slugs[1:]]),
        "byline": "; ".join(item.paths.values(f"{ABOUT}/by")) or copy.byline,
        "dateline_text": dateline or copy.dateline,
        "dateline_date_text": dated or copy.dated,
        "captions": unique([*captions, *copy.content.captions, *item.package.captions]),
        "advisory": "\n".join(unique([*_notes(item), *copy.content.notes])) or None,
    }  # fmt: skip


def text(item: Item, copy: Copy, found: dict[str, Any], *, is_inside: bool) -> str:
    """The text: the copy's paragraphs, then what a package lists; the headline where there are none.

    ``found`` are the other words. Raises Reject ``no_text`` where it holds none (a picture).
    """
    headline = found["headline"] or copy.headline
    listed = [line for line in item.package.paragraphs if line != headline]
    paragraphs = [*without_headline(copy.content.paragraphs, headline), *listed]
    kind = next((stated(c, item.known) for c in item.paths.all(f"{META}/itemClass")), "")
    is_text = is_inside and not copy.content.captions and kind.rpartition(":")[2] in ("", "text")
    without = "its content is pictures" if is_inside else "no content is inside"
    what = "" if is_text else ", ".join(filter(None, (kind and f"its class is {kind}", without)))
    if item.is_package:
        what = "" if headline else "it is a package that names none of the items it lists"
    said, flags = body_or_headline(paragraphs, headline, what)
    item.flags.extend(flags)
    return said


def _descriptions(item: Item) -> tuple[list[str], list[str]]:
    """(captions, summaries)."""
    found: tuple[list[str], list[str]] = ([], [])
    for element in item.paths.all(f"{ABOUT}/description"):
        found["caption" not in (element.get("role") or "").lower()].append(one_line(words(element)))
    return found


def _notes(item: Item) -> list[str]:
    """Notes to editors, line by line; what a marked-up note says again in parts is said once."""
    own = [p for note in item.paths.all(f"{META}/edNote") for p in Content().add(note).paragraphs]
    notes = [*own, *item.package.notes]
    return [line for note in notes for line in note.removeprefix("- ").split("\n- ")]
