"""An editor makes a mistake in the course files: `manage.py check_content` names it and says what to do."""

import datetime
import io
import re
import shutil

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import translation

from courses.checking_content import find
from courses.checking_content.numerals import numbers_in

from .conftest import STARTER_COURSES

DAY = datetime.date(2026, 11, 24)
MODULE = "courses/computer-literacy/computer-without-fear/first-steps"
LESSON = f"{MODULE}/mouse-and-touchpad.yaml"
FACT = """\
type: sources
title: {ru: Источники, kk: Дереккөздер, en: Sources}
facts:
  - id: days
    statement: {ru: Пять дней., kk: Бес күн., en: Five days.}
    source: {ru: Закон., kk: Заң., en: The law.}
    checked_on: 2026-11-23
    check_again_by: AGAIN
"""
TABLE = """\
  - id: money
    type: table
    caption: {ru: Деньги, kk: Ақша, en: Money}
    head: {ru: Что | Сколько, kk: Не | Қанша, en: What | How much}
    rows:
      - id: paint
        cells: {ru: Краска | 7 500, kk: Бояу | 7 500, en: "Paint | 7,500"}
      - id: brush
        cells: {ru: "Кисть | 1,5", kk: "Қылқалам | 1,5", en: Brush | 1.5}
      - id: total
        cells: {ru: "Итого | 7 501,5", kk: "Барлығы | 7 501,5", en: "Total | 7,501.5"}
"""
NUMBER = """\
  - id: sum
    type: numerical
    stem: {ru: Сколько будет 2 и 3?, kk: 2 мен 3 қанша болады?, en: What are 2 and 3?}
    answers:
      - id: right
        value: "5"
        percent: 100
        feedback: {ru: Верно., kk: Дұрыс., en: That is right.}
    feedback_wrong: {ru: Сложите., kk: Қосыңыз., en: Add them.}
    explanation: {ru: 2 и 3 — это 5., kk: 2 мен 3 — 5 болады., en: 2 and 3 are 5.}
"""
WORKSHEET = """\
  - id: sheet
    type: worksheet
    title: {ru: Лист, kk: Парақ, en: Sheet}
    task: {ru: Впишите., kk: Жазыңыз., en: Write.}
    head: {ru: Роль | Кто, kk: Рөл | Кім, en: Role | Who}
    rows:
      - id: leads
        cells: {ru: "Ведёт | ", kk: " | Айгерім", en: "Leads | "}
"""
REMEMBER = "  - id: remember\n"


@pytest.fixture(scope="session")
def module(tmp_path_factory):
    """The files of the first module and of what stands above it."""
    folder = tmp_path_factory.mktemp("checked") / "content"
    for name in ("page.yaml", "glossary.csv", "help-lines.yaml", "courses/page.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(STARTER_COURSES / name, folder / name)
    shutil.copytree(STARTER_COURSES / MODULE, folder / MODULE)
    for place in ("courses", "courses/computer-literacy", "courses/computer-literacy/computer-without-fear"):
        file = STARTER_COURSES / place / "page.yaml"

        children = {"courses": "computer-literacy", "courses/computer-literacy": "computer-without-fear"}
        text = re.sub(r"children:\n(  *- .*\n)+", "children: [x]\n", file.read_text(encoding="utf-8"))
        text = re.sub(r"children:.*", f"children: [{children.get(place, 'first-steps')}]", text)
        (folder / place / "page.yaml").write_text(text, encoding="utf-8")

    return folder


@pytest.fixture
def files(module, tmp_path):
    return shutil.copytree(module, tmp_path / "content")


@pytest.fixture
def mend(files):
    """Return a function that puts other words into a file."""

    def mend(name, old, new):
        text = (files / name).read_text(encoding="utf-8")
        assert old in text
        (files / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return mend


@pytest.fixture
def said(files):
    """Return a function that gives all findings as a person reads them."""

    def said(today=DAY):
        with translation.override("en"):
            return [str(finding).removeprefix(f"{files}/") for finding in find(files, today=today)]

    return said


def add(mend, block):
    """Put a block before the last one of a lesson."""
    mend(LESSON, REMEMBER, block + REMEMBER)


def test_a_module_in_order_has_nothing_to_mend(said):
    assert said() == []


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (
            "  - id: p\n    type: paragraph\n    text: {ru: Здесь бyква., kk: Мұнда әріп., en: Here is a letter.}\n",
            r"line \d+ \(ru\): Latin and Cyrillic letters in one word; type it anew: бyква",
        ),
        (
            "  - id: p\n    type: paragraph\n    text: {ru: Слово сөз., kk: Сөз., en: A word.}\n",
            r"line \d+ \(ru\): the Kazakh letter ө in a Russian text: Слово сөз.",
        ),
        (
            '  - id: p\n    type: paragraph\n    text: {ru: Слово "так"., kk: Сөз., en: A word.}\n',
            r"line \d+ \(ru\): use the quotes and dashes of the language instead of \"",
        ),
        (
            "  - id: p\n    type: paragraph\n    text: {ru: Слово., kk: Сөз., en: A «word».}\n",
            r"line \d+ \(en\): use the quotes and dashes of the language instead of «",
        ),
        (
            "  - id: p\n    type: paragraph\n    text: {ru: Слово., kk: Тышқан., en: A word.}\n",
            r"line \d+ \(kk\): the glossary says “тінтуір” and not “тышқан”",
        ),
        (
            "  - id: p\n    type: paragraph\n    text: {ru: Ждите 25 минут., kk: 20 минут күтіңіз., en: Wait for 25 minutes.}\n",
            r"line \d+ \(kk\): the numbers differ: ru has 25, here stand 20",
        ),
        (
            TABLE.replace("7 501,5, kk", "7 501,5, kk").replace("Итого | 7 501,5", "Итого | 7 502,5"),
            r"line \d+ \(ru\): the total in column 2 is 7502.5, but the rows come to 7501.5",
        ),
        (
            WORKSHEET,
            r"line \d+ \(kk\): the cells differ from those in ru: as many, and the same ones empty",
        ),
        (
            NUMBER.replace('value: "5"', 'value: "6"'),
            r"line \d+ \(en\): the key is 6, but neither the explanation nor the feedback says this number",
        ),
        (
            NUMBER.replace("    feedback_wrong", "    xfeedback").replace(
                "    xfeedback: {ru: Сложите., kk: Қосыңыз., en: Add them.}\n", ""
            ),
            r"line \d+: add “feedback_wrong:”",
        ),
        (
            NUMBER.replace("Сложите.", "Верно."),
            r"line \d+ \(ru\): two answers of the question get the same feedback",
        ),
        (
            "  - id: p\n    type: paragraph\n    text: {ru: " + "слово " * 19 + ", kk: Сөз., en: A word.}\n",
            r"line \d+ \(ru\): a sentence of 19 words; divide it, 18 are the most: слово",
        ),
        (
            "  - id: v\n    type: variant\n    audience: child\n"
            "    text: {ru: Раз два три четыре пять шесть семь восемь девять., kk: Бір сөз., en: One word.}\n",
            r"line \d+ \(ru\): a sentence of 9 words; divide it, 8 are the most",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line_and_language(mend, said, block, message):
    add(mend, block)
    found = said()
    assert [one for one in found if re.search(f"^{LESSON}, {message}", one)], found


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("audience: elder", "audience: parent", "add a passage for the readers of this lesson"),
        ("type: remember", "type: tonight", "end the lesson with one block “remember”"),
        ("type: worked_example", "type: x", "there is no such block"),
        (
            "  - id: remember",
            "  - id: again\n    type: remember\n    text: {ru: А., kk: Ә., en: A.}\n  - id: remember",
            "have no other",
        ),
    ],
)
def test_a_lesson_keeps_its_shape(mend, said, old, new, message):
    mend(LESSON, old, new)
    found = said()
    assert [one for one in found if message in one], found


def test_a_lesson_that_says_too_much_is_named(mend, said):
    sentence = "Это слово. " * 60
    add(mend, f"  - id: p\n    type: paragraph\n    text: {{ru: {sentence}, kk: Бұл әріп., en: A word.}}\n")
    assert [
        one
        for one in said()
        if re.search(r"\(ru\): the lesson has \d+ words for all readers; make it 250 to 350", one)
    ]


def test_a_lesson_that_asks_too_much_is_named(mend, said):
    add(mend, "".join(NUMBER.replace("id: sum", f"id: sum-{number}") for number in range(3)))
    assert [one for one in said() if re.search(r"there are \d questions; make it 2 to 4", one)]


def test_a_table_whose_sums_are_right_is_left_alone(mend, said):
    add(mend, TABLE)
    assert not [one for one in said() if "the total" in one]


def test_other_numbers_may_be_meant(mend, said):
    add(
        mend,
        "  - id: p\n    type: paragraph\n    text:  # other numbers\n      ru: Букв 26.\n      kk: 27 әріп.\n      en: 21 letters.\n",
    )
    assert said() == []


def test_a_check_asks_six_to_eight_questions_and_is_passed_with_80(mend, said):
    mend(f"{MODULE}/module-check.yaml", "pass_mark: 80", "pass_mark: 60")
    (only,) = said()
    assert re.search(
        r"module-check.yaml, line \d+: a module check is passed with 80 percent: pass_mark: 80", only
    )


def test_what_cannot_be_loaded_is_named_first(mend, said):
    mend(LESSON, "  kk: ", "  kx: ")
    (only,) = said()
    assert "words are missing" in only or "no such language" in only


def test_pictures_that_nobody_shows_or_drew_are_named(files, said):
    pictures = files / MODULE / "pictures"
    shutil.copy(next(pictures.glob("*.png")), pictures / "forgotten.png")
    (pictures / "words.svg").write_text("<svg><text>Слово</text></svg>", encoding="utf-8")
    found = said()
    for message in ("no page shows this picture", "keep the drawing it was made from", "take the words out"):
        assert [one for one in found if message in one], found


def test_a_fact_is_looked_up_again_in_time(files, said):
    course = files / MODULE / ".."
    sources = (course / "sources.yaml").resolve()
    sources.write_text(FACT.replace("AGAIN", "2027-11-23"), encoding="utf-8")
    page = (course / "page.yaml").resolve()
    page.write_text(
        page.read_text(encoding="utf-8").replace("[first-steps]", "[first-steps, sources]"), encoding="utf-8"
    )
    assert said() == []
    late = said(today=datetime.date(2028, 1, 1))
    assert [one for one in late if "sources.yaml, line 8: look at the source again" in one]
    assert [one for one in late if one.startswith("help-lines.yaml, line")]
    sources.write_text(FACT.replace("AGAIN", "2026-11-01"), encoding="utf-8")
    assert [one for one in said() if "this day is not after the day on which it was checked" in one]


def test_the_command_fails_when_there_is_something_to_mend(files, mend):
    call_command("check_content", str(files), stdout=io.StringIO())
    add(mend, TABLE.replace("Итого | 7 501,5", "Итого | 7 502,5"))
    out = io.StringIO()
    with translation.override("en"), pytest.raises(CommandError, match=r"\d things? to mend"):
        call_command("check_content", str(files), stdout=out)
    assert "but the rows come to 7501.5" in out.getvalue()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("25 000 и 1,5", "25,000 and 1.5"),
        ("25\u00a0000 ₸", "25 000 ₸"),
        ("0,594", "0.594"),
        ("23.11.2026", "23 November 2026"),
        ("5–10 лет", "5 to 10"),
        ("3-сұрақ, 10 %", "10 % of question 3"),
        ("18:30", "18.30"),
        ("10 тыс. тенге и 2 миллиона", "10 000 and 2,000,000"),
        ("2023–24", "2023–2024"),
        ("1. Раз\n2. Два", "First\nSecond"),
    ],
)
def test_a_number_is_the_same_however_a_language_writes_it(one, other):
    assert numbers_in(one) == numbers_in(other)


def test_other_numbers_are_others():
    assert numbers_in("1,5") != numbers_in("15")
    assert numbers_in("25 000") != numbers_in("25")


def test_a_small_number_may_be_a_word_in_another_language(mend, said):
    text = "{ru: Семь соседей из десяти., kk: 10 көршінің 7-уі., en: 7 of 10 neighbours.}"
    add(mend, f"  - id: p\n    type: paragraph\n    text: {text}\n")
    assert said() == []
    mend(LESSON, "7 of 10 neighbours", "8 of 10 neighbours")
    assert "the numbers differ: ru has —, here stand 8, 10" in said()[0]


def test_a_course_without_a_licence_is_named(mend, said):
    course = "courses/computer-literacy/computer-without-fear/page.yaml"
    mend(course, "licence: cc-by-4.0\n", "")
    assert said() == [f"{course}, line 1: add a line such as “licence: cc-by-4.0”"]
