"""German names of agencies as sentences inflect them: "der Deutschen Presse-Agentur", "des Evangelischen Pressedienstes".

An adjective in the name ends as article and case ask for; listed is the form without an article.
Only adjectives in -isch, -deutsch, -lich and a few participles are inflected: "Schweizer" and
"Athener" never change. Grammar: Duden, strong and weak declension of adjectives.
"""

from __future__ import annotations

import re

_ADJECTIVE = re.compile(r"\b(\w*(?:[Dd]eutsch|isch|[a-z]lich|gemein|einigt))(e|er|es)\b")
_NOUN = re.compile(r"(?:dienst|büro|bureau|institut)$", re.IGNORECASE)


def inflected(name: str) -> list[str]:
    """The other forms of ``name``; none where it holds no adjective."""
    first = _ADJECTIVE.search(name)
    if first is None:
        return []
    # Behind an article -e and -en; without one a masculine or neuter dative has -em.
    endings = ("e", "en") if first[2] == "e" else ("e", "en", "em")
    forms = [_ADJECTIVE.sub(rf"\g<1>{ending}", name) for ending in endings]
    if first[2] != "e" and _NOUN.search(name):
        genitive = _ADJECTIVE.sub(r"\g<1>en", name)
        forms += [genitive + "s", *([genitive + "es"] if name.endswith("t") else [])]
    return [form for form in forms if form != name]
