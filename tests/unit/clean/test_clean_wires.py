"""Wires in frames: the time line after ETX, and the teleprinter's end line that some have instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.records import CleanDispatch, StatedParty

Read = Callable[..., CleanDispatch]
AFP = StatedParty(role="provider", text="AFP")


@pytest.mark.parametrize(
    ("body", "end", "group", "parties"),
    [
        ("", "\x03AFP 310544 AOU 97\r\n\x04", "AFP 310544 AOU 97", [AFP]),
        ("AFP 310544 AOU 97\r\n", "\x03\x04", "AFP 310544 AOU 97", [AFP]),
        ("AFP 310544 AOU 97\r\n", "\x04", "AFP 310544 AOU 97", [AFP]),
        ("AFP310544 AOU 97\r\n", "\x03\x04", "AFP310544 AOU 97", [AFP]),
        ("", "\x03310544 GMT Maer 97\r\n\x04", "310544 GMT Maer 97", []),
    ],
)
def test_the_end_line_tells_the_time_and_names_the_item(
    read: Read, body: str, end: str, group: str, parties: list[StatedParty]
) -> None:
    found = read(f"\x01fra0064 1 G 0004\r\n\x02  Une digue est ouverte.\r\nly\r\n{body}{end}")
    assert (found.issued_at_text, found.agency_guid) == (group, f"fra0064 {group}")
    assert (found.text, found.parties) == ("Une digue est ouverte.\n\nly", parties)
    assert found.unmapped == []


def test_a_group_after_the_text_counts_before_the_end_line(read: Read) -> None:
    found = read(
        "\x01fra0064 1 G 0004\r\n\x02  Une digue.\r\nAFP 310544 AOU 97\r\n\x03310545 GMT AOU 97\r\n\x04"
    )
    assert found.issued_at_text == "310545 GMT AOU 97"
    assert "AFP 310544 AOU 97" in found.text
