"""How names are called in the nominative in Russian, Azerbaijani, Turkish and Armenian."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SURNAME_GENITIVE = (
    ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"), ("ыной", "ына"),
    ("ской", "ская"), ("цкой", "цкая"), ("ского", "ский"), ("цкого", "цкий"), ("ого", "ый"),
    ("ой", "ая"),
)  # fmt: skip
_GENITIVE = (
    ("ии", "ия"), ("ия", "ий"), ("ея", "ей"), ("ая", "ай"), ("ля", "ль"), ("ря", "рь"),
    ("ги", "га"), ("ки", "ка"), ("хи", "ха"), ("жи", "жа"), ("ьи", "ья"), ("ы", "а"),
)  # fmt: skip
_INSTRUMENTAL = (
    ("ским", "ский"), ("цким", "цкий"), ("ской", "ская"), ("овой", "ова"), ("евой", "ева"),
    ("иной", "ина"), ("ием", "ий"), ("еем", "ей"), ("аем", "ай"), ("лем", "ль"), ("рем", "рь"),
    ("овым", "ов"), ("евым", "ев"), ("иным", "ин"), ("ией", "ия"), ("ьей", "ья"),
    ("ом", ""), ("ем", ""), ("ой", "а"), ("ей", "а"),
)  # fmt: skip
_MASCULINE = re.compile(r"(?:[ое]в|ёв|ин|ын|ск?ий|цкий|ый)$")
_FEMININE = re.compile(r"(?:[ое]ва|ёва|ина|ына|ская|цкая|ая)$")
_OBLIQUE = re.compile(
    r"(?:ым|ому|ого|[ое]м|[цс]ким|[ое]ву|ину|ской|[ое]вой|[бвгджклмнпрстфхцчшщ]е|яна|янца|ии)$"
)
_BY_SURNAME = re.compile(
    r"(?:[ое]в(?:ым|ой)|ин(?:ым|ой)|ским|ской|[бвгджзклмнпрстфхцчшщ]ом [А-ЯЁ][\w-]+|янцем)$"
)
_CALLED_BODY = re.compile(
    r"(?:конгресс|пентагон|госдеп|кремль|парламент|комитет|телеканал|совет|союз|офис|фонд|лобби"
    r"|\w+ство|издание|\w+ция|община|газета|партия|прокуратура|дом|мин[а-я]{4,})$"
)
_AZERBAIJANI = re.compile(r"(?:[ıiuü]n|(?<!za)[dt][aə]n?|[dt]əki|[ıi]nə)$")
_ARTICLE = re.compile(r"(?<=[ա-և])ը$|(?<=ն)ն$|(?<=[բ-և])(?<![աեիոէըու])ն$|-[նը]ը?$")
_ENDINGS = re.compile(
    r"(?:а|у|ы|и|е|я|ю|й|ь|ом|ем|ым|им|ой|ей|ый|ий|ая|ого|ому|ում|ի|ին|ն|ը|նն|[ıiuü]n|n[ıiuü]n|)$"
)


def nominative(word: str) -> str:
    """Return a Russian name that stands in the genitive as it is called.

    >>> nominative("Арсения"), nominative("Ашрапова"), nominative("Арины"), nominative("Пол")
    ('Арсений', 'Ашрапов', 'Арина', 'Пол')
    """
    for ending, called in (*_SURNAME_GENITIVE, *_GENITIVE):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + called
    if re.search(r"[бвгджзклмнпрстфхцчшщ]а$", word) and len(word) > 3:
        return word[:-1]
    return word


def by_whom(word: str) -> str:
    """Return a Russian name that stands in the instrumental as it is called.

    >>> by_whom("Ивановым"), by_whom("Анной"), by_whom("Андреем"), by_whom("Лашхишвили")
    ('Иванов', 'Анна', 'Андрей', 'Лашхишвили')
    """
    for ending, called in _INSTRUMENTAL:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + called
    return word


def is_instrumental(name: str) -> bool:
    """Tell whether a Russian name stands in the instrumental: "Иваном Ивановым"."""
    return _BY_SURNAME.search(name) is not None


def may_say(name: str, verb: str, many: bool) -> bool:
    """Tell whether a Russian name or noun in the singular agrees with a verb in the nominative.

    >>> may_say("Иванова", "сказал", False), may_say("Иванова", "сказала", False)
    (False, True)
    """
    last = name.split()[-1]
    if verb.endswith("ли") or (re.search(r"[уюая]т$", verb) and not re.search(r"[еи]т$", verb)):
        return many
    if many or (" " in name and _OBLIQUE.search(last)):
        return False
    if verb.endswith("ло"):
        return False
    if verb.endswith(("ла", "на")):
        return not _MASCULINE.search(last)
    if verb.endswith("л"):
        return not (_FEMININE.search(last) and len(last) > 4)
    return True


def is_called_body(name: str) -> bool:
    """Tell whether a Russian body's name stands in the nominative: "Конгресс", "МИД".

    >>> is_called_body("Конгресса"), is_called_body("МИД Ирана"), is_called_body("ведомство")
    (False, True, True)
    """
    first = name.split()[0]
    known = any(_CALLED_BODY.match(part) for part in name.lower().split())
    return first.isupper() or not first[-1].islower() or known


def called(name: str, tongue: str) -> str:
    """Return a name as it is called, without the article or ending of its case."""
    if tongue == "hy":
        return _ARTICLE.sub("", name)
    return re.sub(r"['’]\w{1,6}$", "", name) if tongue == "tr" else name


def is_subject(name: str, tongue: str) -> bool:
    """Tell whether a name can be a subject by its ending, where the ending tells.

    >>> is_subject("Bakıda", "az"), is_subject("Ankara'yı", "tr"), is_subject("Երևանում", "hy")
    (False, False, False)
    """
    last = name.split()[-1]
    if tongue == "az":
        return not (len(last) > 4 and _AZERBAIJANI.search(last))
    if tongue == "tr":
        return re.search(r"['’]\w+$", last) is None
    if tongue == "hy":
        return re.search(r"[ա-և](?:ի|ին|ից|ով|ում)$", last) is None or last.endswith("ով")
    return True


def without_case(name: str, tongue: str) -> str:
    """Return a name in the genitive as it is called: "Muradlının", "Բադալյանի", "Göksel'e"."""
    if tongue == "hy":
        return re.sub(r"ի$", "", _ARTICLE.sub("", name))
    if tongue == "ru":
        return " ".join(p if p.isupper() else nominative(p) for p in name.split())
    if tongue == "tr":
        return re.sub(r"['’]\w{1,6}$", "", name)
    if tongue == "az":
        return re.sub(r"(?<=[aəıiuüoöe])(?:n[ıiuü]n|y[aə])$|[ıiuü]n$", "", name)
    return name


def same_name(one: str, other: str) -> bool:
    """Tell whether two forms are of one name: "Чернявской" and "Чернявская"."""
    size = 0
    while size < min(len(one), len(other)) and one[size] == other[size]:
        size += 1
    for back in range(min(3, size - 2)):
        ends = one[size - back :], other[size - back :]
        if all(_ENDINGS.fullmatch(end) for end in ends):
            return True
    return False


def parts_called(names: Sequence[str]) -> str:
    """Return a Russian name in the instrumental, word by word, as it is called."""
    return " ".join(part if part.isupper() else by_whom(part) for part in names)


def place(name: str) -> str:
    """Return a Russian name that stands after "в" as it is called: "Пентагоне", "Москве".

    >>> place("Пентагоне"), place("Москве"), place("Баку"), place("Армении")
    ('Пентагон', 'Москва', 'Баку', 'Армения')
    """
    for ending, called_so in (("ии", "ия"), ("ле", "ль"), ("ве", "ва"), ("е", "")):
        if name.endswith(ending) and len(name) > len(ending) + 2:
            return name[: -len(ending)] + called_so
    return name
