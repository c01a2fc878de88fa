"""Texts that do not say their encoding: read rightly where they can be, and said to be a guess."""

from __future__ import annotations

import time

import pytest

from app.errors import FileRefused
from app.tools.encodings import NEVER, guess_encoding
from app.tools.file_text import decode

GERMAN = "Die Grüße aus München: schöne Straße, öfter Übermut, „Äpfel“ für 5 Euro."
FRENCH = "Voilà l\N{RIGHT SINGLE QUOTATION MARK}été, où les élèves créent des œuvres. Ça va ?"
SPANISH = "¿Qué tal? El niño comió mañana una piña en España. ¡Olé!"
RUSSIAN = "Съешь ещё этих мягких французских булок, да выпей чаю. Вчера мы ходили в лес."
JAPANESE = "これは日本語の文章です。昨日、私は東京に行きました。"
CHINESE = "这是一个中文文本。昨天我们去了北京。"
WESTERN = [
    *(GERMAN, FRENCH, SPANISH, "Copyright © 2020 Somebody", "é" * 40, "é", "Größe", "naïve café", "20 °C ± 1, ½ m²"),
    *("Ação e coração, não é?", "Hyvää päivää, tämä on sää. Yö ja työ.", "Rødgrød med fløde på Ærø", "Preis: 5 €"),
    *("col·laborar amb l'Àngel", "name;ort\nMüller;Köln\nWeiß;Gießen\n", "// größer als\nint x = 1;\n" * 9),
]


@pytest.mark.parametrize("language", ["", "en", "de-AT", "fr", "es", "pt-BR"])
@pytest.mark.parametrize("words", WESTERN)
def test_a_western_text_is_read_as_one(words: str, language: str) -> None:
    decoded = decode(words.encode("cp1252"), language)
    assert (decoded.words, decoded.encoding, decoded.is_guessed) == (words, "cp1252", True)


@pytest.mark.parametrize("language", ["ru", "ja", "zh-TW"])
@pytest.mark.parametrize("words", [GERMAN, FRENCH, SPANISH, "Copyright © 2020 Somebody", "Un élan vital"])
def test_a_western_text_is_one_also_where_another_is_expected(words: str, language: str) -> None:
    assert decode(words.encode("cp1252"), language).words == words


@pytest.mark.parametrize(
    ("words", "encoding", "language"),
    [
        *[(RUSSIAN, "cp1251", language) for language in ("", "de", "ru", "uk-UA", "ja")],
        ("Он не был тут, но мы были. Ты и я, да вы: это он, да? Нет, не он.", "cp1251", "en"),
        (RUSSIAN, "koi8-r", "ru"),
        ("Привет", "cp1251", "ru"),
        (f"int x = 1; // {RUSSIAN}\nreturn x;\n", "cp1251", "en"),
        *[(JAPANESE, "cp932", language) for language in ("", "ja", "ru", "de")],
        (JAPANESE, "euc_jp", "ja-JP"),
        ("こんにちは", "cp932", "ja"),
        *[(CHINESE, "gb18030", language) for language in ("", "zh", "zh-CN", "fr")],
        ("這是一個中文文本。昨天我們去了台北。", "big5", "zh-TW"),
        ("이것은 한국어 텍스트입니다. 어제 우리는 서울에 갔다.", "cp949", "ko"),
        ("Αυτό είναι ένα ελληνικό κείμενο. Χθες πήγαμε στην Αθήνα.", "cp1253", ""),
        ("זהו טקסט בעברית. אתמול הלכנו לירושלים.", "cp1255", "he"),
        ("هذا نص عربي. ذهبنا أمس إلى القاهرة.", "cp1256", "en"),
        ("Zażółć gęślą jaźń. Wczoraj poszliśmy do lasu.", "cp1250", "pl"),
        ("Zażółć gęślą jaźń. Wczoraj poszliśmy do lasu, było pięknie i ciepło.", "cp1250", "de"),
        ("\u015eehir güzel, bir gün değil mi? Çok güneşli.", "cp1254", "tr"),
        ("Preis: 5 € netto, Œuvre de Šárka", "iso8859-15", "de"),
    ],
)
def test_others_are_read_where_they_are_the_persons_own_or_clear(words: str, encoding: str, language: str) -> None:
    assert decode(words.encode(encoding), language).words == words


@pytest.mark.parametrize("words", [*WESTERN, RUSSIAN, JAPANESE])
@pytest.mark.parametrize("language", ["", "ru", "ja"])
def test_what_says_its_encoding_or_is_utf_8_is_no_guess(words: str, language: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        decoded = decode(words.encode(encoding), language)
        assert (decoded.words, decoded.is_guessed) == (words, False)


def test_no_encoding_of_a_mainframe_is_ever_guessed() -> None:
    guesses = {guess_encoding(bytes([each]) * count, "") for each in range(0x80, 0x100) for count in (1, 7, 40)}
    english = "The quick brown fox jumps over the lazy dog, and nobody knows where it went after that.\n" * 9
    guesses |= {guess_encoding(english.encode(each, "ignore"), "") for each in NEVER}
    assert not guesses & {*NEVER}


def test_a_character_that_is_cut_at_the_end_of_the_sample_does_no_harm() -> None:
    words = "a" + JAPANESE * 5_000
    assert decode(words.encode("cp932"), "ja").words == words


def test_a_large_text_is_guessed_soon() -> None:
    data = (GERMAN * 200_000).encode("cp1252")
    begun = time.monotonic()
    assert decode(data, "ja").encoding == "cp1252"
    assert time.monotonic() - begun < 5


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(FileRefused):
        decode(b"\x89PNG\r\n\x1a\n\0\0\xff" * 9)
