"""Who speaks in a headline, in the ways that headlines have."""

from types import SimpleNamespace

import pytest

from etl.text.headlines import recased
from etl.text.voices import find_voices

HEADLINES = [
    ("ANCA Demands Senate Uphold LAW Amid Talks", "ANCA", None),
    ("Senator Slams Waiver of LAW", "Senator", None),
    ("Armenian Groups Condemn Waiver of LAW", "Armenian Groups", None),
    ("ANCA Requests Meeting with President Roe regarding Enforcement of LAW", "ANCA", None),
    ("Roe says LAW must go", "Roe", None),
    ("LAW must go, says senator", "senator", None),
    ("LAW must go, envoy tells Congress", "envoy", None),
    ("“LAW is unjust,” Roe says", "Roe", None),
    ("LAW must go - expert", "expert", None),
    ("LAW must go — Foreign Minister Roe", "Roe", "Foreign Minister"),
    ("Foreign Minister Roe : LAW is a relic", "Roe", "Foreign Minister"),
    ("ANCA: LAW must stay", "ANCA", None),
    # Who is asked does not speak; a rubric, a site and a place do not either.
    ("Congress urged to enforce LAW", None, None),
    ("Analysis: what LAW means", None, None),
    ("LAW is a relic - News.Az", None, None),
    ("LAW explained - Bath Post", None, None),
    ("Roe Waives LAW Again", None, None),
    ("Why Congress Should Repeal LAW", None, None),
    ("LAW", None, None),
]


@pytest.mark.parametrize(("title", "holder", "role"), HEADLINES)
def test_a_headline_tells_who_speaks(title: str, holder: str | None, role: str | None) -> None:
    start = title.index("LAW")
    place = SimpleNamespace(
        mention_id="m", article_id="a", match_basis="title", start=start, end=start + 3
    )
    (found,) = find_voices([place], [{"article_id": "a", "title": title}])
    assert (found.holder, found.holder_role) == (holder, role)
    assert found.said is not None
    assert found.said in title  # verbatim, whatever was recased


def test_a_headline_keeps_its_places_whatever_is_recased() -> None:
    for title, _, _ in HEADLINES:
        assert len(recased(title)) == len(title)
        assert recased(title).lower() == title.lower()
    assert recased("Roe Says United States Must Act") == "Roe says United States must Act"
