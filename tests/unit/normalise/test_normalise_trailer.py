"""The time lines with which items of a teleprinter end."""

from datetime import UTC, datetime

import pytest

from depeche.normalise.calendar.instants import read_instant
from depeche.normalise.calendar.trailer import trailer
from depeche.normalise.dates import stated
from normalise_places import dispatch


def test_teleprinter_lines():
    text = "PARIS, 31 août (AFP) - La nuit.\n\nly\n\nAFP 310544 AOU 97\n"
    assert trailer(text).text == "AFP 310544 AOU 97"
    instant, flags = stated(dispatch(text))
    assert (instant.at, instant.precision, flags) == (
        datetime(1997, 8, 31, 5, 44, tzinfo=UTC), "day", ["timezone_unknown"],
    )  # fmt: skip
    assert stated(dispatch("x\n141033 GMT Mär 14"))[0].precision == "minute"
    assert trailer("x\nAP-WF-11-13-13 1509GMT<").text == "AP-WF-11-13-13 1509GMT<"
    assert stated(dispatch("x\nAP-NY-05-17-98 0220EDT<"))[0].at == datetime(1998, 5, 17, 6, 20, tzinfo=UTC)
    assert trailer("x\ndpa 141033 Jul 16").text == "dpa 141033 Jul 16"
    assert trailer("x\nAFP 319944 AOU 97") is None
    assert trailer("x\nAFP 310544 XYZ 97") is None
    assert stated(dispatch("x\nAFP 310544 FEV 97")) == (None, ["issued_at_unreadable"])


@pytest.mark.parametrize(
    ("words", "at", "precision"),
    [
        ("131137 GMT Nov 13", "2013-11-13T11:37+00:00", "minute"),
        ("131137 MEZ Nov 13", "2013-11-13T10:37+00:00", "minute"),
        ("311644 AOU 17", "2017-08-31T16:44+00:00", "day"),
        ("091533 GMT maj 19", "2019-05-09T15:33+00:00", "minute"),
        ("091533 GMT Maer 19", "2019-03-09T15:33+00:00", "minute"),
        ("010203 TU juillet 2003", "2003-07-01T02:03+00:00", "minute"),
        ("AP-WF-11-13-13 1509GMT", "2013-11-13T15:09+00:00", "minute"),
        ("AP-NY-05-17-98 0220EDT", "1998-05-17T06:20+00:00", "minute"),
        ("AP-NY-05-17-98 0220", "1998-05-17T02:20+00:00", "day"),
    ],
)
def test_time_lines_of_wires(words: str, at: str, precision: str) -> None:
    found = read_instant(words)
    assert found is not None
    assert (found.at.isoformat(timespec="minutes"), found.precision) == (at, precision)


@pytest.mark.parametrize("words", ["AP-WF-13-40-13 1509GMT", "311644 XYZ 17", "991137 GMT Nov 13"])
def test_no_time_lines(words: str) -> None:
    assert read_instant(words) is None or read_instant(words).precision == "day"  # type: ignore[union-attr]
