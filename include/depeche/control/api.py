"""Airflow's REST API, as far as backfills need it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx

from depeche.control.using import AirflowError, Using
from depeche.records import Record

DAG = "history"
SECONDS = 60.0
PAGE = 100


class Run(Record, frozen=True, kw_only=True):
    """A run of the DAG: ``key`` is its month (``2016-07``), ``feeds`` empty where it is about all."""

    run_id: str
    key: str | None
    state: str
    feeds: list[str]
    started: str | None
    ended: str | None


class Backfill(Record, frozen=True, kw_only=True):
    """A backfill as Airflow has it; ``first`` and ``last`` are firsts of months."""

    id: int
    feeds: list[str]
    first: date
    last: date
    paused: bool
    created_at: str
    completed_at: str | None


class Airflow:
    """A client that is logged in. Raises AirflowError, in words, for whatever goes wrong."""

    def __init__(self, using: Using) -> None:
        self._using = using
        # A proxy for the outside must not come between.
        self._http = httpx.Client(base_url=using.url, timeout=SECONDS, trust_env=False)
        self._log_in()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def is_paused(self) -> bool | None:
        """Whether the DAG is paused; None where Airflow does not have it (yet)."""
        found = self._ask("GET", f"/dags/{DAG}", missing=True)
        return None if found is None else bool(found["is_paused"])

    def pools(self) -> set[str]:
        """The names of the pools."""
        return {found["name"] for found in self._pages("/pools", "pools", {})}

    def runs(self) -> list[Run]:
        """Every run of the DAG that has a month, in the order in which they were made."""
        return [run for run in map(_run, self._pages(f"/dags/{DAG}/dagRuns", "dag_runs", {})) if run.key]

    def backfills(self) -> list[Backfill]:
        """Every backfill of the DAG, in the order in which they were made."""
        return [_backfill(found) for found in self._pages("/backfills", "backfills", {"dag_id": DAG})]

    def create(self, feed: str, first: date, last: date, *, at_once: int) -> Backfill:
        """A backfill of the months (firsts of months, both included) of one feed.

        Airflow recognises what is done by the month alone, whichever feed it was: so it is told to
        make every run, and only months that are not done are asked for.
        """
        body = {
            "dag_id": DAG,
            "from_date": f"{first}T00:00:00Z",
            "to_date": f"{last}T00:00:00Z",
            "max_active_runs": at_once,
            "reprocess_behavior": "completed",
            "dag_run_conf": {"feeds": [feed]},
        }
        return _backfill(self._ask("POST", "/backfills", json=body))

    def change(self, backfill: Backfill, verb: str) -> Backfill:
        """``pause``, ``unpause`` or ``cancel`` it."""
        return _backfill(self._ask("PUT", f"/backfills/{backfill.id}/{verb}"))

    def _pages(self, path: str, name: str, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
        offset = 0
        while True:
            asked = {**asked, "limit": PAGE, "offset": offset, "order_by": "id"}
            found = self._ask("GET", path, params=asked)[name]
            yield from found
            offset += len(found)
            if len(found) < PAGE:
                return

    def _ask(self, method: str, path: str, *, missing: bool = False, **given: Any) -> Any:
        answer = self._send(method, f"/api/v2{path}", **given)
        if answer.status_code == 401:  # the token has run out
            self._log_in()
            answer = self._send(method, f"/api/v2{path}", **given)
        if answer.status_code == 404 and missing:
            return None
        if answer.is_error:
            raise AirflowError(f"Airflow refuses {method} {path}: {_reason(answer)}")
        return answer.json()

    def _log_in(self) -> None:
        asked = {"username": self._using.user, "password": self._using.password}
        answer = self._send("POST", "/auth/token", json=asked)
        if answer.is_error:
            raise AirflowError(
                f"Airflow at {self._using.url} does not let {self._using.user!r} in: {_reason(answer)}"
            )
        self._http.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"

    def _send(self, method: str, path: str, **given: Any) -> httpx.Response:
        try:
            return self._http.request(method, path, **given)
        except httpx.HTTPError as error:
            raise Unanswered(
                f"Airflow does not answer at {self._using.url} ({type(error).__name__}); start it with: make up"
            ) from error


class Unanswered(AirflowError):
    """Nobody answers: Airflow is not running, or is just being started again."""


def _run(found: dict[str, Any]) -> Run:
    return Run(
        run_id=found["dag_run_id"],
        key=found["partition_key"],
        state=found["state"],
        feeds=(found["conf"] or {}).get("feeds") or [],
        started=found["start_date"],
        ended=found["end_date"],
    )


def _backfill(found: dict[str, Any]) -> Backfill:
    return Backfill(
        id=found["id"],
        feeds=(found["dag_run_conf"] or {}).get("feeds") or [],
        first=date.fromisoformat(found["from_date"][:10]),
        last=date.fromisoformat(found["to_date"][:10]),
        paused=bool(found["is_paused"]),
        created_at=found["created_at"],
        completed_at=found["completed_at"],
    )


def _reason(answer: httpx.Response) -> str:
    try:
        detail = answer.json()["detail"]
    except (ValueError, KeyError, TypeError):
        return f"{answer.status_code} {answer.reason_phrase}"
    return f"{answer.status_code} {detail}"
