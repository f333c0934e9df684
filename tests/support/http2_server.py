"""A web server of the tests that speaks HTTP/2 alone, over TLS on loopback."""

from __future__ import annotations

import socket
import ssl
import threading
from pathlib import Path

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived


class Http2Server:
    """Answers ``pages`` by path with their type and body, else 404.

    Pages are held back until ``together`` of them are asked for at the same time on one connection.
    ``connections`` counts those; ``paths`` is what was asked, in order.
    """

    def __init__(self, certificate: Path, key: Path, together: int) -> None:
        self.pages: dict[str, tuple[str, bytes]] = {}
        self.connections = 0
        self.paths: list[str] = []
        self._together = together
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate, key)
        self._context.set_alpn_protocols(["h2"])
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                taken, _ = self._socket.accept()
            except OSError:
                return  # stopped
            self.connections += 1
            threading.Thread(target=self._serve, args=(taken,), daemon=True).start()

    def _serve(self, taken: socket.socket) -> None:
        with self._context.wrap_socket(taken, server_side=True) as secure:
            speaks = H2Connection(H2Configuration(client_side=False))
            speaks.initiate_connection()
            secure.sendall(speaks.data_to_send())
            held: list[tuple[int, str]] = []
            while data := secure.recv(65536):
                for event in speaks.receive_data(data):
                    if isinstance(event, RequestReceived):
                        path = next(v.decode() for n, v in event.headers or () if n == b":path")
                        self.paths.append(path)
                        held.append((event.stream_id or 0, path))
                pages = [each for each in held if each[1].startswith("/page/")]
                if len(pages) >= self._together or len(pages) < len(held):
                    for each in held:
                        self._answer(speaks, *each)
                    held.clear()
                secure.sendall(speaks.data_to_send())

    def _answer(self, speaks: H2Connection, stream: int, path: str) -> None:
        kind, body = self.pages.get(path, ("text/plain", b""))
        status = "200" if path in self.pages else "404"
        speaks.send_headers(stream, [(":status", status), ("content-type", kind)])
        speaks.send_data(stream, body, end_stream=True)

    def stop(self) -> None:
        """Stop taking connections."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
