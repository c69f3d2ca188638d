"""One person under several spellings: Aliyev, Əliyev and Алиев are one name.

Names in other letters are written in ours; two names of the same bones (their words without
vowels) are one where they come from different alphabets, or share their last word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from etl.text.groups import Groups

_OTHER = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ə": "a", "ı": "i",
    "ղ": "gh", "ջ": "j", "չ": "ch", "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z",
    "է": "e", "ը": "", "թ": "t", "ժ": "zh", "ի": "i", "լ": "l", "խ": "kh", "ծ": "ts", "կ": "k",
    "հ": "h", "ձ": "dz", "ճ": "ch", "մ": "m", "յ": "y", "ն": "n", "շ": "sh", "ո": "o", "պ": "p",
    "ռ": "r", "ս": "s", "վ": "v", "տ": "t", "ր": "r", "ց": "ts", "ւ": "v", "փ": "p", "ք": "k",
    "օ": "o", "ֆ": "f", "և": "ev",
}  # fmt: skip
# Sounds that one alphabet writes in several ways; Azerbaijani c is j, q is g, x is kh.
_SOUNDS = (("dzh", "j"), ("дж", "j"), ("zh", "j"), ("kh", "h"), ("sch", "sh"), ("w", "v"))
_AZERBAIJANI = (("c", "j"), ("q", "g"), ("x", "kh"))


def plain(name: str) -> str:
    """Return a name in small letters of ours without accents and marks.

    >>> plain("Ильхам Алиев"), plain("O’Brien"), plain("Muñoz")
    ('ilkham aliev', 'obrien', 'munoz')
    """
    written = "".join(_OTHER.get(letter, letter) for letter in name.casefold())
    bare = unicodedata.normalize("NFD", written)
    return " ".join(re.findall(r"[a-z]+", re.sub(r"[\u0300-\u036f'’.-]", "", bare)))


def bones(name: str) -> tuple[str, ...] | None:
    """Return the words of a name without vowels; None where it has one word, or a figure.

    An initial and the country of a US body are left out: not everybody writes them.

    >>> bones("Hikmət Hacıyev") == bones("Hikmat Hajiyev") == bones("Хикмет Гаджиев")
    True
    >>> bones("John F. Reed") == bones("John Reed"), bones("U.S. State Department")
    (True, ('stt', 'dprtmnt'))
    """
    letters = name.casefold()
    if re.search("[əıç]", letters):
        for sign, sound in _AZERBAIJANI:
            letters = letters.replace(sign, sound)
    words = plain(letters).split()
    told = [word for word in words[words[:1] == ["us"] :] if len(word) > 1]
    words = told if len(told) > 1 else words
    return None if len(words) < 2 or re.search(r"\d", name) else tuple(map(_bone, words))


def _bone(word: str) -> str:
    for sign, sound in _SOUNDS:
        word = word.replace(sign, sound)
    word = re.sub(r"^g(?=[ae]j)", "h", word)  # Гаджиев is Hajiyev
    return word[0].translate(_VOWELS) + re.sub(r"[aeiouy]|(.)(?=\1)", "", word[1:])


_VOWELS = str.maketrans("eiouy", "aaaaa")


def one_voice(counts: Mapping[str, int]) -> dict[str, str]:
    """Return for each name the spelling that stands for it: in our letters, told most often."""
    groups = Groups[str]()
    by_bones: dict[tuple[str, ...], list[str]] = {}
    for name in counts:
        key = bones(name)
        if key and len("".join(key)) > 3:
            by_bones.setdefault(key, []).append(name)
    for names in by_bones.values():
        for other in names[1:]:
            for name in names[: names.index(other)]:
                if _same(name, other):
                    groups.join(other, name)
    members: dict[str, list[str]] = {}
    for name in counts:
        members.setdefault(groups.of(name), []).append(name)
    best = {of: max(names, key=lambda n: _rank(n, counts[n])) for of, names in members.items()}
    return {name: best[groups.of(name)] for name in counts}


def _initials(name: str) -> list[str]:
    return [word for word in plain(name).split() if len(word) == 1]


def _same(one: str, other: str) -> bool:
    """Tell whether two names of the same bones are one: of two alphabets, or of one last word."""
    if one.isascii() and other.isascii():
        if _initials(one) and _initials(other) and _initials(one) != _initials(other):
            return False
        return plain(one).split()[-1] == plain(other).split()[-1]
    return True


def _rank(name: str, count: int) -> tuple[bool, int, str]:
    return name.isascii(), count, name
