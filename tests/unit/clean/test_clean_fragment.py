"""HTML in fields of other formats becomes paragraphs; plain text stays as it is."""

from __future__ import annotations

import pytest

from depeche.clean.fragment import plain


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("The pier is open.", ["The pier is open."]),
        ("Pier &amp; dock, AT&T, R&D;", ["Pier & dock, AT&T, R&D;"]),
        ("<p>One</p><p>Two <b>bold</b></p>", ["One", "Two bold"]),
        ("One<br><br>Two", ["One", "Two"]),
        ("<html><body>Only\n\n\nthis\n\nhere</body></html>", ["Only this here"]),
        ("<html><head><style>p{}</style></head>\n\n<body>\n<p>One.</p>\n</body>\n</html>", ["One."]),
        ("<html><head><title>x</title><style>p{}</stylem</head><body><p>Lost</p></body></html>", []),
        ("", []),
    ],
)
def test_text(text: str, paragraphs: list[str]) -> None:
    assert plain(text).paragraphs == paragraphs
