"""A dispatch without a text: a flash that is a headline and no more, or a refusal."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.clean.tidy import join_paragraphs
from depeche.records import Reject

FLAG = "headline_only"


def body_or_headline(
    paragraphs: Sequence[str], headline: str | None, what: str = ""
) -> tuple[str, list[str]]:
    """``(text, flags)``: the paragraphs; for a flash that is a headline and no more, "" and its flag.

    ``what`` says of an item that it is no text at all ("it is a picture"). Raises Reject ``no_text``.
    """
    text = join_paragraphs(paragraphs)
    if any(map(str.isalnum, text)):
        return text, []
    if headline and any(map(str.isalnum, headline)) and not what:
        return "", [FLAG]
    raise Reject("no_text", f"The item holds no text{f': {what}' if what else ''}; its raw bytes are kept.")
