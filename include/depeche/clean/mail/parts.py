"""The parts of a mail: its texts, and what is attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

from depeche.clean.charset import decode
from depeche.clean.fragment import plain
from depeche.clean.mail.words import decoded
from depeche.clean.markup import Content
from depeche.clean.paragraphs import paragraphs
from depeche.clean.tidy import drop_unseen, one_line

# Lines of a sender's signature.
MAX_SIGNATURE = 12


class Parts(NamedTuple):
    """``texts`` in order; ``attached`` as (name, type, bytes); flags of the charsets."""

    texts: list[Content]
    attached: list[tuple[str, str, bytes]]
    flags: list[str]


def parts_of(mail: Message, language: str | None) -> Parts:
    """Take a mail apart. Of alternatives the plain text is read; the HTML where that is empty."""
    parts = Parts([], [], [])
    for part in _leaves(mail):
        kind = part.get_content_type()
        if not _is_attached(part, kind):
            content = _content(part, kind, language, parts.flags)
            parts.texts.extend([content] if content.paragraphs else [])
        elif kind == "message/rfc822" and isinstance(part.get_payload(), list):
            inner = part.get_payload(0)
            parts.attached.append(
                (_name(part, parts), kind, inner.as_bytes() if isinstance(inner, Message) else b"")
            )
        else:
            parts.attached.append((_name(part, parts), kind, _octets(part)))
    return parts


def _leaves(part: Message) -> Iterator[Message]:
    """The parts without parts, of alternatives the one to be read."""
    inner = part.get_payload()
    kind = part.get_content_type()
    if not isinstance(inner, list) or kind.startswith("message/"):
        yield part
        return
    if kind == "multipart/alternative":
        inner = _chosen([leaf for one in inner if isinstance(one, Message) for leaf in _leaves(one)])
        yield from inner
        return
    for one in inner:
        if isinstance(one, Message):
            yield from _leaves(one)


def _chosen(leaves: list[Message]) -> list[Message]:
    """Of alternatives: plain text that says something, else HTML; and what is attached within."""
    attached = [leaf for leaf in leaves if _is_attached(leaf, leaf.get_content_type())]
    texts = [leaf for leaf in leaves if leaf not in attached]
    for kind in ("text/plain", "text/html"):
        found = [leaf for leaf in texts if leaf.get_content_type() == kind and _octets(leaf).strip()]
        if found:
            return [*found, *attached]
    return [*texts[:1], *attached]


def _is_attached(part: Message, kind: str) -> bool:
    if kind not in ("text/plain", "text/html"):
        return True
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _name(part: Message, parts: Parts) -> str:
    """The name it goes by, or its number."""
    stated = part.get_filename()
    name = one_line(decoded(stated)) if stated else ""
    return name.replace("/", "_") or f"part-{len(parts.attached) + 1}"


def _octets(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _content(part: Message, kind: str, language: str | None, flags: list[str]) -> Content:
    octets = _octets(part)
    if not octets.strip():
        return Content()
    found = decode(octets, part.get_content_charset(), language)
    flags.extend(found.flags)
    if kind == "text/html":
        return plain(found.text)
    text = _unsigned(_unflowed(found.text.replace("\r\n", "\n"), part))
    content = Content()
    content.paragraphs = paragraphs(drop_unseen(text))
    return content


def _unsigned(text: str) -> str:
    """Without the sender's signature (RFC 3676), as far as it is one and not most of the mail."""
    above, mark, below = text.rpartition("\n-- \n")
    return above if mark and above.strip() and below.strip().count("\n") < MAX_SIGNATURE else text


def _unflowed(text: str, part: Message) -> str:
    """RFC 3676: in flowed text a line that ends in a blank goes on in the next."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    glue = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and lines[-1].endswith(" ") and lines[-1] != "-- " and line:
            lines[-1] = lines[-1][:-1] + glue + line
        else:
            lines.append(line)
    return "\n".join(lines)
