"""The lines of an ANPA 1312 message told apart: slug, headline, byline, notes, text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from depeche.clean.tidy import one_line
from depeche.clean.wire.lines import is_announcement
from depeche.records import Association

# "BC-US--Giant Lobster Death, 1st Ld-Writethru,127": cycle and slug, version, words.
_CYCLE = re.compile(r"(?:AM|PM|BC|AP)-\S", re.IGNORECASE)
_WORDS = re.compile(r",\s*\d{1,5}$")
_VERSION = re.compile(
    r"(?:\d+(?:st|nd|rd|th)\s+)?(?:Ld|Lead|NewsAlert|Writethru|Add|Sub|Insert|Take|Optional|Correction|Corrective|"
    r"Kill|Advisory|Urgent|Bulletin|Flash|Eds|Clarification|Repeat|\d*(?:st|nd|rd|th)?Ld)\b.*",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"AP\s+(?P<kind>Photo|Video|Graphic|Audio|Interactive)s?\b[\s:]*(?P<refs>.*)", re.IGNORECASE
)
_REF = re.compile(r"[A-Z]{1,6}\d{2,6}[A-Z]?\b")
_NOTE = re.compile(
    r"(?:Eds?|Editors?|EDITOR'?S'? NOTE|ADVISORY|With AP (?:Photos?|Graphics?|Video))\b", re.IGNORECASE
)
_BY = re.compile(r"By\s+\S", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:Press|Writers?|Editors?|Correspondents?|Columnist|Bureau|AP|Analyst|Reporters?|Photographer|Producer|News)\b"
)
_DASH = re.compile(r"(?<!\S)_(?!\S)")


@dataclass
class Said:
    """What the lines of one message say."""

    slug: str | None = None
    versions: list[str] = field(default_factory=list)
    headline: str | None = None
    byline: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    summaries: list[str] = field(default_factory=list)
    associations: list[Association] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def take_apart(lines: list[str]) -> Said:
    """Tell the lines of a message's text apart."""
    said = Said()
    above, rows = True, False
    for raw in lines:
        line = raw.strip(" \r\n\t\x02\x03\x0c\x7f")
        if not line.strip("^<="):
            continue
        if line.startswith("^"):
            words = spelled(line.lstrip("^").rstrip("<= "))
            if not (above and _above(said, words, ends_line=line.endswith("<"))):
                said.text.append(words)
            rows = False
        elif line.startswith("\b"):
            above, row = False, _row(line)
            said.text[-1:] = [f"{said.text[-1]}\n{row}"] if rows else [*said.text[-1:], row]
            rows = True
        else:
            above, rows = False, _paragraph(said, raw, line)
    said.summaries = [summary for summary in said.summaries if not _stands_in(summary, said.text)]
    return said


def _above(said: Said, words: str, *, ends_line: bool) -> bool:
    """Take a line that stands above the text; False where it is one of the text."""
    if said.slug is None and not said.headline and (_CYCLE.match(words) or _WORDS.search(words)):
        _slug(said, words)
    elif media := _MEDIA.match(words):
        kind = media["kind"].capitalize()
        refs = _REF.findall(media["refs"])
        said.associations += [Association(ref=ref, kind=kind) for ref in refs] or [Association(kind=words)]
    elif _NOTE.match(words):
        said.notes.append(words)
    elif _BY.match(words) or (said.byline and len(words) < 60 and _POST.search(words)):
        said.byline.append(words)
    elif len(words) < 40 and is_announcement(words):
        said.versions.append(words)
    elif said.headline is None and not said.byline:
        said.headline = words
    elif ends_line and not said.byline:
        said.summaries.append(words)
    else:
        return False
    return True


def _slug(said: Said, words: str) -> None:
    parts = [part.strip() for part in _WORDS.sub("", words).split(",")]
    at = next((n for n, part in enumerate(parts) if n and _VERSION.fullmatch(part)), len(parts))
    said.slug = ", ".join(parts[:at]) or None
    said.versions += [part for part in parts[at:] if part]


def _paragraph(said: Said, raw: str, line: str) -> bool:
    """Add a line of the text: an indent begins a paragraph, as does a line after one that was ended."""
    words = spelled(line.rstrip("<= ") if line.endswith(("<", "=")) else line)
    begins = raw[:1] in "\t " or not said.text or line.startswith("___")
    if begins or said.text[-1].startswith("___"):
        said.text.append(words)
    elif words:
        said.text[-1] = f"{said.text[-1]} {words}"
    return False


def _row(line: str) -> str:
    """A table's row: cells between semicolons; ``{`` is one half."""
    cells = [one_line(cell) for cell in line.strip("\b^<= ").replace("\x10", "").replace("{", "½").split(";")]
    return " | ".join(cell if cell != "_" else "—" for cell in cells).strip(" |")


def spelled(words: str) -> str:
    """Words as they are printed: the code has no dash and no quotation marks of its own."""
    words = one_line(words.replace("\x10", ""))
    if "_" in words:
        words = _DASH.sub("—", words)
    if "`" in words or "''" in words:
        words = words.replace("``", "“").replace("''", "”").replace("`", "‘")
    return words


def _stands_in(summary: str, text: list[str]) -> bool:
    """Whether a summary only repeats the beginning of the text, dateline aside."""
    return summary in " ".join(text[:3])
