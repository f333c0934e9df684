"""The headline, verbatim but for white space; no headline stays no headline.

AFP's alerts are sent with an empty headline on purpose, so none is made up from the text. Its
Core API says itself what stands for it: below urgency 4 the first paragraph (AFP, Core API
documentation: "headline"). That rule, and nothing else, gives one (flag ``headline_from_text``).
"""

from __future__ import annotations

from depeche.records import CleanDispatch

# Longer than any headline: a paragraph has come into its place.
LONGEST = 500
# Flash, bulletin, urgent.
FAST = ("1", "2", "3")


def headline(clean: CleanDispatch) -> tuple[str | None, list[str]]:
    """``(headline, flags)``; None where there is none. Flag ``headline_long`` beyond LONGEST characters."""
    words = " ".join((clean.headline or "").split())
    if not any(letter.isalnum() for letter in words):
        if clean.format == "afpcore" and (clean.urgency_text or "").strip() in FAST:
            return " ".join(clean.text.split("\n\n", 1)[0].split()), ["headline_from_text"]
        return None, []
    return words, ["headline_long"] if len(words) > LONGEST else []
