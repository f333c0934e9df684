"""Text that stands in a field of another format: plain, or HTML written as text."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

from depeche.clean.markup import Content
from depeche.clean.paragraphs import paragraphs
from depeche.clean.tidy import drop_unseen, one_line

_BLOCK_TAG = re.compile(r"</?(?:p|br|div|ul|ol|li|table|h\d)\b[^>]*>", re.IGNORECASE)
_PAGE = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
# Of etree: lxml.html asks for the class of each element in Python.
_HTML = etree.HTMLParser()
_INLINE_TAG = re.compile(r"</?(?:b|i|u|em|strong|a|span|sup|sub|font)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,500}>")


def plain(text: str) -> Content:
    """Text without markup, or with HTML written as text (escaped, or in CDATA)."""
    content = Content()
    whole = _PAGE.match(text) is not None
    if whole or _BLOCK_TAG.search(text):
        try:
            content.add(_body(drop_unseen(text)))
        except (etree.LxmlError, ValueError):
            content.paragraphs = []
        if whole or len(content.paragraphs) > 1 or (content.paragraphs and text.strip().count("\n") < 3):
            return content
        # One element around wire copy, whose lines tell the paragraphs (ANSA); or no markup at all.
        text = _BLOCK_TAG.sub("\n\n", text)
    if _INLINE_TAG.search(text):
        text = unescape(_INLINE_TAG.sub("", text))
    elif "&" in text:
        text = _ENTITY.sub(lambda entity: unescape(entity[0]), text)
    content.paragraphs = paragraphs(drop_unseen(text))
    return content


def line(text: str | None) -> str:
    """A title or name on one line, without the markup that feeds escape into it."""
    said = one_line(text)
    if "&" in said or "<" in said:
        said = one_line(unescape(_TAG.sub("", said)))
    return said


def read_html(text: str) -> Content:
    """HTML as feeds carry it, as text, or plain text."""
    return plain(unescape(text) if "&lt;" in text and "<" not in text else text)


def _body(text: str) -> etree._Element:
    """The body of a fragment, or of a whole page; a damaged page may have none and is taken whole."""
    page = etree.fromstring(text if _PAGE.match(text) else f"<html><body>{text}</body></html>", _HTML)
    if page is None:
        raise etree.ParserError("There is no element.")
    return next(page.iter("body"), page)
