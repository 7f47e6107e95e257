"""Moodle XML: a file in the shape that Moodle 4.5 writes becomes questions, and what is lost is told."""

from pathlib import Path

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from quizzes.formats import moodle_xml
from quizzes.formats.exchange import NotAQuestionFile, Question
from quizzes.formats.registry import likely_format
from quizzes.formats.storing import check

pytestmark = pytest.mark.usefixtures("in_english")

FILE = (Path(__file__).parent / "moodle.xml").read_text()


@pytest.fixture(scope="module")
def reading():
    with override("en"):
        return moodle_xml.read(FILE)


@pytest.fixture
def find(reading):
    """Return a function that finds the values of a question by its stem."""
    return lambda stem: next(one for one in reading.questions if one.stem == stem)


def wrapped(inside, kind="multichoice"):
    return f"<quiz>\n<question type='{kind}'>{inside}</question></quiz>"


def test_every_question_becomes_the_type_that_it_is(reading):
    assert [one.type for one in reading.questions] == [
        "single_choice",
        "multiple_choice",
        "true_false",
        "short_answer",
        "numerical",
        "matching",
        "ordering",
        "open_text",
        "gaps",
        "gaps",
    ]


def test_the_editor_would_take_each_of_them(reading):
    for question in reading.questions:
        check(question)


def test_words_points_and_parts_are_kept(find):
    value = find("Где хранят файлы?").value
    assert value["points"] == "2"
    assert value["explanation"] == "Папка — место для файлов."
    assert value["options"] == [
        {"text": "В папке", "feedback": "Да.", "is_key": True, "percent": None},
        {"text": "В мыши", "feedback": "Нет.", "is_key": False, "percent": "-33.33333"},
    ]


def test_labels_difficulty_and_hints_are_kept(find):
    value = find("Где хранят файлы?").value
    assert (value["tags"], value["difficulty"]) == ("файлы, папки", "hard")
    assert value["hints"] == [{"text": "Подумайте."}, {"text": "Это не мышь."}]


@pytest.mark.parametrize(
    ("beside", "message"),
    [
        ("<idnumber>а-7</idnumber>", "The number “а-7” is not kept."),
        ("<hidden>1</hidden>", "It was hidden in Moodle; here it is not."),
        (
            "<shuffleanswers>false</shuffleanswers>",
            "Whether answers are shuffled is a rule of the whole test here, so it is not kept.",
        ),
        (
            "<hint><text>a</text><clearwrong/></hint>",
            "What a hint does beside saying something, such as clearing wrong answers, is not kept.",
        ),
        (
            "<penalty>0.5</penalty><hint><text>a</text></hint>",
            "What a wrong try costs is a rule of the whole test here, so it is not kept.",
        ),
        (
            "<defaultgrade>много</defaultgrade>",
            "Its points are no number from 0 to 1000: it gets one point.",
        ),
        (
            f"<tags><tag><text>{'а' * 150}</text></tag><tag><text>{'б' * 60}</text></tag></tags>",
            f"There is no room for these labels: {'б' * 60}.",
        ),
    ],
)
def test_what_a_question_has_beside_its_words_is_kept_or_told(beside, message):
    text = f"<questiontext><text>Верно?</text></questiontext>{beside}"
    answers = "<answer fraction='100'><text>true</text></answer><answer><text>false</text></answer>"
    reading = moodle_xml.read(wrapped(text + answers, "truefalse"))
    assert [(one.line, one.message) for one in reading.troubles] == [(2, message)]
    check(*reading.questions)


def test_a_text_that_a_person_marks_has_no_hints():
    reading = moodle_xml.read(
        wrapped("<questiontext><text>Q</text></questiontext><hint><text>a</text></hint>", "essay")
    )
    assert [one.message for one in reading.troubles] == ["Hints are not kept: a person marks it."]


def test_several_right_answers_keep_their_parts(find):
    options = find("Что подключают?").value["options"]
    assert [(one["is_key"], one["percent"]) for one in options] == [
        (True, "50"),
        (True, "50"),
        (False, "-100"),
    ]


def test_an_option_that_takes_nothing_takes_nothing_here():
    answers = "".join(
        f"<answer fraction='{part}'><text>{part}</text></answer>" for part in ("100", "0", "-100")
    )
    text = f"<questiontext><text>Q</text></questiontext><single>false</single>{answers}"
    (question,) = moodle_xml.read(wrapped(text)).questions
    assert [one["percent"] for one in question.value["options"]] == ["100", "0", "-100"]


def test_parts_are_written_as_they_are_marked():
    """One key, two wrong options, and one that says “none of these”, none with a part of its own."""
    named = [{"text": text, "is_key": text == "a"} for text in "abc"]
    value = {"stem": "Q", "options": [*named, {"text": "d", "is_key": False, "is_none_of_these": True}]}
    written = moodle_xml.write([Question("multiple_choice", value)]).text
    (again,) = moodle_xml.read(written).questions
    assert [one["percent"] for one in again.value["options"]] == ["100", "-50", "-50", "0"]


def test_a_statement_keeps_its_reasons(find):
    value = find("Экран показывает.").value
    assert (value["is_true"], value["feedback_true"], value["feedback_false"]) == (True, "Да", "Нет")


def test_capital_letters_matter_where_they_did(find):
    value = find("Чем печатают?").value
    assert value["case_sensitive"]
    assert [(one["spellings"], one["percent"]) for one in value["answers"]] == [
        ("пернетақта", "100"),
        ("*", "0"),
    ]


def test_a_unit_says_what_one_of_it_is(find):
    value = find("Сколько метров?").value
    assert value["unit_rule"] == "required"
    assert [(one["spellings"], one["factor"]) for one in value["units"]] == [("m", "1"), ("km", "1000")]
    assert (value["answers"][0]["value"], value["answers"][0]["tolerance"]) == ("1500", "1")


UNITS = "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>"


def with_units(leaves):
    text = "<questiontext><text>Q</text></questiontext><answer fraction='100'><text>5</text></answer>"
    return moodle_xml.read(wrapped(text + UNITS + leaves, "numerical"))


@pytest.mark.parametrize(
    ("leaves", "rule"),
    [
        ("<unitgradingtype>0</unitgradingtype><unitpenalty>0.1</unitpenalty>", "optional"),
        ("<unitpenalty>0.1</unitpenalty>", "optional"),
        ("<unitgradingtype>1</unitgradingtype><unitpenalty>0</unitpenalty>", "optional"),
        ("<unitgradingtype>1</unitgradingtype><unitpenalty>1</unitpenalty>", "required"),
        ("<unitgradingtype>2</unitgradingtype><unitpenalty>1</unitpenalty>", "required"),
    ],
)
def test_a_unit_must_be_written_where_moodle_grades_it(leaves, rule):
    reading = with_units(leaves)
    assert reading.troubles == []
    (question,) = reading.questions
    check(question)
    assert question.value["unit_rule"] == rule
    (again,) = moodle_xml.read(moodle_xml.write([question]).text).questions
    assert again.value["unit_rule"] == rule


def test_units_that_moodle_does_not_ask_for_are_told():
    reading = with_units("<unitgradingtype>0</unitgradingtype><showunits>3</showunits>")
    (question,) = reading.questions
    check(question)
    assert (question.value["unit_rule"], question.value["units"]) == ("none", [])
    assert [one.message for one in reading.troubles] == ["Its units are not kept: Moodle asks for none."]


def test_what_belongs_to_nothing_stays_so(find):
    value = find("Что для чего?").value
    assert [(one["prompt"], one["match"]) for one in value["pairs"]] == [
        ("Мышь", "указывать"),
        ("Клавиатура", "печатать"),
    ]
    assert value["extras"] == [{"text": "спать"}]


def test_gaps_in_a_text_keep_their_answers_and_weights(find):
    value = find("Пропуски").value
    assert value["text"] == "На [1] стоит [2], их [3]."
    table, screen, number = value["gaps"]
    assert (table["kind"], table["spellings"], table["weight"]) == ("typed", "столе\nпарте", "2")
    assert table["feedback"] == "Посмотрите."
    assert (screen["kind"], screen["spellings"], screen["distractors"]) == ("chosen", "экран", "стул\nокно")
    assert number["spellings"] == "2"


def test_missing_words_are_chosen_within_their_group(find):
    value = find("Выбор").value
    assert value["text"] == "[1] показывает, а [2] печатает."
    assert [(one["spellings"], one["distractors"]) for one in value["gaps"]] == [
        ("Экран", "Стол"),
        ("клавиатура", "окно"),
    ]


def test_everything_that_is_lost_is_told_with_its_line(reading):
    lines = FILE.split("\n")
    told = [(one.message, one.is_left_out) for one in reading.troubles]
    assert told == [
        ("The category “$course$/top/Компьютер” is not kept.", False),
        ("Bold letters, tables and the like are not kept.", False),
        ("The picture “p.png” is not kept: it is no picture that can be shown.", False),
        ("The name “Папка” is not kept.", False),
        ("Feedback on the whole answer is not kept.", False),
        ("What a wrong unit costs is not kept: it makes the answer wrong.", False),
        ("The place for files is not kept: learners write a text.", False),
        ("Answers to a gap that are partly right are not kept.", False),
        ("The tolerance of a number in a gap is not kept.", False),
        ("Questions of the type “calculated” cannot be kept.", True),
        ("Questions of the type “description” cannot be kept.", True),
    ]
    assert all("<question" in lines[one.line - 1] for one in reading.troubles)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<quiz><question></quiz>", "The file is no XML: it breaks off in line 1."),
        ("<quiz>\n<question", "The file is no XML: it breaks off in line 2."),
        ("<html></html>", "There is no <quiz> in it, so this is no Moodle XML file."),
        ("<quiz>" + "<a>" * 60, "The file is no XML: it breaks off in line 1."),
        (
            '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
            "The file declares entities or a document type, which a file of questions never needs.",
        ),
        (
            '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>',
            "The file declares entities or a document type, which a file of questions never needs.",
        ),
    ],
)
def test_what_is_no_file_of_questions_is_refused(text, message):
    with pytest.raises(NotAQuestionFile, match=message.replace("(", r"\(")):
        moodle_xml.read(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (wrapped("<answer fraction='100'><text>a</text></answer>"), "The question itself is missing."),
        (wrapped("<answer fraction='alles'><text>a</text></answer>"), "alles is no number."),
        (wrapped("<answer fraction='1e999'/>"), "1e999 is too large or too exact."),
        (
            wrapped("<units><unit><multiplier>1e-30</multiplier></unit></units>", "numerical"),
            "0.000000000000000000000000000001 is too large or too exact.",
        ),
        (wrapped(f"<questiontext><text>{'a' * 10_001}</text></questiontext>"), "A text in it is too long."),
        (wrapped("", "truefalse"), "It needs one answer “true” and one “false”."),
        (
            wrapped("<questiontext><text>Нет пропусков</text></questiontext>", "cloze"),
            "There are no gaps in the text.",
        ),
        (
            wrapped("<questiontext><text>Есть [1] и {1:SA:=x}</text></questiontext>", "cloze"),
            "The text has numbers in brackets such as [1], which mark gaps here.",
        ),
        (
            wrapped("<questiontext><text>{1:SA:~x}</text></questiontext>", "cloze"),
            "A gap has no right answer.",
        ),
        (
            wrapped("<questiontext><text>[[3]]</text></questiontext>", "gapselect"),
            "There is no word for [[3]].",
        ),
        (
            wrapped(
                "<units><unit><multiplier>0</multiplier><unit_name>m</unit_name></unit></units>", "numerical"
            ),
            "A unit is nothing or less.",
        ),
    ],
)
def test_a_question_that_cannot_be_is_left_out_by_its_line(text, message):
    reading = moodle_xml.read(text)
    assert reading.questions == []
    assert [(one.line, one.message) for one in reading.troubles] == [(2, message)]


def test_the_format_is_found_out():
    assert likely_format(FILE) == "moodle_xml"
    assert likely_format("<quiz> Q {=a ~b}") == "moodle_xml"


def test_what_is_written_is_read_back_the_same(reading):
    writing = moodle_xml.write(reading.questions)
    assert writing.troubles == []
    again = moodle_xml.read(writing.text)
    assert again.troubles == []
    for one, other in zip(reading.questions, again.questions, strict=True):
        assert (other.type, other.value) == (one.type, one.value)


words = st.text(max_size=40).map(lambda text: " ".join(text.split())).filter(bool)


@given(stem=words, right=words, wrong=words)
def test_whatever_a_teacher_writes_makes_a_file_that_can_be_read(stem, right, wrong):
    options = [{"text": right, "is_key": True}, {"text": wrong, "is_key": False}]
    text = moodle_xml.write([Question("single_choice", {"stem": stem, "options": options})]).text
    moodle_xml.read(text)


@given(st.text(alphabet="<>/quiz question='\"&;!CDATA[]{}:=~#1%", max_size=120))
def test_no_text_breaks_the_reader(text):
    for sent in (
        text,
        f"<quiz>{text}</quiz>",
        wrapped(f"<questiontext><text>{text}</text></questiontext>", "cloze"),
    ):
        try:
            moodle_xml.read(sent)
        except NotAQuestionFile:
            continue


def test_marks_of_markdown_stay_as_typed_and_that_is_told():
    stem = "<questiontext format='markdown'><text>Это **важно**.</text></questiontext>"
    answers = (
        "<answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer>"
    )
    read = moodle_xml.read(f"<quiz><question type='truefalse'>{stem}{answers}</question></quiz>")
    assert [one.stem for one in read.questions] == ["Это **важно**."]
    assert [one.message for one in read.troubles] == ["Bold letters, tables and the like are not kept."]
