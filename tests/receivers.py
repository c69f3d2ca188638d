"""Receivers on loopback: a mail server and a web server, which keep what they are given."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "ada@made.example", "hunter2 & co/7"


@dataclass
class Received:
    """What a mail server was given; `refuses` holds addresses, `answers` replies to a message."""

    url: str = ""
    mails: list[EmailMessage] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    answers: list[str] = field(default_factory=list)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuses:
            return "550 no such address"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            mail = message_from_bytes(content, policy=policy.default)
            assert isinstance(mail, EmailMessage)
            self.mails.append(mail)
        return answer


class _Server(Controller):
    """A server on whatever port was free."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(*, asks_who: bool = False) -> Iterator[Received]:
    """Serve SMTP until the block ends; `asks_who` wants the user and the password from above."""
    received = Received()

    def known(*asked: Any) -> AuthResult:
        told = asked[-1]
        assert isinstance(told, LoginPassword)
        good = told.login == USER.encode() and told.password == PASSWORD.encode()
        return AuthResult(success=good, handled=good)

    more = {"authenticator": known, "auth_required": True, "auth_require_tls": False}
    server = _Server(received, hostname="127.0.0.1", port=0, **(more if asks_who else {}))
    server.start()
    try:
        received.url = f"127.0.0.1:{server.port}"
        yield received
    finally:
        server.stop()


@dataclass
class Posted:
    """What a web server was posted, and the status of each answer in turn, the last for good."""

    url: str = ""
    bodies: list[Any] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answers: list[int] = field(default_factory=lambda: [200])


@contextmanager
def web_server() -> Iterator[Posted]:
    """Serve POST until the block ends."""
    posted = Posted()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            posted.bodies.append(json.loads(raw))
            posted.headers.append(dict(self.headers))
            status = posted.answers.pop(0) if len(posted.answers) > 1 else posted.answers[0]
            self.send_response(status)
            self.send_header("Location", f"{posted.url}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    posted.url = f"http://127.0.0.1:{server.server_port}/hook/s3cret-path"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield posted
    finally:
        server.shutdown()
        server.server_close()
