"""The place of an NITF document: its dateline's and its event's, brought together."""

from __future__ import annotations

from msgspec.structs import replace

from depeche.clean.nitf.mapping import DOC
from depeche.clean.xml.paths import Paths
from depeche.records import StatedPlace


def place_of(dateline: StatedPlace | None, event: StatedPlace | None) -> StatedPlace | None:
    """The dateline's place, with what the event's adds where both are the same city; else the one there is."""
    if dateline is None or event is None or not is_same_city(dateline, event):
        return dateline or event
    return replace(dateline, area=dateline.area or event.area, country=dateline.country or event.country)


def is_same_city(one: StatedPlace, other: StatedPlace) -> bool:
    """Whether both name the same city."""
    return one.city is not None and one.city.casefold() == (other.city or "").casefold()


def event_place(paths: Paths) -> StatedPlace | None:
    """Where the event is by the head's ``evloc``; None where that says nothing."""
    city = paths.first(f"{DOC}/evloc@city", f"{DOC}/evloc")
    area = paths.first(f"{DOC}/evloc@state-prov", f"{DOC}/evloc@county-dist")
    country = paths.first(f"{DOC}/evloc@iso-cc")
    place = StatedPlace(city=city, area=area, country=country)
    return place if place != StatedPlace() else None
