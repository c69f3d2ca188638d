"""Who speaks in a headline, in the ways that headlines have."""

from types import SimpleNamespace

import pytest

from etl.text.speech.headlines import recased
from etl.text.speech.voices import find_voices

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
    # A bare name before or behind a colon or a dash, where a view is told.
    ("Roe: LAW must go", "Roe", None),
    ("LAW must go: Roe", "Roe", None),
    ("Novak: ‘LAW is an insult’", "Novak", None),
    ("LAW 'a disaster' — Roe", "Roe", None),
    ("Sen. Ann Roe: It's Time to End LAW", "Ann Roe", "Sen."),
    ("Roe to Lee: Drop LAW", "Roe", None),
    ("New Delhi: LAW must go", "New Delhi", None),
    ("White House: LAW veto likely", "White House", None),
    ("Human Rights Watch: LAW must go", "Human Rights Watch", None),
    ("Secretary of State Moss: LAW must go", "Moss", "Secretary of State"),
    ("Doctors without Lamps: LAW must go", "Doctors without Lamps", None),
    ("'Unjust': Roe on LAW", "Roe", None),
    ("‘Unjust’: farmers on LAW", "farmers", None),
    ("Ann Roe on LAW: it must go", "Ann Roe", None),
    # A label, a topic or an outlet around it.
    ("Interview | Bo Lee: 'LAW is a relic'", "Bo Lee", None),
    ("Q&A: Ann Roe on LAW", "Ann Roe", None),
    ("Exclusive: Roe rips LAW", "Roe", None),
    ("LAW must go, says Roe | Lamp News", "Roe", None),
    ("Roe slams LAW - Bath Tribune", "Roe", None),
    ("LAW: Roe demands answers", "Roe", None),
    # Verbs that headlines have, and what is done by somebody.
    ("Roe Weighs In on LAW", "Roe", None),
    ("Trade minister hits out at LAW", "Trade minister", None),
    ("Senators Raise Concerns Over LAW", "Senators", None),
    ("Lamp Guild renews call to repeal LAW", "Lamp Guild", None),
    ("Roe Won't Support LAW", "Roe", None),
    ("Roe ‘confident’ LAW will pass", "Roe", None),
    ("Group Sues EPA Over LAW Delays", "Group", None),
    ("Roe, Lee urge Senate to keep LAW", "Roe", None),
    ("LAW could backfire, warn experts", "experts", None),
    ("LAW Could Backfire, Warn Experts", "Experts", None),
    ("LAW slammed by Lamp Guild as ‘cruel’", "Lamp Guild", None),
    ("LAW backed by Bath mayor in hearing", "Bath mayor", None),
    ("LAW under fire from farmers", "farmers", None),
    ("LAW backers say they have the votes", "LAW backers", None),
    ("ROE BLASTS LAW AS 'CRUEL'", "Roe", None),
    ("LAW MUST GO, SAYS ROE", "Roe", None),
    ("Azerbaijan’s parliament condemns LAW", "Azerbaijan's parliament", None),
    # Labels, places, topics, papers and counts are nobody.
    ("Opinion | LAW must go", None, None),
    ("Our View: LAW must go", None, None),
    ("Leader: LAW must go", None, None),
    ("WATCH: Senate debates LAW", None, None),
    ("Bath: LAW brings new jobs", None, None),
    ("Supreme Court: LAW case to be heard", None, None),
    ("It's official: LAW must go", None, None),
    ("Another Executive Order: LAW must go", None, None),
    ("LAW ‘will cost jobs’ - BBC News", None, None),
    ("LAW vote is near: Roe Resigns", None, None),
    ("Why LAW must go: Five reasons", None, None),
    ("Vote on LAW: how they voted", None, None),
    ("Poll: Most voters oppose LAW", None, None),
    # To whom it is done, who only asks, and what is no verb.
    ("Roe criticized over LAW", None, None),
    ("Roe pressed on LAW at town hall", None, None),
    ("Roe accused of gutting LAW", None, None),
    ("Will farmers back LAW?", None, None),
    ("Senate considers LAW", None, None),
    ("Senate Drafts False Claims Act as LAW Ends", None, None),
    ("LAW Sparks Protests", None, None),
    ("LAW delayed by storm", None, None),
    ("LAW repealed by Senate", None, None),
    ("Lawmakers divided over LAW", None, None),
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
        letters = [c for c in title.lower() if c.isalnum()]
        assert [c for c in recased(title).lower() if c.isalnum()] == letters


RECASED = [
    ("Roe Says United States Must Act", "Roe says United States must Act"),
    ("Senators Press White House", "Senators press White House"),
    ("Bath Press Backs Farm Act", "Bath Press backs Farm Act"),
    ("Roe Hits Out at Farm Act", "Roe hits out at Farm Act"),
    ("Sen. Will Poe Slams Farm Act", "Sen. Will Poe slams Farm Act"),
    ("New False Claims Act Passes", "New False Claims Act Passes"),
    ("ROE SLAMS EPA: ‘FARM ACT MUST GO’", "Roe slams EPA: “Farm Act must Go”"),
    ("Growers’ Plea: 'Save Our Lamps'", "Growers' Plea: “Save our Lamps”"),
    ("Opinion | Farm Act Vote - Bath Post", "Opinion ; Farm Act Vote ; Bath Post"),
    ("Roe says the 'Farm Act' must go", "Roe says the “Farm Act” must go"),
]


@pytest.mark.parametrize(("title", "plain"), RECASED)
def test_a_headline_is_written_as_a_plain_sentence(title: str, plain: str) -> None:
    assert recased(title) == plain
