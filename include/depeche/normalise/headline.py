"""The headline, verbatim but for white space; no headline stays no headline.

AFP's alerts are sent with an empty headline on purpose, so none is made up from the text.
"""

from __future__ import annotations

from depeche.records import CleanDispatch

# Longer than any headline: a paragraph has come into its place.
LONGEST = 500


def headline(clean: CleanDispatch) -> tuple[str | None, list[str]]:
    """``(headline, flags)``; None where there is none. Flag ``headline_long`` beyond LONGEST characters."""
    words = " ".join((clean.headline or "").split())
    if not any(letter.isalnum() for letter in words):
        return None, []
    return words, ["headline_long"] if len(words) > LONGEST else []
