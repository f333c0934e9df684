"""Newspaper web pages: one parse, shared by the metadata and the text."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from depeche.clean.charset import Decoded, decode, replaced
from depeche.clean.delivery import origin
from depeche.clean.fragment import read_html
from depeche.clean.instants import time_of_issue
from depeche.clean.opening import Opening
from depeche.clean.page import mapping
from depeche.clean.page.body import extract
from depeche.clean.page.clutter import without_clutter
from depeche.clean.page.meta import PageMeta, read_meta
from depeche.clean.page.rules import pick
from depeche.clean.page.scope import Scope
from depeche.clean.tidy import join_paragraphs, letters, unique
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected, StatedParty, StatedPlace, Subject

FORMAT = "page"
VERSION = "4"
ABOUT = (
    "Web pages, told by their doctype or first element. Where several places state a thing, the first "
    "of the list counts; what a rule for the page's site selects (`publishers.yml`, `docs/feeds.md`) comes first."
)
MAPPED = mapping.MAPPED
IGNORED = mapping.IGNORED

_ELEMENTS = frozenset(
    (
        "html", "head", "body", "article", "main", "section", "header", "div", "p", "span", "h1", "h2", "h3", "h4",
        "h5", "h6", "ul", "ol", "dl", "table", "meta", "title", "link", "script", "style", "base", "center", "font",
        "a", "b", "i", "em", "strong", "br", "hr", "img", "figure", "blockquote", "nav", "noscript", "form", "iframe",
    )
)  # fmt: skip
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
# Bytes of UTF-8, and references to characters, that no tree may hold.
_CONTROLS = bytes((*range(9), 11, *range(14, 32)))
_REFERENCES = re.compile(
    "&#(?:0*(?:[0-8]|1[14-9]|2[0-9]|3[01])|6553[45]|x0*(?:[0-8bef]|1[0-9a-f]|fff[ef]));", re.IGNORECASE
)
_PARSER = HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")
# The shortest text taken for an article: without any mark that the page is one, and with one.
MIN_UNMARKED = 150
MIN_MARKED = 40
# Pages a server sends in the article's place.
_ERROR = re.compile(
    r"^\W*(?:(?:error\s*)?(?:40[0-9]|410|429|50[0-9])\b|(?:page |file |error:? )?not found|access denied|forbidden|"
    r"just a moment|are you a robot|attention required|page introuvable|seite nicht gefunden|página no encontrada|"
    r"pagina non trovata|الصفحة غير موجودة)|page (?:was|could) not (?:be )?found",
    re.IGNORECASE,
)
MAX_ERROR = 1000
# Letters by which the beginning of a text is known.
MAX_START = 60


def sniff(start: Opening) -> bool:
    """HTML's doctype, an HTML element first, or <html after a server's stray output."""
    root = (start.root or "").lower()
    if root == "html" or (start.doctype or "").lower() == "html":
        return True
    if root:
        return root in _ELEMENTS and "xmlns" not in (start.tag or "")
    return "<html" in start.text[:2048].lower()


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatch of a page.

    Raises Reject: ``no_article`` (no text, or too little to be one), ``extraction_failed``,
    ``binary``.
    """
    decoded = _decode(raw)
    tree = _parse(decoded.text)
    meta = read_meta(tree, raw.sidecar.url)
    picked = pick(raw, tree, meta)
    meta = picked.over(meta)
    scope = Scope(tree)
    lacks_tables, flags = False, list(picked.flags)
    if picked.text:
        text = _enough(list(picked.text), MIN_MARKED)
    else:
        scope.prune(meta.headline, is_live=meta.is_live)
        found, lacks_tables = extract(scope)
        text, more = _text(found, meta)
        flags += more
    holds = {"paywalled": meta.is_paywalled, "tables_left_out": lacks_tables}
    flags += [*decoded.flags, *replaced(text), *(flag for flag, held in holds.items() if held)]
    return [
        CleanDispatch(**{**origin(raw, FORMAT, VERSION, picked.rule), **_fields(meta, scope, text, flags)})
    ]


def _decode(raw: RawDispatch) -> Decoded:
    head = raw.payload[:16_384]
    declared = _CHARSET.search(head) or _XML_CHARSET.search(head)
    # What the server says comes first (WHATWG HTML, "determining the character encoding").
    label = raw.sidecar.charset or (declared[1].decode("ascii", "ignore") if declared else None)
    return decode(raw.payload, label, raw.sidecar.language or raw.language_hint)


def _parse(text: str) -> HtmlElement:
    if "&#" in text:
        text = _REFERENCES.sub("", text)
    octets = text.encode("utf-8", "replace").translate(None, _CONTROLS)
    for noncharacter in (b"\xef\xbf\xbe", b"\xef\xbf\xbf"):
        if noncharacter in octets:
            octets = octets.replace(noncharacter, b"")
    try:
        return document_fromstring(octets, parser=_PARSER)
    except (etree.LxmlError, ValueError):
        raise Reject("no_article", "There is no HTML element in it.") from None


def _text(found: list[str], meta: PageMeta) -> tuple[str, list[str]]:
    """The article's text and the flags that come of how it was found."""
    flags: list[str] = []
    kept = without_clutter(found, meta)
    size = sum(map(len, kept))
    stated = read_html(meta.body).paragraphs if meta.body else []
    if sum(map(len, stated)) > 1.5 * size + 100:
        kept, flags = without_clutter(stated, meta), ["text_from_metadata"]
        size = sum(map(len, kept))
    text = _enough(kept, MIN_MARKED if meta.is_article else MIN_UNMARKED)
    if not meta.is_article and size < MAX_ERROR and _ERROR.search(meta.headline or ""):
        raise Reject("no_article", f"A server's message, not an article: {meta.headline}.")
    return text, flags


def _enough(kept: list[str], least: int) -> str:
    size = sum(map(len, kept))
    if size < least:
        raise Reject("no_article", f"The page holds {size} characters of text, too few to be an article.")
    return join_paragraphs(kept)


def _fields(meta: PageMeta, scope: Scope, text: str, flags: list[str]) -> dict[str, Any]:
    parties = (
        [("creator", name) for name in meta.authors] + meta.parties + [("credit", c) for c in scope.credits]
    )
    stated = {"publisher": meta.publisher, "url": meta.url, "language_text": meta.language}
    issued, issue_flags = time_of_issue(meta.published or scope.printed_date, meta.modified)
    return {
        **{name: value for name, value in stated.items() if value},
        "text": text,
        "headline": meta.headline,
        "summary": join_paragraphs(_summaries([*scope.below_headline, *meta.summaries], meta.headline, text))
        or None,
        "byline": meta.byline,
        "issued_at_text": issued,
        "created_at_text": meta.created,
        "modified_at_text": meta.modified,
        "dateline_text": meta.dateline,
        "location": StatedPlace(city=meta.place) if meta.place else None,
        "keywords": meta.keywords,
        "genres": meta.genres,
        "subjects": [*(Subject(scheme="section", code=section) for section in meta.sections), *meta.subjects],
        "parties": [StatedParty(role=role, text=text) for role, text in dict.fromkeys(parties)],
        "captions": scope.captions,
        "usage_terms": meta.usage_terms,
        "associations": [work for work in meta.associations if work.ref != meta.url],
        "unmapped": meta.unmapped,
        "quality_flags": unique([*flags, *issue_flags]),
    }


def _summaries(lines: list[str], headline: str | None, text: str) -> list[str]:
    """The lines that say more than headline, beginning of the text and one another."""
    if not lines:
        return []
    start = letters(text[: MAX_START + 2 * max(map(len, lines))])
    # Cut off somewhere or joined to something, it still begins as the text does.
    keys: dict[str, str] = {}
    for line in lines:
        keys.setdefault(letters(line)[:MAX_START], line)
    above = letters(headline or "")[:MAX_START]
    return [line for key, line in keys.items() if key and key not in start and key != above]
