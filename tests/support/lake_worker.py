"""What the tests of several processes run: publishing that is killed, or keeps reading.

python lake_worker.py publish HOME FOLDER [KILL_AT]
python lake_worker.py ensure HOME
python lake_worker.py index HOME HOW KILL_AT    updates or rebuilds the search index
python lake_worker.py index HOME for-ever       does both in turn until it is killed
python lake_worker.py search HOME WORDS LEAST   searches until its input ends; never finds fewer, or one twice
python lake_worker.py read HOME          holds a read transaction until its input ends
python lake_worker.py hold HOME FOLDER   publishes, but waits before its COMMIT likewise
"""

import os
import select
import signal
import sys
from itertools import count
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
elif command == "index" and rest == ["for-ever"]:
    for step in count():
        (search.fresh if step % 3 else search.rebuild)(settings)
elif command == "search":
    asked = 0
    while not select.select([sys.stdin], [], [], 0)[0]:
        found = search.find(settings, rest[0], limit=1000)
        names = {hit.dispatch_id for hit in found.hits}
        assert len(names) == found.total >= int(rest[1]), (len(names), found.total)
        asked += 1
    print(asked)
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
