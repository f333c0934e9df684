"""What became of records: refusals and tallies."""

from __future__ import annotations

from datetime import datetime

from depeche.records.base import Record


class Rejected(Record, frozen=True, kw_only=True):
    """One refused record: where it stopped, why, and where its bytes are."""

    stage: str
    reason: str
    detail: str
    raw_uri: str | None
    raw_sha256: str | None
    raw_name: str
    feed_id: str | None
    collected_at: datetime
    dispatch_id: str | None = None
    revision: int | None = None


class Tally(Record, frozen=True, kw_only=True):
    """What became of the records of one stage: ``taken == accepted + quarantined + known``.

    ``postponed`` counts, by reason, what could not be had and is asked for again by the next
    run; ``left`` counts, by cause, what the feed's selection left out. Neither was taken.
    ``formats`` has, by format, how many records the stage took and its seconds.
    """

    stage: str
    taken: int = 0
    accepted: int = 0
    quarantined: int = 0
    known: int = 0
    seconds: float = 0.0
    reasons: dict[str, int] = {}
    postponed: dict[str, int] = {}
    left: dict[str, int] = {}
    formats: dict[str, tuple[int, float]] = {}

    def check(self) -> Tally:
        """Return self. Raises AssertionError where records were lost or made up."""
        if self.taken != self.accepted + self.quarantined + self.known:
            raise AssertionError(
                f"{self.stage}: {self.taken} in, but {self.accepted} accepted + "
                f"{self.quarantined} quarantined + {self.known} already known"
            )
        return self

    def plus(self, other: Tally) -> Tally:
        """The two tallies of the same stage added up."""
        return Tally(
            stage=self.stage,
            taken=self.taken + other.taken,
            accepted=self.accepted + other.accepted,
            quarantined=self.quarantined + other.quarantined,
            known=self.known + other.known,
            seconds=self.seconds + other.seconds,
            reasons=_summed(self.reasons, other.reasons),
            postponed=_summed(self.postponed, other.postponed),
            left=_summed(self.left, other.left),
            formats=_summed_pairs(self.formats, other.formats),
        )


def _summed(some: dict[str, int], more: dict[str, int]) -> dict[str, int]:
    return {reason: some.get(reason, 0) + more.get(reason, 0) for reason in {**some, **more}}


def _summed_pairs(
    some: dict[str, tuple[int, float]], more: dict[str, tuple[int, float]]
) -> dict[str, tuple[int, float]]:
    none = (0, 0.0)
    return {
        name: (
            some.get(name, none)[0] + more.get(name, none)[0],
            some.get(name, none)[1] + more.get(name, none)[1],
        )
        for name in {**some, **more}
    }
