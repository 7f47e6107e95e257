"""The files of the starter courses: whole, equal in three languages, in plain words."""

import re

import pytest

from quizzes.types.short_answer.marking import first_match

from .conftest import STARTER_COURSES
from .words import LANGUAGES, TOKEN, count, length, lessons, pages, questions, read, sentences, shown, texts

MEAN = {"ru": 12, "kk": 10, "en": 14}
LONGEST = {"ru": 18, "kk": 15, "en": 20}
FOR_CHILDREN = {"ru": 8, "kk": 7, "en": 8}
LONG_WORDS = {"ru": 0.15, "kk": 0.20}  # of thirteen letters and more
KAZAKH = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
FILES = pages(STARTER_COURSES)
LESSONS = lessons(STARTER_COURSES)
QUESTIONS = [(file, question) for file in FILES for question in questions(file)]


def named(file):
    return f"{file.parent.name}/{file.stem}"


def asked(one):
    file, question = one
    return f"{file.stem}/{question['id']}"


def is_marked_by_a_rule(question):
    return question["type"] not in ("open_text", "hand_in", "reflection")


each_file = pytest.mark.parametrize("file", FILES, ids=named)
each_lesson = pytest.mark.parametrize("file", LESSONS, ids=named)
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=asked)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def variants(file, audience=None):
    return [
        block
        for block in read(file)["body"]
        if block["type"] == "variant" and audience in (None, block["audience"])
    ]


# --- Words ---


@each_lesson
@each_language
def test_a_lesson_takes_ten_minutes_to_read(file, language):
    for_all = [block for block in read(file)["body"] if "stem" not in block and block["type"] != "variant"]
    assert 250 <= count(shown(for_all, language)) <= 350


@each_lesson
@each_language
def test_children_read_less_and_in_shorter_sentences(file, language):
    said = shown(variants(file, "child"), language)
    lengths = [length(sentence) for sentence in sentences(said)]
    assert count(said) <= 150
    assert max(lengths) <= FOR_CHILDREN[language]


@each_file
@each_language
def test_sentences_are_short(file, language):
    lengths = [length(sentence) for sentence in sentences(shown(read(file), language))]
    assert sum(lengths) / len(lengths) <= MEAN[language]
    assert max(lengths) <= LONGEST[language]


@each_lesson
@pytest.mark.parametrize("language", LONG_WORDS)
def test_long_words_are_rare(file, language):
    words = re.findall(r"\w+", " ".join(shown(read(file), language)))
    assert sum(len(word) >= 13 for word in words) / len(words) < LONG_WORDS[language]


@each_file
def test_each_language_is_written_in_its_own_letters(file):
    page = read(file)
    quoted = re.compile("[«“].*?[»”]")  # a Kazakh word may be quoted in a lesson about letters
    for text in shown(page, "ru"):
        assert not KAZAKH & set(quoted.sub("", text)), text
    for language in LANGUAGES:
        for word in re.findall(r"\w+", TOKEN.sub("", " ".join(texts(page, language)))):
            assert not (re.search("[A-Za-z]", word) and re.search("[\u0400-\u04ff]", word)), word
    assert KAZAKH & set(" ".join(texts(page, "kk")))


@each_file
@each_language
def test_quotes_and_dashes_are_those_of_the_language(file, language):
    said = "\n".join(shown(read(file), language))
    assert not re.search(r'"|\S - |\.\.\.', said)
    assert not re.search("[“”]" if language != "en" else "[«»—]", said)


@each_file
@each_language
def test_words_that_the_glossary_settles_are_used(file, language):
    said = " ".join(shown(read(file), language)).casefold()
    for wrong in AVOIDED[language]:
        assert not re.search(rf"\b{wrong}", said), wrong


# What people say instead of the glossary's words, and must not.
AVOIDED = {
    "ru": ["юзер", "пассворд", "осуществл", "в целях", "кликнит", "кликат", "директори"],
    "kk": [
        "клавиатура",
        "тышқан",
        "корзина",
        "болып табылады",
        "жүзеге асыр",
        "каталог",
        "бет-әлпет",
        "папка",
        "түйме",  # a button is «батырма»
    ],
    "en": ["click on", "directory", "trash", "fail"],
}


# --- Lessons ---


@each_lesson
def test_a_lesson_goes_from_why_to_remember(file):
    kinds = [block["type"] for block in read(file)["body"]]
    assert kinds[0] == "heading"
    assert kinds[-1] == "remember"
    assert kinds.count("remember") == 1
    assert kinds.count("picture") >= 1
    assert "worked_example" in kinds


@each_lesson
def test_a_lesson_speaks_to_children_and_to_older_people_as_well(file):
    assert {"child", "elder"} <= {variant["audience"] for variant in variants(file)}


@each_lesson
def test_a_lesson_explains_at_most_three_new_words(file):
    terms = [term for block in read(file)["body"] if block["type"] == "terms" for term in block["terms"]]
    assert 1 <= len(terms) <= 3


@each_lesson
def test_a_lesson_asks_two_to_four_questions(file):
    assert 2 <= len(questions(file)) <= 4


def test_a_module_check_asks_six_to_eight_questions():
    checks = [file for file in FILES if file.stem == "module-check"]
    assert checks
    assert all(read(file)["type"] == "quiz" for file in checks)
    for check in checks:
        assert 6 <= len(questions(check)) <= 8
        assert read(check)["pass_mark"] == 80


def test_a_final_product_says_beforehand_how_it_will_be_marked():
    for file in FILES:
        if file.stem == "final-product":
            asked = questions(file)
            (work,) = [question for question in asked if question["type"] == "open_text"]
            assert "reflection" in {question["type"] for question in asked}
            assert 3 <= len(work["rubric"]) <= 5
            assert all(len(criterion["levels"]) == 3 for criterion in work["rubric"])


# --- Questions ---


def reasons(question):
    """Return every feedback that a question can give, in Russian; None where one is missing."""
    lists = [question.get(name) for name in ("options", "answers", "pairs", "gaps", "rows", "areas")]
    parts = next((one for one in lists if one), None)
    given = [part.get("feedback", {}).get("ru") for part in parts or []]
    ends = {"true_false": ["feedback_true", "feedback_false"], "ordering": ["feedback_wrong"]}
    ends |= {"short_answer": ["feedback_wrong"], "numerical": ["feedback_wrong"]}
    return given + [question[name]["ru"] for name in ends.get(question["type"], [])]


@pytest.mark.parametrize("question", [one for one in QUESTIONS if is_marked_by_a_rule(one[1])], ids=asked)
def test_every_answer_gets_a_reason_of_its_own(question):
    _file, question = question
    given = reasons(question)
    assert given
    assert all(given)
    assert len(set(given)) == len(given)
    assert question["explanation"]


@each_question
@each_language
def test_what_a_learner_types_meets_the_answer_it_was_written_for(question, language):
    _file, question = question
    for answer in question.get("answers", []):
        for spelling in answer.get("spellings", {}).get(language, []):
            assert _met(question, str(spelling), language) is answer, spelling


def _met(question, typed, language):
    """Return the first answer of a question that what was typed matches."""
    how = {"language": language, "strict_spelling": question.get("strict_spelling", False)}
    for answer in question["answers"]:
        found, _line = first_match(typed, map(str, answer["spellings"][language]), **how)
        if found:
            return answer
    return None


@each_question
def test_the_name_of_a_menu_is_written_out_in_a_question(question):
    """A question is also asked in a test and answered in feedback, where nobody puts names for tokens."""
    _file, question = question
    assert not TOKEN.search(" ".join(texts(question, "ru")))


# --- Pictures ---


def test_pictures_are_small_enough_for_slow_lines():
    pictures = [file for file in STARTER_COURSES.rglob("pictures/*") if file.suffix != ".svg"]
    assert pictures
    assert all(file.stat().st_size < 60_000 and file.with_suffix(".svg").exists() for file in pictures)


def test_a_drawing_holds_no_words_and_no_script():
    for file in STARTER_COURSES.rglob("pictures/*.svg"):
        drawing = file.read_text(encoding="utf-8")
        assert not re.search(r"<script|href=|\son\w+=", drawing), file
        assert not re.search(r">[^<>]*[^\W\d_]{3,}[^<>]*</text>", drawing), file


def test_every_picture_is_shown_somewhere():
    pictures = set(STARTER_COURSES.rglob("pictures/*.png"))
    used = {file.parent / name for file in FILES for name in _files_in(read(file))}
    assert used == pictures


def _files_in(value):
    if isinstance(value, dict):
        own = [value["file"]] if "alt" in value and "file" in value else []
        return own + [name for part in value.values() for name in _files_in(part)]
    return [name for part in value for name in _files_in(part)] if isinstance(value, list) else []
