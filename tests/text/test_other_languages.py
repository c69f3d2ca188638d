"""Who speaks in texts in other languages than English, all with invented people and bodies."""

from __future__ import annotations

import pytest

from etl.text.speech.holders import take_apart
from etl.text.speech.speakers import spoken

VOICES = [
    # Russian: the verb behind a quotation, before a clause, in an aside within the quotation.
    ("«Поправка устарела», – сказал депутат Сейма Иван Рогов.", ["Иван Рогов"]),
    ("Глава МИД Ирана Аббас Керими заявил, что в Баку не ждут гостей.", ["Аббас Керими"]),
    ("«Это ошибка, — отметила Анна Белова. — Ее исправят».", ["Анна Белова"]),
    ("Поправка вредит интересам США, считает Олег Зарецкий.", ["Олег Зарецкий"]),
    ("Олег Зарецкий, комментируя решение Конгресса, назвал его ошибкой.", ["Олег Зарецкий"]),
    ("Об этом сообщил пресс-секретарь президента Андрей Шевчук.", ["Андрей Шевчук"]),
    # Russian: names in the genitive and the instrumental.
    ("По словам политолога Анны Беловой, на Южном Кавказе тихо.", ["Анна Белова"]),
    ("По мнению Самвела Баграмянца, это ошибка.", ["Самвел Баграмянц"]),
    ("По словам Нино Квиташвили, это надолго.", ["Нино Квиташвили"]),
    ("По версии Эльдара Керимоглу, сроки сорваны.", ["Эльдар Керимоглу"]),
    ("Решение было раскритиковано Олегом Зарецким.", ["Олег Зарецкий"]),
    # Russian: nouns and pronouns for somebody named before, bodies, "in the ministry they said".
    ("Политолог Иван Рогов ждет перемен. «Все изменится», – уверен аналитик.", ["Иван Рогов"]),
    ("Закон внесла Анна Белова. Он, уверена политик, пройдет.", ["Анна Белова"]),
    ("АНРА осудила отсрочку. В организации заявили, что это позор.", ["АНРА"]),
    ("Власти Руритании предупреждают: дороги не будет.", ["Власти Руритании"]),
    # Azerbaijani
    ("Milli Məclisin deputatı Rauf Səlimli deyib ki, düzəliş köhnəlib.", ["Rauf Səlimli"]),
    ("“Bu, səhvdir”, - politoloq Nərmin Qocayeva bildirib.", ["Nərmin Qocayeva"]),
    ("Rauf Səlimlinin sözlərinə görə, Bakı hazırdır.", ["Rauf Səlimli"]),
    ("Con Riz Bakıda jurnalistlərə bildirib ki, danışıqlar gedir.", ["Con Riz"]),
    ("Rauf Səlimli çıxış edib. Onun fikrincə, qanun köhnəlib.", ["Rauf Səlimli"]),
    # Armenian
    ("Պատգամավոր Գոռ Մանուկյանն ասել է, որ օրենքը կա։", ["Գոռ Մանուկյան"]),
    ("«Դա սխալ է»,- նշել է ՀՀ ԱԳ նախարար Աննա Բադալյանը։", ["Աննա Բադալյան"]),
    ("Քաղաքագետ Գոռ Մանուկյանի խոսքով՝ Բաքուն սպասում է։", ["Գոռ Մանուկյան"]),
    ("Ըստ Գոռ Մանուկյանի՝ Իրանը դեմ է։", ["Գոռ Մանուկյան"]),
    # Turkish
    ('Dışişleri Bakanı Ali Tezel, "Karar yanlıştır" dedi.', ["Ali Tezel"]),
    ('"Hazırız" diyen milletvekili Ayşe Korkmazer, Bakü\'ye gidecek.', ["Ayşe Korkmazer"]),
    ("Uzman Ayşe Korkmazer'e göre, Kongre bunu yapmaz.", ["Ayşe Korkmazer"]),
    ('"Zaman doldu" ifadelerini kullandı Ali Tezel.', ["Ali Tezel"]),
    # French
    ("« C'est faux », a déclaré le ministre des Affaires étrangères, Paul Rivet.", ["Paul Rivet"]),
    ("« Cette loi, a dénoncé la sénatrice Anne Rivet, nous étouffe. »", ["Anne Rivet"]),
    ("Selon Anne Rivet, le texte ne passera pas.", ["Anne Rivet"]),
    ("Paul Rivet est venu à Lyon. « Nous verrons », dit-il.", ["Paul Rivet"]),
    # Spanish
    ("«Es falso», dijo el ministro de Exteriores, Juan Rueda.", ["Juan Rueda"]),
    ("A juicio de Ana Solís, la norma está obsoleta.", ["Ana Solís"]),
    ('"La ley protege", dijo Ana Solís. La abogada insistió en ello.', ["Ana Solís"]),
    # German
    ("„Das ist falsch“, sagte Außenminister Karl Brand am Montag in Wien.", ["Karl Brand"]),
    ("Wie Ministerin Anna Ruhl mitteilte, endet die Frist.", ["Anna Ruhl"]),
    ("Anna Ruhl sagte, das Gesetz sei alt. Man müsse es streichen.", ["Anna Ruhl"]),
    ("Das Gesetz sei veraltet, so der Sprecher des Verbands, Karl Brand.", ["Karl Brand"]),
    # Arabic
    ("قال وزير الخارجية سامر الحلبي إن القرار خاطئ.", ["سامر الحلبي"]),
]
NO_VOICES = [
    "Как сообщает ТАСС, в Баку открылась конференция.",
    "На Южном Кавказе никто не говорит о войне.",
    "Законопроект требует отчета от Пентагона и Госдепа.",
    "Встреча Ивана Рогова с послом Грузии прошла в Тбилиси.",
    "AZƏRTAC xəbər verir ki, Bakıda konfrans keçirilib.",
    "Nazir Rauf Səlimli Bakıda Con Rizlə görüşüb.",
    "Արմենպրեսը գրում է, որ նիստն ավարտվել է։",
    "AA'nın haberine göre, toplantı Ankara'da yapıldı.",
    "Yasa Ankara'dan yeni bir rapor istiyor.",
    "Selon l'AFP, la réunion s'est tenue à Genève.",
    "Le texte appelle une réponse du ministère des Affaires étrangères.",
    "Según informó EFE, la reunión se celebró en Bakú.",
    "La ley exige un informe al Congreso y al Pentágono.",
    "Wie die dpa meldet, fand das Treffen in Genf statt.",
    "Für Anna Ruhl und Karl Brand endet die Amtszeit im Mai.",
]


@pytest.mark.parametrize(("text", "told"), VOICES)
def test_who_speaks_by_full_name_in_the_nominative(text: str, told: list[str]) -> None:
    assert list(dict.fromkeys(said.holder for said in spoken(take_apart(text)))) == told


@pytest.mark.parametrize("text", NO_VOICES)
def test_places_and_agencies_are_no_voices(text: str) -> None:
    assert [said.holder for said in spoken(take_apart(text))] == []


def test_the_office_is_told_as_it_is_called() -> None:
    read = take_apart("По словам депутата Сейма Ивана Рогова, это ошибка.")
    assert [(said.holder, said.role) for said in spoken(read)] == [("Иван Рогов", "депутат Сейма")]
