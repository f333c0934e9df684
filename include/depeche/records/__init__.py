"""The records that travel between the stages: one type per promise.

A stage takes records of one type and gives records of the next; what it cannot take
it refuses by raising :class:`Reject`. All records are frozen; all instants are aware
UTC datetimes; all offsets count Unicode characters (code points).
"""

from depeche.records.base import GateClosed, Record, Reject
from depeche.records.clean import Association, CleanDispatch, StatedParty, StatedPlace, Subject
from depeche.records.dispatch import Actor, Credit, Dateline, Dispatch, EventDate, Mention, Place
from depeche.records.outcome import Rejected, Tally
from depeche.records.raw import RawDispatch, RawRef, SideCar
from depeche.records.site import SiteRule

__all__ = [
    "Actor",
    "Association",
    "CleanDispatch",
    "Credit",
    "Dateline",
    "Dispatch",
    "EventDate",
    "GateClosed",
    "Mention",
    "Place",
    "RawDispatch",
    "RawRef",
    "Record",
    "Reject",
    "Rejected",
    "SideCar",
    "SiteRule",
    "StatedParty",
    "StatedPlace",
    "Subject",
    "Tally",
]
