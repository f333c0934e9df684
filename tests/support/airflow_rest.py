"""Airflow's REST API for tests: who has logged in, and who has not."""

from __future__ import annotations

import httpx

TIMEOUT = 120  # seconds; an answer takes less than one, but not while every processor has other tests to do


def stranger(url: str) -> httpx.Client:
    """A client that has not logged in, on the Airflow at ``url``."""
    return httpx.Client(base_url=url, timeout=TIMEOUT)


def logged_in(url: str, password: str) -> httpx.Client:
    """A client of the API v2 for the user admin. Raises httpx.HTTPStatusError where the password is wrong."""
    with stranger(url) as client:
        answer = client.post(
            "/auth/token", json={"username": "admin", "password": password}
        ).raise_for_status()
    bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    return httpx.Client(base_url=f"{url}/api/v2", headers=bearer, timeout=TIMEOUT)
