"""Formats that no reader takes: what a payload looks like, for the refusal's words."""

from __future__ import annotations

from depeche.clean.charset import wide
from depeche.clean.opening import Opening

# The first bytes of what is not text (each format's own specification).
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b\x08", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\0", "xz data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"RIFF", "RIFF data (sound, video or a WebP image)"),
    (b"ID3", "MP3 sound"),
    (b"OggS", "Ogg sound or video"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\0asm", "WebAssembly"),
)
_ROOTS = {
    "RDF": "RDF",
    "feed": "a feed of no known kind",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap index",
    "svg": "an SVG image",
    "plist": "an Apple property list",
}
_STARTS = tuple(magic for magic, _ in _MAGIC)
_CONTROLS = bytes((*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F))
_NO_CONTROLS = bytes(sorted(set(range(256)) - set(_CONTROLS)))
# Wires' own signs: SOH STX ETX EOT, DC1–DC4, SYN, ESC, US, and DEL as fill.
_WIRE_SIGNS = b"\x01\x02\x03\x04\x11\x12\x13\x14\x16\x1b\x1f\x7f"
_NOT_IN_TEXT = bytes(sorted(set(_CONTROLS) - set(_WIRE_SIGNS)))


def binary(payload: bytes) -> str | None:
    """What kind of data ``payload`` is, where it is not text in any charset; else None."""
    if payload.startswith(_STARTS):
        return next(name for magic, name in _MAGIC if payload.startswith(magic))
    if payload[4:8] == b"ftyp":
        return "video, sound or an image in an MP4 container"
    sample = payload if len(payload) <= 65_536 else payload[:32_768] + payload[-32_768:]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff") or wide(sample):
        return None
    # DEL fill counts for nothing; a text has next to no other control characters.
    controls = sample.translate(None, _NO_CONTROLS)
    odd = len(controls) - len(controls.translate(None, _NOT_IN_TEXT))
    signs = len(controls) - len(controls.translate(None, _WIRE_SIGNS[:-1]))
    if odd > len(sample) // 50 + 2 or signs > len(sample) // 10 + 16:
        return "binary data of no known kind"
    return None


def name_of(start: Opening) -> str | None:
    """The name of a known format without a reader, as far as ``start`` tells; else None."""
    if start.root in _ROOTS:
        return _ROOTS[start.root]
    if start.declared_xml or (start.root and start.text.startswith("<") and "xmlns" in (start.tag or "")):
        return f"XML with the root element <{start.root}>" if start.root else "XML without any element"
    if start.root:
        return f"markup that begins with <{start.root}>"
    return _plain(start.text)


def _plain(text: str) -> str | None:
    if text.startswith("{\\rtf"):
        return "RTF"
    if text.startswith("WARC/1."):
        return "a WARC file"
    if text.startswith("BEGIN:V"):
        return "a calendar or an address card"
    if text.startswith("%!PS"):
        return "PostScript"
    return None
