"""The forms in which the press and the law write one name: a policy file lists one of them.

`22 U.S.C. 2378d` is also "22 USC § 2378d" and "section 2378d of title 22, United States Code";
`Section 1181` is "Sec. 1181" and "§ 1181"; `S. 3000` is "Senate Bill 3000". A form is a name like
any other: dots, gaps and dashes in it are loose. Rules: the Bluebook's forms of federal law, those
of congress.gov and the Federal Register, and what the press makes of them.
"""

from __future__ import annotations

import re

_CITATION = re.compile(
    r"\bU\.? ?S\.? ?C\b|\bP(?:ub)?\.? ?L\.? ?(?:No\.? ?)?\d|\bPublic Law \d|C\.F\.R"
)
_SIGN = r"(?:§{1,2}|[Ss]ec(?:tion|s|\b)?\.?|[Pp]arts?|[Nn]o\.?)? ?"
_SECTION = r"(?P<section>\d[\w.()-]*\w|\d)(?P<tail>,? \(?(?:note|nt|et seq)\b\.?\)?)?"
_THE = re.compile(r"^[Tt]he (?=\S+ \S)")  # "the Jones Act", but "the Act" is no name without it
_HYPHEN = re.compile(r"(?<=[a-z]{3})-(?=[a-z]{3})")  # "anti-dumping" is "antidumping" as well
_OF_NUMBER = r" ?(?:[Nn]o\.? ?)?(?P<number>\d+)"
_RESOLUTIONS = {
    "H.": "House",
    "H.J.": "House Joint",
    "H.Con.": "House Concurrent",
    "S.": "Senate",
    "S.J.": "Senate Joint",
    "S.Con.": "Senate Concurrent",
}


def _loose(sign: str) -> str:
    """Return a pattern of a sign whose dots may be left out or have gaps behind them."""
    return sign.replace(".", r"\.? ?")


_FORMS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(r"[Ss]ec(?:tion|t?\.) (?P<section>\d[\w-]*)(?P<tail>(?: .+)?)"),
        (
            "section {section}{tail}",
            "sec. {section}{tail}",
            "sect. {section}{tail}",
            "§ {section}{tail}",
        ),
    ),
    (
        re.compile(rf"(?:H\. ?R\.?|HR|House [Bb]ill){_OF_NUMBER}"),
        ("H.R. {number}", "H.R. No. {number}", "House Bill {number}"),
    ),
    (
        re.compile(rf"(?:S\.|Senate [Bb]ill){_OF_NUMBER}"),
        ("S. {number}", "S. No. {number}", "Senate Bill {number}"),
    ),
    *(
        (
            re.compile(rf"(?:{_loose(short)}Res\.?|{chamber} Res(?:olution|\.)){_OF_NUMBER}"),
            (
                f"{short}Res. {{number}}",
                f"{chamber} Resolution {{number}}",
                f"{chamber} Res. {{number}}",
            ),
        )
        for short, chamber in _RESOLUTIONS.items()
    ),
    (
        re.compile(rf"(?P<title>\d+) ?U\.? ?S\.? ?(?:C\.?(?: ?A\.?)?|Code),? ?{_SIGN}{_SECTION}"),
        (
            "{title} U.S.C. {section}{tail}",
            "{title} U.S.C. § {section}{tail}",
            "{title} U.S.C. section {section}{tail}",
            "{title} U.S.C. sec. {section}{tail}",
            "{title} U.S.C.A. § {section}{tail}",
            "{title} U.S. Code {section}{tail}",
            "{title} U.S. Code § {section}{tail}",
            "{title} U.S. Code section {section}{tail}",
            "section {section} of title {title}, United States Code",
            "section {section} of title {title} of the United States Code",
            "section {section} of title {title} of the U.S. Code",
            "title {title}, United States Code, section {section}",
            "title {title} of the U.S. Code, section {section}",
        ),
    ),
    (
        re.compile(rf"(?P<title>\d+) ?C\.? ?F\.? ?R\.?,? ?{_SIGN}{_SECTION}"),
        (
            "{title} C.F.R. {section}{tail}",
            "{title} C.F.R. § {section}{tail}",
            "{title} C.F.R. part {section}{tail}",
            "{title} C.F.R. section {section}{tail}",
            "{title} Code of Federal Regulations {section}{tail}",
        ),
    ),
    (
        re.compile(
            r"(?:P\.? ?L\.?|Pub\. ?L(?:aw|\.)?|Public Law) ?(?:[Nn]o\.? ?)?"
            r"(?P<congress>\d+)[-‐-―](?P<number>\d+)"
        ),
        (
            "P.L. {congress}-{number}",
            "Pub.L. {congress}-{number}",
            "Pub.L. No. {congress}-{number}",
            "Public Law {congress}-{number}",
        ),
    ),
    (
        re.compile(r"(?:E\.? ?O\.?|Exec(?:utive|\.) Order) ?(?:[Nn]o\.? ?)?(?P<number>\d{4,5})"),
        ("Executive Order {number}", "Exec. Order {number}", "E.O. {number}"),
    ),
    (
        re.compile(r"(?:Presidential )?Proc(?:lamation|\.) ?(?:[Nn]o\.? ?)?(?P<number>\d{4,5})"),
        ("Proclamation {number}", "Proc. {number}"),
    ),
)


def is_citation(text: str) -> bool:
    """Tell whether a name is a citation, which means the same wherever it stands."""
    return bool(_CITATION.search(text))


def ways_to_write(name: str) -> tuple[str, ...]:
    """Return a name and, where it is a citation, a section or a bill's number, its other forms.

    >>> ways_to_write("P.L. 102-511")[1:3]
    ('Pub.L. 102-511', 'Pub.L. No. 102-511')
    >>> ways_to_write("Leahy Law")
    ('Leahy Law',)
    """
    name = _THE.sub("", name)
    for form, ways in _FORMS:
        if told := form.fullmatch(name.strip()):
            parts = {part: text or "" for part, text in told.groupdict().items()}
            made = [way.format(**parts) for way in ways]
            noted = [way.replace(" note", " (note)") for way in made if way.endswith(" note")]
            return tuple(dict.fromkeys([name, *made, *noted]))
    return tuple(dict.fromkeys([name, _HYPHEN.sub("", name)]))
