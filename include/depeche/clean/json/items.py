"""JSON payloads to their items: one object, a list, a search's answer, or objects one after another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from depeche.clean.charset import decode
from depeche.records import RawDispatch, Reject

JSON_START = re.compile(r'(?:\{\s*(?:"|\})|\[\s*(?:[\[{"\]]|-?\d|true|false|null))')
# What an answer of an API wraps its items in, from outside to inside.
ENVELOPES = ("response", "docs", "documents", "hits", "_items", "items", "results", "newsitems", "data")
WRAPPERS = ("_source", "document", "item", "newsitem")
_LIST = re.compile(r'\s*(?:\{[^\[\]]*?"(?:' + "|".join(ENVELOPES) + r')"\s*:\s*)?\[(?=\s*\{)')
_COLON = re.compile(r"\s*:")
_BETWEEN = re.compile(r"[\s,\x1e]*")
_NEXT_LINE = re.compile(r"\n(?=[{\[])")
_DECODER = json.JSONDecoder()

Item = dict[str, Any]


def has_member(text: str, name: str) -> bool:
    """Whether ``text`` looks like JSON with a member of that name."""
    quoted = f'"{name}"'
    at = text.find(quoted)
    while at >= 0:
        if _COLON.match(text, at + len(quoted)):
            return True
        at = text.find(quoted, at + 1)
    return False


class Items(NamedTuple):
    """The objects of a payload and, where one is damaged, its refusal in its place."""

    found: list[Item | Reject]
    flags: tuple[str, ...]


def items(raw: RawDispatch) -> Items:
    """The objects that ``raw``'s JSON holds, freed of what wraps them.

    Raises Reject ``malformed_content`` where it is no JSON, ``no_item`` where there is no object in it.
    """
    decoded = decode(raw.payload, raw.sidecar.charset, raw.sidecar.language or raw.language_hint)
    value = loads(decoded.text)
    found = list(_unwrapped(value)) if not isinstance(value, Reject) else list(_salvaged(decoded.text))
    if not found:
        raise Reject("no_item", "The JSON holds no object: there is nothing to archive in it.")
    if not any(isinstance(item, dict) for item in found):
        raise next(item for item in found if isinstance(item, Reject))
    return Items(found, decoded.flags)


def loads(text: str) -> Any:
    """The JSON value of ``text``, or the Reject ``malformed_content`` that says what is wrong."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError):
        # The standard library also takes NaN, half surrogates and line ends within strings.
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError) as error:
            return Reject("malformed_content", f"This is no whole JSON ({error}).")


def _unwrapped(value: Any) -> Iterator[Item | Reject]:
    while isinstance(value, dict) and (name := _envelope(value)):
        value = value[name]
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, dict):
            yield Reject("malformed_content", f"An item that is no object but {str(item)[:40]!r}.")
            continue
        wrapper = next((name for name in WRAPPERS if isinstance(item.get(name), dict)), None)
        yield item[wrapper] if wrapper else item


def _envelope(value: Item) -> str | None:
    """The name of what an object wraps, where it is an answer and no item itself."""
    name = next((name for name in ENVELOPES if isinstance(value.get(name), (list, dict))), None)
    if name is None or _is_item(value):
        return None
    inside = value[name]
    return name if isinstance(inside, dict) or not inside or any(map(_is_object, inside)) else None


def _is_object(value: Any) -> bool:
    return isinstance(value, dict)


def _is_item(value: Item) -> bool:
    return any(name in value for name in ("headline", "headlines", "guid", "uri", "uno", "text", "body"))


def _salvaged(text: str) -> Iterator[Item | Reject]:
    """Objects one after another, or the whole ones of a damaged list, each damage as its refusal."""
    listed = _LIST.match(text)
    at = _skip(text, listed.end() if listed else 0)
    while at < len(text) and text[at] not in "]}":
        try:
            item, at = _DECODER.raw_decode(text, at)
        except ValueError as error:
            yield Reject("malformed_content", f"An item that is no whole JSON ({error}).")
            following = _NEXT_LINE.search(text, at)
            if following is None:
                return
            at = following.end()
        else:
            yield from _unwrapped(item)
        at = _skip(text, at)


def _skip(text: str, at: int) -> int:
    between = _BETWEEN.match(text, at)
    return between.end() if between else at
