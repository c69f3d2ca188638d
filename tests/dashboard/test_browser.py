"""Walks through the dashboard in a real Chromium: pick, click, download, correct, print."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import clippings
import pandas as pd
import pytest
from conftest import DASHBOARD, PAGES
from playwright.sync_api import ConsoleMessage, Page, expect, sync_playwright
from published import POLICY, publish

pytestmark = pytest.mark.browser
expect.set_options(timeout=45_000)  # a busy machine is slow, not wrong
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="module")
def chromium() -> str:
    """Return where Chromium is; without one, skip here and fail where all must run."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        told = "no Chromium found: install the package `chromium`"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    return str(found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with one published version."""
    data = tmp_path_factory.mktemp("data")
    publish(data)
    return data


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Serve the dashboard on a free port of this machine."""
    with served(folder) as address:
        yield address


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the dashboard on a data folder; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(DASHBOARD / "app.py")]
    server = subprocess.Popen(
        [*command, "--server.port", str(port), "--server.fileWatcherType", "none"],
        cwd=DASHBOARD.parent,  # where .streamlit/config.toml is
        env=os.environ | {"LAWBEAT_DATA": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def wait_for(port: int) -> None:
    """Wait until the server answers; fail after 30 s."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    pytest.fail(f"the dashboard does not answer on port {port}")


@pytest.fixture
def trouble() -> list[str]:
    """Return what the browser complained of, and every call to another host."""
    return []


@pytest.fixture(params=[(1400, "light"), (420, "dark")], ids=["wide", "phone"])
def page(
    request: pytest.FixtureRequest, chromium: str, address: str, trouble: list[str]
) -> Iterator[Page]:
    """Open the dashboard in a fresh browser."""
    width, scheme = request.param
    with opened(chromium, trouble, width, scheme) as page:
        page.goto(f"{address}/timeline")
        yield page


@contextmanager
def opened(chromium: str, trouble: list[str], width: int, scheme: str) -> Iterator[Page]:
    """Open a page in a fresh browser that notes what goes wrong."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        context = browser.new_context(
            viewport={"width": width, "height": 1000}, color_scheme=scheme, accept_downloads=True
        )
        context.set_default_navigation_timeout(90_000)
        page = context.new_page()
        page.on("console", lambda told: note_error(told, trouble))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda asked: note_stranger(asked.url, trouble))
        yield page
        browser.close()


def note_error(told: ConsoleMessage, trouble: list[str]) -> None:
    """Note an error, but for Streamlit's own search for its server under a page's address."""
    if told.type == "error" and "/_stcore/" not in told.location.get("url", ""):
        trouble.append(f"{told.text} ({told.location.get('url')})")


def note_stranger(url: str, trouble: list[str]) -> None:
    """Note a call that leaves this machine."""
    parts = urlparse(url)
    if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
        trouble.append(f"asks {url}")


def asked(page: Page) -> dict[str, str]:
    """Return the query parameters of the page's address."""
    return {key: values[0] for key, values in parse_qs(urlparse(page.url).query).items()}


def test_pick_read_and_download(page: Page, trouble: list[str], tmp_path: Path) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Section 12 of the Lantern Trade Act")
    expect(page.locator(".js-plotly-plot .bars .point")).to_have_count(3 + 2 + 2)
    expect(metric(page, "Articles")).to_have_text("13")

    bar = page.locator(".js-plotly-plot .subplot.x2y2 .bars .point").first
    bar.scroll_into_view_if_needed()
    bar.click(force=True)
    expect(page.get_by_text("Articles of Sep 2030 (4)")).to_be_visible()

    unfold(page, "Rows behind the coverage band", ".st-key-csv_coverage button:visible")
    kept = saved(page, ".st-key-csv_coverage button:visible", tmp_path)
    assert kept.name == f"coverage_{POLICY}_2030-09-01_2031-02-28_v1.csv"
    assert list(pd.read_csv(kept)["articles"]) == [5, 7, 1]

    pick(page, "Policy", "Quarry Rule & <i>Pits</i>")
    expect(page.get_by_role("heading", level=1)).to_have_text("Quarry Rule & <i>Pits</i>")
    expect(metric(page, "Articles")).to_have_text("0")
    page.wait_for_url("**policy=quarry-rule**")
    assert not trouble


def test_a_link_reproduces_the_view(page: Page, trouble: list[str]) -> None:
    page.goto(
        f"{page.url.split('?')[0]}?policy={POLICY}&grain=year&group=harbour"
        "&from=2030-01-01&to=2031-12-31&count=stories"
    )
    expect(metric(page, "Articles")).to_have_text("8")
    page.wait_for_timeout(500)
    assert asked(page) == {
        "policy": POLICY,
        "grain": "year",
        "group": "harbour",
        "from": "2030-01-01",
        "to": "2031-12-31",
        "count": "stories",
    }
    assert not trouble


def test_filters_go_along_to_another_page(page: Page, trouble: list[str]) -> None:
    expect(metric(page, "Articles")).to_have_text("13")
    pick(page, "Group of outlets", "Harbour papers")
    page.wait_for_url("**group=harbour**")
    if page.viewport_size and page.viewport_size["width"] < 600:
        page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Bills", exact=True).click()
    expect(page.get_by_text("All bills that were read")).to_be_visible()
    page.wait_for_url("**/bills?**group=harbour**")
    assert not trouble


def test_a_newer_version_is_announced_and_shown(
    page: Page, folder: Path, trouble: list[str]
) -> None:
    expect(metric(page, "Articles")).to_have_text("13")
    try:
        publish(folder, 2, {"coverage": []})
        page.get_by_role("button", name="Show it").click(timeout=40_000)
        expect(metric(page, "Articles")).to_have_text("0")
    finally:
        (folder / "published" / "current").write_text("lawbeat-1.duckdb")
    assert not trouble


def test_an_event_opens_its_bill_and_its_rows_are_read_back(
    page: Page, trouble: list[str], tmp_path: Path
) -> None:
    expect(metric(page, "Articles")).to_have_text("13")
    settle(page)
    kept = saved(page, ".st-key-parquet_events button:visible", tmp_path)
    rows = pd.read_parquet(kept)
    assert list(rows["event_id"]) == ["e1", "e2", "e3"]
    assert set(rows["lawbeat_version"]) == {1}
    assert f"policy={POLICY}" in rows["lawbeat_filters"][0]

    page.locator(".js-plotly-plot .subplot.xy .points path.point").first.click(force=True)
    page.get_by_role("link", name="Open the bill").click()
    page.wait_for_url("**/bills?**bill=hr12-199**")
    expect(page.get_by_role("heading", name="H.R. 12 (199th)")).to_be_visible()
    expect(page.get_by_text("1 dated story names the bill")).to_be_visible()
    assert not trouble


def test_every_page_fits_a_phone_and_every_chart_has_a_voice(
    chromium: str, address: str, trouble: list[str]
) -> None:
    asked = f"policy={POLICY}&bill=hr12-199&event=e3&article=a1"
    voiced = 0
    with opened(chromium, trouble, 420, "dark") as page:
        for name in PAGES:
            page.goto(f"{address}/{name}?{asked}")
            # While a page gives way to the next, both titles may stand there for a moment.
            expect(page.get_by_role("heading", level=1)).to_have_count(1)
            drawn(page)
            expect(page.get_by_test_id("stException")).to_have_count(0)
            assert page.evaluate("document.documentElement.scrollWidth") <= 420, name
            for chart in page.get_by_test_id("stPlotlyChart").all():
                assert chart.get_attribute("role") == "figure", name
                assert len(chart.get_attribute("aria-label") or "") > 20, name
                voiced += 1
    assert voiced > 8
    assert not trouble


def test_an_event_is_opened_by_keys_alone_and_a_period_by_its_link(
    chromium: str, address: str, trouble: list[str]
) -> None:
    with opened(chromium, trouble, 1400, "light") as page:
        page.goto(f"{address}/timeline?policy={POLICY}")
        box = page.get_by_role("combobox", name="pick one here")
        box.wait_for()
        settle(page)
        box.focus()
        page.keyboard.type("Waiver lapses")
        page.keyboard.press("Enter")
        page.wait_for_url("**look=event**")
        expect(page.get_by_test_id("stMarkdown").get_by_text("Waiver lapses")).to_be_visible()
        page.goto(f"{address}/timeline?policy={POLICY}&look=period:2030-09-01")
        expect(page.get_by_text("Articles of Sep 2030 (4)")).to_be_visible()
    assert not trouble


def test_a_brief_prints_and_calls_nobody(page: Page, trouble: list[str], tmp_path: Path) -> None:
    page.goto(page.url.replace("/timeline", "/brief"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Section 12 of the Lantern Trade Act")
    settle(page)
    kept = saved(page, ".st-key-brief_html button", tmp_path)
    page.route("http*://**", lambda route: route.abort())
    page.goto(kept.as_uri())
    expect(page.locator("figure .main-svg").first).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
    assert not trouble


def test_the_overview_has_a_name_and_knows_the_last_visit(
    page: Page, address: str, trouble: list[str]
) -> None:
    page.goto(f"{address}/overview?policy={POLICY}")
    expect(page.get_by_role("heading", name="What is new")).to_be_visible()
    settle(page)
    today = datetime.now(UTC).date()
    assert visits(page) in (f".{today}", f".{today - timedelta(days=1)}")  # it may be midnight

    page.context.add_cookies(
        [{"name": "lawbeat_visits", "value": "2030-12-01.2031-01-05", "url": address}]
    )
    page.goto(f"{address}/?policy={POLICY}")
    # The made-up days lie ahead: what is not in the past is no last visit.
    expect(page.get_by_role("heading", name="What is new")).to_be_visible()
    settle(page)
    assert visits(page).endswith(f".{today}")
    assert not trouble


def test_a_correction_is_seen_after_a_refresh(
    chromium: str, trouble: list[str], tmp_path: Path
) -> None:
    """Set a stance on the page, build again as a refresh does, and find it set."""
    (tmp_path / "sample").mkdir()  # none: the build is quick
    clippings.drop(tmp_path / "inbox")
    build(tmp_path)
    with served(tmp_path) as address, opened(chromium, trouble, 1400, "light") as page:
        page.goto(f"{address}/articles?policy=section-907&text=ada%20maker")
        expect(page.get_by_text("1 article.")).to_be_visible()
        page.get_by_test_id("stDataFrame").first.click(position={"x": 16, "y": 52})
        page.wait_for_url("**article=**")
        settle(page)
        page.get_by_role("button", name="Correct").first.click()
        page.get_by_label("Your name").fill("Cora Coder")
        pick(page, "Stance", "neutral", last=True)
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved; counts at the next refresh")).to_be_visible()
        build(tmp_path)
        page.reload()
        expect(page.get_by_text("neutral set by a person")).to_be_visible()
        assert not trouble


def build(folder: Path) -> None:
    """Build a version of a data folder, as a refresh does."""
    done = subprocess.run(
        [sys.executable, "-m", "etl", "build"],
        env=os.environ | {"LAWBEAT_DATA": str(folder)},
        cwd=DASHBOARD.parent,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr


def visits(page: Page) -> str:
    """Return what the browser keeps of its visits, once the page has noted this one."""
    noted = "document.cookie.includes('.' + new Date().toISOString().slice(0, 10))"
    page.wait_for_function(noted, timeout=30_000)
    kept = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    return str(kept.get("lawbeat_visits"))


def saved(page: Page, button: str, folder: Path) -> Path:
    """Press a button that downloads; return the file."""
    with page.expect_download() as waited:
        page.locator(button).first.click()
    kept = folder / waited.value.suggested_filename
    waited.value.save_as(kept)
    return kept


def drawn(page: Page) -> None:
    """Wait until the page has run and nothing is a placeholder any more."""
    page.wait_for_selector('[data-test-script-state="notRunning"]')
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")


def settle(page: Page) -> None:
    """Wait until no script runs and nothing moves."""
    page.wait_for_selector('[data-test-script-state="notRunning"]')
    page.wait_for_timeout(800)


def unfold(page: Page, title: str, inside: str) -> None:
    """Open what is folded; what is drawn above it meanwhile may move it from under the pointer."""
    for _ in range(3):
        settle(page)
        if page.locator(inside).count():
            return
        page.get_by_text(title).click()
    settle(page)


def metric(page: Page, label: str):
    """Return the value of a key figure."""
    card = page.get_by_test_id("stMetric").filter(has_text=label).first
    return card.get_by_test_id("stMetricValue")


def pick(page: Page, label: str, option: str, *, last: bool = False) -> None:
    """Choose an option of a select box, of several of one label the last."""
    boxes = page.get_by_role("combobox", name=label)
    box = boxes.last if last else boxes.first
    box.scroll_into_view_if_needed()
    settle(page)  # a list that is open while the page scrolls closes itself
    box.click()
    page.get_by_role("option", name=option, exact=True).click()
