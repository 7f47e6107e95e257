"""What an answer earns. No database: a mark depends on the frozen item and the answer only."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import override

from quizzes.items import Item
from quizzes.marking import total_of
from quizzes.types.short_answer.marking import matches


def choice(options, points="1"):
    rules = {"options": [{"id": name, "is_key": key, "percent": percent} for name, key, percent in options]}
    content = {
        "type": "single_choice",
        "source_language": "ru",
        "points": points,
        "words": {},
        "spellings": {},
    }
    return Item("q1", "d", content | {"rules": rules})


def typed(*groups, points="1", **rules):
    """An item of type short answer; a group is (spellings by language, percent)."""
    spellings = {}
    for number, (by_language, _) in enumerate(groups):
        for language, lines in by_language.items():
            spellings.setdefault(language, {})[f"answers.{number}.spellings"] = lines
    answers = [{"id": str(number), "percent": percent} for number, (_, percent) in enumerate(groups)]
    rules = {"answers": answers, "case_sensitive": False, "strict_spelling": False} | rules
    content = {"type": "short_answer", "source_language": "ru", "points": points, "words": {}}
    return Item("q2", "d", content | {"rules": rules, "spellings": spellings})


FRIENDLY = choice([("a", False, None), ("b", True, None), ("c", False, "50"), ("d", False, "-33.33333")])


@pytest.mark.parametrize(
    ("option", "fraction"),
    [("b", "1"), ("a", "0"), ("c", "0.5"), ("d", "-0.3333333"), ("gone", "0")],
)
def test_an_option_earns_its_share(option, fraction):
    assert FRIENDLY.mark({"option": option}, "ru").fraction == Decimal(fraction)


def test_the_reason_shown_is_that_of_the_option_chosen():
    assert FRIENDLY.mark({"option": "a"}, "ru").feedback == ("options.a.feedback",)


def test_an_option_of_another_question_is_refused():
    with pytest.raises(ValidationError):
        FRIENDLY.read(QueryDict("item-q1=elsewhere"))


def test_nothing_ticked_is_not_an_answer():
    assert FRIENDLY.read(QueryDict("")) is None


MOUSE = typed(
    ({"ru": ["мышь", "мышка"], "kk": ["тінтуір"]}, "100"), ({"ru": ["*мыш*"], "kk": ["тышқан"]}, "50")
)


@pytest.mark.parametrize(
    ("answer", "language", "fraction", "spelling"),
    [
        ("мышь", "ru", "1", ""),
        ("  МЫШКА. ", "ru", "1", ""),
        ("мышонок", "ru", "0.5", ""),
        ("клавиша", "ru", "0", ""),
        ("мыwь", "ru", "0", ""),
        ("мыши компьютерные", "ru", "0.5", ""),
        ("тінтуір", "kk", "1", ""),
        ("тинтуир", "kk", "1", "тінтуір"),
        ("ТИНТУИР", "kk", "1", "тінтуір"),
        ("тiнтуiр", "kk", "1", ""),  # Latin i
        ("тышкан", "kk", "0.5", "тышқан"),
        ("мышь", "kk", "0", ""),
        ("mouse", "en", "0", ""),
        ("мышь", "en", "1", ""),  # nobody translated the spellings into English: the source's count
        ("<script>alert(1)</script>", "ru", "0", ""),
        ("0", "ru", "0", ""),
    ],
)
def test_a_typed_answer_earns_what_the_first_match_gives(answer, language, fraction, spelling):
    mark = MOUSE.mark({"text": answer}, language)
    assert (mark.fraction, mark.right_spelling) == (Decimal(fraction), spelling)


def test_zero_is_an_answer():
    item = typed(({"ru": ["0"]}, "100"))
    answer = item.read(QueryDict("item-q2=0"))
    assert item.mark(answer, "ru").fraction == 1


def test_strict_spelling_wants_the_kazakh_letters():
    item = typed(({"ru": ["қазақ"], "kk": ["қазақ"]}, "100"), strict_spelling=True)
    assert item.mark({"text": "казак"}, "kk").fraction == 0


def test_a_huge_answer_is_refused_in_words():
    with override("en"), pytest.raises(ValidationError, match="long"):
        MOUSE.read(QueryDict("item-q2=" + "м" * 100_000))


@pytest.mark.parametrize(
    ("spelling", "answer", "fits"),
    [
        ("ко*р", "компьютер", True),
        ("ко*р", "кор", True),
        ("ко*р", "ко", False),
        ("a*b*c", "a1b2c", True),
        ("a*b*c", "acb", False),
        ("*", "что угодно", True),
        (r"5\*5", "5*5", True),
        (r"5\*5", "5+5", False),
        (r"\**", "*звезда", True),
        ("a.c", "abc", False),
    ],
)
def test_a_star_stands_for_any_letters_and_nothing_else_does(spelling, answer, fits):
    assert bool(matches(answer, spelling, language="ru")) is fits


def test_a_total_is_exact_and_never_below_zero():
    thirds = choice([("a", False, "33.33333"), ("b", True, None), ("d", False, "-100")], points="3")
    marks, total, maximum = total_of([thirds], {"q1": ({"option": "a"}, "ru")})
    assert (total, maximum, marks["q1"].fraction) == (Decimal("0.9999999"), Decimal(3), Decimal("0.3333333"))
    assert total_of([thirds], {"q1": ({"option": "d"}, "ru")})[1] == 0


def test_an_item_left_out_earns_nothing_and_still_counts_in_the_maximum():
    _, total, maximum = total_of([FRIENDLY, MOUSE], {"q1": ({"option": "b"}, "ru")})
    assert (total, maximum) == (1, 2)
