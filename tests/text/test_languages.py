"""Texts on the left, the languages they are in on the right; None where nothing tells."""

from __future__ import annotations

import subprocess
import sys

import pytest

from etl.text.languages import language_of

CASES = [
    ("The amendment is on the books, and it is to stay in force.", "en"),
    ("Repeal the Act.", "en"),
    ("Սենատորը դեմ է", "hy"),
    ("Поправка мешает сотрудничеству Баку и Вашингтона, считают в Конгрессе.", "ru"),
    ("Поправка перешкоджає співпраці Баку і Вашингтона, вважають у Конгресі.", "uk"),
    ("Bu düzəliş iki ölkə arasında əməkdaşlığa mane olur və ləğv edilməlidir.", "az"),
    ("Bu değişiklik iki ülke arasındaki iş birliğini engelliyor ve kaldırılmalı.", "tr"),
    ("L'amendement empêche la coopération entre les deux pays depuis trente ans.", "fr"),
    ("Der Zusatz behindert seit dreißig Jahren die Zusammenarbeit beider Länder.", "de"),
    ("La enmienda impide la cooperación entre los dos países desde hace treinta años.", "es"),
    ("التعديل يعرقل التعاون بين البلدين منذ ثلاثين عاما كما يقول أعضاء الكونغرس", "ar"),
    ("این اصلاحیه سی سال است که مانع همکاری دو کشور شده است و باید لغو شود", "fa"),
    ("შესწორება ხელს უშლის თანამშრომლობას", "ka"),
    ("修正案阻碍了两国合作", "zh"),
    ("修正案は両国の協力を妨げている", "ja"),
    ("수정안은 협력을 가로막고 있다", "ko"),
    ("Aliyev", None),
    ("907", None),
    ("— … 12.03.2025 !!!", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "language"), CASES)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_the_model_is_not_loaded_before_a_text_needs_it() -> None:
    code = (
        "import sys; from etl.text.languages import language_of; "
        "language_of('The law of the land is to be kept in force, and it was.' * 9); "
        "language_of('Սենատորը դեմ է'); sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
