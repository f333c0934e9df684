"""A web server of the tests, on loopback: serves what it is told, and misbehaves as it is told."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

Headers = dict[str, str]


class Asked(NamedTuple):
    """A request as it came in."""

    method: str
    path: str
    headers: Headers
    body: bytes
    at: float


class Page(NamedTuple):
    """What is answered: ``chunks`` are sent one after the other, ``pause`` seconds between them."""

    body: bytes = b""
    status: int = 200
    headers: Headers = {}
    length: int | None = -1  # -1: the true one; None: none, the connection's end is the body's
    chunks: tuple[bytes, ...] = ()
    pause: float = 0.0


Answer = Page | Callable[[Asked], Page]


class WebServer:
    """``pages`` by path; whatever else is asked for is 404. ``asked`` is what was asked, in order."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[Asked] = []
        self.stopping = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.answer(self)

            do_POST = do_GET

            def log_message(self, *_: Any) -> None:
                """Quiet."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.port = self._http.server_address[1]
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def secure(self, certificate: Path, key: Path) -> None:
        """Speak TLS from now on."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._http.socket = context.wrap_socket(self._http.socket, server_side=True)

    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        length = int(handler.headers.get("content-length", 0))
        headers = {name.lower(): value for name, value in handler.headers.items()}
        asked = Asked(handler.command, handler.path, headers, handler.rfile.read(length), time.monotonic())
        self.asked.append(asked)
        found = self.pages.get(handler.path.partition("?")[0], Page(b"no such page", 404))
        page = found(asked) if callable(found) else found
        handler.send_response(page.status)
        for name, value in {"Content-Type": "text/html", **page.headers}.items():
            handler.send_header(name, value)
        true = len(page.body) + sum(map(len, page.chunks))
        if page.length is not None and page.status != 304:
            handler.send_header("Content-Length", str(true if page.length == -1 else page.length))
        if page.length != -1:
            handler.close_connection = True
            handler.send_header("Connection", "close")
        handler.end_headers()
        self._send(handler, page)

    def _send(self, handler: BaseHTTPRequestHandler, page: Page) -> None:
        try:
            handler.wfile.write(page.body)
            for chunk in page.chunks:
                handler.wfile.flush()
                if self.stopping.wait(page.pause):
                    return
                handler.wfile.write(chunk)
        except OSError:
            handler.close_connection = True  # the client has had enough

    def stop(self) -> None:
        """Stop."""
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
