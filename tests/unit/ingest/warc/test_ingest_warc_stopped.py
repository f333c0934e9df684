"""Web archives of others: damaged, stopped in the midst, read anew, read over HTTP."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec
import pytest

from depeche.ingest import warc as kind
from depeche.records import Reject, Tally
from depeche.settings import Settings
from foreign_warc import warc
from warc_payloads import PAGES, payloads


def test_damage_costs_its_records_and_keeps_their_bytes(
    run: Callable[..., Tally], settings: Settings, folder: Path
) -> None:
    content = bytearray(warc(PAGES))
    content[len(content) // 2] ^= 0x55
    (folder / "a.warc.gz").write_bytes(content[:-50])
    tally = run()
    assert tally.reasons == {"corrupt_archive": 1, "truncated_archive": 1}
    assert tally.accepted >= 11
    kept = [bytes_ for name, bytes_ in payloads(settings).items() if "#" in name]
    assert all(bytes_ in bytes(content) for bytes_ in kept)
    again = run()
    assert (again.accepted, again.quarantined) == (0, 0)


def test_a_file_of_one_gzip_member_is_refused(run: Callable[..., Tally], folder: Path) -> None:
    (folder / "a.warc.gz").write_bytes(gzip.compress(warc(PAGES, packed=False)))
    assert run().reasons == {"unsupported_archive": 1}


@pytest.mark.parametrize("processes", [1, 2])
def test_stretches_together_are_the_whole_file(
    run: Callable[..., Tally],
    settings: Settings,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    processes: int,
) -> None:
    monkeypatch.setattr(kind, "STRETCH", 1500)
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    (folder / "b.warc").write_bytes(warc(PAGES[:3], packed=False))
    tally = run(of=msgspec.structs.replace(settings, workers=processes))
    assert (tally.taken, tally.accepted, tally.known) == (15, 12, 3)
    assert tally.left["request"] == 15
    assert list(payloads(settings)) == [p.url for p in PAGES]


def test_an_interrupted_run_goes_on_where_it_stopped(
    run: Callable[..., Tally], settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kind, "STRETCH", 1500)
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    serial = msgspec.structs.replace(settings, workers=1, page_batch=2)
    reads = []
    read = kind.read

    def dies(part: kind.Stretch) -> Any:
        if len(reads) == 5:
            raise KeyboardInterrupt
        reads.append(part.start)
        return read(part)

    monkeypatch.setattr(kind, "read", dies)
    with pytest.raises(KeyboardInterrupt):
        run(of=serial)
    stored = len(payloads(settings))
    assert 0 < stored < 12
    began = reads[:]
    reads.clear()
    monkeypatch.setattr(kind, "read", lambda part: reads.append(part.start) or read(part))
    tally = run(of=serial)
    assert len(set(reads) & set(began)) <= 2  # what was not yet entered is read again
    assert tally.accepted == 12 - stored
    assert payloads(settings) == {p.url: p.body for p in PAGES}
    reads.clear()
    assert run(of=serial).known == 12
    assert reads == []


def test_another_selection_reads_the_file_again(run: Callable[..., Tally], folder: Path) -> None:
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    assert run(select={"hosts": ["paper1.example"]}).accepted == 4
    both = run(select={"hosts": ["paper1.example", "paper2.example"]})
    assert (both.accepted, both.known) == (4, 4)


def test_a_file_that_cannot_be_reached_is_tried_again(run: Callable[..., Tally], folder: Path) -> None:
    (folder / "warc.paths").write_text("gone.warc.gz\nthere.warc.gz\n")
    (folder / "there.warc.gz").write_bytes(warc(PAGES[:2]))
    location = str(folder / "warc.paths")
    tally = run(location=location)
    assert (tally.accepted, tally.reasons) == (2, {"unreadable": 1})
    (folder / "gone.warc.gz").write_bytes(warc(PAGES))
    assert run(location=location).accepted == 10


class Ranges(SimpleHTTPRequestHandler):
    """Serves files and parts of them, as every server of archives does."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first = int(asked[1]) if asked else 0
        last = min(int(asked[2]) if asked and asked[2] else len(content), len(content) - 1)
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last + 1 - first))
        self.end_headers()
        self.wfile.write(content[first : last + 1])

    def send_head(self) -> Any:
        self.extensions_map = {"": "application/octet-stream"}
        return super().send_head()

    def log_message(self, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """Where a web server gives out ``folder``."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Ranges, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_over_http_files_are_read_where_they_are(
    run: Callable[..., Tally], settings: Settings, folder: Path, address: str
) -> None:
    month = folder / "crawl-data" / "CC-NEWS" / "2016" / "09"
    month.mkdir(parents=True)
    (month / "0.warc.gz").write_bytes(warc(PAGES))
    (month / "warc.paths.gz").write_bytes(gzip.compress(b"crawl-data/CC-NEWS/2016/09/0.warc.gz\n"))
    news = f"{address}/crawl-data/CC-NEWS"
    assert run(location=f"{news}/2016/09/warc.paths.gz").accepted == 12
    assert payloads(settings) == {p.url: p.body for p in PAGES}
    september = (date(2016, 9, 1), date(2016, 10, 1))
    assert run(september, location=news, dated="%Y/%m").known == 12
    with pytest.raises(Reject, match=r"gone\.warc.gz: there is nothing of that name"):
        run(location=f"{address}/gone.warc.gz")
