"""What stands above the text of an article in a plain file: headers, headline, day, byline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from etl.records import Reject
from etl.text.addresses import web_address
from etl.text.clean import tidy, words
from etl.text.dates import UNKNOWN, When, parse_date

_KEYS = {
    "title": "title headline heading заголовок название başlıq titre título վերնագիր",
    "url": "url link address permalink адрес ссылка",
    "published": "date published publication_date published_at pubdate дата опубликовано tarix",
    "outlet": "outlet source publisher publication newspaper site издание источник сми mənbə",
    "author": "author byline by writer автор müəllif auteur autor",
    "language": "language lang язык dil",
    "country": "country страна",
}
_FIELD_OF = {word.replace("_", " "): name for name, line in _KEYS.items() for word in line.split()}
_HEADER = re.compile(r"\**([^\W\d_][\w ]{1,20}?)\**\s*[:=]\**\s*(\S.*)")
_GLUED = re.compile(r"\s*(?:date|dated|published)\b\s*:?\s+(?=\S)", re.I)
_GLUED_DAY = re.compile(r"\s*(?P<day>\d{4}-\d\d-\d\d)(?=[ \t]+[^\W\d_a-z]|[ \t]+[\"“«'(]|\s*\n)")
_NAME = r"[A-ZÀ-ÞА-ЯЁԱ-Ֆ][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?i:by|автор:?|par|por)\s+({_NAME}(?:(?:,|\s+and|\s+et|\s+и)?\s+{_NAME}){{0,7}})"
)
_ENDS_SENTENCE = (".", "։", "。", ":", ";", ",", "…", "।")
_LONGEST_DATE = 8  # words


@dataclass(slots=True)
class Head:
    """What a file says of itself, as given, and what of it could not be used."""

    fields: dict[str, str] = field(default_factory=dict)
    when: When = UNKNOWN
    rejects: list[Reject] = field(default_factory=list)


def cut_head(text: str) -> tuple[Head, str]:
    """Return what stands above a text (lines end in a bare line feed) and the text below it."""
    head = Head()
    return head, _cut(text, head)


def _cut(text: str, head: Head) -> str:
    rest = _cut_headers(text.lstrip("\n\ufeff "), head)
    glued = _cut_glued_date(rest, head)
    if glued is not None:
        return glued
    if "title" not in head.fields:
        rest = _cut_title(rest, head)
    return _cut_dateline(rest, head)


def _cut_headers(text: str, head: Head) -> str:
    lines = text.split("\n")
    at = 0
    while at < len(lines) and (_take_header(lines[at], head) or _is_frame(lines[at], head)):
        at += 1
    _settle(head)
    return "\n".join(lines[at:])


def _is_frame(line: str, head: Head) -> bool:
    """Return whether a line only sets the head off: blank, or the --- around front matter."""
    return line.strip() in ("", "---", "***", "+++")


def _take_header(line: str, head: Head) -> bool:
    if re.fullmatch(r"https?://\S+", line.strip()):
        return head.fields.setdefault("url", line.strip()) == line.strip()
    found = _HEADER.fullmatch(line.strip())
    name = _FIELD_OF.get(re.sub(r"[\s_]+", " ", found[1].strip().lower())) if found else None
    if found is None or name is None or name in head.fields:
        return False
    if name == "published" and words(found[2]) > _LONGEST_DATE:
        return False  # the day is glued to the text
    head.fields[name] = tidy(found[2].strip("\"'* "))
    return True


def _settle(head: Head) -> None:
    """Check the address and read the day that the head gives."""
    said = head.fields
    if "url" in said:
        given = said.pop("url")
        if address := web_address(given):
            said["url"] = address
        else:
            head.rejects.append(Reject(place="URL", reason=f"no web address: {given[:80]}"))
    if "published" in said:
        head.when = parse_date(said["published"], said.get("country"), said.get("language"))
        if head.when is UNKNOWN:
            reason = f"the date cannot be read: {said['published'][:80]}"
            head.rejects.append(Reject(place="date", reason=reason))


def _cut_glued_date(text: str, head: Head) -> str | None:
    """Return the text after a day that is glued to its start, None where there is no such day."""
    if head.when is not UNKNOWN:
        return None
    if found := _GLUED.match(text):
        tokens = list(re.finditer(r"\S+", text[found.end() : found.end() + 120]))[:_LONGEST_DATE]
        for last in reversed(tokens):
            given = text[found.end() : found.end() + last.end()]
            if "\n" not in given and _take_day(given, head):
                return text[found.end() + last.end() :]
    if (found := _GLUED_DAY.match(text)) and _take_day(found["day"], head):
        return text[found.end() :]
    return None


def _take_day(given: str, head: Head) -> bool:
    """Keep a day if `given` is one; figures alone are too often something else."""
    when = UNKNOWN if given.strip().isdigit() else parse_date(given)
    if when.precision != "day" or head.when is not UNKNOWN:
        return False
    head.fields["published"], head.when = given.strip(" ,.;|"), when
    return True


def _cut_title(text: str, head: Head) -> str:
    """Take a first short line without a final stop that something sets apart from the text."""
    line, _, rest = text.lstrip("\n").partition("\n")
    title = tidy(re.sub(r"^#{1,3}\s+", "", line.strip("*_ ")))
    following = rest.partition("\n")[0].strip()
    apart = not following or _is_dateline(following) or line.startswith("#")
    if not rest.strip() or not apart or not 2 <= words(title) <= 30 or len(title) > 200:
        return text
    if title.endswith(_ENDS_SENTENCE) and not line.startswith("#"):
        return text
    if parse_date(title) is not UNKNOWN or _BYLINE.fullmatch(title):
        return text
    head.fields["title"] = title
    return rest


def _is_dateline(line: str) -> bool:
    return parse_date(line).precision == "day" or _BYLINE.fullmatch(line) is not None


def _cut_dateline(text: str, head: Head) -> str:
    """Take the day and the byline that stand on lines of their own above the text."""
    rest = text.lstrip("\n ")
    while rest:
        line, _, below = rest.partition("\n")
        byline = _BYLINE.fullmatch(line.strip())
        if byline and "author" not in head.fields:
            head.fields["author"] = tidy(byline[1])
        elif not _take_day(line.strip(), head):
            break
        rest = below.lstrip("\n ")
    return rest
