"""Text in Base64, as NewsML may carry it."""

from __future__ import annotations

import binascii
from base64 import b64decode

from depeche.clean.charset import decode
from depeche.records import Reject


def decoded(text: str) -> str:
    """The text that ``text`` encodes, in whatever charset. Raises Reject ``malformed_content``, ``binary``."""
    try:
        return decode(b64decode(text, validate=False)).text
    except (binascii.Error, ValueError):
        raise Reject("malformed_content", "The item's Base64 content cannot be decoded.") from None
