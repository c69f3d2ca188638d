"""Hosts that may be asked: those of the public web, and the one a source is set up to ask.

An address that comes from data (a feed's link, a redirect) must not lead into the network this
machine stands in. Its words are looked at before anything is sent; the host it truly led to, when
the connection stands and before a byte goes over it, so that no name can change in between.
`LAWBEAT_ALLOW_PRIVATE=1` lifts this, for those whose sources lie in their own network.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import threading
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from etl.answers import Failed, RefusedAddress

HEAD_S = 60.0  # until the last header has come, however slowly they drip
_OWN_NAMES = ("localhost", "internal", "local", "localdomain", "home.arpa", "lan")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def refusal(url: str) -> str | None:
    """Return why an address is not asked, None where it may be.

    >>> refusal("file:///etc/passwd")
    'file: is no address of the web'
    >>> refusal("http://169.254.169.254/latest/meta-data")
    'it leads to the private address 169.254.169.254'
    >>> refusal("https://asbarez.com/feed/")
    """
    try:
        asked = urlsplit(url)
        host, _ = asked.hostname, asked.port
    except ValueError:
        return "it is no address of the web"
    if asked.scheme.lower() not in ("http", "https"):
        return f"{asked.scheme[:20]}: is no address of the web"
    if not host:
        return "it names no host"
    own = any(host.rstrip(".") == n or host.rstrip(".").endswith(f".{n}") for n in _OWN_NAMES)
    if (own or private(host)) and not allowed():
        return f"it leads to the private address {host}"
    return None


def private(host: str) -> bool:
    """Return whether a host, told as a number, is not of the public internet.

    >>> private("10.1.2.3"), private("::ffff:127.0.0.1"), private("8.8.8.8"), private("asbarez.com")
    (True, True, False, False)
    """
    try:
        ip = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner:
            return private(str(inner))
    return not ip.is_global or ip.is_multicast


def allowed() -> bool:
    """Return whether whoever runs this lets data lead into their own network."""
    return os.environ.get("LAWBEAT_ALLOW_PRIVATE") == "1"


def origin(url: str) -> str:
    """Return scheme, host and port of an address.

    >>> origin("HTTPS://Asbarez.com/feed/?x")
    'https://asbarez.com'
    """
    asked = urlsplit(url)
    return f"{asked.scheme.lower()}://{asked.netloc.lower()}"


def session(own: str) -> requests.Session:
    """Return a session that goes to public hosts only, and to the host of `own`."""
    opened = _Session()
    for scheme in ("http://", "https://"):
        opened.mount(scheme, _Adapter(_PublicHTTP, _PublicHTTPS))
    if urlsplit(own).hostname:
        opened.mount(f"{origin(own)}/", _Adapter(_WatchedHTTP, _WatchedHTTPS))
    return opened


class _Session(requests.Session):
    """A session that follows no redirect, not even to look where it would lead.

    requests looks ahead even where it is told not to follow, and reads all of the body for it.
    """

    def resolve_redirects(self, *_: Any, **__: Any) -> Any:
        return iter(())


class _Watched:
    """A connection that shuts itself where the head of an answer does not come to an end."""

    sock: socket.socket

    def getresponse(self) -> Any:
        late = threading.Event()
        watch = threading.Timer(HEAD_S, _shut, [self.sock, late])
        watch.daemon = True
        watch.start()
        try:
            answer = super().getresponse()  # type: ignore[misc]
        except Exception as error:
            raise (_too_late() if late.is_set() else error) from error
        finally:
            watch.cancel()
        if late.is_set():  # a head that is cut short reads as if it were whole
            raise _too_late()
        return answer


def _too_late() -> Failed:
    return Failed(f"the head of the answer took longer than {HEAD_S:.0f} s")


def _shut(sock: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):  # it is shut already
        sock.shutdown(socket.SHUT_RDWR)


class _Public(_Watched):
    """A connection that stands only where its other end is of the public internet."""

    def _new_conn(self) -> socket.socket:
        sock: socket.socket = super()._new_conn()  # type: ignore[misc]
        through_proxy = getattr(self, "proxy", None)
        peer = str(sock.getpeername()[0])
        if private(peer) and not through_proxy and not allowed():
            sock.close()
            raise RefusedAddress(f"it leads to the private address {peer}")
        return sock


class _WatchedHTTP(_Watched, HTTPConnection):
    pass


class _WatchedHTTPS(_Watched, HTTPSConnection):
    pass


class _PublicHTTP(_Public, HTTPConnection):
    pass


class _PublicHTTPS(_Public, HTTPSConnection):
    pass


class _Adapter(HTTPAdapter):
    """The way to hosts over connections of these two classes."""

    def __init__(self, http: type[HTTPConnection], https: type[HTTPSConnection]) -> None:
        self._ways = {
            "http": type("_HTTP", (HTTPConnectionPool,), {"ConnectionCls": http}),
            "https": type("_HTTPS", (HTTPSConnectionPool,), {"ConnectionCls": https}),
        }
        super().__init__()

    def init_poolmanager(self, *given: Any, **more: Any) -> None:
        super().init_poolmanager(*given, **more)
        self.poolmanager.pool_classes_by_scheme = self._ways
