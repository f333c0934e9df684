"""The report read from a lake, and its heat map: what is drawn where, and that the files are sound."""

import io
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from PIL import Image

import lake_rows
from depeche import lake, query
from depeche.query import drawing
from depeche.query.coverage import coverage, holidays_of
from depeche.query.coverage_map import FAULT, heat_map
from lake_rows import dispatch, stage

NAME = "{http://www.w3.org/2000/svg}"


def row(day, n, **changes):
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return dispatch(f"{day}-{n}", f"Texte {day} {n}.", issue_date=day, issued_at=at, **changes)


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    """Three years of two dispatches a day, without May 2003; a short series; one with markup in its name."""
    home = tmp_path_factory.mktemp("archive")
    settings = lake_rows.settings(home)
    lake.ensure(settings, query.definitions())
    every = [date(2002, 1, 1) + timedelta(days=n) for n in range(3 * 365)]
    rows = [row(day, n) for day in every if (day.year, day.month) != (2003, 5) for n in (1, 2)]
    rows += [row(day, "de", source="DPA", language="de") for day in every[:40]]
    rows += [row(day, "x", source="UNKNOWN", language=None) for day in every[:3]]
    lake.publish(stage(home, "b1", rows), settings)
    return settings


def test_a_silent_month_is_in_the_report_with_what_was_expected(settings):
    report = coverage(settings)
    assert [(each.source, each.language, each.country) for each in report.series] == [
        ("AFP", "fr", "FR"), ("DPA", "de", "DE"), ("UNKNOWN", None, None)
    ]  # fmt: skip
    months = {each.month: each for each in report.series[0].months}
    assert len(months) == 36
    may = months[date(2003, 5, 1)]
    assert (may.dispatches, may.flag, may.share_with_date) == (0, "gap", None)
    assert may.expected == pytest.approx(62, rel=0.03)
    assert [each.flag for each in months.values() if each.flag] == ["gap"]
    (silence,) = report.series[0].silences
    assert (silence.first, silence.days) == (date(2003, 5, 1), 31)


def test_filters_show_less_and_judge_the_same(settings):
    report = coverage(settings, source="AFP", first=date(2003, 5, 1), end=date(2003, 7, 1))
    (series,) = report.series
    assert [(each.month.month, each.flag) for each in series.months] == [(5, "gap"), (6, None)]
    assert {day.month for day in series.by_day} == {6}
    assert len(series.silences) == 1
    assert coverage(settings, language="und").series[0].source == "UNKNOWN"
    assert coverage(settings, language="xx").series == []


def test_the_heat_map_has_a_row_a_year_and_outlines_the_silence(settings):
    found = heat_map(coverage(settings))
    words = [each.text for each in found.words]
    assert {"AFP fr", "DPA de", "2002", "2003", "2004"} <= set(words)
    assert "1 series with fewer than 10 dated dispatches not drawn" in words
    assert "2,128 dispatches from 2002-01-01 to 2004-12-30: 31 days silent" in words
    weeks = [box for box in found.boxes if box.title.startswith("AFP fr") and " to " in box.title]
    # a silent cell is drawn twice, for a thick line
    assert len({(box.x, box.y) for box in weeks if box.width == 14}) == 3 * 52
    silent = [box for box in weeks if box.stroke == FAULT and box.width == 14]
    assert len({box.y for box in silent}) == 1
    # 1 May is the 121st day: the 18th week, to the 22nd
    assert [box.title.split()[2] for box in silent] == [
        "2003-04-30", "2003-05-07", "2003-05-14", "2003-05-21", "2003-05-28"
    ]  # fmt: skip
    days = [box for box in found.boxes if box.title.startswith("DPA de")]
    assert len(days) == 40
    assert len({box.y for box in days}) == 7


def test_the_svg_is_well_formed_whole_and_always_the_same(settings):
    report = coverage(settings)
    data = drawing.svg(heat_map(report))
    assert data == drawing.svg(heat_map(coverage(settings)))
    root = ElementTree.fromstring(data)
    assert root.tag == f"{NAME}svg"
    width, height = int(root.get("width")), int(root.get("height"))
    rects = root.findall(f"{NAME}rect")
    assert all(float(r.get("x", 0)) + float(r.get("width")) <= width for r in rects)
    assert all(float(r.get("y", 0)) + float(r.get("height")) <= height for r in rects)
    titles = [each.text for each in root.iter(f"{NAME}title")]
    assert any("silent from 2003-05-01 to 2003-05-31, about 6" in each for each in titles)
    assert b"href" not in data


def test_words_are_escaped():
    box = drawing.Box(0, 0, 1, 1, "#ffffff", title="<b> & c")
    root = ElementTree.fromstring(
        drawing.svg(drawing.Drawing("a < b", 9, 9, [box], [drawing.Words(0, 9, "<&>")]))
    )
    assert [each.text for each in root.iter() if each.text and each.text.strip()] == [
        "a < b",
        "<b> & c",
        "<&>",
    ]


def test_the_png_is_the_same_picture(settings):
    picture = heat_map(coverage(settings))
    data = drawing.png(picture)
    assert data == drawing.png(picture)
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (2 * picture.width, 2 * picture.height)
        box = next(each for each in picture.boxes if each.stroke == FAULT and each.title)
        assert image.getpixel((int(2 * box.x), int(2 * box.y))) == (0xD5, 0x5E, 0x00)


def test_a_png_too_tall_is_refused():
    with pytest.raises(drawing.TooTall, match="70,000 pixels"):
        drawing.png(drawing.Drawing("", 10, 70_000, [], []))


@pytest.mark.parametrize(("country", "day", "is_holiday"), [
    ("FR", date(2003, 7, 14), True), ("DE", date(2003, 10, 3), True), ("DE", date(2003, 7, 14), False)
])  # fmt: skip
def test_public_holidays_are_those_of_the_country(country, day, is_holiday):
    assert (day in holidays_of(country, range(2003, 2004))) is is_holiday


@pytest.mark.parametrize("country", [None, "ZZ"])
def test_no_holidays_where_none_are_known(country):
    assert holidays_of(country, range(2003, 2004)) == set()
