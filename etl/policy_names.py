"""The names a policy is found by, and which of them are too wide.

A name that matches everything finds nothing: it is refused where the policy is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from yaml.nodes import Node

from etl import yaml_lines as lines
from etl.policy_fields import Reader
from etl.yaml_lines import Problems

# ISO 639-1.
_LANGUAGES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
# What every text on law and politics is full of, in the languages policies are named in.
_COMMON = """
a an the this that these those it its they he she we you i and or but not no nor so if then than
of in on at to by for from with without as is are was were be been being do does did has have had
will would can could may might must should all any some one two new old first last other act acts
law laws bill bills section sections sec article articles amendment amendments title titles
chapter code statute statutes rule rules resolution congress congressional senate house senator
senators president presidential government federal state states public private policy policies
waiver waivers sanction sanctions repeal reform ban order u.s us usa united america american
country countries news said says report reports people year years today и в во не на с со по к о
об от за из у а но что как это этот для при закон закона законы законопроект поправка поправки
статья статьи раздел акт акта указ конгресс конгресса сенат президент сша правительство санкции
новости və bu ki ilə üçün bir də qanun qanunu maddə düzəliş akt konqres senat prezident abş
hökumət և եւ է են որ այս համար մեջ օրենք հոդված լրացում բանաձև կոնգրես սենատ նախագահ ամն
կառավարություն le la les un une des du de et ou en dans pour par sur avec loi lois amendement
titre congrès sénat président gouvernement projet el los las una unos y o del al por para con ley
leyes artículo enmienda sección congreso senado presidente gobierno sanciones der die das ein eine
und oder im von zu für mit gesetz abschnitt artikel kongress präsident regierung sanktionen il lo
gli legge articolo emendamento congresso senato governo sanzioni os uma lei artigo emenda ve ile
için yasa yasası kanun kanunu madde değişiklik kongre başkan hükümet في من على إلى عن أن هذا
القانون قانون المادة مادة التعديل تعديل القرار قرار الكونغرس الرئيس در از به که این ماده کنگره 法
法律 法案 国会 國會 修正案 総統 总统 總統 条款 條款
закони поправку стаття сенату конгресу уряд კანონი მუხლი კონგრესი
"""
LONG_ENOUGH = 4  # letters of an abbreviation; of three there are too many
MANY_WORDS = 4  # so many do not come together by chance
_LONG_NUMBER = re.compile(r"\b\d{5}\b")  # few laws have so many sections
_CAPITALS = re.compile(r"[A-Z][^\W\d_]*")
LANGUAGES = frozenset(_LANGUAGES.split())
COMMON = frozenset(_COMMON.split())
WILD = re.compile(r"[*|\\^]|\.[+?]|^[%?_]|\[.*\]|\(\?")


def too_wide(name: str) -> str | None:
    """Return why a name would match everything, or None where it names something.

    >>> too_wide("Section 907"), too_wide("§ 907"), too_wide("SAVE Act")
    (None, None, None)
    >>> too_wide("the Act")
    'it is made of very common words alone'
    >>> too_wide("907")
    'it is a bare number'
    """
    if WILD.search(name):
        return "it reads like a pattern, and names are matched as they are written"
    # A section sign is as good as the word section: "§ 907" names something, "907" does not.
    telling = [c for c in name if c.isalnum() or c in "§№"]
    if not telling:
        return "it holds no letter or digit"
    if len(telling) < 3:
        return "it is one or two characters long"
    if not any(c.isalpha() or c in "§№" for c in telling):
        return "it is a bare number"
    words = re.findall(r"[^\W_]+(?:[.'’][^\W_]+)*", name.casefold())
    if all(word in COMMON for word in words):
        return "it is made of very common words alone"
    return None


def tells_itself(name: str, others: Iterable[str] = ()) -> bool:
    """Return whether a name is told by nothing but itself, so that it needs no context.

    Two words of its own with capitals are, or four words of any kind, or a section of five digits,
    or an abbreviation of four or more capitals: before "Act", or of which another of the policy's
    names is the long form. A smaller number or a surname is not.

    >>> [tells_itself(n) for n in ("Taiwan Relations Act", "Jackson-Vanik", "SPEED Act")]
    [True, True, True]
    >>> [tells_itself(n) for n in ("Section 907", "Leahy Law", "title IV", "the SAVE bill", "DACA")]
    [False, False, False, False, False]
    >>> [tells_itself(n) for n in ("Закон об отношениях с Тайванем", "section 71119", "title IV")]
    [True, True, False]
    >>> tells_itself("DACA", ["Deferred Action for Childhood Arrivals"])
    True
    """
    if len(name.split()) >= MANY_WORDS or _LONG_NUMBER.search(name):
        return too_wide(name) is None
    own = [w for w in _CAPITALS.findall(name) if w.casefold() not in COMMON and len(w) > 2]
    if len(own) != 1:
        return len(own) > 1
    short = own[0] if own[0].isupper() and len(own[0]) >= LONG_ENOUGH else ""
    if short and name.endswith(" Act"):
        return True
    return short == name and any(short == _initials(other) for other in others)


def _initials(name: str) -> str:
    return "".join(word[0] for word in _CAPITALS.findall(name.partition("(")[0]) if word != "Act")


def by_language(node: Node, key: str, problems: Problems) -> list[tuple[str, str, Node]]:
    """Return text, language and node of each text that is listed by language."""
    found: list[tuple[str, str, Node]] = []
    mapping = lines.keys(node, key, problems)
    for language, at, value in lines.pairs(mapping, problems) if mapping else ():
        if language not in LANGUAGES:
            problems.tell(
                at,
                f"{key}: unknown language {language!r}; expected an ISO 639-1 code: en",
            )
        found += [(t, language, n) for t, n in lines.texts(value, f"{key}: {language}", problems)]
    return found


def wording(fits: Callable[[str], Any], otherwise: str) -> Reader:
    """Return a reader of (words, language); of words that do not fit it says what is wrong."""

    def read(node: Node, key: str, problems: Problems) -> tuple[tuple[str, str], ...]:
        told = by_language(node, key, problems)
        for text, _, at in told:
            if not fits(text):
                problems.tell(at, f"{key}: {text!r} {otherwise}")
        return tuple((text, language) for text, language, _ in told)

    return read


def aliases(node: Node, key: str, problems: Problems) -> list[tuple[str, str, Node]]:
    """Return name, language and node of each name; one that is too wide is a problem."""
    names = by_language(node, key, problems)
    for name, _, at in names:
        if why := too_wide(name):
            problems.tell(
                at,
                f"{key}: {name!r} can match everything: {why}; expected a fuller name",
            )
    return names


def anaphors(node: Node, key: str, problems: Problems) -> tuple[str, ...]:
    """Return the words that stand for a policy once it was named, each once."""
    return tuple(dict.fromkeys(text for text, _, _ in by_language(node, key, problems)))
