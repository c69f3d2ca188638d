"""Names of people and bodies of many kinds, in the frames in which the press lets them speak."""

import pytest

from etl.text.speech.holders import take_apart
from etl.text.speech.speakers import spoken

PERSON_FRAMES = (
    "The law must stay, said {}, a farmer in Bath.",
    "{} said the law must stay.",
    "“It must stay,” {} told reporters.",
    "The law, {} argued, must stay.",
    "According to {}, the law must stay.",
    "{}, the mayor of Bath, called the law unjust.",
)
PEOPLE = (
    "Bo Lee", "Salim al-Hashimi", "Abdel Fattah el-Roe", "Mohammed bin Rashid al-Lee",
    "Yusuf bin Roe", "Mariam bint Khalid Al Roe", "Siti binti Roe", "Ould Ahmed Roe", "Seán O'Lee",
    "Fatou N'Lee", "Jean-Yves L'Roe", "Ana de la Roe", "Luiz dos Santos-Roe", "Ludwig van den Roe",
    "Nguyễn Văn Lee", "Park Jae-roe", "Xi Roe", "W. Kamau Roe", "J.D. Roe", "R. J. Roe III",
    "Mbali Ng'ang'a", "Recep Çelik-Lee", "Łukasz Roe", "Þóra Leesdóttir", "Đorđe Roe",
)  # fmt: skip
BODY_FRAMES = (
    "The law must stay, said {the}.",
    "{The} said the law must stay.",
    "“It must stay,” {the} said in a statement.",
    "The law, {the} argued, must stay.",
    "According to {the}, the law must stay.",
    "{The}, which has 40 members, called the law unjust.",
    "{The} opposes the bill.",
)
BODIES = (
    "the Delta Growers' League", "the Women's Lamp Caucus", "the People's Party of Bath",
    "the Rural Nurses’ Union", "Mothers Against Toxic Lamps", "Clean Air Lampton",
    "Human Lamps Watch", "the National Association of Lamp Makers", "the U.S. Chamber of Lamps",
    "the International Brotherhood of Lampers", "Dorvan Steel Corp", "the Senate Lamp Committee",
    "the Coalition to Save Lamps", "Doctors Without Lamps", "Lamp Workers United",
    "Lamps International", "the Archdiocese of Bath", "the Lamp Initiative", "Friends of the Lamp",
)  # fmt: skip
ROLES = (
    "president of the Lamp Guild", "a spokesman for the ministry", "a Democrat from Ohio",
    "deputy assistant secretary of state for lamps", "the company's head of sales",
    "a 43-year-old welder from Bath", "an ornithologist", "a physicist", "a shrimper",
    "a partner at Roe & Dunn", "counsel for the plaintiffs", "an Erewhon-based political scientist",
    "the state's top prosecutor", "a retired army colonel", "secretary-treasurer of Local 12",
)  # fmt: skip


OFFICES = (
    "Sen.", "U.S. Senator", "Ohio Gov.", "Rep.-elect", "Senate Majority Leader", "Minority Whip",
    "House Foreign Affairs Chairman", "Treasury Secretary", "Turkish Foreign Minister",
    "Assistant Secretary of State for European and Eurasian Affairs", "Political analyst",
    "Pentagon spokesman Maj. Gen.", "Lampco CEO", "Milli Majlis deputy", "Foreign Minister of Chad",
)  # fmt: skip


def said(text: str) -> list[tuple[str, str | None]]:
    return [(voice.holder, voice.role) for voice in spoken(take_apart(text))]


@pytest.mark.parametrize("frame", PERSON_FRAMES)
@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_is_told_by_the_whole_name(name, frame):
    assert [holder for holder, _ in said(frame.format(name))] == [name]


@pytest.mark.parametrize("frame", BODY_FRAMES)
@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_told_by_the_whole_name(name, frame):
    holders = [h for h, _ in said(frame.format(the=name, The=name[0].upper() + name[1:]))]
    assert [holder.removeprefix("the ") for holder in holders] == [name.removeprefix("the ")]


@pytest.mark.parametrize("name", BODIES)
def test_who_speaks_for_a_body_is_told_by_their_own_name(name):
    told = said(f"A spokesman for {name}, Bo Lee, declined to say when.")
    assert told == [("Bo Lee", f"spokesman for {name}")]


@pytest.mark.parametrize("role", ROLES)
def test_what_stands_behind_a_name_is_the_role(role):
    plain = role.split(" ", 1)[1] if role.split()[0] in ("a", "an", "the") else role
    for frame in ("The law must stay, said Bo Lee, {}.", "According to Bo Lee, {}, it must stay."):
        assert said(frame.format(role)) == [("Bo Lee", plain)]


@pytest.mark.parametrize("office", OFFICES)
def test_an_office_stands_before_a_name_alone_and_beside_another(office):
    assert said(f"{office} Bo Lee said the law must stay.") == [("Bo Lee", office)]
    told = said(f"{office} Bo Lee and Rep. Ann Roe urged Congress to repeal it.")
    assert told == [("Bo Lee", office), ("Ann Roe", "Rep.")]


TOGETHER = [
    ("Ann Roe, who heads Local 915 of the Metal Works, told a panel no.", "Ann Roe"),
    ("Asked by Rep. Bo Lee of Maine, the panel’s top Democrat, Ann Roe said no.", "Ann Roe"),
    ("It is Sen. Bo Lee of Maine, who said it must go.", "Bo Lee"),
    ("Bo Lee, an MP, said no. According to the MP, it must go.", "Bo Lee, Bo Lee"),
    ("The Lamp Guild spoke. As for the rule, it said it must go.", "Lamp Guild"),
    ("Bo Lee, Ann Roe and others said no.", "Bo Lee, Ann Roe"),
    ("In a letter, Bo Lee, Ann Roe and six other senators asked for it.", "Bo Lee, Ann Roe"),
    ("Bo Lee, chair of the Guild, and its clerk, Ann Roe, said no.", "Bo Lee, Ann Roe"),
    ("Sen. Bo Lee, along with Sens. Ann Roe and Cy Poe, said no.", "Bo Lee, Ann Roe, Cy Poe"),
    (
        "The Lamp Guild, the Wick League and Oil Watch said no.",
        "Lamp Guild, Wick League, Oil Watch",
    ),
    ("Groups including the Lamp Guild and Oil Watch said no.", "Lamp Guild, Oil Watch"),
    (
        "A group of senators, including Bo Lee and Ann Roe, asked for it.",
        "A group of senators, Bo Lee, Ann Roe",
    ),
    ("Bo Lee told Ann Roe that it must go.", "Bo Lee"),
    ("Bo Lee, who succeeded Ann Roe as mayor, said no.", "Bo Lee"),
    ("Bo Lee, speaking after Ann Roe and Cy Poe, said no.", "Bo Lee"),
    ("Unlike Ann Roe and Cy Poe, Bo Lee said no.", "Bo Lee"),
]


@pytest.mark.parametrize(("text", "holders"), TOGETHER)
def test_all_who_say_it_are_told_and_none_else(text, holders):
    assert ", ".join(holder for holder, _ in said(text)) == holders


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sen. Bo Lee, a Texas Democrat, and Rep. Ann Roe urged Congress to repeal it.",
            [("Bo Lee", "Sen., Texas Democrat"), ("Ann Roe", "Rep.")],
        ),
        ("He met Sen. Bo Lee, the mayor, and Ann Roe said no.", [("Ann Roe", None)]),
        ("Erewhon, the clerk said, is a friend.", [("the clerk", None)]),
        ("Roe's Lamp Guild said no.", [("Lamp Guild", None)]),
        ("The United States' Lamp Board said no.", [("Lamp Board", None)]),
        (
            "In a letter of May 12 the mayor of Bath called it bad.",
            [("the mayor of Bath", None)],
        ),
        (
            "The lamp minister of Bath, Huda al-Roe, received an envoy and called him a friend.",
            [("Huda al-Roe", "lamp minister of Bath")],
        ),
        (
            "Her Excellency Huda al-Roe, the lamp minister, spoke first. The law, Her Excellency"
            " said, must stay.",
            [("Huda al-Roe", "lamp minister")],
        ),
        (
            "“No,” said Bo Lee, a cook who was in Bath by chance.",
            [("Bo Lee", "cook")],
        ),
        (
            "“No,” said Bo Lee, an Ohio Republican who chairs the panel.",
            [("Bo Lee", "Ohio Republican who chairs the panel")],
        ),
        ("Bo Lee, however, said no.", [("Bo Lee", None)]),
        ("Bo Lee, meanwhile, said no.", [("Bo Lee", None)]),
        ("Bo Lee, via the Lamp Post, said no.", [("Bo Lee", None)]),
        ("Bo Lee, another cook, said no.", [("Bo Lee", "another cook")]),
        ("Bo Lee, bond trader at Lampco, said no.", [("Bo Lee", "bond trader at Lampco")]),
        ("His sheriff, Bo Lee, calls him the man of the year.", [("Bo Lee", "sheriff")]),
        ("According to the Post, the clerk’s questions are if Bo Lee left.", [("Post", None)]),
        ("Sept. 8, 1963: “It must go,” Bo Lee said.", [("Bo Lee", None)]),
        ("Furthermore, the Lamp Guild said no.", [("Lamp Guild", None)]),
        (
            "A union of 4,800 weavers in Bath asked for it.",
            [("A union of 4,800 weavers in Bath", None)],
        ),
        ("Lampton had 4,310 comments on its plan.", []),
        ("Head of Lampco Cy Poe said no.", [("Cy Poe", "Head of Lampco")]),
        ("Speaking to students at Bath Hall, Ann Roe said no.", [("Ann Roe", None)]),
        ("Meeting the mayor of Bath, Ann Roe said no.", [("Ann Roe", None)]),
        ("Receiving a delegation at Al Roe Hall, Bo Lee said no.", [("Bo Lee", None)]),
    ],
)
def test_names_stay_apart_from_what_stands_beside_them(text, told):
    assert said(text) == told
