"""GIFT is read as Moodle's manual says, and what is written is read back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.formats import gift
from quizzes.formats.exchange import NotAQuestionFile, Question
from quizzes.formats.storing import check

pytestmark = pytest.mark.usefixtures("in_english")


def one(text):
    """Read a text that holds one question, which the editor takes too."""
    reading = gift.read(text)
    assert [trouble.message for trouble in reading.troubles] == []
    (question,) = reading.questions
    check(question)
    return question


def options(question):
    return [(option["text"], option["is_key"], option["percent"]) for option in question.value["options"]]


def answers(question):
    return [(answer["spellings"], answer["percent"]) for answer in question.value["answers"]]


def numbers(question):
    return [(answer["value"], answer["tolerance"], answer["percent"]) for answer in question.value["answers"]]


def told(text):
    """Return [(line, message, is left out)]."""
    return [(trouble.line, trouble.message, trouble.is_left_out) for trouble in gift.read(text).troubles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Қайсысы? {=пернетақта ~тінтуір}", [("пернетақта", True, None), ("тінтуір", False, None)]),
        ("Q{~wrong =right}", [("wrong", False, None), ("right", True, None)]),
        (
            "Q {=right ~%50%nearly ~%-25%no}",
            [("right", True, None), ("nearly", False, "50"), ("no", False, "-25")],
        ),
        ("Q {=%100%right ~no}", [("right", True, None), ("no", False, None)]),
        ("Q {=one =two ~no}", [("one", True, None), ("two", False, "100"), ("no", False, None)]),
        (r"Q {=a\=b ~\~c\#d}", [("a=b", True, None), ("~c#d", False, None)]),
        (r"Q {=\{x\} ~1\:2}", [("{x}", True, None), ("1:2", False, None)]),
        (r"Q {=C\:\\Мои ~/home}", [("C:\\\\Мои", True, None), ("/home", False, None)]),
        ("Q {\n=right\n~wrong\n}", [("right", True, None), ("wrong", False, None)]),
        ("Q {=%33.33333%a ~b =c}", [("a", False, "33.33333"), ("b", False, None), ("c", True, None)]),
    ],
)
def test_one_right_answer_among_wrong_ones_is_a_single_choice(text, expected):
    question = one(text)
    assert question.type == "single_choice"
    assert options(question) == expected


def test_parts_of_the_mark_without_a_right_answer_are_a_multiple_choice():
    question = one("Кого учат? {~%50%детей ~%50%взрослых ~%-100%никого}")
    assert question.type == "multiple_choice"
    assert options(question) == [("детей", True, "50"), ("взрослых", True, "50"), ("никого", False, "-100")]


def test_an_option_that_takes_nothing_among_weighed_ones_takes_nothing():
    question = one("Q {~%50%a ~%50%b ~c ~%-50%d}")
    assert options(question)[2:] == [("c", False, "0"), ("d", False, "-50")]


def test_that_wrong_answers_take_something_by_now_is_told():
    text = "Q {~%50%a ~%50%b ~c ~%0%d}"
    message = "Wrong answers took nothing away. Here each takes an equal part of the mark away."
    assert told(text) == [(1, message, False)]
    (question,) = gift.read(text).questions
    check(question)
    assert [option["percent"] for option in question.value["options"]] == ["50", "50", None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кто? {=Абай}", [("Абай", "100")]),
        ("Кто? {=Абай =%50%Құнанбайұлы}", [("Абай", "100"), ("Құнанбайұлы", "50")]),
        ("Сколько? {=0}", [("0", "100")]),
        ("Q {=Аба*}", [("Аба*", "100")]),
        (r"Q {=5\*}", [(r"5\*", "100")]),
        ("Q {=%50,5%half =whole}", [("half", "50.5"), ("whole", "100")]),
    ],
)
def test_right_answers_alone_are_a_short_answer(text, expected):
    question = one(text)
    assert question.type == "short_answer"
    assert answers(question) == expected


@pytest.mark.parametrize(
    ("text", "is_true"),
    [("Q {T}", True), ("Q {TRUE}", True), ("Q{true}", True), ("Q {F}", False), ("Q { FALSE }", False)],
)
def test_a_truth_is_a_true_or_false(text, is_true):
    question = one(text)
    assert (question.type, question.value["is_true"]) == ("true_false", is_true)


def test_the_first_remark_on_a_truth_is_for_whoever_is_wrong():
    assert one("Q {T#Нет, верно.#Да.}").value["feedback_false"] == "Нет, верно."
    assert one("Q {T#Нет, верно.#Да.}").value["feedback_true"] == "Да."
    assert one("Q {F#Нет, неверно.}").value["feedback_true"] == "Нет, неверно."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q {#5}", [("5", "", "100")]),
        ("Q {#3.14:0.01}", [("3.14", "0.01", "100")]),
        ("Q {#3,14:0,01}", [("3.14", "0.01", "100")]),
        ("Q {#-5:2}", [("-5", "2", "100")]),
        ("Q {#1..5}", [("3", "2", "100")]),
        ("Q {#3.141..3.142}", [("3.1415", "0.0005", "100")]),
        ("Q {#=1822:0 =%50%1822:2}", [("1822", "0", "100"), ("1822", "2", "50")]),
        ("Q {#=10 =%0%*}", [("10", "", "100"), ("*", "", "0")]),
        ("Q {#\n\t=1:0.5#Да\n\t~#Посчитайте ещё раз.\n}", [("1", "0.5", "100")]),
    ],
)
def test_a_hash_makes_a_number(text, expected):
    question = one(text)
    assert question.type == "numerical"
    assert numbers(question) == expected


def test_arrows_make_a_matching_and_what_is_left_over_belongs_to_nothing():
    question = one("Что для чего? {=Мышь -> указывать =Клавиатура -> печатать = -> спать}")
    assert question.type == "matching"
    assert [(pair["prompt"], pair["match"]) for pair in question.value["pairs"]] == [
        ("Мышь", "указывать"),
        ("Клавиатура", "печатать"),
    ]
    assert question.value["extras"] == [{"text": "спать"}]


def test_empty_braces_are_for_a_text():
    assert one("Расскажите о себе. {}").type == "open_text"


def test_text_after_the_answers_makes_a_missing_word():
    assert one("Печатают на {=клавиатуре ~экране}.").stem == "Печатают на _____."
    assert one("{=Мышь ~Экран} показывает место.").stem == "_____ показывает место."


def test_remarks_and_explanations_are_kept():
    question = one("Q {=a#Да. ~b#Нет, потому что… ####Вот почему.}")
    assert [option["feedback"] for option in question.value["options"]] == ["Да.", "Нет, потому что…"]
    assert question.value["explanation"] == "Вот почему."


def test_titles_comments_and_categories_are_no_questions():
    text = "// a comment {=x ~y}\n$CATEGORY: tom/dick\n\n::Title:: Q {=a ~b}\n// in between\n"
    assert [question.stem for question in gift.read(text).questions] == ["Q"]
    assert told(text) == [
        (2, "The category “tom/dick” is not kept.", False),
        (4, "The name “Title” is not kept.", False),
    ]


def test_labels_in_the_comment_above_a_question_are_its_own():
    text = r"""// question: 7  name: Q1
// [id:а-7] [tag:файлы] [tag:difficulty:easy]
// [tag:\[1\]]
Q1 {=a ~b}

// [tag:пусто]

Q2 {=a ~b}
"""
    first, second = gift.read(text).questions
    assert (first.value["tags"], first.value["difficulty"]) == ("файлы, [1]", "easy")
    assert "tags" not in second.value
    assert told(text) == [(4, "The number “а-7” is not kept.", False)]
    check(first)


def test_lines_are_counted_from_the_file():
    text = "// one\n\nQ1 {=a ~b}\n\n$CATEGORY: x\nQ2 {\n=a\n~b\n}\n\n\nQ3 {}"
    assert [question.line for question in gift.read(text).questions] == [3, 6, 12]


def test_markup_becomes_words_and_what_is_lost_is_told():
    text = '[html]<p>Сколько <b>будет</b>?</p><img src="x.png"> {=2 ~3}'
    (question,) = gift.read(text).questions
    assert question.stem == "Сколько будет?"
    assert told(text) == [
        (1, "A picture or a recording in it is not kept.", False),
        (1, "Bold letters, tables and the like are not kept.", False),
    ]


@pytest.mark.parametrize(
    ("stem", "is_told"),
    [
        ("Что **важно**?", True),
        ("Откройте [сайт](https://example.org)", True),
        ("- мышь", True),
        ("Сколько будет 2 * 2 - 1?", False),
        ("Вставьте слово: ____ и кнопка", False),
    ],
)
def test_marks_of_markdown_stay_as_typed_and_that_is_told(stem, is_told):
    text = f"[markdown]{stem} {{=да ~нет}}"
    assert [question.stem for question in gift.read(text).questions] == [stem]
    assert told(text) == [(1, "Bold letters, tables and the like are not kept.", False)] * is_told


def test_a_script_in_a_question_is_not_kept():
    (question,) = gift.read(r"[html]Q<script>alert(1)</script> {=<b onclick\='x()'>a</b> ~b}").questions
    assert question.stem == "Q"
    assert question.value["options"][0]["text"] == "a"


def test_smaller_than_is_no_markup():
    assert one("Что больше, если 2 < 3 и 4 > 1? {=a ~b}").stem == "Что больше, если 2 < 3 и 4 > 1?"
    assert one("[plain]Тег <b> делает что? {=a ~b}").stem == "Тег <b> делает что?"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Q {=a ~b}\n\nПросто текст.", "There are no answers in braces { }: it is a text and no question."),
        ("Q {=a ~b}\n\nQ {=a", "A brace { or } has no partner."),
        ("Q {=a ~b}\n\nQ =a}", "A brace { or } has no partner."),
        ("Q {=a ~b}\n\nQ {=a} и {=b}", "There are several braces. One question has one place for answers."),
        ("Q {=a ~b}\n\n{=a ~b}", "The question itself is missing."),
        ("Q {=a ~b}\n\nQ {слово}", "An answer begins with = or ~."),
        ("Q {=a ~b}\n\nQ {=a ~}", "An answer is empty."),
        ("Q {=a ~b}\n\nQ {=%200%a ~b}", "A part of the mark is beyond 100 %."),
        ("Q {=a ~b}\n\nQ {#много}", "много is no number."),
        ("Q {=a ~b}\n\nQ {#3.14 frogs}", "3.14 frogs is no number."),
        ("Q {=a ~b}\n\nQ {#1e999}", "1e999 is too large or too exact."),
        ("Q {=a ~b}\n\nQ {#5..1}", "The range 5..1 ends before it begins."),
        ("Q {=a ~b}\n\nQ {#}", " is no number."),
        ("Q {=a ~b}\n\nQ {=a -> b =c}", "In a matching question each answer is “=one -> other”."),
    ],
)
def test_what_is_no_question_is_told_and_the_rest_is_kept(text, message):
    assert told(text) == [(3, message, True)]
    assert len(gift.read(text).questions) == 1


def test_a_file_without_answers_is_no_gift_file():
    with pytest.raises(NotAQuestionFile):
        gift.read("Список покупок\nХлеб")


KINDS = r"""
[plain]Кто\: {x\}? {=Абай ~Никто#Почему\nнет ~%50%Почти
####Вот \~ почему}

Q {~%66.66667%a ~%33.33333%b ~%-50%c}

T {TRUE#wrong#right}

F {FALSE}

N {#=%100%1822:5#Да =%50%1800:30 ~#Нет}

M {=a -> b#Нет =c -> d = -> e}

S {=%100%Абай =%50%Аба*#ok}

[plain]// no comment {}
"""


def test_parts_are_written_as_they_are_marked():
    """Two keys, three wrong options, and one that says “none of these”, none with a part of its own."""
    named = [{"text": text, "is_key": text in "ab"} for text in "abcde"]
    value = {"stem": "Q", "options": [*named, {"text": "f", "is_key": False, "is_none_of_these": True}]}
    written = gift.write([Question("multiple_choice", value)]).text
    parts = ["50", "50", "-33.33333", "-33.33333", "-33.33333", "0"]
    assert [option["percent"] for option in one(written).value["options"]] == parts


def test_labels_are_written_where_moodle_looks_for_them():
    value = one("Q {=a ~b}").value | {"tags": "файлы, [1]", "difficulty": "hard"}
    written = gift.write([Question("single_choice", value)]).text
    assert written.startswith("// [tag:файлы] [tag:\\[1\\]] [tag:difficulty:hard]\n[plain]Q {")
    assert one(written).value == value


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"points": "2"}, "Points are not kept."),
        ({"hints": [{"text": "Подумайте."}]}, "Hints are not kept."),
        ({"case_sensitive": True}, "The rule for capital letters is not kept."),
        ({"strict_spelling": True}, "The rule for exact spelling is not kept."),
    ],
)
def test_what_gift_has_no_place_for_is_told(more, message):
    question = one("Q {=a}")
    writing = gift.write([Question(question.type, question.value | more)])
    assert [(one.line, one.message, one.is_left_out) for one in writing.troubles] == [(1, message, False)]


def test_what_is_written_is_read_back_the_same():
    questions = gift.read(KINDS).questions
    writing = gift.write(questions)
    assert writing.troubles == []
    again = gift.read(writing.text)
    assert again.troubles == []
    assert [(one.type, one.value) for one in again.questions] == [(one.type, one.value) for one in questions]


words = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n\\"), min_size=1, max_size=40)
words = words.map(lambda text: " ".join(text.split())).filter(bool)


@given(stem=words, right=words, wrong=words, remark=words)
def test_whatever_a_teacher_writes_survives_a_file(stem, right, wrong, remark):
    option = {"percent": None, "feedback": ""}
    choices = [
        option | {"text": right, "is_key": True, "feedback": remark},
        option | {"text": wrong, "is_key": False},
    ]
    question = gift.read("Q {=a ~b}").questions[0]
    value = {"stem": stem, "explanation": remark, "options": choices}
    written = gift.write([type(question)("single_choice", value)]).text
    (again,) = gift.read(written).questions
    assert (again.type, again.value) == ("single_choice", value)


@given(st.text(alphabet="ab \n{}=~#%:.->\\15$/[]TF", max_size=120))
def test_no_text_breaks_the_reader(text):
    try:
        reading = gift.read(text)
    except NotAQuestionFile:
        return
    lines = text.count("\n") + 1
    assert all(1 <= told.line <= lines for told in reading.troubles)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("::Мышь 1:: Чем указывают? {=мышь}", "Мышь 1"),
        (r"::а\:б:: Чем? {=мышь}", "а:б"),
        ("::Чем  указывают:: Чем указывают? {=мышь}", None),
        ("::::Чем указывают? {=мышь}", None),
    ],
)
def test_a_name_that_is_not_the_beginning_of_the_question_is_told(text, name):
    assert len(gift.read(text).questions) == 1
    assert told(text) == ([(1, f"The name “{name}” is not kept.", False)] if name else [])
