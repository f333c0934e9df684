"""The protocol of AFP's Core API: tokens (OAuth 2.0), calls, the envelope of its answers, its hourly limit.

As AFP documents it: a token for client and user; 5,000 requests an hour; answers within
``{"response": {"status": {"code": 0}, "docs": […]}}``, faults within ``{"error": {…}}``.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode

import msgspec

from depeche.ingest.credentials import Account
from depeche.ingest.web.answer import Answer, Refused
from depeche.ingest.web.fetcher import Fetcher
from depeche.instants import in_words, read_instant
from depeche.records import Reject

# Requests an hour that one client may make; evenly spread, no hour ever sees more.
HOURLY = 5000
# Bytes of a refusal that are read, and characters of what it says that are told on.
_LONGEST_ERROR, _LONGEST_FAULT = 65_536, 200


class Document(NamedTuple):
    """A document as the API wrote it; ``published`` is empty where it does not say."""

    name: str
    published: str
    content: bytes
    at: datetime


class _Token(msgspec.Struct):
    access_token: str


class _Response(msgspec.Struct):
    docs: list[msgspec.Raw] = []
    status: dict[str, Any] = {}


class _Envelope(msgspec.Struct):
    response: _Response | None = None
    error: dict[str, Any] | None = None


class _Facts(msgspec.Struct):
    uno: str = ""
    published: str = ""


class CoreClient:
    """Makes calls with a token, which is asked for anew when it is refused."""

    def __init__(self, url: str, account: Account, fetcher: Fetcher) -> None:
        self._url = url.rstrip("/")
        self._account = account
        self._fetcher = fetcher
        self._token = ""
        fetcher.host(self._url).slow_down(3600 / HOURLY)

    async def search(self, question: dict[str, Any]) -> list[Document]:
        """The documents that answer a question, in its order. Raises as ``get``."""
        return documents(await self._call("POST", "/v1/api/search", msgspec.json.encode(question)))

    async def get(self, path: str) -> tuple[Answer, bytes]:
        """The answer of a call, which is kept as evidence.

        Raises Refused and Reject where the API says no, Unavailable where it is busy or down.
        """
        return await self._call("GET", path, None)

    async def _call(self, method: str, path: str, content: bytes | None) -> tuple[Answer, bytes]:
        for is_last in (False, True):
            if not self._token:
                self._token = await self.ask_token()
            try:
                answer = await self._send(method, path, content)
                break
            except Refused as why:
                if is_last or why.answer.exchange.status != 401:
                    raise
                self._token = ""
        body = answer.body.head(answer.body.size)
        await self._fetcher.keep(answer)
        return answer, body

    async def _send(self, method: str, path: str, content: bytes | None) -> Answer:
        headers = {"Authorization": f"Bearer {self._token}", "Accept": "application/json"}
        if content is not None:
            headers["Content-Type"] = "application/json"
        return await self._asked(path, method, headers, content)

    async def _asked(
        self, path: str, method: str, headers: Mapping[str, str], content: bytes | None
    ) -> Answer:
        try:
            return _good(await self._fetcher.ask(self._url + path, method, headers=headers, content=content))
        except Refused as why:
            said = _fault(why.answer.body.head(_LONGEST_ERROR))
            detail = f"{why.detail}: the API says: {said}" if said else why.detail
            raise Refused(why.reason, detail, why.answer) from None

    async def ask_token(self) -> str:
        """A token. It is never kept, logged or told."""
        account = self._account
        form = {"grant_type": account.grant_type}
        if account.grant_type == "password":
            form |= {"username": account.login, "password": account.password}
        headers = {"Content-Type": "application/x-www-form-urlencoded", **_basic(account)}
        try:
            answer = await self._asked("/oauth/token", "POST", headers, urlencode(form).encode())
        except Refused as why:
            raise Reject(
                "http_error", f"the account is refused: {why.detail}; look at the connection"
            ) from None
        with answer.body as body:
            try:
                return msgspec.json.decode(body.head(body.size), type=_Token).access_token
            except msgspec.MsgspecError:
                raise Reject("http_error", "the answer to the request for a token holds none") from None


def documents(answered: tuple[Answer, bytes]) -> list[Document]:
    """The documents of an answer, byte for byte. Raises Reject where it is none, or says there was a fault."""
    answer, body = answered
    try:
        envelope = msgspec.json.decode(body, type=_Envelope)
    except msgspec.MsgspecError as error:
        raise Reject("malformed_content", f"no answer of the Core API: {error}") from None
    fault = envelope.error or (envelope.response is None and {"message": "an answer without a response"})
    if fault:
        raise Reject("http_error", f"the API says: {fault.get('message')} ({fault.get('code')})")
    assert envelope.response is not None
    status = envelope.response.status
    if status.get("code", 0) != 0:
        raise Reject("http_error", f"the API says: {status.get('reason')} ({status.get('code')})")
    return [_document(bytes(each), answer.exchange.at) for each in envelope.response.docs]


def _document(content: bytes, at: datetime) -> Document:
    try:
        facts = msgspec.json.decode(content, type=_Facts)
    except msgspec.MsgspecError:
        # Kept all the same: what it is, its reader says.
        facts = _Facts()
    published = read_instant(facts.published)
    return Document(facts.uno or "without-uno", in_words(published) if published else "", content, at)


def _good(answer: Answer) -> Answer:
    if answer.exchange.status != 200:
        raise Refused("http_error", f"{answer.exchange.status}, which the API does not use", answer)
    return answer


def _fault(body: bytes) -> str:
    """The words of a refusal: ``error`` of the envelope, or OAuth's ``error_description``; "" without."""
    try:
        told = msgspec.json.decode(body, type=dict[str, Any])
    except msgspec.MsgspecError:
        return ""
    fault = told.get("error")
    words = fault.get("message") if isinstance(fault, dict) else told.get("error_description") or fault
    return " ".join(str(words or "").split())[:_LONGEST_FAULT]


def _basic(account: Account) -> Mapping[str, str]:
    if not account.client_id:
        return {}
    pair = b64encode(f"{account.client_id}:{account.client_secret}".encode()).decode()
    return {"Authorization": f"Basic {pair}"}
