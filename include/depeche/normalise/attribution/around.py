"""What stands around an agency's name in a text, cut and in small letters once for all rules."""

from __future__ import annotations

import re
from typing import NamedTuple

from depeche.normalise.attribution.words import FIM, NOUN_BEHIND

# Characters: how far before a name its sentence, and its own preposition, are looked for; how far behind.
FAR, NEAR, BEHIND = 70, 42, 90
_INITIALS_AFTER_CASED = re.compile(rf"^\s?(?:\([^()\n]{{2,12}}\)|(?i:(?:(?:news|press) )?{NOUN_BEHIND})\b)")
_BREAK_AFTER_CASED = re.compile(rf"(?:\s?/\s?{FIM})?[ \t.]{{0,3}}(?:\n\s*\n|\n(?!\s*[a-zà-ÿ])|\n?$)")
# "EFE/Madrid", the first line; no picture's "AFP/Getty".
_SLASH_PLACE_CASED = re.compile(
    rf"\s?/\s?(?!(?i:archiv|getty|corbis|stringer|handout|pool|str\b|file|{FIM}))[A-ZÀ-Þ][\w’'.-]+\s*\n"
)


class Around(NamedTuple):
    """``before`` and ``after`` as printed, ``lead`` without the quotation marks that open around the name;
    ``low``, ``led`` and ``said`` are the same in small letters, ``near`` the last of ``led`` and ``at_head``
    whether nothing stands before the name in the whole text. ``ends``: its line or paragraph ends with the name.

    ``after`` is without initials or noun that repeat the name: "L'Agence France-Presse (AFP) a annoncé".
    """

    before: str
    lead: str
    after: str
    low: str
    led: str
    near: str
    said: str
    at_head: bool
    ends: bool

    def heads(self) -> bool:
        """Whether agency and place are the text's first line: "EFE/Madrid"."""
        return self.at_head and _SLASH_PLACE_CASED.match(self.after) is not None


def around(before: str, after: str, at: int) -> Around:
    """What stands around the name at ``at``; ``before`` and ``after`` are cut at FAR and BEHIND characters."""
    after = _INITIALS_AFTER_CASED.sub("", after)
    lead = _unquoted(before)
    led = lead.lower()
    return Around(
        before=before,
        lead=lead,
        after=after,
        low=before.lower(),
        led=led,
        near=led[-NEAR:],
        said=after.lower(),
        at_head=at < FAR and not before.strip(),
        ends=_BREAK_AFTER_CASED.match(after) is not None,
    )


def _unquoted(before: str) -> str:
    """``before`` without the quotation marks that open around the name."""
    bare = before if before.endswith("\n") else before.rstrip(' «»"“„‚‘(')
    return bare if bare == before or bare.endswith(("'", "’")) else bare + " "
