"""A drawing of boxes and words, as SVG for people and the web, as PNG where SVG is not taken.

The same drawing gives the same bytes. Nothing of the machine is used: a PNG has the font that
Pillow brings.
"""

from __future__ import annotations

import io
from typing import NamedTuple
from xml.sax.saxutils import escape

INK = "#222222"
# Twice the size reads well on paper; taller than this in pixels, once is enough.
TALL = 20_000
# What viewers open, and what fits into memory.
TALLEST = 60_000
Anchor = {"start": "ls", "middle": "ms", "end": "rs"}


class TooTall(ValueError):
    """The drawing is too tall for a PNG."""


class Box(NamedTuple):
    """A rectangle, in pixels from the top left. ``title`` is shown when pointed at, in SVG."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str = ""
    title: str = ""


class Words(NamedTuple):
    """Text whose baseline is at ``y``; ``anchor`` says what of it is at ``x``: start, middle or end."""

    x: float
    y: float
    text: str
    size: int = 11
    anchor: str = "start"


class Drawing(NamedTuple):
    """What is to be drawn, on white; boxes in their order, then the words."""

    title: str
    width: int
    height: int
    boxes: list[Box]
    words: list[Words]


def svg(drawing: Drawing) -> bytes:
    """A self-contained SVG document in UTF-8."""
    size = f'width="{drawing.width}" height="{drawing.height}" viewBox="0 0 {drawing.width} {drawing.height}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Helvetica, Arial, sans-serif" fill="{INK}">',
        f"<title>{escape(drawing.title)}</title>",
        f'<rect width="{drawing.width}" height="{drawing.height}" fill="#ffffff"/>',
        *(_box(box) for box in drawing.boxes),
        *(_words(words) for words in drawing.words),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def png(drawing: Drawing) -> bytes:
    """The same as PNG. Raises TooTall."""
    from PIL import Image, ImageDraw, ImageFont

    if drawing.height > TALLEST:
        raise TooTall(f"{drawing.height:,} pixels are too tall for a PNG ({TALLEST:,} at most)")
    scale = 2 if 2 * drawing.height <= TALL else 1
    image = Image.new("RGB", (drawing.width * scale, drawing.height * scale), "white")
    draw = ImageDraw.Draw(image)
    for box in drawing.boxes:
        corner = (box.x + box.width) * scale - 1, (box.y + box.height) * scale - 1
        outline = box.stroke or None
        draw.rectangle(((box.x * scale, box.y * scale), corner), box.fill, outline, width=scale)
    for words in drawing.words:
        font = ImageFont.load_default(words.size * scale)
        draw.text((words.x * scale, words.y * scale), words.text, INK, font, Anchor[words.anchor])
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _box(box: Box) -> str:
    # Half a pixel in, so that a line lies on pixels and within its box.
    inset = 0.5 if box.stroke else 0
    x, y = box.x + inset, box.y + inset
    width, height = box.width - 2 * inset, box.height - 2 * inset
    stroke = f' stroke="{box.stroke}"' if box.stroke else ""
    shape = f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{box.fill}"{stroke}'
    return f"{shape}><title>{escape(box.title)}</title></rect>" if box.title else f"{shape}/>"


def _words(words: Words) -> str:
    anchor = "" if words.anchor == "start" else f' text-anchor="{words.anchor}"'
    return (
        f'<text x="{words.x:g}" y="{words.y:g}" font-size="{words.size}"{anchor}>{escape(words.text)}</text>'
    )
