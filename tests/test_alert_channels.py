"""What goes out: feeds, calendar, mail and webhook, each read back by whoever takes it."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from etl.alerts.calendar import Day, calendar, escaped, fold
from etl.alerts.channels import channels
from etl.alerts.feeds import ATOM, Told, atom, json_feed
from etl.alerts.mail import Mail, message, subject
from etl.alerts.sending import NotSent
from etl.alerts.webhook import MOST_IN_SLACK, Webhook, generic, slack
from tests.alerts_made import NASTY, alert, batch
from tests.receivers import PASSWORD, USER, mail_server, web_server

AT = "2026-06-01T12:00:00Z"
PAGE = "https://lawbeat.made.example/"
BAD_LINKS = ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " ", None]
NS = {"a": ATOM}


@pytest.mark.parametrize("page", [None, PAGE])
def test_atom_is_whole_whatever_a_title_holds(page: str | None) -> None:
    told = [Told(alert(1, headline=NASTY, detail=NASTY), AT), Told(alert(2), AT)]
    feed = etree.fromstring(atom(told, AT, page))
    assert not feed.xpath("//*[local-name() = 'script']")
    entries = feed.findall("a:entry", NS)
    for one in (feed, *entries):  # what RFC 4287 wants of each, once
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"a:{name}", NS)) == 1
    assert feed.findtext("a:author/a:name", namespaces=NS) == "Lawbeat"
    assert len({e.findtext("a:id", namespaces=NS) for e in entries}) == 2
    assert "<script>alert(1)</script>" in entries[0].findtext("a:title", namespaces=NS)
    link = entries[1].find("a:link[@rel='alternate']", NS).get("href")
    assert link == (f"{PAGE}bills?policy=made&bill=hr2-119" if page else "https://made.example/2")


def test_a_feed_in_which_nothing_was_told_is_a_feed() -> None:
    feed = etree.fromstring(atom([], AT, None))
    assert feed.findtext("a:updated", namespaces=NS) == AT
    assert json.loads(json_feed([], None))["items"] == []


@pytest.mark.parametrize("url", BAD_LINKS)
def test_what_is_no_address_of_the_web_is_no_link(url: str | None) -> None:
    one = alert(1, source_url=url)
    feed = etree.fromstring(atom([Told(one, AT)], AT, None))
    assert feed.findall("a:entry/a:link", NS) == []
    (item,) = json.loads(json_feed([Told(one, AT)], None))["items"]
    assert not {"url", "external_url"} & item.keys()
    assert "<a " not in _html(one)
    assert generic(batch(one), None)["alerts"][0]["source_url"] is None
    assert "<" not in slack(batch(one), None)["text"]


def test_a_json_feed_says_its_version_and_each_item_its_id_and_words() -> None:
    feed = json.loads(json_feed([Told(alert(1, headline=NASTY), AT)], PAGE))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = feed["items"]
    assert item["id"] == "urn:uuid:00000000-0000-0000-0000-000000000001"
    assert item["content_text"]
    assert item["date_published"] == AT
    assert item["tags"] == ["made", "new_bill", "high"]


# The calendar, read back by the rules of RFC 5545.


def unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()  # no character is cut in two
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value)


def day(**told: object) -> Day:
    made = {
        "day_id": "made:1",
        "policy": "Made Act",
        "on_day": date(2026, 6, 1),
        "title": "A vote",
        "detail": "vote; fact",
        "source_url": "https://made.example/1",
    }
    return Day(**made | told)  # type: ignore[arg-type]  # fmt: skip


def test_the_calendar_reads_back_and_its_ids_stay() -> None:
    days = [day(), day(day_id="made:2", title=NASTY, source_url="javascript:x"), day(day_id="x")]
    lines = unfolded(calendar(days))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert "VERSION:2.0" in lines
    names = [line.partition(":")[0] for line in lines]
    assert names.count("BEGIN") == names.count("END") == 4
    assert "BEGIN:VALARM" not in lines
    for name in ("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"):
        assert names.count(name) == 3
    assert names.count("URL") == 2
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == 3
    assert "DTSTART;VALUE=DATE:20260601" in lines
    assert "DTEND;VALUE=DATE:20260602" in lines
    again = unfolded(calendar([day(title="Another title", on_day=date(2026, 6, 3))]))
    assert [line for line in again if line.startswith("UID:")] == uids[:1]


def test_an_address_in_the_calendar_stays_on_its_line() -> None:
    odd = "https://made.example/a\r\nBEGIN:VALARM\u2028é b"
    (line,) = [x for x in unfolded(calendar([day(source_url=odd)])) if x.startswith("URL:")]
    assert line == "URL:https://made.example/aBEGIN:VALARMb"


@settings(max_examples=200)
@given(st.text())
def test_any_text_comes_back_out_of_the_calendar(text: str) -> None:
    value = escaped(text)
    assert "\n" not in value
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert unescaped(value) == re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", plain)
    lines = unfolded(fold(f"SUMMARY:{value}") + b"\r\n")
    assert lines == [f"SUMMARY:{value}"]


# Mail.


def _html(*alerts: object) -> str:
    mail = message(batch(*alerts), "a@made.example", ("b@made.example",), None)  # type: ignore[arg-type]
    part = mail.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def test_a_digest_is_plain_and_html_and_holds_nothing_that_runs() -> None:
    bad = alert(1, headline=NASTY, detail="<img src=x onerror=alert(1)>")
    page = html.fromstring(_html(bad, alert(2)))
    assert page.xpath("//script | //img | //@onerror") == []
    assert page.xpath("//a/@href") == ["https://made.example/1", "https://made.example/2"]
    assert set(page.xpath("//a/@rel")) == {"noopener noreferrer"}
    mail = message(batch(bad, alert(2)), "a@made.example", ("b@made.example",), PAGE)
    plain = mail.get_body(("plain",))
    assert plain is not None
    assert alert(2).headline in plain.get_content()
    assert f"{PAGE}bills?policy=made&bill=hr2-119" in plain.get_content()


def test_a_line_of_an_alert_holds_nothing_that_a_terminal_obeys() -> None:
    assert alert(1, headline=NASTY).subject.isprintable()


def test_a_subject_is_one_short_line_and_no_header_slips_in() -> None:
    many = batch(*[alert(n, headline=NASTY) for n in range(3)])
    assert len(subject(many)) <= 150
    assert subject(many).endswith("(and 2 more)")
    raw = bytes(message(many, "a@made.example", ("b@made.example",), None))
    head = raw.partition(b"\n\n")[0]
    assert not re.search(rb"^bcc:", head, re.IGNORECASE | re.MULTILINE)


def test_mail_reaches_every_address_and_says_who_it_is() -> None:
    with mail_server(asks_who=True) as server:
        url = f"smtp://ada%40made.example:hunter2%20%26%20co%2F7@{server.url}"
        mail = Mail(url, "lawbeat@made.example", ("ben@made.example", "cora@made.example"))
        assert mail.send(batch(alert(1))) is None
        (taken,) = server.mails
    assert taken["To"] == "ben@made.example, cora@made.example"
    assert taken["Subject"] == "Made Act: H.R. 1 (119th) was brought in"
    assert taken["Message-ID"] == f"<{batch(alert(1)).delivery_id}@made.example>"
    assert taken.get_content_type() == "multipart/alternative"
    assert PASSWORD not in repr(mail)


@pytest.mark.parametrize(
    ("userinfo", "refuses", "answers", "told", "passing"),
    [
        ("ada%40made.example:wrongword@", [], [], "the server said 535", False),
        ("ada%40made.example:@", [], [], "the server said 535", False),
        (None, ["ben@made.example", "cora@made.example"], [], "all 2 addresses", False),
        (None, [], ["451 later"], "the server said 451 later", True),
        (None, [], ["554 no"], "the server said 554 no", False),
        (None, [], ["554 " + PASSWORD], "the server said 554 ***", False),
    ],
)
def test_a_mail_that_is_not_taken_is_told_without_a_secret(
    userinfo: str | None, refuses: list[str], answers: list[str], told: str, passing: bool
) -> None:
    good = "ada%40made.example:hunter2%20%26%20co%2F7@"
    with mail_server(asks_who=True) as server:
        server.refuses.update(refuses)
        server.answers += answers
        url = f"smtp://{good if userinfo is None else userinfo}{server.url}"
        mail = Mail(url, "l@made.example", ("ben@made.example", "cora@made.example"))
        with pytest.raises(NotSent) as error:
            mail.send(batch(alert(1)))
    assert str(error.value).startswith(told)
    assert error.value.passing == passing
    for secret in (PASSWORD, USER, "wrongword", "hunter2%20"):
        assert secret not in str(error.value)
    assert error.value.__suppress_context__


def test_one_address_that_is_refused_leaves_the_others_theirs() -> None:
    with mail_server() as server:
        server.refuses.add("ben@made.example")
        mail = Mail(
            f"smtp://{server.url}", "l@made.example", ("ben@made.example", "c@made.example")
        )
        assert mail.send(batch(alert(1))) == "1 addresses were refused"
        assert len(server.mails) == 1


def test_a_server_that_is_not_there_may_come_back() -> None:
    with mail_server() as server:
        url = server.url
    with pytest.raises(NotSent) as error:
        Mail(f"smtp://u:pass-word@{url}", "l@made.example", ("b@made.example",)).send(
            batch(alert(1))
        )
    assert error.value.passing
    assert "pass-word" not in str(error.value)


def test_a_password_is_not_sent_unencrypted_to_another_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with mail_server(asks_who=True) as server:
        monkeypatch.setattr("etl.alerts.mail._own", lambda host: False)
        mail = Mail(f"smtp://u:pass-word@{server.url}", "l@made.example", ("b@made.example",))
        with pytest.raises(NotSent, match="a password is not sent unencrypted") as error:
            mail.send(batch(alert(1)))
    assert not error.value.passing


# The webhook.


@pytest.mark.parametrize("shape", ["json", "slack"])
def test_a_webhook_takes_a_batch(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWBEAT_ALLOW_PRIVATE", "1")
    sent = batch(alert(1, headline=NASTY), alert(2))
    with web_server() as server:
        assert Webhook(server.url, shape, PAGE).send(sent) is None
        (body,), (headers,) = server.bodies, server.headers
    assert headers["Idempotency-Key"] == sent.delivery_id
    assert headers["Content-Type"].startswith("application/json")
    if shape == "json":
        assert body["delivery_id"] == sent.delivery_id
        assert [a["alert_id"] for a in body["alerts"]] == [a.alert_id for a in sent.alerts]
        assert body["alerts"][1]["link"] == f"{PAGE}bills?policy=made&bill=hr2-119"
        assert body["alerts"][1]["happened_on"] == sent.alerts[1].happened_on.isoformat()
    else:
        links = re.findall(r"<([^|>]*)\|[^>]*>", body["text"])
        assert links == [f"{PAGE}bills?policy=made&amp;bill=hr{n}-119" for n in (1, 2)]
        assert "<!channel>" not in body["text"]


def test_slack_is_told_how_many_more_there_are() -> None:
    text = slack(batch(*[alert(n) for n in range(MOST_IN_SLACK + 5)]), None)["text"]
    assert text.endswith("… and 5 more")


@pytest.mark.parametrize(
    ("status", "passing"), [(500, True), (429, True), (302, False), (403, False), (404, False)]
)
def test_a_webhook_that_does_not_take_it(
    status: int, passing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWBEAT_ALLOW_PRIVATE", "1")
    with web_server() as server:
        server.answers[:] = [status]
        with pytest.raises(NotSent, match=f"it answered {status}") as error:
            Webhook(server.url).send(batch(alert(1)))
        assert len(server.bodies) == 1  # no redirect is followed
    assert error.value.passing == passing
    assert "s3cret" not in str(error.value)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "[::1]", "localhost", "hooks.internal"]
)
def test_a_webhook_leads_into_no_private_network(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LAWBEAT_ALLOW_PRIVATE", raising=False)
    with pytest.raises(NotSent, match="the address is refused") as error:
        Webhook(f"http://{host}/s3cret").send(batch(alert(1)))
    assert not error.value.passing
    assert "s3cret" not in str(error.value)


def test_a_name_that_leads_into_a_private_network_is_refused_as_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("LAWBEAT_ALLOW_PRIVATE", raising=False)
    with web_server() as server:
        port = server.url.split(":")[2].partition("/")[0]
        monkeypatch.setattr(
            "socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", int(port)))]
        )
        with pytest.raises(NotSent, match=r"private address 127\.0\.0\.1"):
            Webhook(f"http://hooks.made.example:{port}/s3cret").send(batch(alert(1)))
        assert server.bodies == []


# What the environment says.

SMTP = {"LAWBEAT_SMTP_URL": "smtp://me%40made.example:s3cret@mail.made.example"}
TO = {"LAWBEAT_ALERTS_TO": "ben@made.example"}


@pytest.mark.parametrize(
    ("told", "names", "wrong"),
    [
        ({"PATH": "/bin"}, [], None),
        (SMTP | TO, ["mail"], None),
        (SMTP | TO | {"LAWBEAT_ALERTS_FROM": "Lawbeat <l@made.example>"}, ["mail"], None),
        (SMTP, [], "LAWBEAT_ALERTS_TO is not set"),
        (TO, [], "LAWBEAT_SMTP_URL is not set"),
        (SMTP | {"LAWBEAT_ALERTS_TO": "ben"}, [], "no list of addresses"),
        ({"LAWBEAT_SMTP_URL": "mail.made.example:25"} | TO, [], "no address of a mail server"),
        ({"LAWBEAT_SMTP_URL": "smtp://u:s3cret@host:port"} | TO, [], "cannot be read"),
        ({"LAWBEAT_SMTP_URL": "smtp://mail.made.example"} | TO, [], "LAWBEAT_ALERTS_FROM"),
        ({"LAWBEAT_WEBHOOK": "https://hooks.made.example/s3cret"}, ["webhook"], None),
        ({"LAWBEAT_WEBHOOK": "hooks.made.example/s3cret"}, [], "no address of the web"),
        ({"LAWBEAT_WEBHOOK": "https://hooks.made.example:x/s3cret"}, [], "no address of the web"),
        ({"LAWBEAT_WEBHOOK": "https://hooks.made.example/s3cret",
          "LAWBEAT_WEBHOOK_SHAPE": "teams"}, [], "expected json or slack"),
    ],
)  # fmt: skip
def test_the_environment_tells_the_channels(
    told: dict[str, str], names: list[str], wrong: str | None
) -> None:
    found, troubles = channels(told)
    assert [channel.name for channel in found] == names
    assert len(troubles) == (wrong is not None)
    assert (wrong or "") in " ".join(troubles)
    assert "s3cret" not in " ".join([*troubles, *(c.reaches for c in found)])
