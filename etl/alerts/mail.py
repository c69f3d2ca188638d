"""E-mail: a digest of a batch, plain and HTML, over SMTP.

`LAWBEAT_SMTP_URL` is `smtp://user:password@host:587` (encrypted by STARTTLS where the server offers
it; a password never goes unencrypted to another machine) or `smtps://user:password@host:465`.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from urllib.parse import SplitResult, unquote, urlsplit

from etl import hosts
from etl.alerts.alert import Alert, Delivery
from etl.alerts.feeds import text
from etl.alerts.sending import NotSent, without

TIMEOUT_S = 20.0
PORTS = {"smtp": 587, "smtps": 465}
LONGEST_SUBJECT = 150  # characters


@dataclass(frozen=True)
class Mail:
    """The server, who writes, and to whom."""

    url: str = field(repr=False)
    sender: str
    receivers: tuple[str, ...]
    page_url: str | None = None
    name: str = "mail"

    @property
    def reaches(self) -> str:
        """Return to whom it goes."""
        return ", ".join(self.receivers)

    def send(self, batch: Delivery) -> str | None:
        """Send a batch as one message; raises `NotSent` where the server did not take it."""
        to = urlsplit(self.url)
        mail = message(batch, self.sender, self.receivers, self.page_url)
        try:
            with _connected(to) as server:
                _encrypt(server, to)
                if to.username:
                    server.login(unquote(to.username), unquote(to.password or ""))
                refused = server.send_message(mail)
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise NotSent(without(_why(error), *_secrets(to)), passing=_passing(error)) from None
        # The others have it: to send it to all again would tell them twice.
        return f"{len(refused)} addresses were refused" if refused else None


@contextmanager
def _connected(to: SplitResult) -> Iterator[smtplib.SMTP]:
    host, port = to.hostname or "", to.port or PORTS[to.scheme]
    if to.scheme == "smtps":
        context = ssl.create_default_context()
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_S, context=context)
    else:
        server = smtplib.SMTP(host, port, timeout=TIMEOUT_S)
    try:
        yield server
        with suppress(smtplib.SMTPException, OSError):  # it has the message already
            server.quit()
    finally:
        server.close()


def _encrypt(server: smtplib.SMTP, to: SplitResult) -> None:
    server.ehlo()
    if to.scheme == "smtps":
        return
    if server.has_extn("starttls"):
        server.starttls(context=ssl.create_default_context())
        server.ehlo()
    elif to.password and not _own(to.hostname or ""):
        raise smtplib.SMTPNotSupportedError(
            "the server offers no STARTTLS, and a password is not sent unencrypted"
        )


def _why(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"all {len(error.recipients)} addresses were refused"
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        words = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
        return f"the server said {error.smtp_code} {words}"
    return f"{type(error).__name__}: {error}"


def _passing(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPResponseException):
        return 400 <= error.smtp_code < 500
    lasting = (smtplib.SMTPRecipientsRefused, smtplib.SMTPNotSupportedError, ValueError)
    return not isinstance(error, lasting)


def _own(host: str) -> bool:
    return host == "localhost" or hosts.private(host)


def _secrets(to: SplitResult) -> tuple[str | None, ...]:
    told = (to.password, unquote(to.password or ""), to.username, unquote(to.username or ""))
    return (*told, to.netloc if to.password else None)


def message(
    batch: Delivery, sender: str, receivers: tuple[str, ...], page_url: str | None
) -> EmailMessage:
    """Return the message of a batch; the same batch makes the same Message-ID."""
    mail = EmailMessage()
    mail["Subject"] = subject(batch)
    mail["From"] = sender
    mail["To"] = ", ".join(receivers)
    mail["Date"] = format_datetime(datetime.fromisoformat(batch.made_at))
    mail["Message-ID"] = f"<{batch.delivery_id}@{_domain(sender)}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n\n".join(_plain(alert, page_url) for alert in batch.alerts) + "\n")
    mail.add_alternative(_html(batch, page_url), subtype="html")
    mail.set_boundary(f"=_{batch.delivery_id}")  # the same batch is the same bytes
    return mail


def subject(batch: Delivery) -> str:
    """Return what the digest is about: the first of its alerts, and how many more."""
    first, more = batch.alerts[0].subject, len(batch.alerts) - 1
    end = f" (and {more} more)" if more else ""
    room = LONGEST_SUBJECT - len(end)
    return (first if len(first) <= room else f"{first[: room - 1]}…") + end


def _domain(sender: str) -> str:
    return sender.rpartition("@")[2].strip("<> ") or "lawbeat.invalid"


def _plain(alert: Alert, page_url: str | None) -> str:
    lines = [alert.subject, text(alert), alert.link(page_url) if page_url else None]
    return "\n".join(line for line in lines if line)


def _html(batch: Delivery, page_url: str | None) -> str:
    items = "\n".join(_item(alert, page_url) for alert in batch.alerts)
    head = "<!doctype html>\n<html lang=en><meta charset=utf-8><title>Lawbeat</title>"
    return f"{head}\n{items}\n</html>"


def _item(alert: Alert, page_url: str | None) -> str:
    head = escape(alert.subject)
    if address := alert.link(page_url):
        head = f'<a href="{escape(address)}" rel="noopener noreferrer">{head}</a>'
    under = "<br>".join(escape(line) for line in text(alert).splitlines())
    return f"<p><strong>{head}</strong><br>{under}</p>"
