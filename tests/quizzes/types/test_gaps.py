"""Words that are missing in a text."""

import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from quizzes.shuffling import token_of
from quizzes.types.gaps.markers import lines_of, numbers_in, wrong_markers
from tests.quizzes.builders import translate

from .builders import clean, complaints, frozen, gap, gaps
from .sending import HOSTILE, HUGE, sent


def asked(*described, **settings):
    """A frozen question; a gap is (kind, right words in Russian, in Kazakh, number of choices, weight)."""
    rules = {"case_sensitive": False, "strict_spelling": False} | settings
    rules["gaps"] = [
        {"id": "abcdef"[n], "kind": kind, "choices": choices, "weight": weight}
        for n, (kind, _ru, _kk, choices, weight) in enumerate(described)
    ]
    spellings = {
        language: {f"gaps.{'abcdef'[n]}.spellings": one[place] for n, one in enumerate(described)}
        for place, language in ((1, "ru"), (2, "kk"))
    }
    return frozen("gaps", rules, spellings)


def typed(russian, kazakh=(), weight="1"):
    return ("typed", list(russian), list(kazakh or russian), 1, weight)


def chosen(word, choices=3, weight="1"):
    return ("chosen", [word], [word], choices, weight)


def dragged(word, choices=2, weight="1"):
    return ("dragged", [word], [word], choices, weight)


WORDS = asked(typed(["экран", "монитор"], ["экран", "көрсеткіш"]), typed(["мышь", "мыш*"], ["тінтуір"]))
STRICT = asked(typed(["қазақ"], ["қазақ"]), strict_spelling=True)
CAPITALS = asked(typed(["Enter"]), case_sensitive=True)
LIST = asked(chosen("на"), chosen("под"), chosen("в"))
TRAY = asked(dragged("файл"), dragged("папка"), dragged("файл"))
MIXED = asked(typed(["0"]), chosen("на"), dragged("файл"), typed(["5,5", "5.5"]))
HEAVY = asked(typed(["да"], weight="3"), typed(["нет"], weight="1"), typed(["может"], weight="0.5"))
FREE = asked(typed(["да"], weight="0"), typed(["нет"], weight="0"))
MARKS = [
    (WORDS, {"a": "экран", "b": "мышь"}, "ru", "1"),
    (WORDS, {"a": " МОНИТОР. ", "b": "мышка"}, "ru", "1"),
    (WORDS, {"a": "экран"}, "ru", "0.5"),
    (WORDS, {"b": "крыса"}, "ru", "0"),
    (WORDS, {"a": "мышь", "b": "экран"}, "ru", "0"),
    (WORDS, {"a": "көрсеткіш", "b": "тінтуір"}, "kk", "1"),
    (WORDS, {"a": "корсеткиш", "b": "тинтуир"}, "kk", "1"),
    (WORDS, {"a": "корсеткиш", "b": "тинтуир"}, "ru", "0"),
    (WORDS, {"a": "экpaн", "b": "мышь"}, "ru", "1"),  # Latin p and a
    (WORDS, {"a": "экран", "b": "мышь"}, "en", "1"),  # nobody translated the spellings
    (WORDS, {"a": "<script>alert(1)</script>", "b": "' OR 1=1 --"}, "ru", "0"),
    (WORDS, {"a": "\u202eэкран", "b": "\ud800"}, "ru", "0"),
    (WORDS, {"a": "экран", "b": "мышь", "gone": "экран"}, "ru", "1"),
    (STRICT, {"a": "қазақ"}, "kk", "1"),
    (STRICT, {"a": "казак"}, "kk", "0"),
    (CAPITALS, {"a": "Enter"}, "ru", "1"),
    (CAPITALS, {"a": "enter"}, "ru", "0"),
    (LIST, {"a": "a:0", "b": "b:0", "c": "c:0"}, "ru", "1"),
    (LIST, {"a": "a:0", "b": "b:1", "c": "c:2"}, "ru", "0.33333333"),
    (LIST, {"a": "a:1"}, "ru", "0"),
    (LIST, {"a": "b:0", "b": "a:0"}, "ru", "0"),
    (TRAY, {"a": "a:0", "b": "b:0", "c": "c:0"}, "ru", "1"),
    (TRAY, {"a": "c:0", "b": "b:0", "c": "a:0"}, "ru", "1"),  # the same word twice
    (TRAY, {"a": "b:0", "b": "a:0", "c": "b:1"}, "ru", "0"),
    (TRAY, {"a": "a:1"}, "ru", "0"),
    (TRAY, {"a": "gone:0"}, "ru", "0"),
    (MIXED, {"a": "0", "b": "b:0", "c": "c:0", "d": "5,5"}, "ru", "1"),
    (MIXED, {"a": "0"}, "ru", "0.25"),
    (MIXED, {"a": "0", "b": "b:1", "c": "c:0", "d": "5.5"}, "ru", "0.75"),
    (HEAVY, {"a": "да"}, "ru", "0.66666667"),
    (HEAVY, {"b": "нет"}, "ru", "0.22222222"),
    (HEAVY, {"c": "может"}, "ru", "0.11111111"),
    (HEAVY, {"a": "да", "b": "нет", "c": "может"}, "ru", "1"),
    (FREE, {"a": "да"}, "ru", "0.5"),
]


@pytest.mark.parametrize(("question", "filled", "language", "fraction"), MARKS)
def test_gaps_earn_by_their_own_rules_and_weights(question, filled, language, fraction):
    assert question.mark({"gaps": filled}, language).fraction == Decimal(fraction)


def test_the_right_spelling_of_each_gap_is_shown():
    mark = WORDS.mark({"gaps": {"a": "корсеткиш", "b": "тинтуир"}}, "kk")
    assert mark.right_spelling == "көрсеткіш, тінтуір"


def test_each_gap_has_its_own_reason_and_goes_by_its_number():
    right, wrong, empty = LIST.mark({"gaps": {"a": "a:0", "b": "b:1"}}, "ru").parts
    assert (right.fraction, wrong.fraction, wrong.feedback) == (1, 0, "gaps.b.feedback")
    assert empty.is_empty
    with override("kk"):
        assert str(wrong.label) == "2-бос орын"


@pytest.mark.parametrize(
    ("text", "count", "lines"),
    [
        ("Это [1].", 1, [["Это ", 1, "."]]),
        ("[2] и [1]", 2, [[2, " и ", 1]]),
        ("[1][2]", 2, [[1, 2]]),
        ("Раз [1]\n\nДва [2]\r\n", 2, [["Раз ", 1], ["Два ", 2]]),
        ("[1] и [1]", 1, [[1, " и [1]"]]),
        ("[9] и [1]", 1, [["[9] и ", 1]]),
        ("Без мест", 2, [["Без мест"], [1, 2]]),
        ("[0] [01] [ 1 ] [x] [1]", 1, [["[0] [01] [ 1 ] [x] ", 1]]),
        ("", 1, [[1]]),
        ("[10]", 1, [["[10]"], [1]]),
    ],
)
def test_a_text_is_cut_at_its_gaps_and_none_is_lost(text, count, lines):
    assert lines_of(text, count) == lines


def test_markers_are_read_in_no_time():
    assert numbers_in("[" * 100_000) == []
    assert wrong_markers("[1]" * 3 + "[7]", 2) == ([2], [1], [7])


def token(ref):
    return token_of("item-q", ref)


def test_typed_words_are_kept_and_chosen_ones_are_known_by_their_tokens():
    posted = sent(a=" 0 ", b=token("b:2"), c=token("c:0"), d="")
    assert MIXED.read(posted) == {"gaps": {"a": " 0 ", "b": "b:2", "c": "c:0"}}
    assert TRAY.read(sent(a=token("b:1"))) == {"gaps": {"a": "b:1"}}


@pytest.mark.parametrize("posted", [{}, {"a": ""}, {"a": "  ", "b": ""}, {"z": "слово"}, {"a": "\u00a0"}])
def test_empty_gaps_are_not_an_answer(posted):
    assert MIXED.read(sent(**posted)) is None


@pytest.mark.parametrize("posted", ["b:0", token("b:3"), token("a:0"), token("c:0"), *HOSTILE])
def test_a_word_from_another_list_is_refused(posted):
    with pytest.raises(ValidationError, match="Такого варианта нет"):
        MIXED.read(sent(b=posted))


def test_a_huge_word_is_refused_and_stays_to_be_seen():
    posted = sent(a=HUGE, b=token("b:1"))
    with pytest.raises(ValidationError, match="слишком длинный"):
        MIXED.read(posted)
    shown = MIXED.type.echo(posted, "item-q")
    assert MIXED.type.slot(shown, "text", "a") == HUGE
    assert MIXED.type.slot(shown, "chosen", f"b b:1 {token('b:1')}") == "selected"
    assert MIXED.type.slot(shown, "chosen", f"b b:2 {token('b:2')}") == ""


def test_what_was_typed_is_shown_as_text():
    assert MIXED.type.slot({"gaps": {"a": '"><b>'}}, "text", "a") == "&quot;&gt;&lt;b&gt;"


WRONG_WORDS = "принтер\nстол"
EDITED = [
    (gaps("Нет места"), "text", "не хватает [1]"),
    (gaps("[1] и [1]"), "text", "дважды"),
    (gaps("[1] и [2]"), "text", "Для [2] нет пропуска"),
    (gaps("[1]", gap("экран", "chosen")), "gaps", "Пропуск 1: напишите и неверные"),
    (gaps("[1]", gap("экран", "dragged", "Мышь\nэкран")), "gaps", "Пропуск 1: верное слово стоит среди"),
    (gaps("[1] [2]", gap("а"), gap("экран", "chosen", "экран.")), "gaps", "Пропуск 2"),
]


@pytest.mark.parametrize(("question", "field", "complaint"), EDITED)
def test_the_editor_says_what_is_wrong(question, field, complaint):
    with pytest.raises(ValidationError) as caught:
        clean(question)
    assert complaint in complaints(caught.value)[field]


@pytest.mark.parametrize(
    "question",
    [
        gaps(),
        gaps("[2] [1]", gap("экран", "chosen", WRONG_WORDS), gap("мышь", "dragged", weight="2.5")),
        gaps("[1]", gap("экран", "chosen", "Экран")),  # a question about capital letters
    ],
)
def test_the_editor_takes_what_is_right(question):
    assert len(clean(question)["gaps"])


def choices_on(html, gap_id):
    """Return {words: value} of the list in one gap, in the order on screen."""
    inside = html.split(f'-{gap_id}" aria-label')[1].split("</select>")[0]
    return {words: value for value, words in re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)', inside)}


ALL_KINDS = (
    gap("экран\nмонитор"),
    gap("мышь", "dragged", WRONG_WORDS),
    gap("клавиатура", "dragged", "стол"),
    gap("на", "chosen", "под\nза\nнад\nпри"),
)
TEXT = "Смотрят на [1].\nУказывает [2], печатает [3]. Всё стоит [4] столе."


def test_a_learner_reads_why_of_each_gap_that_is_not_right_yet(lesson_with, signed_in):
    item = lesson_with(gaps(TEXT, *ALL_KINDS)).get_items()[0]
    first, second, _third, fourth = (one["id"] for one in item.rules["gaps"])
    html = signed_in.get("/ru/urok/").content.decode()
    assert set(choices_on(html, second)) == {"мышь", "клавиатура", "принтер", "стол"}
    posted = {
        f"item-{item.id}-{first}": "стол",
        f"item-{item.id}-{second}": choices_on(html, second)["мышь"],
        f"item-{item.id}-{fourth}": choices_on(html, fourth)["под"],
    }
    signed_in.post("/ru/urok/", posted | {f"version-{item.id}": item.digest, "do": f"check:{item.id}"})
    html = signed_in.get("/ru/urok/").content.decode()
    assert 'value="стол"' in html
    assert html.count(" selected>") == 2
    assert '<b>Пропуск 1</b> <span class="part-state">пока неверно</span></p><p>О слове «экран»</p>' in html
    assert '<b>Пропуск 3</b> <span class="part-state">нет ответа</span>' in html
    assert "<b>Пропуск 4</b>" in html
    assert "О слове «мышь»" not in html
    assert "монитор" not in html


def test_neither_order_nor_names_on_the_page_tell_the_right_word(lesson_with, signed_in):
    words = "\n".join(f"слово {one}" for one in "бвгдежзик")
    item = lesson_with(gaps("[1] [2]", *[gap(f"слово а{n}", "chosen", words) for n in range(2)])).get_items()[
        0
    ]
    html = signed_in.get("/ru/urok/").content.decode()
    first, second = (list(choices_on(html, one["id"])) for one in item.rules["gaps"])
    written = words.splitlines()
    assert [one for one in first if one in written] != written
    assert [one for one in first if one in written] != [one for one in second if one in written]
    for one in item.rules["gaps"]:
        assert not [
            value for value in choices_on(html, one["id"]).values() if one["id"] in value or ":" in value
        ]


def test_a_refused_answer_stays_in_every_gap(lesson_with, signed_in):
    item = lesson_with(gaps(TEXT, *ALL_KINDS)).get_items()[0]
    first, second, *_ = (one["id"] for one in item.rules["gaps"])
    choices = choices_on(signed_in.get("/ru/urok/").content.decode(), second)
    posted = {f"item-{item.id}-{first}": "я" * 10_001, f"item-{item.id}-{second}": choices["стол"]}
    response = signed_in.post("/ru/urok/", posted | {f"version-{item.id}": item.digest})
    assert response.status_code == 422
    assert "я" * 10_001 in response.content.decode()
    assert response.content.decode().count(" selected>") == 1


KAZAKH_TEXT = "[1] көрсетеді.\n[2] нұсқайды, [3] тереді. Бәрі үстел [4] тұр."


def test_a_translation_may_put_its_gaps_in_another_order(lesson_with, signed_in, kazakh):
    lesson = lesson_with(gaps(TEXT, *ALL_KINDS))
    words = {
        TEXT: KAZAKH_TEXT,
        "экран\nмонитор": "экран",
        "под\nза\nнад\nпри": "астында\nартында",
        "на": "үстінде",
    }
    translate(lesson, kazakh, words)
    item = lesson.get_items()[0]
    html = signed_in.get("/kk/urok/").content.decode()
    assert "көрсетеді." in html
    fourth = item.rules["gaps"][3]["id"]
    assert set(choices_on(html, fourth)) == {"үстінде", "астында", "артында"}
    second = choices_on(html, item.rules["gaps"][1]["id"])
    assert set(second) == {"мышь", "клавиатура", "принтер", "стол"}
    assert re.search(r'<option value="\w+" lang="ru" >мышь</option>', html)


@pytest.mark.parametrize(
    "wrong",
    [
        "[1] көрсетеді.",
        KAZAKH_TEXT + " [1]",
        KAZAKH_TEXT.replace("[4]", "[5]"),
        KAZAKH_TEXT.replace("[4]", ""),
    ],
)
def test_a_translation_with_other_gaps_is_not_shown_and_the_editor_is_told(
    lesson_with, signed_in, kazakh, wrong, caplog
):
    lesson = lesson_with(gaps(TEXT, *ALL_KINDS))
    translate(lesson, kazakh, {TEXT: wrong})
    html = signed_in.get("/kk/urok/").content.decode()
    assert '<span lang="ru">Смотрят на </span>' in html
    assert html.count('class="gap"') == 4
    assert "1-" in html
    told = [record.getMessage() for record in caplog.records]
    assert any("Урок" in one and "Учащиеся видят этот текст" in one for one in told)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("астында\nартында", "в переводе меньше неверных слов"),
        ("астында\nартында\nастында\nалдында", "два слова на выбор читаются одинаково"),
        ("астында\nартында\nжанында\nүстiнде", "два слова на выбор читаются одинаково"),  # with a Latin i
        ("астында\nартында\nжанында\nалдында", None),
    ],
)
def test_the_editor_is_told_of_words_to_choose_from_that_a_translation_loses(
    lesson_with, kazakh, wrong, message, caplog
):
    lesson = lesson_with(gaps(TEXT, *ALL_KINDS))
    words = {TEXT: KAZAKH_TEXT, "под\nза\nнад\nпри": wrong, "на": "үстінде"}
    with override("ru"):
        translate(lesson, kazakh, words)
    told = [record.getMessage() for record in caplog.records if "Пропуск 4" in record.getMessage()]
    assert [message in one for one in told] == ([True] if message else [])
