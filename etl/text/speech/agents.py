"""Nouns for those who can speak: people, bodies and documents, and the words around them.

A noun counts in the plural too ("aides"), and so do words that end as people's trades do
("-ologists", "-women").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from etl.text.words import words

PERSONS = words(
    "exile successor predecessor ceo cfo coo admiral brigadier commodore administrator grocer",
    "nominator academic activist actor adviser advisor advocate agent aide alderman alderwoman",
    "ambassador analyst anchor archbishop archivist assistant assessor attaché attorney auditor",
    "author backer baker banker bishop blogger boss broker builder businessman businesswoman",
    "campaigner candidate captain caretaker carpenter chair chairman chairperson chairwoman",
    "chancellor chaplain chief citizen clerk co-chair co-founder coach colleague colonel",
    "columnist commander commentator commissioner congressman congresswoman consul consultant",
    "contractor coordinator correspondent councillor councilman councilor councilwoman counsel",
    "courier creator critic customer dealer dean defender delegate democrat deputy developer",
    "diplomat director dispatcher dissident doctor donor driver economist editor educator",
    "electrician engineer entrepreneur envoy examiner executive expert exporter factory-owner",
    "farmer father fellow fighter firefighter fisherman founder friend general governor",
    "grandmother grandfather grower guard guest guide head historian homeowner host importer",
    "insider inspector instructor insurer interpreter investigator investor jeweler journalist",
    "judge jurist justice landlord landowner lawmaker lawyer leader legislator librarian",
    "lieutenant linguist lobbyist logger machinist maker manager mayor mechanic mediator member",
    "merchant midwife miner minister mother narrator negotiator neighbor neighbour nominee",
    "novelist nun nurse observer officer official operator opponent organiser organizer owner",
    "painter parent parliamentarian parishioner partner pastor patient pharmacist philosopher",
    "physician pilot planner player plumber policeman politician postmaster preacher premier",
    "president priest principal producer professor programmer promoter proponent prosecutor",
    "protester provider publisher rabbi rancher ranger reader realtor receptionist recipient",
    "refugee regulator reporter representative republican researcher resident retailer retiree",
    "reverend roofer sailor scholar scientist secretary senator sergeant sheriff shipper",
    "shopkeeper shrimper skeptic sociologist soldier solicitor sophomore speaker specialist",
    "spokesman spokesperson spokeswoman sponsor staffer statesman steward strategist student",
    "subcontractor superintendent supervisor supplier supporter surgeon survivor teacher",
    "technician tenant therapist trader translator treasurer trucker trustee tutor",
    "umbrella-maker undersecretary underwriter user utility-man vendor veteran victim volunteer",
    "voter voice-over warden weaver welder whip widow widower witness worker writer caller",
    "respondent ironworker steelworker autoworker pipefitter postdoc intern borrower lender",
    "taxpayer passenger pensioner reservist conservative liberal progressive hawk dove",
    "co-sponsor cosponsor beekeeper brewer butcher cook barber truck-driver trainer skipper",
    "spouse wife husband daughter son sister brother grandson niece nephew orchardist hunter",
    "angler paralegal policymaker archaeologist dairyman cattleman seaman longshoreman nomad",
    "creditor debtor senior ombudsman monk vicar imam sheikh prince king queen pope cardinal",
    "laureate vice-president woman man girl boy teenager couple native guy counterpart keynote",
    "cousin evangelist freshman junior graduate undergraduate alumnus heir executor registrar",
    "bailiff secretary-general director-general usher luthier forester chargé d'affaires",
    "d’affaires janitor cashier waitress bartender surveyor seamstress herder clergyman docker",
    "stevedore cobbler lessor lessee housewife roommate classmate ginner comptroller employee",
    "mp recorder physicist chemist geneticist botanist artist dentist florist pianist tourist",
    "motorist cyclist unionist industrialist essayist theorist conservationist nutritionist",
    "environmentalist preservationist hobbyist satirist cartoonist abolitionist publicist",
    "optometrist podcaster influencer hydrologist shopper commuter renter",
)
PLURALS = words(
    "people men women farmers democrats republicans parents families businesses voters police",
    "americans europeans armenians azerbaijanis critics residents locals faculty staff alumni",
    "children relatives tribes allies others both",
)
BODIES = words(
    "chapter command academy administration agency airline alliance army assembly association",
    "authority bank board brief broadcaster bureau cabinet campaign caucus center centre",
    "chamber chancery channel charity church city clinic club coalition column commission",
    "committee community company conference congregation consortium consulate cooperative co-op",
    "corporation council county court delegation department diocese directorate embassy",
    "exchange faction federation firm fund foundation forum government group guild hospital",
    "house industry institute institution league legislature library lobby magazine majority",
    "manufacturer ministry minority mission movement museum nation navy network newspaper",
    "nonprofit office operation opposition organisation organization outlet panel paper",
    "parliament partnership party pentagon platform portal presidency press programme project",
    "publication regime regulator republic retailer school secretariat senate site society",
    "startup station subcommittee synod team thinktank think-tank township trade-group tribe",
    "tribunal union university utility watchdog website weekly daily workshop camp desk wing",
    "bloc mosque synagogue parish bench task-force taskforce intelligence treasury collective",
    "squadron unit crew brotherhood sisterhood archdiocese initiative confederation fraternity",
    "sorority auxiliary",
)
DOCUMENTS = words(
    "memorandum memo determination report resolution letter statement bill text order brief",
    "ruling measure notice document petition amendment release dispatch editorial study analysis",
    "survey filing communique communiqué testimony post article essay review motion submission",
    "commentary complaint lawsuit op-ed newsletter speech manifesto",
)
_FOREIGN = words(
    "эксперт эксперты аналитик аналитики депутат депутаты сенатор президент министр посол",
    "политолог представитель представители конгрессмен конгрессмены обозреватель издание",
    "агентство автор эксперта экономист юрист парламентарий политик политики чиновник американист",
    "директор глава спикер газета телеканал ведомство министерство посольство комитет дипломат",
    "историк консультант издания аналитика обозревателя экономиста директора министра депутата",
    "сенатора чиновники власти источник источники организации организация автора офис",
    "консультанта юриста президента посла политолога главы историка sözçüsü bakan bakanı",
    "milletvekili uzman uzmanı analist analisti yazar büyükelçi başkanı avukat prezident nazir",
    "naziri deputat ekspert politoloq səfir analitik başçısı senator porte-parole ministre",
    "sénateur sénatrice député députée avocat avocate économiste analyste élus élu défenseurs",
    "professeur professeure chercheur chercheuse directeur directrice patron syndicat ambassadeur",
    "ambassadrice gouverneur président présidente ministère urbaniste portavoz ministro ministra",
    "senador senadora diputado diputada abogado abogada economista analista embajador embajadora",
    "gobernador gobernadora presidente presidenta ministerio gremio director directora profesor",
    "profesora vocero promotores críticos congresistas generales grupo congresista gobierno",
    "oficina ministerios sindicatos autoridades comité trabajadora trabajador sindicato",
    "investigador investigadora alcalde alcaldesa experto experta funcionario vecinos",
)
_TRADE = re.compile(
    r"(?:ologists?|icians?|wom[ae]n|(?<!hu)(?<!ger)m[ae]n|persons?|ists|ivists?|keepers?|makers?|holders?"
    r"|workers?|owners?|leaders?|members?|officers?|managers?|lawyers?|dealers?|growers?|groups"
    r"|advocates|\wmasters?|officials?|crats?|writers?|watchers?)$"
)
_NOT_TRADES = words(
    "exist persist consist assist resist insist list gist twist mist specimen",
)
_WHEN = re.compile(r"^(?:ex|then|vice|co|deputy)-|-(?:elect|designate|general|in-chief|at-large)$")
PREPOSITIONS = words(
    "in on at for from with by to of after before during under over against about into through",
    "between among without within across near since until despite amid behind beyond like per via",
    "toward towards upon including alongside outside inside around following concerning regarding",
    "because than as whose в на с из от для по о об за к у при после во",
)
DETERMINERS = words("the a an this that these those his her its their our my your some one")
ADVERBS = words(
    "also then later further again once repeatedly publicly himself herself itself themselves has",
    "have had would will could did does do often never not long always now still first today",
    "yesterday tonight however therefore thus meanwhile afterward afterwards recently already",
    "even just only both all instead likewise earlier separately simply flatly since duly rather",
    "monday tuesday wednesday thursday friday saturday sunday january february march april may",
    "june july august september october november december might must can should seldom rarely",
    "soon so too there here twice ever been said также ранее затем уже еще ещё ont sont été est",
    "hat haben",
) - {"may", "said"}
PRONOUNS = words(
    "he she they who which i we he'd she'd they'd he's she's they've i've we've i'm we're i'd",
    "we'd he’d she’d they’d i’m i’d we’re he’s she’s он она они ella él elle il ils elles ellos",
    "er sie o",
)
BE = words("is was are were be been being am isn't wasn't weren't aren't")
FOREIGN = frozenset(_FOREIGN)


def singular(noun: str) -> str:
    """Return a noun without its plural ending.

    >>> singular("agencies"), singular("churches"), singular("press"), singular("lawmen")
    ('agency', 'church', 'press', 'lawman')
    """
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if re.search(r"(?:ch|sh|x|ss)es$", noun):
        return noun[:-2]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-2] + "an"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def head_noun(parts: Sequence[str]) -> str | None:
    """Return the noun of a description: the last before "of", "for" …

    >>> head_noun("The senior official of the ministry".split())
    'official'
    """
    cut = next((i for i, p in enumerate(parts) if p in ("of", "for", "in", "at", "who")), None)
    return next((p for p in reversed(parts[:cut]) if kind_of(p)), None)


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> str | None:
    """Return what kind of speaker a noun stands for: person, body, document; None where none.

    A capitalised word counts by the lists only: "Sherman" is no trade. "Ex-" and "-elect" are
    looked past.

    >>> kind_of("aides"), kind_of("ministry"), kind_of("letter"), kind_of("Sherman")
    ('person', 'body', 'document', None)
    """
    plain, word = word.islower(), _WHEN.sub("", word.lower())
    one = singular(word)
    if word in PERSONS or one in PERSONS or word in PLURALS or word in FOREIGN:
        return "person"
    if word in BODIES or one in BODIES:
        return "body"
    if word in DOCUMENTS or one in DOCUMENTS:
        return "document"
    if plain and _TRADE.search(word) and word not in _NOT_TRADES:
        return "person"
    return None
