"""The forms in which the press and the law write one citation: a policy file lists one of them.

`22 U.S.C. 2378d` is also "22 USC § 2378d", "22 U.S. Code 2378d" and "section 2378d of title 22,
United States Code". A form is a name like any other: dots, gaps and dashes in it are loose.
Rules: the Bluebook's forms of federal law, and those of congress.gov and the Federal Register.
"""

from __future__ import annotations

import re

_SIGN = r"(?:§{1,2}|[Ss]ec(?:tion|s|\b)?\.?|[Pp]arts?|[Nn]o\.?)? ?"
_SECTION = r"(?P<section>\d[\w.()-]*\w|\d)(?P<tail>,? \(?(?:note|nt|et seq)\b\.?\)?)?"
_FORMS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
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
)  # fmt: skip


def ways_to_write(name: str) -> tuple[str, ...]:
    """Return a name and, where it is a citation and nothing else, its other forms.

    >>> ways_to_write("P.L. 102-511")[1:3]
    ('Pub.L. 102-511', 'Pub.L. No. 102-511')
    >>> ways_to_write("Leahy Law")
    ('Leahy Law',)
    """
    for form, ways in _FORMS:
        if told := form.fullmatch(name.strip()):
            parts = {part: text or "" for part, text in told.groupdict().items()}
            made = [way.format(**parts) for way in ways]
            noted = [way.replace(" note", " (note)") for way in made if way.endswith(" note")]
            return tuple(dict.fromkeys([name, *made, *noted]))
    return (name,)
