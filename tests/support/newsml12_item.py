"""A small NewsML 1.2 file."""

from __future__ import annotations


def newsml(
    body: str = "<p>Text.</p>", inside: str = "", lines: str = "", about: str = "", prolog: str = ""
) -> str:
    """A small NewsML file."""
    return (
        f"{prolog}<NewsML><NewsItem>{inside}<NewsComponent><NewsLines>{lines}</NewsLines>"
        f"<DescriptiveMetadata>{about}</DescriptiveMetadata><ContentItem><DataContent>{body}</DataContent>"
        "</ContentItem></NewsComponent></NewsItem></NewsML>"
    )
