"""Policy files: what is read from them, and what each mistake is told as."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.policies import PolicyError, read_policies, read_policy
from etl.policy_keys import EFFECTS
from etl.policy_names import LANGUAGES, too_wide
from etl.records import Alias, Group, Policy, PolicyBill

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "policies"

GOOD = """\
name: Section 907 of the FREEDOM Support Act
short_name: Section 907
kind: foreign-aid restriction
citation: P.L. 102-511 title IX s.907
description: Bars most direct US government aid to the Government of Azerbaijan.
source: https://example.org/907
since: 1992-10-24
aliases:
  en: [Section 907, § 907]
  ru: [поправка 907]
  no: [Paragraf 907]
strong:
  en:
    - Section 907 of the FREEDOM Support Act
context: [Azerbaijan, Baku]
anti_context: [FDA]
anaphors:
  en: [the amendment]
keeps: [enforcement]
drops: [waiver]
cites: [usc/22/5812]
bills:
  - bill: hr6534-119
    effect: repeals
    title: To repeal a restriction on assistance to Azerbaijan
    source: https://example.org/hr6534
groups:
  - name: azerbaijani
    label: Azerbaijani outlets
    sides: [azerbaijani]
    countries: [AZ, NO]
"""

EXPECTED_KEYS = (
    "expected one of name, short_name, kind, citation, description, source, since, until, waiver, "
    "aliases, strong, context, anti_context, anaphors, keep_means, drop_means, keeps, drops, "
    "cites, bills, groups, claims, alerts, arguments, calibration"
)
EXPECTED_EFFECTS = f"expected one of {', '.join(EFFECTS)}"

# What is changed in the good file, and the line and words that it is told with.
BAD = [
    ("cites: [", "bill: [", 21, f"unknown key 'bill'; {EXPECTED_KEYS}"),
    ("cites: [", "calibration: {labels: 60, opposes: -2.5}\ncites: [", 21,
     "calibration: opposes: '-2.5' is no number between -2 and 2"),
    ("cites: [", "calibration: {labels: 0}\ncites: [", 21,
     "calibration: labels: '0' is no count of labels"),
    ("cites: [", "calibration: {opposes: -0.5}\ncites: [", 21, "key 'labels' is missing"),
    ("kind: foreign-aid restriction\n", "", 1, "key 'kind' is missing"),
    ("kind: foreign-aid restriction", "kind: [a, b]", 3, "kind: expected text; found a list"),
    ("kind: foreign-aid restriction", "kind:", 3, "kind: expected text; found nothing"),
    ("short_name: Section 907", "short_name: 907", 2,
     "short_name: expected text; found a number; put it in quotes"),
    ("short_name: Section 907", "short_name: yes", 2,
     "short_name: expected text; found true or false; put it in quotes"),
    ("since: 1992-10-24", "since: 1992-13-24", 7,
     "since: '1992-13-24' is no date; expected a day such as 1992-10-24"),
    ("since: 1992-10-24", "since: 24 October 1992", 7,
     "since: '24 October 1992' is no date; expected a day such as 1992-10-24"),
    ("since: 1992-10-24", "since: 1992-10-24\nuntil: 1991-01-01", 8,
     "until 1991-01-01 is before since 1992-10-24"),
    ("kind: foreign", "name: Twice\nkind: foreign", 3, "key 'name' is told twice; first on line 1"),
    ("  no: [", "  english: [", 11,
     "aliases: unknown language 'english'; expected an ISO 639-1 code: en"),
    ("en: [Section 907, § 907]", "en: [Section 907, section 907 ]", 9,
     "aliases: en: 'section 907' is told twice; first on line 9"),
    ("    - Section 907 of the FREEDOM Support Act", "    - SECTION 907", 14,
     "the name 'SECTION 907' is told twice in en; first on line 9"),
    ("[поправка 907]", "поправка 907", 10,
     "aliases: ru: expected a list ('- ...'); found text"),
    ("[поправка 907]", "['']", 10, "aliases: ru: expected text; found nothing"),
    ("[поправка 907]", "[поправка]", 10,
     "aliases: 'поправка' can match everything: it is made of very common words alone; "
     "expected a fuller name"),
    ("- Section 907 of the FREEDOM Support Act", "- the Act of Congress", 14,
     "strong: 'the Act of Congress' can match everything: it is made of very common words alone; "
     "expected a fuller name"),
    ("§ 907]", "'907']", 9,
     "aliases: '907' can match everything: it is a bare number; expected a fuller name"),
    ("§ 907]", "'§§']", 9,
     "aliases: '§§' can match everything: it is one or two characters long; "
     "expected a fuller name"),
    ("§ 907]", "'...']", 9,
     "aliases: '...' can match everything: it holds no letter or digit; expected a fuller name"),
    ("§ 907]", "'Section*']", 9,
     "aliases: 'Section*' can match everything: it reads like a pattern, and names are matched "
     "as they are written; expected a fuller name"),
    ("context: [Azerbaijan, Baku]", "context: [Azerbaijan, '']", 15,
     "context: expected text; found nothing"),
    ("context: [Azerbaijan, Baku]", "context:", 15,
     "context: expected a list ('- ...'); found nothing"),
    ("context: [Azerbaijan, Baku]", "context: ['.']", 15,
     "context: '.' is too short to look for; expected a word"),
    ("usc/22/5812", "22 USC 5812", 21,
     "cites: '22 USC 5812' is no citation; expected one like usc/22/5812"),
    ("hr6534-119", "H.R. 6534", 23,
     "bills: bill: 'H.R. 6534' is no bill id; expected one like hr6534-119"),
    ("hr6534-119", "hr06534-119", 23,
     "bills: bill: 'hr06534-119' is no bill id; expected one like hr6534-119"),
    ("effect: repeals", "effect: lifts", 24,
     f"bills: effect: unknown effect 'lifts'; {EXPECTED_EFFECTS}"),
    ("    effect: repeals\n", "", 23, "key 'effect' is missing"),
    ("    title: To", "    titel: To", 25,
     "unknown key 'titel'; expected one of bill, effect, title, source"),
    ("    source: https://example.org/hr6534", "    source:", 26,
     "bills: source: expected text; found nothing"),
    ("name: azerbaijani", "name: other", 28,
     "groups: name: 'other' cannot name a group; expected a word such as us; all, other are ours"),
    ("[AZ, NO]", "[Azerbaijan]", 31,
     "groups: countries: 'Azerbaijan' is no country; expected two letters such as AZ"),
    ("anaphors:\n  en: [the amendment]", "anaphors: [the amendment]", 17,
     "anaphors: expected keys; found a list"),
    ("keeps: [enforcement]", "keeps: [enforcement", 20,
     "not YAML: while parsing a flow sequence, expected ',' or ']', but got ':'"),
    ("keeps: [enforcement]", "keeps: &k [enforcement]", 19,
     "anchors (&) and aliases (*) are not used: write it out or quote it"),
    ("keeps: [enforcement]", "keeps: !!python/name:os.system x", 19,
     "the tag 'tag:yaml.org,2002:python/name:os.system' is not used here: write plain text"),
    ("keeps: [enforcement]", "---\nkeeps: [enforcement]", 19,
     "a second document: one file holds one policy"),
    ("keeps: [enforcement]", "? [a]\n: b", 19,
     "expected a key, such as name; found a list or keys"),
]  # fmt: skip


def written(folder: Path, text: str, name: str = "section-907.yaml") -> Path:
    """Return a policy file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_read_as_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    policy = read_policy(path)
    assert policy.policy_id == "section-907"
    assert policy.since == date(1992, 10, 24)
    assert policy.until is None
    assert policy.aliases == (
        Alias("Section 907 of the FREEDOM Support Act", "en", True),
        Alias("Section 907", "en", False),
        Alias("§ 907", "en", False),
        Alias("поправка 907", "ru", False),
        Alias("Paragraf 907", "no", False),  # no is a language, not YAML's false
    )
    assert policy.context == ("Azerbaijan", "Baku")
    assert policy.anaphors == ("the amendment",)
    assert policy.bills == (
        PolicyBill(
            "hr6534-119",
            "repeals",
            "To repeal a restriction on assistance to Azerbaijan",
            "https://example.org/hr6534",
        ),
    )
    assert policy.groups == (
        Group("azerbaijani", "Azerbaijani outlets", ("azerbaijani",), ("AZ", "NO")),
    )
    assert dict(policy.lines)["bills"] == 22
    assert policy.file == str(path)


@pytest.mark.parametrize(("old", "new", "line", "message"), BAD, ids=[b[1][:24] for b in BAD])
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(PolicyError) as error:
        read_policy(path)
    assert str(error.value) == f"{path}:{line}: {message}"


def test_all_mistakes_are_told_at_once_in_order(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.replace("repeals", "lifts").replace("name: S", "nam: S", 1))
    with pytest.raises(PolicyError) as error:
        read_policy(path)
    assert [p.split(": ")[0] for p in error.value.problems] == [f"{path}:{n}" for n in (1, 1, 24)]


def test_the_path_is_told_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, GOOD.replace("cites:", "bill:"))
    with pytest.raises(PolicyError, match=r"^section-907\.yaml:21: unknown key 'bill'; expected"):
        read_policy(Path("section-907.yaml"))


def test_without_context_every_name_stands_by_itself(tmp_path: Path) -> None:
    policy = read_policy(written(tmp_path, GOOD.replace("context: [Azerbaijan, Baku]\n", "", 1)))
    assert all(alias.strong for alias in policy.aliases)


def test_a_policy_without_a_name_to_look_for_is_refused(tmp_path: Path) -> None:
    text = re.sub(r"aliases:\n.*?(?=context)", "aliases: {en: []}\n", GOOD, flags=re.DOTALL)
    with pytest.raises(PolicyError, match=r":1: no name to look for; expected 'aliases' or"):
        read_policy(written(tmp_path, text))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", ":1: expected keys such as 'name: ...' at the top of the file"),
        (b"- a\n- b\n", ":1: expected keys such as 'name: ...' at the top of the file"),
        (b"name: x\nkind: \xff\n", ":2: not UTF-8 text; save the file as UTF-8"),
        (b"name: x\nkind: \x07\n", ":2: not YAML: a character that is not allowed here"),
        (b"[" * 5000, ":1: not YAML: "),
        (b"name: \t- x: y\n  z: ]\n", ":"),
    ],
)
def test_what_is_no_policy_at_all_is_told_too(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    with pytest.raises(PolicyError) as error:
        read_policy(path)
    assert str(error.value).startswith(f"{path}{told}")


def test_a_byte_order_mark_and_windows_lines_are_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "section-907.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_policy(path).short_name == "Section 907"


def test_a_folder_is_read_whole_and_every_bad_file_told(tmp_path: Path) -> None:
    written(tmp_path, GOOD, "b-law.yaml")
    written(tmp_path, GOOD, "a-law.yml")
    (tmp_path / "README.md").write_text("not a policy")
    assert [p.policy_id for p in read_policies(tmp_path)] == ["a-law", "b-law"]
    written(tmp_path, GOOD.replace("effect: repeals", "effect: x"), "c-law.yaml")
    written(tmp_path, GOOD, "D Law.yaml")
    written(tmp_path, GOOD, "a-law.yaml")
    with pytest.raises(PolicyError) as error:
        read_policies(tmp_path)
    told = "\n".join(error.value.problems)
    assert "c-law.yaml:24: bills: effect: unknown effect 'x'" in told
    assert "D Law.yaml:1: the file name 'D Law' is no policy id" in told
    assert "a-law.yml:1: the policy 'a-law' is also in" in told


def test_a_folder_without_policies_is_told(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"no policy file \(\*\.yaml\) in this folder"):
        read_policies(tmp_path)
    with pytest.raises(PolicyError, match="there is no such folder"):
        read_policies(tmp_path / "nowhere")


def cut(text: str, at: int, length: int, put: str) -> str:
    """Return the text with some of it replaced."""
    at %= len(text) + 1
    return text[:at] + put + text[at + length :]


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    at=st.integers(0, 2000),
    length=st.integers(0, 80),
    put=st.text(max_size=12)
    | st.sampled_from(["\n", ": ", "- ", "[", "{", "&a ", "*a", "!!x ", "'"]),
)
def test_any_change_is_read_or_told_with_a_line(
    tmp_path: Path, at: int, length: int, put: str
) -> None:
    path = tmp_path / "section-907.yaml"
    path.write_bytes(cut(GOOD, at, length, put).encode("utf-8", "surrogatepass"))
    try:
        policy = read_policy(path)
    except PolicyError as error:
        for problem in error.problems:
            found = re.match(rf"{re.escape(str(path))}:(\d+): .", problem)
            assert found, problem
            assert 1 <= int(found[1]) <= path.read_bytes().count(b"\n") + 1 + put.count("\r") + 20
    else:
        assert isinstance(policy, Policy)
        assert policy.aliases
        assert not any(too_wide(alias.text) for alias in policy.aliases)


def test_every_shipped_policy_is_read() -> None:
    policies = read_policies(SHIPPED)
    assert len(policies) >= 12
    assert "section-907" in {p.policy_id for p in policies}
    for policy in policies:
        assert policy.source.startswith("http"), policy.policy_id
        assert all(bill.source.startswith("http") for bill in policy.bills)
        assert {alias.language for alias in policy.aliases} <= LANGUAGES
        assert policy.groups, policy.policy_id
        assert policy.keeps, policy.policy_id
        assert policy.drops, policy.policy_id


def test_a_wrong_file_name_and_what_is_no_yaml_are_both_told(tmp_path: Path) -> None:
    file = tmp_path / "Not An Id.yaml"
    file.write_text("name: [unclosed\n", "utf-8")
    with pytest.raises(PolicyError) as told:
        read_policy(file)
    assert "is no policy id" in str(told.value)
    assert "not YAML" in str(told.value)
