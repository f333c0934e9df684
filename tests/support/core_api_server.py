"""A server that speaks the protocol of AFP's Core API, on loopback: tokens that expire, pages, a limit."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import Any
from urllib.parse import parse_qs, urlsplit

from web_server import Asked, Page, WebServer

JSON = {"Content-Type": "application/json"}
USER, PASSWORD, CLIENT, SECRET = "reader@example.org", "pass word/9", "client-1", "s3cr:et"


class CoreApi(WebServer):
    """Holds ``docs``; a token is good for ``token_calls`` calls; over ``limit`` calls in all it is busy."""

    def __init__(self, docs: list[dict[str, Any]]) -> None:
        super().__init__()
        self.docs = docs
        self.token_calls = 1000
        self.limit = 10**9
        self.tokens: list[str] = []
        self.calls = 0
        self._left = 0
        self.pages = {
            "/oauth/token": self._token,
            "/v1/api/search": self._checked(self._search),
            "/v1/api/latest": self._checked(lambda asked: self._page(self.docs[-2:])),
        }
        for doc in docs:
            self.pages[f"/v1/api/get/{doc['uno']}"] = self._checked(lambda asked, doc=doc: self._page([doc]))

    def _token(self, asked: Asked) -> Page:
        form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        basic = b64decode(asked.headers.get("authorization", "Basic ").removeprefix("Basic ")).decode()
        good = {"grant_type": "password", "username": USER, "password": PASSWORD}
        if basic != f"{CLIENT}:{SECRET}" or form != good:
            return Page(b'{"error": {"code": 401, "message": "Bad credentials"}}', 401, JSON)
        self.tokens.append(f"token-{len(self.tokens)}-secret")
        self._left = self.token_calls
        return Page(json.dumps({"access_token": self.tokens[-1], "expires_in": 60}).encode(), headers=JSON)

    def _checked(self, answer: Any) -> Any:
        def checked(asked: Asked) -> Page:
            if asked.headers.get("authorization") != f"Bearer {self.tokens[-1]}" or self._left <= 0:
                return Page(b'{"error": {"code": 401, "message": "Access token expired"}}', 401, JSON)
            self._left -= 1
            self.calls += 1
            if self.calls > self.limit:
                return Page(b"", 503)
            return answer(asked)

        return checked

    def _search(self, asked: Asked) -> Page:
        question = json.loads(asked.body)
        days, query = question["dateRange"], question.get("query", {})
        assert (question["sortField"], question["sortOrder"]) == ("published", "asc")
        found = [doc for doc in self.docs if days["from"] <= doc["published"] <= days["to"]]
        found = [doc for doc in found if not query or doc.get(query["name"]) in query["in"]]
        return self._page(sorted(found, key=lambda doc: doc["published"])[: question["maxRows"]])

    def _page(self, docs: list[dict[str, Any]]) -> Page:
        envelope = {
            "response": {"status": {"code": 0, "reason": "Success"}, "numFound": len(docs), "docs": docs}
        }
        return Page(json.dumps(envelope, ensure_ascii=False).encode(), headers=JSON)


def path_of(asked: Asked) -> str:
    """The path of a request without its query."""
    return urlsplit(asked.path).path
