"""AFP's teleprinter wires: zone and number, priority, service, words, origin; text; initials; end line.

FRA0064 1 G 0004 FRA/AFP-RC58
FLASH
…
ly
AFP 310544 AOU 97
"""

from __future__ import annotations

import re

from depeche.clean.charset import decode, replaced
from depeche.clean.delivery import one_of, origin
from depeche.clean.opening import Opening
from depeche.clean.paragraphs import paragraphs
from depeche.clean.tidy import one_line, unique
from depeche.clean.wire.lines import END_LINE, headline_of, is_announcing, lines_of, signed_apart
from depeche.clean.words import body_or_headline
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected, StatedParty, Subject

FORMAT = "teleprinter"
VERSION = "1"
ABOUT = "Wire copy of the teleprinter under AFP's own header, one or more items a file."
MAPPED: dict[str, tuple[str, str]] = {
    "zone and number": ("agency_guid", "with the end line, for numbers begin anew; flagged"),
    "priority": ("priority_text", "1 flash, 2 bulletin, 3 urgent, 4 ordinary"),
    "service": ("subjects", "scheme afp-category"),
    "origin": ("parties", "role provider: the agency in FRA/AFP-RC58"),
    "lines above the text": ("signal_texts", "FLASH, URGENT, LEAD …"),
    "unindented lines above an indented text": ("slug", "the first; the others are keywords"),
    "a line ending in '='": ("headline", ""),
    "text": ("text", "with the desk's initials"),
    "end line": ("issued_at_text", "DDHHMM, month, year"),
}
IGNORED: dict[str, str] = {
    "word count": "counted by the archive itself",
    "diffusion zone and number of the origin": "the circuit and its own count",
    "control characters": "signs of the machine",
}

_HEADER = re.compile(
    r"^[ \t]*(?P<number>[A-Z]{2,4}[ ]?\d{3,4})[ ]+(?P<priority>[1-9])[ ]+(?P<service>[A-Z]{1,4})[ ]+(?P<words>\d{3,5})"
    r"[ ]+(?P<origin>[A-Z]{2,4}[ ]?/[ ]?(?P<agency>[A-Z]{2,8})(?:-[A-Z]{1,3}[ ]?\d+)?)[ \t]*$",
    re.MULTILINE,
)


def sniff(start: Opening) -> bool:
    """The header, in the first lines; behind it Latin-1 or UTF-8 alike."""
    head = re.sub(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", "", start.text[:400]).replace("\r", "")
    found = _HEADER.search(head)
    return found is not None and head[: found.start()].count("\n") < 3


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of a teleprinter's copy, in their order. What stands above the first header is unmapped.

    Raises Reject ``no_text`` where there is a single item without a word.
    """
    decoded = decode(raw.payload, raw.sidecar.charset, raw.sidecar.language or raw.language_hint)
    text = "\n".join(lines_of(decoded.text))
    heads = list(_HEADER.finditer(text))
    if not heads:
        raise Reject("malformed_content", "The header cannot be read in the charset of the text.")
    ends = [head.start() for head in heads[1:]] + [len(text)]
    above = one_line(text[: heads[0].start()])
    parts = [
        (head, text[head.end() : end], above if n == 0 else "")
        for n, (head, end) in enumerate(zip(heads, ends, strict=True))
    ]
    return one_of(raw, parts, lambda part: _one(raw, *part, decoded.flags))


def _one(
    raw: RawDispatch, head: re.Match[str], body: str, above: str, flags: tuple[str, ...]
) -> CleanDispatch:
    lines = body.rstrip().split("\n")
    end = END_LINE.fullmatch(lines[-1].strip())
    group = one_line(lines.pop()) if end else None
    headline, announced, taken = headline_of(lines)
    above_text, paragraphs_found = _above(lines[taken:])
    announced += [line for line in above_text if is_announcing(line, "")]
    slugs = [line for line in above_text if line not in announced]
    text, text_flags = body_or_headline(paragraphs_found, headline)
    guid = f"{head['number']} {group}" if group else None
    return CleanDispatch(
        **origin(raw, FORMAT, VERSION),
        text=text,
        agency_guid=guid,
        headline=headline,
        slug=slugs[0] if slugs else None,
        keywords=slugs[1:],
        parties=[StatedParty(role="provider", text=head["agency"])],
        issued_at_text=group,
        priority_text=head["priority"],
        signal_texts=unique(announced),
        subjects=[Subject(scheme="afp-category", code=head["service"])],
        unmapped=[f"above: {above}"] if above else [],
        quality_flags=unique([*flags, *(["guid_composed"] if guid else []), *text_flags, *replaced(text)]),
    )


def _above(lines: list[str]) -> tuple[list[str], list[str]]:
    """``(lines above the text, its paragraphs)``: an indent begins a paragraph, what follows runs on.

    Without any indent nothing tells slugs from text; then all of it is text.
    """
    signed = signed_apart(lines)
    first = next((at for at, line in enumerate(signed) if line.startswith("  ") and line.strip()), None)
    if first is None:
        return [], paragraphs("\n".join(signed))
    found: list[list[str]] = [[]]
    for line in signed[first:]:
        if line.startswith("  ") or not line.strip():
            found.append([])
        found[-1].append(line)
    return [one_line(line) for line in signed[:first] if line.strip()], [
        one_line(" ".join(p)) for p in found if p
    ]
