"""Marked-up content (NITF, bcNITF, XHTML) to paragraphs.

Blocks become paragraphs, lists and tables one paragraph of lines each; ``br`` breaks the
line, two in a row the paragraph. Captions and credits of media are kept apart from the
text, and so are notes that are not for publication. An element of no table keeps its text
and is reported.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from depeche.clean.tidy import drop_unseen, one_line, unique
from depeche.clean.xml.safe import local

BLOCKS = frozenset(
    (
        "p", "hl1", "hl2", "hl3", "hl4", "h1", "h2", "h3", "h4", "h5", "h6", "block", "bq", "blockquote",
        "div", "section", "article", "main", "center", "nitf", "html", "body", "body.content", "body.end",
        "body.head", "hedline", "abstract", "tagline", "dl", "dt", "dd", "fn", "address", "credit",
        "DataContent", "Encoding", "cite", "nitf-table", "nitf-table-summary", "nitf-table-content", "custom-table",
        "content", "dateline", "byline", "byttl", "bytag", "distributor", "rights", "bibliography", "header", "footer",
        "aside", "nav", "details", "summary", "hgroup", "legend", "fieldset", "inlineXML", "inlineData", "li",
    )
)  # fmt: skip
INLINE = frozenset(
    (
        "em", "strong", "b", "i", "u", "s", "a", "q", "span", "font", "small", "big", "sub", "sup", "tt",
        "lang", "pronounce", "org", "person", "location", "chron", "num", "frac", "frac-num", "frac-den",
        "frac-sep", "money", "event", "function", "virtloc", "copyrite", "copyrite.year", "copyrite.holder",
        "classifier", "object.title", "postaddr", "city", "country", "region", "state", "sublocation",
        "name.given", "name.family", "alt-code", "datasource", "code", "abbr", "ins", "mark", "time",
        "story.date", "strike", "label", "content-ref", "delivery.point", "delivery.office", "care.of",
        "addressee", "postcode", "nameof", "acronym", "bdo", "wbr", "data", "dfn", "kbd", "samp", "var", "bdi", "ruby",
        "rb", "rtc", "nobr", "series", "picture", "rights.owner", "rights.geography", "rights.type",
        "rights.limitations", "rights.startdate", "rights.enddate", "rights.agent",
    )
)  # fmt: skip
# Left out on purpose: pictures' files, scripts, the page's machinery.
DROPPED = {
    "media-reference": "the file of a picture or video",
    "media-metadata": "size and form of a picture or video",
    "media-object": "a picture or video itself",
    "img": "a picture's file",
    "source": "a file",
    "svg": "a drawing",
    "video": "a video",
    "audio": "sound",
    "embed": "a page inside the page",
    "object": "a page inside the page",
    "meta": "what the NewsML around it says again",
    "link": "layout",
    "rp": "brackets for those who cannot show ruby",
    "rt": "how a word is read",
    "head": "what the NewsML around it says again; read where it is an item's own",
    "script": "program text",
    "style": "layout",
    "del": "struck out by the agency",
    "iframe": "a page inside the page",
    "hr": "a rule",
    "nitf-table-metadata": "layout",
    "nitf-colgroup": "layout",
    "nitf-col": "layout",
    "col": "layout",
    "colgroup": "layout",
}
_BREAK = "\0"


class Content:
    """What marked-up content holds; ``unmapped`` are names of elements in no table."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.captions: list[str] = []
        self.credits: list[str] = []
        self.notes: list[str] = []
        self.unmapped: list[str] = []
        self._pieces: list[str] = []

    def add(self, element: etree._Element) -> Content:
        """Read ``element``'s children and text; gives itself."""
        self._children(element)
        self._end()
        return self

    def _children(self, element: etree._Element) -> None:
        if element.text:
            self._pieces.append(element.text)
        for child in element:
            self._child(child)
            if child.tail:
                self._pieces.append(child.tail)

    def add_child(self, child: etree._Element) -> None:
        """Read ``child`` with what it is, as a block of its own."""
        self._child(child)
        self._end()

    def _child(self, child: etree._Element) -> None:
        name = local(child)
        if name in BLOCKS:
            self._end()
            if len(child):
                self._children(child)
                self._end()
            elif words := one_line(child.text):
                self.paragraphs.append(words)
        elif name in INLINE:
            self._children(child)
        elif name == "br":
            self._pieces.append(_BREAK)
        elif name in _SPECIAL:
            self._end()
            _SPECIAL[name](self, child)
        elif name and name not in DROPPED:
            self.unmapped.append(name)
            self._end()
            self._children(child)
            self._end()

    def _end(self) -> None:
        """Close the paragraph under way."""
        if self._pieces:
            text = "".join(self._pieces)
            self._pieces.clear()
            self.paragraphs += _broken(text) if _BREAK in text else [one_line(text)] if text.strip() else []

    def add_note(self, note: etree._Element) -> None:
        """NITF's note: an editor's or one not for publication to ``notes``, others are text."""
        kind = (note.get("type") or "std").lower(), (note.get("noteclass") or "").lower()
        found = Content().add(note)
        aside = kind[0] != "std" or kind[1] == "editorsnote"
        (self.notes if aside else self.paragraphs).extend(found.paragraphs)
        self.unmapped += found.unmapped

    def _list(self, element: etree._Element) -> None:
        items = [one_line("".join(_words(item))) for item in element]
        self._lines(f"- {item}" for item in items if item)

    def _table(self, element: etree._Element) -> None:
        caption = [one_line("".join(_words(c))) for c in element.iter("caption")]
        rows = []
        for row in element.iter("tr", "row"):
            cells = [one_line("".join(_words(cell))) for cell in row if local(cell) in ("td", "th", "entry")]
            rows.append(" | ".join(cells) if any(cells) else "")
        self._lines([*caption, *rows])

    def _preformatted(self, element: etree._Element) -> None:
        lines = drop_unseen("".join(_words(element))).split("\n")
        self._lines(line.expandtabs().rstrip() for line in lines)

    def _lines(self, lines: Iterable[str]) -> None:
        text = "\n".join(line.rstrip() for line in lines if line.strip())
        if text:
            self.paragraphs.append(text)

    def _media(self, element: etree._Element) -> None:
        for part in element.iter("media-caption", "figcaption"):
            self.captions += Content().add(part).paragraphs
        self.credits += unique(one_line("".join(_words(p))) for p in element.iter("media-producer"))


def _words(element: etree._Element) -> Iterable[str]:
    """The element's text; ``br`` and blocks inside give a space, dropped elements nothing."""
    if element.text:
        yield element.text
    for child in element:
        name = local(child)
        if name and name not in DROPPED:
            yield "" if name in INLINE else " "
            yield from _words(child)
            yield "" if name in INLINE else " "
        if child.tail:
            yield child.tail


def _broken(text: str) -> list[str]:
    """Text with breaks: one ends the line, two the paragraph."""
    paragraphs: list[list[str]] = [[]]
    for line in text.split(_BREAK):
        tidy = one_line(line)
        if tidy:
            paragraphs[-1].append(tidy)
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\n".join(lines) for lines in paragraphs if lines]


_SPECIAL = {
    "ul": Content._list,
    "ol": Content._list,
    "table": Content._table,
    "pre": Content._preformatted,
    "note": Content.add_note,
    "media": Content._media,
    "figure": Content._media,
}
