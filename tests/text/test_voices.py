"""Voices: who holds the sentence that says LAW, and in which way."""

import time
from datetime import date
from types import SimpleNamespace

import pytest

from etl.tables.matched.speakers import rows as speakers_of
from etl.text.member_names import Roster
from etl.text.outlets import carrier, cited_outlet
from etl.text.speech.holders import take_apart
from etl.text.speech.quotations import quotations
from etl.text.speech.speakers import AUTHOR, spoken
from etl.text.speech.voices import find_voices
from etl.text.spellings import one_voice

ENVOY = "Anna Torosyan, Adviser to the President of Ruritania and Head of the Trade Department, "
CASES = [
    ("Anna Torosyan said LAW hurts.", "Anna Torosyan", None, "indirect"),
    ("“LAW hurts,” said Anna Torosyan.", "Anna Torosyan", None, "direct"),
    ('"LAW hurts," Anna Torosyan said. "It must go."', "Anna Torosyan", None, "direct"),
    ('"It hurts," Anna Torosyan said. "LAW must go."', "Anna Torosyan", None, "direct"),
    ("Sen. Bob Miller called LAW a relic.", "Bob Miller", "Sen.", "indirect"),
    (
        "Secretary of State Ed Roe defended it. Roe said LAW works.",
        "Ed Roe",
        "Secretary of State",
        "indirect",
    ),
    ("According to Anna Torosyan, LAW hurts.", "Anna Torosyan", None, "indirect"),
    ("LAW hurts, according to Anna Torosyan.", "Anna Torosyan", None, "indirect"),
    ("LAW hurts, the Trade Council said.", "Trade Council", None, "indirect"),
    ("LAW, he argued, hurts.", None, None, None),
    (
        ENVOY + "told the Daily Post it was time. Torosyan noted that LAW hurts.",
        "Anna Torosyan",
        "Adviser to the President of Ruritania and Head of the Trade Department",
        "indirect",
    ),
    (
        ENVOY + "spoke. The presidential aide stressed that LAW hurts.",
        "Anna Torosyan",
        "Adviser to the President of Ruritania and Head of the Trade Department",
        "indirect",
    ),
    ("Anna Torosyan spoke first. She said LAW hurts.", "Anna Torosyan", None, "indirect"),
    ("HOST: And LAW? TOROSYAN: Fine. LAWS: No.", "Host", None, "direct"),
    ("Sen. Bob Miller and Rep. Ann Roe said LAW hurts.", "Bob Miller", "Sen.", "indirect"),
    ("LAW was signed in 1992.", None, None, None),
    ("The president waived LAW on Friday.", None, None, None),
]


def voice(text):
    start = text.index("LAW")
    mention = SimpleNamespace(
        mention_id="m", article_id="a", match_basis="body", start=start, end=start + 3
    )
    return find_voices([mention], [{"article_id": "a", "text": text}])[0]


@pytest.mark.parametrize(("text", "holder", "role", "quoted"), CASES)
def test_the_holder_is_whom_the_text_gives_the_words_to(text, holder, role, quoted):
    found = voice(text)
    assert (found.holder, found.holder_role, found.quoted) == (holder, role, quoted)
    assert found.holder_kind == ("speaker" if holder else "outlet")


def test_a_document_is_not_a_person():
    found = voice("The memorandum states that LAW is waived.")
    assert (found.holder_kind, found.holder) == ("document", "The memorandum")


@pytest.mark.parametrize(
    "text", ["LAW", '"LAW', "LAW" + " said Bob Roe, the" * 3000, "“LAW" * 2000]
)
def test_odd_text_gives_a_clear_result_in_bounded_time(text):
    began = time.process_time()
    assert voice(text).holder_kind in ("speaker", "outlet", "document")
    assert time.process_time() - began < 10


def test_a_quotation_left_open_ends_with_its_paragraph():
    assert quotations('He said "no.\n\nShe left.') == [(8, 12)]


OUTLETS = ["News.Az", "The Washington Times", "Trend", "Politico"]


@pytest.mark.parametrize(
    ("text", "own", "cited"),
    [
        ("It deserves praise, News.Az reports.", "News.Az", None),
        ("She told The Washington Times so, News.Az reports.", "News.Az", "The Washington Times"),
        ("The waiver is signed, Trend reports, citing Politico.", "Trend", "Politico"),
        ("He said so in an interview with Fox News.", None, "Fox News"),
        ("It passed, Report.az reports.", "Report.az", None),
        ("The trend reports growth; the times are hard.", None, None),
    ],
)
def test_the_carrier_signs_and_the_source_is_cited(text, own, cited):
    assert carrier(text, OUTLETS) == own
    assert cited_outlet(text, OUTLETS, own) == cited


SAID = [
    ("Sen. Odalys Brandt, who ran the revolt and argued it, won.", [("Odalys Brandt", "indirect")]),
    ("Ann Roe, a clinic director, told the board she was done.", [("Ann Roe", "indirect")]),
    ("It must go, said the union's president, Ann Roe.", [("Ann Roe", "indirect")]),
    ("The chair of the board, Ann Roe, called it a farce.", [("Ann Roe", "indirect")]),
    ("Head librarian Tomas Wierz told the council so.", [("Tomas Wierz", "indirect")]),
    ("Idaho grocer Anselm Pruitt told them.", [("Anselm Pruitt", "indirect")]),
    ('Warren: "It must go."', [("Warren", "direct")]),
    ('A deputy speaker, Rimas Jokan, was less shy: "No."', [("Rimas Jokan", "direct")]),
    ("In a statement, the ministry said it would not.", [("the ministry", "indirect")]),
    ("The plan was praised by Ann Roe of Bath.", [("Ann Roe", "indirect")]),
    ("A bill introduced by Rep. Bo Miller would end it.", [("Bo Miller", "indirect")]),
    ("In Roe's view it is a relic.", [("Roe", "indirect")]),
    ("Parents whose children died said they felt betrayed.", [("Parents", "indirect")]),
    ("Ann Roe rose, saying that it must go.", [("Ann Roe", "indirect")]),
    ("Ann Roe drove to Washington to speak against it.", [("Ann Roe", "indirect")]),
    ("Bo Lee said no. He went on to say it was late.", [("Bo Lee", "indirect")] * 2),
    ("Chief Ray Otter's badge shone. “No,” he said.", [("Ray Otter", "direct")]),
    ("The Lamp Council (LC) met. The council wants more.", [("Lamp Council", "indirect")]),
    ("Bo Lee and Ann Roe met. They urge a repeal.",
     [("Bo Lee", "indirect"), ("Ann Roe", "indirect")]),
    ("I helped write it, and it should go.", [(AUTHOR, "direct")]),
    ("Bo Lee, who said that Ann Roe had urged it, left.",
     [("Bo Lee", "indirect"), ("Ann Roe", "indirect")]),
    ("MS. TWO STRIKE: I say no.", [("Two Strike", "direct")]),
    ("Since May, Made.Az observes, nothing has stirred.", [("Made.Az", "indirect")]),
    # Not voices: a poll, a site's signature, a noun spelled as a verb, a law, a place, a heading.
    ("The claims of the report were made in May.", []),
    ("The bill is out, Made.Az reports.", []),
    ("The Lantern Act says so.", []),
    ("The senator was asked about it.", []),
    ("NOTE: it rained.", []),
    # Other languages: after the verb, before it, by a phrase, and a verb whose speaker is known.
    ("Le traité est mort, estime l'économiste Aurélien Bastide.",
     [("Aurélien Bastide", "indirect")]),
    ("«Es un muro», dijo Ramiro Encinas en la plaza.", [("Ramiro Encinas", "direct")]),
    ("По словам эксперта Арсения Вельяминова, закон устарел.",
     [("Арсений Вельяминов", "indirect")]),
    ("Закон устарел, считает политолог Глеб Протасов.", [("Глеб Протасов", "indirect")]),
    ("Birlik başkanı Halime Abakar kuralın kalkmasını istedi.", [("Halime Abakar", "indirect")]),
    ("Das Gesetz muss weg, sagte Gudrun Pfann am Montag.", [("Gudrun Pfann", "indirect")]),
    ("وقال النائب نبيل الشرقاوي إن القانون يجب أن ينتهي.",
     [("نبيل الشرقاوي", "indirect")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SAID)
def test_who_speaks_in_any_style_of_the_press(text, told):
    found = [(said.holder, said.quoted) for said in spoken(take_apart(text))]
    missing = [
        one for one in told if not any(one[0] in got and one[1] == how for got, how in found)
    ]
    assert (missing, len(found)) == ([], len(told)), found


NAMED = [
    # Names keep their initials, saints and fields; titles, offices and verbs stay out of them.
    ("Sen. John F. Reed said so.", "John F. Reed", "Sen."),
    ("Rep. J. Corwin Hale said so.", "J. Corwin Hale", "Rep."),
    ("Robert J. Tarn said so.", "Robert J. Tarn", None),
    ("“No,” said Sen. Mara Devlin.", "Mara Devlin", "Sen."),
    ("“No,” a spokeswoman for the Guild, Ines Oka, told reporters.", "Ines Oka",
     "spokeswoman for the Guild"),
    ("Foreign Minister Ann Roe said so.", "Ann Roe", "Foreign Minister"),
    ("Prime Minister Ann Roe said so.", "Ann Roe", "Prime Minister"),
    ("UN Secretary-General Ann Roe said so.", "Ann Roe", "UN Secretary-General"),
    ("Secretary of State Roe said so.", "Roe", "Secretary of State"),
    ("Assistant Secretary of State Ann B. Roe said so.", "Ann B. Roe",
     "Assistant Secretary of State"),
    ("The House Foreign Affairs Committee said so.", "House Foreign Affairs Committee", None),
    ("The Senate Foreign Relations Committee said so.", "Senate Foreign Relations Committee",
     None),
    ("The Ministry of Foreign Affairs of Ruritania said so.",
     "Ministry of Foreign Affairs of Ruritania", None),
    ("Ruritania's Foreign Ministry said so.", "Foreign Ministry", None),
    ("The Council on Foreign Relations said so.", "Council on Foreign Relations", None),
    ("Veterans of Foreign Wars said so.", "Veterans of Foreign Wars", None),
    ("Friends of the Earth said so.", "Friends of the Earth", None),
    ("Doctors Without Borders said so.", "Doctors Without Borders", None),
    ("The St. Louis Police Department said so.", "St. Louis Police Department", None),
    ("The U.S. State Department said so.", "U.S. State Department", None),
    ("The Attorney General said so.", "Attorney General", None),
    ("The Deputy Secretary said so.", "Deputy Secretary", None),
    ("The Secretary of State said so.", "Secretary of State", None),
    ("The League of Women Voters said so.", "League of Women Voters", None),
    ("Chamber of Commerce President Ann Roe said so.", "Ann Roe", "Chamber of Commerce President"),
    ("Dr. Alban Luther King Jr. said so.", "Alban Luther King Jr", "Dr."),
    ("Sheriff Baker said so.", "Baker", "Sheriff"),
    # Of a member of Congress the title stays beside what follows, since both say who it is.
    ("Rep. Tom Ikeda, D-Calif., said so.", "Tom Ikeda", "Rep. (D-Calif.)"),
    ("“No,” said Sen. Lois Barth, R-W.Va.", "Lois Barth", "Sen. (R-W.Va)"),
    ("Chairman Bo Lee (R-OH) said so.", "Bo Lee", "Chairman (R-OH)"),
    ("“No,” Sen. Bo Lee, an Ohio Democrat, said.", "Bo Lee", "Sen., Ohio Democrat"),
    ("For the third time this autumn Sen. Bo Lee said so.", "Bo Lee", "Sen."),
    ("Representative Bo Lee of Ohio said so.", "Bo Lee", "Representative"),
    # Offices of many words.
    ("President-elect Ann Roe said so.", "Ann Roe", "President-elect"),
    ("Ex-Gov. Ann Roe said so.", "Ann Roe", "Ex-Gov."),
    ("Ald. Ann Roe said so.", "Ann Roe", "Ald."),
    ("Speaker of the House Ann Roe said so.", "Ann Roe", "Speaker of the House"),
    ("Secretary of Health and Human Services Ann Roe said so.", "Ann Roe",
     "Secretary of Health and Human Services"),
    ("Under Secretary of State for Political Affairs Bo Lee said so.", "Bo Lee",
     "Under Secretary of State for Political Affairs"),
    ("U.S. Ambassador to Ruritania Bo Lee said so.", "Bo Lee", "U.S. Ambassador to Ruritania"),
    ("Special envoy for hostages Bo Lee said so.", "Bo Lee", "Special envoy for hostages"),
    ("Ways and Means Chairman Bo Lee said so.", "Bo Lee", "Ways and Means Chairman"),
    ("The vicar general of the Ruthenians, Bo Lee, said so.", "Bo Lee",
     "vicar general of the Ruthenians"),
    ("Criminologist Ann Roe said so.", "Ann Roe", "Criminologist"),
    ("Bo Lee, who runs the Guild, said so.", "Bo Lee", None),
    ("Bo Lee of Lee Ironworks in Bangor, who wrote it, said so.", "Bo Lee", None),
    # Names of bodies with "and", "to" and commas.
    ("The Committee to Protect Journalists said so.", "Committee to Protect Journalists", None),
    ("The Ways and Means Committee said so.", "Ways and Means Committee", None),
    ("The Pulse and Lentil Council said so.", "Pulse and Lentil Council", None),
    ("The American Federation of State, County and Municipal Employees said so.",
     "American Federation of State, County and Municipal Employees", None),
    ("Beijing said so.", "Beijing", None),
    ("Animal control said so.", "Animal control", None),
    ("Officials at the Guild said so.", "Officials at the Guild", None),
    # Whose paper it is.
    ("A report by the Guild says so.", "Guild", None),
    ("Ann Roe's letter says so.", "Ann Roe", None),
    ("“No,” admitted Ann Roe.", "Ann Roe", None),
    ("Ann Roe has written back that it was late.", "Ann Roe", None),
    # Said and done in other ways.
    ("As Ann Roe put it, it was late.", "Ann Roe", None),
    ("Ann Roe's view is that it was late.", "Ann Roe", None),
    ("Bo Lee quoted Ann Roe as saying so.", "Ann Roe", None),
    ("Sen. Ann Roe placed a hold on it.", "Ann Roe", "Sen."),
    ("Gov. Ann Roe vetoed it.", "Ann Roe", "Gov."),
    ("The Lamp Council met on Monday. It said so.", "Lamp Council", None),
    ("Sen. Ann Roe met farmer Bo Lee. The senator said so.", "Ann Roe", "Sen."),
    ("Twenty retired miners from Ohio met and said so.", "Twenty retired miners from Ohio", None),
]  # fmt: skip


TOGETHER = [
    ("Rep. Tom Ikeda (D-CA) and Sen. Lois Barth said so.",
     [("Tom Ikeda", "Rep. (D-CA)"), ("Lois Barth", "Sen.")]),
    ("“No,” said Reps. Bo Lee, D-Ohio, and Ann Roe, R-Utah.",
     [("Bo Lee", "Rep. (D-Ohio)"), ("Ann Roe", "Rep. (R-Utah)")]),
    ("Bo Lee, Ann Roe and Cy Poe say so.", [("Bo Lee", None), ("Ann Roe", None), ("Cy Poe", None)]),
    ("Caucus co-chairs Bo Lee and Ann Roe said so.",
     [("Bo Lee", "Caucus co-chair"), ("Ann Roe", "Caucus co-chair")]),
    ("The Tarnsters and the Chamber of Commerce said so.",
     [("Tarnsters", None), ("Chamber of Commerce", None)]),
    ("The letter was signed by Bo Lee and Ann Roe.", [("Bo Lee", None), ("Ann Roe", None)]),
    ("Roe and Lee said so.", [("Roe", None), ("Lee", None)]),
    # Whom "and" does not join to the subject of the verb.
    ("Bo Lee left in May and Ann Roe said so.", [("Ann Roe", None)]),
    ("Bo Lee left in May and Ann Roe stayed, aides said.", [("aides", None)]),
    ("Rep. Tom Ikeda and Sen. Lois Barth said so. Barth added that it was late.",
     [("Tom Ikeda", "Rep."), ("Lois Barth", "Sen."), ("Lois Barth", "Sen.")]),
    ("Reps. Bo Lee and Ann Roe met. The two lawmakers said so.",
     [("Bo Lee", "Rep."), ("Ann Roe", "Rep.")]),
    ("WASHINGTON, Nov. 30 - Reps. Bo Lee, D-Ohio, and Ann Roe (R-Utah) said so.",
     [("Bo Lee", "Rep. (D-Ohio)"), ("Ann Roe", "Rep. (R-Utah)")]),
    ("WASHINGTON, Feb. 11 (Newswire) - Bo Lee said so. It rained.", [("Bo Lee", None)]),
    # Nobody speaks here.
    ("The court voted against it.", []),
    ("The law is short, and it says so.", []),
    ("Two craft promised to Bo Lee are late.", []),
    ("Eleven states have rules on it.", []),
    ("The Belize clause says so.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOGETHER)
def test_each_of_those_who_say_it_together_is_a_voice(text, told):
    assert [(said.holder, said.role) for said in spoken(take_apart(text))] == told


def test_the_first_of_several_holds_the_mention():
    found = voice("Reps. Bo Lee, D-Ohio, and Ann Roe, R-Utah, said LAW hurts.")
    assert (found.holder, found.holder_role) == ("Bo Lee", "Rep. (D-Ohio)")


# As the press writes: who speaks in each, in order, once a sentence.
PRESS = [
    ("WASHINGTON (AP) — Senators on Tuesday introduced a bill to end the waiver. The bill's lead "
     "sponsors, Sens. Bo Tarn of New Jersey and Ann Roe of Maine, said it had outlived its use. "
     "“It is time,” Tarn, the top Democrat on the panel, told reporters. Roe, a Republican, "
     "agreed. In a statement, the Ruritanian Council of America's executive director, Dee Lux, "
     "praised them. Critics, including former Ambassador Gus Mott, warn of it. Mott, now a fellow "
     "at the Lamp Institute, said in an interview that it was no policy.",
     ["Senators", "Bo Tarn", "Ann Roe", "Bo Tarn", "Ann Roe", "Dee Lux", "Critics", "Gus Mott",
     "Gus Mott"],
     {"Bo Tarn": "Sen.", "Ann Roe": "Sen.", "Gus Mott": "former Ambassador"}),
    ("House Foreign Affairs Chair Cy Poe (R-Texas) is not sold. “I want to see the text,” he told "
     "Playbook. Others are, according to two people familiar with the effort. Forty-one members "
     "led by Reps. Al Finn (D-Mass.) and Jo Marr (R-Ohio) will send a letter to Secretary of State "
     "Ben Hale. “The law means what it says,” they write.",
     ["Cy Poe", "two people familiar with the effort", "Al Finn", "Jo Marr", "Al Finn", "Jo Marr"],
     {"Cy Poe": "House Foreign Affairs Chair (R-Texas)", "Jo Marr": "Rep. (R-Ohio)"}),
    ("The U.S. Chamber of Commerce and the National Association of Widget Makers filed a brief. "
     "“We cannot wait,” said Chamber President and CEO Sue Clay. Judge Pam Orr of the Court of "
     "International Trade, who had ruled in May, wrote that it was late. Sen. Roy Pell's office "
     "declined to comment. Pell has said that it must stay.",
     ["U.S. Chamber of Commerce", "National Association of Widget Makers", "Sue Clay", "Pam Orr",
      "Sen. Roy Pell's office", "Roy Pell"],
     {"Sue Clay": "Chamber President and CEO", "Pam Orr": "Judge", "Roy Pell": "Sen."}),
    ("In a post on X, Rep. Zed Ames, an Iowa Republican who chairs the panel, wrote: “It is dead.” "
     "The EPA said that it stands by the rule. Environmental groups denounced Ames, with the "
     "Prairie Club's legislative director, Mo Finch, calling his bill a gift. Gov. Pat Rhee, a "
     "Republican, vetoed one last year. The head of state did not say so.",
     ["Zed Ames", "EPA", "Environmental groups", "Mo Finch", "Pat Rhee"],
     {"Zed Ames": "Rep., Iowa Republican who chairs the panel", "Pat Rhee": "Gov., Republican"}),
    ("President of the Republic Ivo Tahir has received a delegation led by U.S. Deputy Assistant "
     "Secretary of State Tom Vane. The head of state said that it was unfair. The ruling party's "
     "Vahe Kar noted that the law is old.",
     ["Ivo Tahir", "Vahe Kar"],
     {"Ivo Tahir": "President of the Republic"}),
    ("Senator Bo Tarn has placed holds on three nominees, his office confirmed. “I will not move "
     "these,” the New Jersey Democrat said. The letter, signed by Rep. Al Finn (D-MA), says so. "
     "U.S. District Judge Ted Orr, an appointee of the president, wrote that it was late. Asked by "
     "a reporter, he said no more. The Labor Department's notice says so.",
     ["Bo Tarn's office", "Bo Tarn", "Al Finn", "Ted Orr", "Ted Orr", "Labor Department"],
     {"Bo Tarn": "Senator", "Ted Orr": "U.S. District Judge, appointee of the president"}),
    ("MR. MARL: Good afternoon. QUESTION: On the waiver, is it signed? MR. MARL: I have nothing.",
     ["Marl", "Marl"], {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holders", "roles"), PRESS)
def test_the_press_is_read_as_it_is_written(text, holders, roles):
    told = list(spoken(take_apart(text)))
    assert [said.holder for said in told] == holders
    assert {said.holder: said.role for said in told if said.holder in roles} == roles


RECORDS = [
    ("Ann Roe runs the Guild. Q. Is it late? A. It is. It must go. Q. Why? A. No comment.",
     [("Ann Roe", 2), ("Ann Roe", 3), ("Ann Roe", 4), ("Ann Roe", 7)]),
    ("Mr. TARN of Ohio. I rise against it. The CHAIR. The gentleman is recognized.",
     [("Tarn", 0), ("Tarn", 1), ("Chair", 2), ("Chair", 3)]),
    ("MS. ORBELL. Since 2021, sir. MR. KESS: Then I shall have a report.",
     [("Orbell", 0), ("Orbell", 1), ("Kess", 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), RECORDS)
def test_a_hearing_tells_who_speaks_as_the_congressional_record_does(text, told):
    assert [(said.holder, said.sentence) for said in spoken(take_apart(text))][: len(told)] == told


SIGNED = [
    ("I was a cook there. It must go.\n\nYours, R. Lind-Amin", "R. Lind-Amin"),
    ("I was a cook there. It must go.\n\nBo Lee, Gaithersburg", "Bo Lee"),
    ("By Ann Roe\n\nI was a cook there. It must go.", "Ann Roe"),
    ("I was a cook there. It must go. Ann Roe is a fellow at the Guild.", "Ann Roe"),
    ("I was a cook there. It must go. Ann Roe left.", AUTHOR),
]


@pytest.mark.parametrize(("text", "name"), SIGNED)
def test_who_signs_a_text_that_says_i_is_its_voice(text, name):
    assert name in [said.holder for said in spoken(take_apart(text))]


@pytest.mark.parametrize(("text", "name", "role"), NAMED)
def test_a_name_is_whole_and_its_role_stands_beside_it(text, name, role):
    assert [(said.holder, said.role) for said in spoken(take_apart(text))] == [(name, role)]


def test_a_text_of_pronouns_is_read_in_bounded_time():
    text = "Rep. Ann Roe said so. “It must go,” she said. The senator agreed. " * 1000
    began = time.process_time()
    assert len({said.holder for said in spoken(take_apart(text))}) < 4
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("told", "same"),
    [
        (["Ilham Aliyev", "İlham Əliyev", "Ильхам Алиев", "Իլհամ Ալիև"], 1),
        (["Hikmat Hajiyev", "Hikmet Hajiyev", "Hikmət Hacıyev", "Хикмет Гаджиев"], 1),
        (["Намик Алиев", "Ilham Aliyev"], 2),
        (["Mark Lee", "Mirko Lo"], 2),
        (["Armenian Assembly of America", "Armenian Council of America"], 2),
        (["60 House members", "House members"], 2),
        (["Roe", "Ann Roe"], 2),
        (["John F. Reed", "John Reed"], 1),
        (["John F. Reed", "John B. Reed"], 2),
        (["State Department", "U.S. State Department", "US State Department"], 1),
    ],
)
def test_one_person_under_several_spellings_is_one_voice(told, same):
    names = one_voice(dict.fromkeys(told, 1))
    assert set(names) == set(told)
    assert len(set(names.values())) == same
    assert any(name.isascii() for name in names.values())


def legislator(who, first, last, chamber, party, state, **told):
    whole = f"{told.pop('called', first)} {last}"
    row = {"nickname": None, "current": True, "full_name": whole} | told
    row |= {"bioguide_id": who, "first_name": first, "last_name": last}
    return row | {"chamber": chamber, "party": party, "state": state}


LEGISLATORS = [
    legislator("M000001", "Robert", "Menden", "senate", "D", "NJ", current=False),
    legislator("M000002", "Robert", "Menden", "house", "D", "NJ"),
    legislator("R000001", "Ann", "Roé", "house", "R", "OH"),
    legislator("L000001", "Bo", "Lee", "house", "D", "TX"),
    legislator("L000002", "Bo", "Lee", "house", "R", "UT"),
    legislator("S000001", "John", "Stone", "house", None, "GA", current=False),
]
SERVED = [{"bioguide_id": "M000001", "congress": n} for n in (115, 118)]
IN_2021, IN_2026 = date(2021, 6, 1), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("name", "role", "on", "who", "why"),
    [
        ("Bob Menden", "Sen.", IN_2021, "M000001", "name, role and day"),
        ("Menden", "Senator", IN_2021, "M000001", "name, role and day"),
        ("Menden", "senator (D-N.J.)", IN_2021, "M000001", "name, role and day"),
        ("Menden", "senator (R-N.J.)", IN_2021, None, "no member fits role and day"),
        ("Bob Menden", "Sen.", IN_2026, None, "no member fits role and day"),
        ("Bob Menden", "former senator", IN_2021, None, "the role says otherwise"),
        ("Bob Menden", "county clerk", IN_2021, None, "the role is not of Congress"),
        ("Menden", None, IN_2021, None, "the role is not of Congress"),
        ("Ann Roe", None, IN_2026, "R000001", "name, role and day"),
        ("Ann Roe", "Rep.", IN_2021, None, "no member fits role and day"),  # since when is not told
        ("Ann Roe", "Ohio Republican", IN_2026, "R000001", "name, role and day"),
        ("Ann Roe", "Georgia Republican", IN_2026, None, "no member fits role and day"),
        ("Bo Lee", "Rep.", IN_2026, None, "2 members fit"),
        ("Bo Lee", "Rep. (R-Utah)", IN_2026, "L000002", "name, role and day"),
        ("John Stone", "Rep.", IN_2026, None, "no member of this last name"),
        ("Ann Nobody", "Rep.", None, None, "no member of this last name"),
        ("Анна", "Rep.", None, None, "no member of this last name"),
    ],
)
def test_a_member_of_congress_is_known_by_name_role_and_day(name, role, on, who, why):
    served = {row["bioguide_id"]: frozenset({115, 118}) for row in SERVED}
    found = Roster(LEGISLATORS, served).find(name, role, on)
    assert (found.member and found.member.bioguide_id, found.why) == (who, why)


def test_each_mention_is_told_whose_voice_it_is():
    voices = [
        {"holder": holder, "holder_role": role, "published_on": IN_2021, "article_id": "a"}
        | {"mention_id": f"m{place}"}
        for place, (holder, role) in enumerate(
            [
                ("Bob Menden", "Sen."),
                ("Robert Menden", "senator"),
                ("Ильхам Алиев", None),
                ("Ilham Aliyev", "president"),
                ("Lamp Council", None),
            ]
        )
    ]
    names = one_voice({voice["holder"]: 1 for voice in voices})
    told = [voice | {"speaker": names[voice["holder"]]} for voice in voices]
    found = speakers_of(told, LEGISLATORS, SERVED)
    assert [(one.speaker, one.bioguide_id, one.state) for one in found] == [
        ("Robert Menden", "M000001", "NJ"),
        ("Robert Menden", "M000001", "NJ"),
        ("Ilham Aliyev", None, None),
        ("Ilham Aliyev", None, None),
        ("Lamp Council", None, None),
    ]
    assert found[2].spelled == "Ильхам Алиев"
