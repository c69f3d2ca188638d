"""Verbs of everyday that say something in an idiom alone: "tore into", "pushed back on"."""

from __future__ import annotations

from etl.text.words import words

_OF = r"(?:the|an?|this|that|his|her|its|their|any|such|those|these)"
_FEW = r"(?:[^\s,;:.]+ ){1,6}?"
_MATTER = (
    r"(?:laws?|bills?|acts?|measures?|rules?|plans?|proposals?|ideas?|deals?|orders?|decisions?"
    r"|polic(?:y|ies)|provisions?|tariffs?|bans?|waivers?|moves?|rulings?|amendments?|programs?"
    r"|programmes?|approach|change|push|efforts?|resolution|legislation|treaty|pact|agreement"
    r"|repeal|sanctions|mandate|exemption|vote|handling|reform|request|criticism"
    r"|calls?|notion|suggestion|argument|claims?|requirement|restrictions|critics)"
)
_TITLE = (
    r"(?:Act|Bill|Law|Rule|Order|Amendment|Proclamation|Section|Title|Program|Clause|Treaty"
    r"|Agreement|Provision|Regulation|Resolution|Deal|Plan|Accords?)"
)
_SELF = r"(?:[A-Z][\w’'.-]+ )"
# "the branch bill", "Section 907", "it as a tax": what is spoken of, rather than a thing.
MATTER = (
    rf"(?:{_OF} (?:[\w’'.-]+ ){{0,4}}?{_MATTER}\b|(?:Section|Executive|H\.R\.|S\.) "
    rf"|(?:the )?{_SELF}{{0,5}}{_TITLE}\b"
    rf"|{_SELF}{{1,4}}{_MATTER}\b|{_SELF}{{1,4}}(?:for|as|over)\b|(?:it|them) as\b)"
)
AS = rf"(?!such as){_FEW}as (?!well|soon|long|much|many|far|part\b|of\b)"
_CLOSES = r"[,.;:—]|$|\s[“\"]"
UNDO = (
    r"(?:repeal|strike|end|block|waive|kill|extend|suspend|lift|bar|tighten|keep|restore|pass|undo"
    r"|scrap|ban|overturn|reverse|weaken|stop|curb|defend|save|revoke|change|make|forbid|require)"
)
_WANTED = rf"(?:an? )?(?:immediate |full |swift )?(?:end|repeal|ban|changes?|answers)\b|{MATTER}"
_WHO = r"(?:the|an?|it|that|this|these|such|his|her|its|their|[A-Z])"

# By form: what must follow it.
IDIOMS = {
    "views": AS,
    "viewed": AS,
    "compared": rf"(?:it|them|{MATTER}|[A-Z]\S*) (?:[^\s,;:.]+ ){{0,5}}?to (?!\d)",
    "likened": rf"{_FEW}to\b",
    "likens": rf"{_FEW}to\b",
    **dict.fromkeys(("characterized", "characterised", "portrayed", "painted", "framed"), AS),
    **dict.fromkeys(("characterizes", "characterises", "portrays", "paints", "billed"), AS),
    "cast": rf"doubt on|{AS}",
    "casts": rf"doubt on|{AS}",
    "deems": rf"{_WHO}",
    "deemed": rf"{_WHO}",
    "dubbed": rf"(?:it|him|her|them)\b|{MATTER}",
    "termed": r"(?:it|the|this|that|an?)\b",
    "terms": r"(?:it|the|this)\b",
    "pronounced": r"(?:it|the|this|that|himself|herself)\b",
    "allowed": r"that (?!to |much |[a-z]+ to )",
    "charged": "that",
    "repeated": r"that|(?:his|her|its|their|the) (?:call|demand|claim|view|vow|pledge|warning|plea"
    r"|promise|argument|charge)",
    "hinted": "that|at|as much|it",
    "hints": "that",
    **dict.fromkeys(("fretted", "frets"), rf"that|about|over|{_CLOSES}"),
    **dict.fromkeys(("bragged", "brags"), rf"that|about|of|{_CLOSES}"),
    **dict.fromkeys(("griped", "groused"), rf"that|about|of|{_CLOSES}"),
    "gushed": "that|about|over",
    **dict.fromkeys(("panned", "pans", "ripped", "rips", "trashed", "trashes"), MATTER),
    **dict.fromkeys(("torched", "torches", "skewered", "savaged", "bashed", "bashes"), MATTER),
    **dict.fromkeys(("knocked", "knocks", "embraced", "embraces", "floated", "floats"), MATTER),
    **dict.fromkeys(("resisted", "resists", "pitched", "dinged"), MATTER),
    "fought": rf"(?:for |against )?{MATTER}",
    **dict.fromkeys(
        ("push", "pushes", "pushed"),
        rf"for (?:{_WANTED})|to {UNDO}|back(?: (?:on|against|at)\b|{_CLOSES})"
        rf"|[A-Z]\w+ to {UNDO}",
    ),
    "campaigned": rf"(?:for|against) (?:{_WANTED})|to {UNDO}",
    "expects": r"that\b|(?!to )(?:[^\s,;:.]+ ){1,5}?to\b",
    "expected": rf"that\b|(?!to ){_WHO} (?:[^\s,;:.]+ ){{0,4}}?to\b",
    **dict.fromkeys(("tore", "tears", "lit", "lights"), rf"into (?:[A-Z]|{MATTER})"),
    **dict.fromkeys(("inveighed", "inveighs"), "against"),
    **dict.fromkeys(("got", "gets"), rf"behind {MATTER}"),
    **dict.fromkeys(("rallied", "rallies"), rf"(?:behind|around|against) {MATTER}"),
    **dict.fromkeys(("lined", "lines"), rf"up (?:behind|against) {MATTER}"),
    **dict.fromkeys(
        ("raised", "raises"),
        r"(?:[\w-]+ ){0,2}?(?:concerns?|doubts?|questions?"
        r"|objections?|alarms?|fears)\b",
    ),
    **dict.fromkeys(("sounded", "sounds"), r"(?:the|an) alarm|a (?:\w+ )?(?:warning|note)|off\b"),
    **dict.fromkeys(("poured", "pours", "heaped", "heaps"), "cold water|scorn|praise"),
    "let": "it be known|it slip|slip that",
    "had": r"(?:harsh|kind|choice|sharp|strong|warm|blunt) words|(?:a|one|another) (?:\w+ )?(?:word"
    r"|warning|message)s?(?: for\b| to\b|:)|this to say"
    r"|no (?:such )?(?:doubts?|objections?|quarrel)",
    "has": r"(?:harsh|kind|choice|sharp|strong|warm) words|no (?:such )?(?:doubts?|objections?"
    r"|quarrel)|a (?:word|warning|message)(?: for\b|:)",
    **dict.fromkeys(("weighed", "weighs", "chimed", "chimes"), r"in\b(?! at)"),
    "piped": "up",
    **dict.fromkeys(("hit", "hits"), rf"(?:out|back)(?: at\b| against\b|{_CLOSES})"),
    "fired": rf"back(?: at\b| that\b|{_CLOSES})",
    "rose": "to (?:defend|oppose|denounce|praise)|in (?:defen[sc]e|support|opposition)",
    "issued": r"an? (?:[\w-]+ )?(?:warning|plea|rebuke|appeal)\b",
    **dict.fromkeys(("confess", "confesses"), "that|to "),
    "minced": "no words",
    "mince": "words|no words",
    "hide": r"(?:his|her|their|its) (?:irritation|temper|anger|dismay|displeasure|frustration"
    r"|delight|contempt|scorn|disdain|dislike|disappointment|annoyance|impatience)",
    "pulled": "no punches",
}

# "was ripped by", "is viewed by": who does so has a view; not "was hit by", "was issued by".
BY = frozenset(IDIOMS) & words(
    "panned ripped trashed torched skewered savaged bashed knocked embraced resisted fought",
    "likened portrayed characterized characterised pilloried viewed deemed",
)
