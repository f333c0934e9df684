"""What the tests of several processes run: publishing that is killed, or keeps reading.

python lake_worker.py publish HOME FOLDER [KILL_AT]
python lake_worker.py ensure HOME
python lake_worker.py index HOME HOW KILL_AT    updates or rebuilds the search index
python lake_worker.py read HOME          holds a read transaction until its input ends
python lake_worker.py hold HOME FOLDER   publishes, but waits before its COMMIT likewise
"""

import os
import signal
import sys
from pathlib import Path

import lake_rows
from depeche import lake, points, query, search

command, home, *rest = sys.argv[1:]
settings = lake_rows.settings(Path(home))


def kill_at(place: str) -> None:
    def reached(point: str) -> None:
        if point == place:
            os.kill(os.getpid(), signal.SIGKILL)

    points.reached = reached


def wait_before_commit(point: str) -> None:
    if point == "before_commit":
        print("ready", flush=True)
        sys.stdin.read()


if command == "publish":
    if len(rest) > 1:
        kill_at(rest[1])
    print(lake.publish(Path(rest[0]), settings).accepted)
elif command == "ensure":
    lake.ensure(settings, query.definitions())
elif command == "index":
    kill_at(rest[1])
    print({"update": search.update, "rebuild": search.rebuild}[rest[0]](settings).how)
elif command == "read":
    con = query.connect(settings)
    con.execute("BEGIN")
    before = con.execute("SELECT count(*), max(headline) FROM dispatch_revisions").fetchone()
    print("ready", flush=True)
    sys.stdin.read()
    after = con.execute("SELECT count(*), max(headline) FROM dispatch_revisions").fetchone()
    print("same" if before == after else f"{before} became {after}")
elif command == "hold":
    points.reached = wait_before_commit
    print(lake.publish(Path(rest[0]), settings).accepted)
