"""Words around speakers in other languages than English: offices, bodies, prepositions, agencies.

Offices and bodies are told by their stems, with the endings that each language puts on them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from etl.text.words import words

_RUSSIAN = words(
    "эксперт аналитик депутат сенатор президент министр посол политолог представитель конгрессмен",
    "конгрессвумен обозреватель автор экономист юрист парламентарий политик чиновник",
    "директор глава замглавы спикер дипломат историк консультант адвокат советник помощник",
    "секретарь госсекретарь премьер премьер-министр вице-премьер вице-президент журналист военкор",
    "республиканец республиканка демократ соратник соратница востоковед кавказовед тюрколог",
    "иранист генерал полковник председатель руководитель лидер американист",
    "губернатор мэр профессор правозащитник активист омбудсмен прокурор судья замминистра постпред",
    "уполномоченный лоббист блогер писатель социолог пресс-секретарь собеседник источник",
    "тележурналист востоковедка экспертка заместитель основатель член сопредседатель координатор",
)
_RUSSIAN_MANY = words(
    "эксперты аналитики депутаты представители конгрессмены политики чиновники источники юристы",
    "экономисты сенаторы дипломаты власти лоббисты критики активисты правозащитники",
)
_ENDINGS = r"(?:а|у|е|ом|ем|ём|ы|и|я|ю|ой|ей|ому|ого|ым|ев|ов|ь|й)?"
_STEMS = {re.sub(r"[аьйя]$|ый$", "", noun): noun for noun in _RUSSIAN}
_STEMS.update({"посл": "посол", "судь": "судья"})
_RUSSIAN_ROLE = re.compile(rf"({'|'.join(sorted(_STEMS, key=len, reverse=True))}){_ENDINGS}$")
_LATIN_ROLE = re.compile(
    r"(?:vice-?|ex-?|co-?)?(?:"
    # French
    r"(?:ministre|sénateur|sénatrice|député|avocat|économiste|analyste|professeur|chercheu(?:r|se)"
    r"|direct(?:eur|rice)|président|ambassad(?:eur|rice)|gouverneur|maire|porte-parole|expert"
    r"|politologue|historien(?:ne)?|infirmi(?:er|ère)|chef|cheffe|patron|secrétaire|diplomate"
    r"|procureur|juriste|sociologue|journaliste|militant|éditorialiste|élu|urbaniste|syndicaliste"
    r"|spécialiste|conseill(?:er|ère)|dirigeant|sénatrice)(?:e|s|es)?"
    # Spanish
    r"|(?:ministr|senador|diputad|abogad|embajador|gobernador|president|director|profesor|vocer"
    r"|congresist|experto?|investigador|alcald|alcaldes|funcionari|politólog|historiador|diplomátic"
    r"|economist|analist|portavo[zc]|secretari|cancille?r|mandatari|maestr|trabajador|dirigent"
    r"|jurist|periodist|activist|médic|fiscal|jef|asesor|consejer|legislador|premier|primer"
    r"|magistrad|coordinador|promotor|crític|general)(?:a|o|e|as|os|es)?"
    # German
    r"|(?:[\wäöüß]+-?)?(?:minister|sprecher|präsident|politiker|expert|politolog|ökonom|jurist"
    r"|botschafter|abgeordnet|senator|kanzler|geschäftsführer|direktor|forscher|historiker|analyst"
    r"|vorsitzend|anwält|anwalt|bürgermeister|meister|professor|journalist|aktivist|rechtler|chef"
    r"|diplomat|berater|leiter|richter|schwester|lehrer|soziolog|beauftragt)"
    r"(?:in|e|en|er|n|s|innen)?"
    r")$"
)
_HEAD_FINAL_ROLE = re.compile(
    r"(?:(?:deputat|ekspert|politoloq|səfir|analitik|prezident|nazir|senator|konqresmen|vəkil"
    r"|iqtisadçı|tarixçi|jurnalist|professor|diplomat|sözçü|sözcü|başçı|rəhbər|müşavir|köməkçi|sədr"
    r"|spiker|direktor|hüquqşünas|şərhçi|general|sosioloq|baş nazir|nümayəndə|təmsilçi"
    r"|milletvekil|uzman|analist|yazar|büyükelçi|başkan|avukat|bakan|başbakan|cumhurbaşkan|temsilci"
    r"|senatör|ekonomist|vali|üye|yetkili|yardımcı|sekreter|başkanvekil|gazeteci|danışman"
    r"|akademisyen|prof|müdür|lider|tarihçi)"
    r"(?:[ıiuü]|[sy][ıiuü]|[ıiuü]?n[ıiuü]n|[ıiuü]n|[sy][ıiuü]n[ıiuü]n|l[əae]r(?:[ıi]|[ıi]n)?)?"
    r"|(?:պատգամավոր|նախարար|վարչապետ|տնօրեն|սենատոր|դեսպան|կոնգրեսական|նախագահ|խոսնակ|ղեկավար"
    r"|օգնական|լրագրող|քարտուղար|պետքարտուղար|խորհրդական|ներկայացուցիչ|\w{2,}գետ|\w{2,}բան)"
    r"(?:ը|ն|ի|ին)?)$"
)
_BODY = re.compile(
    r"(?:(?:министерств|посольств|агентств|ведомств|издани|организаци|комитет|газет|телеканал"
    r"|госдеп|пентагон|конгресс|кремл|правительств|парламент|парти|совет|союз|общин|офис|лобби"
    r"|прокуратур|ассоциаци|фонд|минобороны|дом)[аеиоуыьюяйм]{0,3}"
    r"|(?:departament|nazirliy|komitə|konqres|hökumət|parlament|səfirli|təşkilat|şura"
    r"|bakanlığ|kongre$|hükümet|büyükelçiliğ|parti|komite|dernek|derneğ|konsey|saray$"
    r"|minist(?:ère|erio)|commission|comisión|comité|syndicat|sindicato|gouvernement|gobierno"
    r"|conseil$|consejo$|congrès|congreso|ambassade$|embajada|agence|agencia|cancillería|gremio"
    r"|autorit|départ[ea]ment|departamento|partido|association|asociación|oficina"
    r"|(?:\w+-?)?(?:ministerium|verband|gewerkschaft|regierung|behörde|kommission|partei)|botschaft$"
    r"|auswärtig|kongress|պետքարտուղարությ|կառավարությ|նախարարությ|կոնգրես$|դեսպանատ|պենտագոն|պետդեպարտամենտ"
    r"|տուն|հանձնախ|կոմիտե|կազմակերպությ)\w{0,5})$"
)
PREPOSITIONS = words(
    "в во на с со из от для по о об за к ко у при после без до под над через между против около",
    "ради кроме среди перед про",
    "en de con sin sobre por para a ante bajo contra desde entre hacia hasta tras durante al del",
    "à dans sur pour par avec sans sous vers chez contre depuis pendant devant entre des du aux au",
    "d' d’ selon am im in aus bei mit nach seit von vom zu zum zur über unter vor durch für gegen",
    "ohne um auf an beim wegen ըստ",
)
ARTICLES = words(
    "su sus mi mis dos tres ses son sa leur leurs deux seine seiner ihre ihrer einer eines",
    "el la los las un una unos unas le les une l' l’ der die das dem den ein eine einem bir der",
)
ASIDES = words(  # between a speaker and the verb
    "не также тоже и ранее затем уже еще ещё сам сама при этом потом вновь снова же",
    "a ont est été ne n' pas aussi également ensuite encore déjà lui-même lui elle-même avait",
    "ha han había también luego ya no se le les nos me lo",
    "hat haben habe auch dann danach schon nicht am sich wieder erneut einmal wurde",
)
LINKED = words("что чтобы que qu' dass daß ki որ որը если si ob wenn")
VIEWS = words("словам мнению версии оценке утверждению убеждению заявлению словами думку взгляд")
PAPERS = words("издание издания издании агентство агентства газета газеты телеканал автор автора")
GENERAL = words(  # what anybody may be called who was told to be something else
    "эксперт аналитик политик автор дипломат парламентарий чиновник собеседник юрист обозреватель",
    "американист историк консультант журналист экономист ekspert analitik uzman analist yazar",
    "глава соратник соратница başçısı rəhbər müəllif",
    "expert experte experto experta mandatario político responsable dirigeant élu élue diplomate",
    "diplomático diplomática legislador abgeordnete politiker politikerin փորձագետ վերլուծաբան",
)
INDEFINITE = words("un une una uno unos unas ein eine einer bir один одна некий")
NO_NAMES = words(
    "onun bu o ona он она его ее её их они это этот эта так вчера сегодня laut selon según wie",
    "ansicht meinung sicht worten angaben einschätzung kritik zustimmung überzeugung auffassung",
    "como comme para por pour für nach aus den des ըստ նա նրա interrogé interrogée en dans a à",
    "nosotros d'après d’après",
)
AGENCIES = words(
    "тасс азертадж интерфакс риа reuters рейтер afp efe dpa ap apa report trend turan арменпресс",
    "azərtac azertac aa iha dha anadolu bloomberg politico times post journal monde figaro país",
    "mundo spiegel zeit euronews bbc cnn news.am 1news axar oxu haqqin новости спутник sputnik",
    "արմենպրես ազատություն թայմս armenpress ria interfax tass panarmenian washington",
)
CREDITS = words(
    "сообщает сообщил сообщила сообщают передает передаёт передают пишет пишут информирует",
    "цитирует повідомляє пише xəbər yazır yazıb verir məlumat yazdı bildirdi bildirir duyurdu",
    "aktardı écrit rapporte indique indiqué informó informa escribe señala indicó publicó",
    "berichtet berichtete meldet meldete schreibt schrieb գրում հաղորդում հաղորդել գրել",
)


@lru_cache(maxsize=20_000)
def role_noun(word: str) -> str | None:
    """Return the nominative of a noun for somebody's office or trade; None where it is none.

    >>> role_noun("политолога"), role_noun("sözçüsü"), role_noun("US-Senator"), role_noun("закон")
    ('политолог', 'sözçüsü', 'us-senator', None)
    """
    low = re.sub(r"^[ld]['’]", "", word.replace("İ", "i").lower())
    if low in _RUSSIAN_MANY or _HEAD_FINAL_ROLE.match(low) or _LATIN_ROLE.match(low):
        return low
    found = _RUSSIAN_ROLE.match(re.sub(r"^(?:экс|вице)-", "", low))
    return _STEMS[found[1]] if found else None


@lru_cache(maxsize=20_000)
def body_noun(word: str) -> bool:
    """Tell whether a noun is a body's in one of the languages: "ведомство", "Bakanlığı"."""
    return _BODY.match(re.sub(r"^[ld]['’]", "", word.replace("İ", "i").lower())) is not None


def is_acronym(word: str) -> bool:
    """Tell whether a word is a body's acronym: "МИД", "ANCA", "ԱԳՆ-ն"."""
    return re.match(r"(?:[ldLD]['’])?[^\W\d_a-zа-яё]{2,7}(?:-\w|['’]\w+)?$", word) is not None and (
        word[1:3].isupper() or word[2:4].isupper()
    )


def is_agency(name: str) -> bool:
    """Tell whether a name is an agency's or a paper's, which only credits itself."""
    low = re.sub(r"^[ld]['’]|['’]\w+$|(?<=[ա-և])ը$", "", name.lower())
    last = low.split()[-1] if low else ""
    return bool({low, last, low.split()[0] if low else ""} & AGENCIES) or ".a" in last
