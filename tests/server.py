"""A small server on loopback that plays the sources, well-behaved and badly."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Playing:
    """The server's address, what it says at each path, and what it was asked."""

    address: str
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def say(self, path: str, *answers: Answer) -> None:
        """Answer a path with these in turn, the last for good."""
        self.answers[path] = list(answers)


def body(content: bytes | str, status: int = 200, **headers: str) -> Answer:
    """Answer with a whole body; a header `Retry_After` is sent as `Retry-After`."""
    raw = content.encode() if isinstance(content, str) else content

    def answer(ask: BaseHTTPRequestHandler) -> None:
        ask.send_response(status)
        for name, value in headers.items():
            ask.send_header(name.replace("_", "-"), value)
        ask.send_header("Content-Length", str(len(raw)))
        ask.end_headers()
        ask.wfile.write(raw)

    return answer


def tagged(content: str, etag: str) -> Answer:
    """Answer with 304 to who has this tag already."""

    def answer(ask: BaseHTTPRequestHandler) -> None:
        same = ask.headers.get("If-None-Match") == etag
        body(b"" if same else content, 304 if same else 200, ETag=etag)(ask)

    return answer


def cut_short(content: str) -> Answer:
    """Promise more than is sent."""

    def answer(ask: BaseHTTPRequestHandler) -> None:
        ask.send_response(200)
        ask.send_header("Content-Length", str(len(content) + 1000))
        ask.end_headers()
        ask.wfile.write(content.encode())
        ask.close_connection = True

    return answer


def redirect_to(place: str) -> Answer:
    """Send elsewhere."""
    return body(b"", 302, Location=place)


def streamed(
    pieces: Iterable[bytes], pause: float = 0.0, status: int = 200, **headers: str
) -> Answer:
    """Send piece after piece without saying how many, until who asks has had enough."""

    def answer(ask: BaseHTTPRequestHandler) -> None:
        ask.send_response(status)
        for name, value in headers.items():
            ask.send_header(name.replace("_", "-"), value)
        ask.send_header("Connection", "close")
        ask.end_headers()
        ask.close_connection = True
        with suppress(OSError):
            for piece in pieces:
                ask.wfile.write(piece)
                ask.wfile.flush()
                time.sleep(pause)

    return answer


def slow(seconds: float) -> Answer:
    """Say nothing for a while."""

    def answer(ask: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        body(b"late")(ask)

    return answer


@contextmanager
def play() -> Iterator[Playing]:
    """Serve until the block ends."""
    playing = Playing("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            playing.asked.append(self.path)
            playing.headers.append(dict(self.headers))
            path = self.path.partition("?")[0]
            answers = playing.answers.get(path, [body("nothing here", 404)])
            (answers.pop(0) if len(answers) > 1 else answers[0])(self)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # who asks may hang up
    playing.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield playing
    finally:
        server.shutdown()
        server.server_close()
