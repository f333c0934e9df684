"""E-mail: one message (.eml) or many (mbox); a mail is a dispatch, and so is each text attached to it.

Attachments go to the readers of their own formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from msgspec.structs import replace

from depeche.clean import foreign
from depeche.clean.charset import replaced
from depeche.clean.delivery import origin, rejected
from depeche.clean.mail import mapping
from depeche.clean.mail.forwarded import forwarded
from depeche.clean.mail.parts import Parts, parts_of
from depeche.clean.mail.words import addresses, header, headers
from depeche.clean.opening import Opening
from depeche.clean.tidy import unique
from depeche.clean.words import body_or_headline
from depeche.records import Association, CleanDispatch, RawDispatch, Reject, Rejected, StatedParty

FORMAT = "mail"
VERSION = "3"
ABOUT = "E-mail as RFC 5322 and MIME have it, one message or an mbox. Header names in small letters."
MAPPED = mapping.MAPPED
IGNORED = mapping.IGNORED
_PREFIXES = tuple(name[:-1] for name in IGNORED if name.endswith("*"))
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):(?:[ \t]|$)")
_TELLING = frozenset(
    ("from", "subject", "received", "message-id", "mime-version", "return-path", "date", "to", "delivered-to",
     "content-type", "dkim-signature", "reply-to", "sender", "x-mailer", "content-transfer-encoding")
)  # fmt: skip
_MBOX = re.compile(r"From \S+.*\d\d:\d\d")
_PARTING = re.compile(rb"(?:\A|\r?\n\r?\n)From \S+[^\r\n]*\d\d:\d\d[^\r\n]*\r?\n(?=[A-Za-z-]+:|>From )")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_PARTIES = (("source", "from"), ("provider", "sender"), ("provider", "organization"))
_LINKS = ("in-reply-to", "references", "supersedes")


def sniff(start: Opening) -> bool:
    """An mbox's first line, or three header fields of which two are of mail alone, and nothing else before a blank line."""
    lines = start.text.replace("\r\n", "\n").split("\n")
    if _MBOX.match(lines[0]):
        lines = lines[1:]
    names = []
    for number, line in enumerate(lines):
        if not line.strip():
            break
        field = _FIELD.match(line)
        if field:
            names.append(field[1].lower())
        elif not (names and line[:1] in " \t") and number < len(lines) - 1:
            return False
    return len(names) > 2 and (len(_TELLING.intersection(names)) > 1 or names.count("received") > 2)


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected | RawDispatch]:
    """The mails of a payload, in their order, each followed by the payloads attached to it.

    Raises Reject where there is a single mail: ``no_text``, ``malformed_content``.
    """
    mails = list(_split(raw.payload))
    found: list[CleanDispatch | Rejected | RawDispatch] = []
    for mail in mails:
        try:
            found += _one(raw, mail)
        except Reject as refusal:
            if len(mails) == 1:
                raise
            found.append(rejected(raw, refusal))
    return found


def _split(payload: bytes) -> Iterator[bytes]:
    """The mails of an mbox, freed of its quoting; any other payload as it is."""
    start = payload.lstrip()
    borders = list(_PARTING.finditer(start)) if start.startswith(b"From ") else []
    if not borders or borders[0].start():
        yield payload
        return
    payload = start
    ends = [border.start() for border in borders[1:]] + [len(payload)]
    for border, end in zip(borders, ends, strict=True):
        yield _QUOTED_FROM.sub(rb"\1", payload[border.end() : end])


def _one(raw: RawDispatch, octets: bytes) -> list[CleanDispatch | Rejected | RawDispatch]:
    try:
        mail = message_from_bytes(octets)
        parts = parts_of(mail, raw.sidecar.language or raw.language_hint)
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        # What the library does not forgive differs from version to version.
        raise Reject("malformed_content", f"The mail cannot be taken apart ({error}).") from None
    attached = [_attached(raw, name, content) for name, _, content in parts.attached if _is_text(content)]
    try:
        return [_dispatch(raw, mail, parts), *attached]
    except Reject:
        if not attached:
            raise
        # A mail that only carries something is no dispatch itself.
        return [*attached]


def _dispatch(raw: RawDispatch, mail: Message, parts: Parts) -> CleanDispatch:
    subject = header(mail, "subject")
    passed_on = forwarded([paragraph for text in parts.texts for paragraph in text.paragraphs], subject)
    text, text_flags = body_or_headline(passed_on.text, None)
    language = header(mail, "content-language")
    date = header(mail, "date")
    guid = header(mail, "message-id")
    files = [
        Association(ref=name, kind=kind) for name, kind, content in parts.attached if not _is_text(content)
    ]
    links = [Association(ref=ref, kind=name) for name in _LINKS for ref in addresses(header(mail, name))]
    return CleanDispatch(
        **{**origin(raw, FORMAT, VERSION), **({"language_text": language} if language else {})},
        text=text,
        agency_guid=guid.strip("<> ") or None if guid else None,
        headline=passed_on.subject or subject,
        keywords=unique(word.strip() for word in (header(mail, "keywords") or "").split(",")),
        parties=_parties(mail, passed_on.sender),
        captions=unique(caption for part in parts.texts for caption in part.captions),
        # Of what was passed on the mail's own date says only when that was.
        issued_at_text=passed_on.sent or date,
        advisory="\n".join(filter(None, [header(mail, "comments"), *passed_on.note])) or None,
        associations=list(dict.fromkeys([*links, *files])),
        unmapped=[
            *(
                name
                for name in headers(mail)
                if name not in MAPPED and name not in IGNORED and not name.startswith(_PREFIXES)
            ),
            *(["date"] if passed_on.sent and date else []),
            *(f"forwarded/{name}" for name in passed_on.fields),
            *(f"text/html//{name}" for name in unique(tag for part in parts.texts for tag in part.unmapped)),
        ],
        quality_flags=unique([*parts.flags, *text_flags, *replaced(text)]),
    )


def _parties(mail: Message, first_sender: str | None) -> list[StatedParty]:
    stated = [("source", first_sender), *((role, header(mail, field)) for role, field in _PARTIES)]
    return [StatedParty(role=role, text=name) for role, name in stated if name]


def _attached(raw: RawDispatch, name: str, content: bytes) -> RawDispatch:
    """What is attached, as a payload within the payload; where its raw bytes are, there is the whole mail."""
    return replace(raw, name=f"{raw.name}!/{name}", payload=content)


def _is_text(content: bytes) -> bool:
    return bool(content.strip()) and foreign.binary(content) is None
