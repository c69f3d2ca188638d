"""The words dates are written with: months, days of the week, zones and the small words between.

Every word is kept as `plain` leaves it, so that "Août", "AOUT" and "août" are one word.
"""

from __future__ import annotations

import unicodedata

_CJK = str.maketrans({"年": "-", "月": "-", "日": " ", "년": "-", "월": "-", "일": " "})
_STRAIGHT = str.maketrans({"ı": "i", "−": "-", "–": "-", "—": "-"})


def plain(text: str) -> str:
    """Return the text in lower case, without accents, with the digits 0-9.

    >>> plain("8 AOÛT ٢٠٢٥")
    '8 aout 2025'
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_CJK)).lower()
    letters = (c for c in decomposed if unicodedata.category(c) != "Mn")
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in letters)
    return "".join(digits).translate(_STRAIGHT)


# One line a month: English, Russian, Azerbaijani, Turkish, French, Spanish, German, Armenian,
# Arabic.
_MONTHS = (
    "january jan январь января янв yanvar yan ocak oca janvier janv enero ene januar jän jänner"
    " հունվար հունվարի հնվ يناير",
    "february feb февраль февраля фев февр fevral fev şubat şub février févr febrero februar"
    " փետրվար փետրվարի փտր فبراير شباط",
    "march mar март марта мар mart mars marzo märz mär mrz մարտ մարտի մրտ مارس آذار",
    "april apr апрель апреля апр aprel nisan nis avril avr abril abr ապրիլ ապրիլի ապր أبريل نيسان",
    "may май мая mayıs mai mayo մայիս մայիսի մյս مايو أيار",
    "june jun июнь июня июн iyun iyn haziran haz juin junio juni հունիս հունիսի հնս يونيو حزيران",
    "july jul июль июля июл iyul iyl temmuz tem juillet juil julio juli հուլիս հուլիսի հլս"
    " يوليو تموز",
    "august aug август августа авг avqust avq ağustos ağu août agosto ago օգոստոս օգոստոսի օգս"
    " أغسطس آب",
    "september sep sept сентябрь сентября сен сент sentyabr sen eylül eyl septembre septiembre"
    " setiembre septembre սեպտեմբեր սեպտեմբերի սեպ سبتمبر أيلول",
    "october oct октябрь октября окт oktyabr okt ekim eki octobre octubre oktober"
    " հոկտեմբեր հոկտեմբերի հոկ أكتوبر",
    "november nov ноябрь ноября ноя нояб noyabr noy kasım kas novembre noviembre"
    " նոյեմբեր նոյեմբերի նոյ نوفمبر",
    "december dec декабрь декабря дек dekabr dek aralık ara décembre déc diciembre dic dezember"
    " dez դեկտեմբեր դեկտեմբերի դեկ ديسمبر",
)
MONTHS = {
    word: number for number, words in enumerate(_MONTHS, start=1) for word in plain(words).split()
}

# The Levant and Iraq have months of two words.
PAIRS = {
    plain(pair): name
    for pair, name in {
        "كانون الثاني": "january",
        "تشرين الأول": "october",
        "تشرين الثاني": "november",
        "كانون الأول": "december",
    }.items()
}

_WEEKDAYS = """
monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat
sunday sun понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс
lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim
lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom
pazartesi pzt salı sal çarşamba çar perşembe per cuma cum cumartesi cmt pazar paz
bazar ertəsi çərşənbə axşamı cümə axşamı şənbə montag mo dienstag di mittwoch mi donnerstag do
freitag fr samstag sonnabend sa sonntag so
երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի
الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
"""
# "mar" is a Tuesday in French and Spanish and March in English: `mar` counts as both.
WEEKDAYS = frozenset(plain(_WEEKDAYS).split()) | {"mar"}

_SMALL = """
at on of the in um uhr à a le de del la el в г года год թ il ildə saat tarihinde في
date dated published posted publié publicado опубликовано дата st nd rd th er го е ого o ci cu ին
"""
SMALL = frozenset(plain(_SMALL).split())

# Minutes from UTC. Names that stand for several zones (IST, BST, AMT, AST) are left out on purpose.
ZONES = {
    **dict.fromkeys(("z", "ut", "utc", "gmt", "wet"), 0),
    **dict.fromkeys(("cet", "west", "mez"), 60),
    **dict.fromkeys(("eet", "cest", "mesz"), 120),
    **dict.fromkeys(("msk", "eest", "trt"), 180),
    **dict.fromkeys(("azt", "samt"), 240),
    **dict.fromkeys(("jst", "kst"), 540),
    **dict.fromkeys(("est", "cdt"), -300),
    **dict.fromkeys(("cst", "mdt"), -360),
    **dict.fromkeys(("mst", "pdt"), -420),
    "edt": -240,
    "pst": -480,
    "akdt": -480,
    "akst": -540,
    "hst": -600,
}
# Zones that mean several places: their day is sure, their moment is not.
VAGUE_ZONES = frozenset(["ist", "bst", "amt", "ast", "et", "pt", "ct", "mt", "local"])
