"""Starts Airflow's processes on loopback, keeps them running, and stops them all."""

from __future__ import annotations

import json
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType
from typing import NoReturn

import served
from airflow_home import LOOPBACK, PROJECT
from components import Component, GaveUp, stop
from depeche import pipeline, settings

AIRFLOW = ["-m", "airflow"]
COMPONENTS = {
    "api-server": [*AIRFLOW, "api-server"],
    # Served logs would listen on every interface; the pages read the files instead.
    "scheduler": [str(PROJECT / "bin" / "warm.py"), "scheduler", "--skip-serve-logs"],
    "dag-processor": [*AIRFLOW, "dag-processor"],
}
READY_SECONDS = 180


def main() -> int:
    """Run until told to stop: 0; 1 where it cannot start or a process dies again and again."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        folder = served.home()
        env = served.environment(folder)
        with (folder / "lock").open("w") as lock:
            served.only_one(lock.fileno(), folder)
            _port_is_free(served.port())
            pipeline.check(settings.load())
            print("Preparing Airflow …", flush=True)
            with served.database(folder, env) as servers:
                served.note(folder, env)
                return _run(folder, env, servers)
    except (settings.SettingsError, OSError) as error:
        print(f"up: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _run(folder: Path, env: dict[str, str], servers: list[Component]) -> int:
    airflow = [
        Component(name, [sys.executable, *command], env, folder / "logs" / f"{name}.log")
        for name, command in COMPONENTS.items()
    ]
    components = [*servers, *airflow]
    try:
        for component in airflow:
            component.start()
        print("Starting …", flush=True)
        deadline, ready = time.monotonic() + READY_SECONDS, False
        while True:
            for component in components:
                if said := component.keep():
                    print(f"up: {said}", file=sys.stderr, flush=True)
            if not ready and (ready := _healthy()):
                _say_ready(folder)
            if not ready and time.monotonic() > deadline:
                raise GaveUp(f"Airflow is not healthy after {READY_SECONDS} s: see {folder / 'logs'}")
            time.sleep(1)
    except GaveUp as error:
        print(f"up: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopping …", flush=True)
        return 0
    finally:
        stop(airflow)


def _healthy() -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        url = f"http://{LOOPBACK}:{served.port()}/api/v2/monitor/health"
        with opener.open(url, timeout=2) as answer:
            health = json.load(answer)
    except (OSError, urllib.error.URLError, ValueError):
        return False
    return all(health[name]["status"] == "healthy" for name in ("metadatabase", "scheduler", "dag_processor"))


def _say_ready(folder: Path) -> None:
    print(f"Airflow is ready at http://{LOOPBACK}:{served.port()} (Ctrl-C stops it)")
    print(f"  log in as  {served.USER}")
    print(f"  password   in {folder / 'passwords.json'}, which only you can read")
    print(f"  logs       {folder / 'logs'}")
    print("  commands   bin/airflow dags list", flush=True)


def _port_is_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            raise settings.SettingsError(
                f"port {port} cannot be used ({error.strerror}): try another, such as make up PORT=8090"
            ) from None


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
