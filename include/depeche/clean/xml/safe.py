"""XML from strangers: no entities, no DTD, no network, no file; every fault a Reject.

The DOCTYPE is taken out before the parser sees it: libxml2 opens the local files that a
parameter entity names, whatever options forbid DTDs.

Two harmless faults of real wires are mended and flagged: control characters XML forbids
(``control_characters``) and HTML's entity names used without a DTD (``html_entities``).
"""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from typing import NamedTuple

from lxml import etree

from depeche.clean.charset import decode
from depeche.records import Reject

# The name by which readers speak of lxml's elements.
Element = etree._Element
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CONTROLS = "control_characters"
ENTITIES = "html_entities"

_DECLARED = re.compile(r"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
# What may stand before the DOCTYPE, part by part.
_PROLOG = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
# Atomic by look-ahead and back-reference: possessive groups lose their place before Python 3.11.5.
_DOCTYPE = re.compile(
    r"<!DOCTYPE(?=((?:[^\"'\[>]|\"[^\"]*\"|'[^']*')*))\1"
    r"(?:\[(?=((?:\"[^\"]*\"|'[^']*'|<!--.*?-->|<\?.*?\?>|[^\"'\]<]|<(?!!--|\?))*))\2\]\s*)?>",
    re.DOTALL,
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Declaring an outside DTD's parameter entity, as NewsML files with NITF inside do, is harmless
# because it is never fetched. Any other entity is either a trick or a text we would not see.
_ENTITY = re.compile(r"<!ENTITY\s+(?!%\s+[\w.:-]+\s+(?:SYSTEM|PUBLIC)\s)", re.IGNORECASE)
# A default namespace. Blanking it out costs a fraction of renaming each element.
_DEFAULT_SPACE = re.compile(r"xmlns=(?:\"[^\"<>]*\"|'[^'<>]*')")
_SPACE = re.compile(r"xmlns(?::([\w.-]+))?\s*=")
_LONG_TAG = 4000
_INK = re.compile(r"[^\n]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    dtd_validation=False,
    attribute_defaults=False,
    remove_comments=True,
    remove_pis=True,
    huge_tree=False,
    collect_ids=False,
    encoding="utf-8",
)


class Parsed(NamedTuple):
    """The root element, the text it was parsed from and the quality flags that came up.

    Elements have their local names, unless namespaces were asked for; there are neither comments nor processing instructions.
    """

    root: etree._Element
    text: str
    flags: tuple[str, ...]


class Malformed(Reject):
    """``malformed_xml`` with the text as far as it could be decoded, for a second look."""

    def __init__(self, detail: str, text: str, line: int, flags: tuple[str, ...] = ()) -> None:
        super().__init__("malformed_xml", detail)
        self.text = text
        self.line = line
        self.flags = flags


def parse(payload: bytes, language: str | None = None, *, namespaces: bool = False) -> Parsed:
    """Decode and parse ``payload``.

    Raises Reject: ``unsafe_xml`` (declares entities, nests too deep), ``binary``;
    Malformed: ``malformed_xml`` with line and column.
    """
    found = _DECLARED.search(payload[:400].decode("latin-1"))
    decoded = decode(payload, found[1] if found else None, language)
    return parse_text(decoded.text, decoded.flags, namespaces=namespaces)


def parse_text(text: str, flags: tuple[str, ...] = (), *, namespaces: bool = False) -> Parsed:
    """Parse ``text``, whatever encoding its declaration names. Raises as :func:`parse`."""
    if "<!ENTITY" in text and _ENTITY.search(_COMMENT.sub("", text)):
        raise Reject("unsafe_xml", "It declares entities of its own, which are never expanded here.")
    whole, text = text, _without_prolog(text)
    if not namespaces and "xmlns=" in text:
        text = _DEFAULT_SPACE.sub(_blank_in_tag, text)
    try:
        root = _root(text)
    except Malformed as fault:
        # The parser takes none of the forbidden characters; looking for them costs as much as it.
        if _FORBIDDEN.search(text):
            return parse_text(_FORBIDDEN.sub("", whole), (*flags, CONTROLS), namespaces=namespaces)
        fault.flags = flags
        if not _has_html_entities(text):
            raise
        text, flags = _NAMED.sub(_character, text), (*flags, ENTITIES)
        root = _root(text)
    if not namespaces and any(not prefix or f"<{prefix}:" in text for prefix in set(_SPACE.findall(text))):
        for element in root.iter():
            tag = element.tag
            if tag[0] == "{":
                element.tag = tag.rpartition("}")[2]
    return Parsed(root, text, flags)


def _blank_in_tag(found: re.Match[str]) -> str:
    """Blanks of the same length inside a tag, so that columns stay right; elsewhere the words as they are."""
    text, at = found.string, found.start()
    near = max(0, at - _LONG_TAG)
    is_named = text[at - 1 : at].isspace() and text.rfind("<", near, at) > text.rfind(">", near, at)
    return " " * len(found[0]) if is_named else found[0]


def local(element: etree._Element) -> str:
    """The element's name without its namespace; "" for what is not an element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words(element: etree._Element) -> str:
    """All text inside the element, as it is."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _without_prolog(text: str) -> str:
    """``text`` with blanks for declaration and DOCTYPE, so that lines and columns stay right."""
    end = 0
    while part := _PROLOG.match(text, end):
        end = part.end()
    if text.startswith("<!DOCTYPE", end):
        doctype = _DOCTYPE.match(text, end)
        if not doctype:
            raise Reject("unsafe_xml", "Its DOCTYPE is broken; it is not handed to the parser.")
        end = doctype.end()
    return _INK.sub(" ", text[:end]) + text[end:]


def _root(text: str) -> etree._Element:
    try:
        return etree.fromstring(text.encode("utf-8", "surrogatepass"), _PARSER)
    except etree.XMLSyntaxError as fault:
        message = fault.msg or "no reason given"
        if "depth" in message or "huge" in message.lower() or "amplification" in message:
            raise Reject("unsafe_xml", f"The parser gave up on purpose: {message}.") from None
        line, column = fault.position
        detail = f"Line {line}, column {column}: {message.split(', line ')[0]}. Ask for the file again."
        raise Malformed(detail, text, line) from None


def _has_html_entities(text: str) -> bool:
    return any(_character(named) != named[0] for named in _NAMED.finditer(text))


def _character(named: re.Match[str]) -> str:
    if named[1] in _XML_NAMES or f"{named[1]};" not in html5:
        return named[0]
    return escape(html5[f"{named[1]};"])
