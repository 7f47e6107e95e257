"""Who is offered to regrade a test, and who is refused."""

from quizzes.models import QuizPage, Regrade

from ..builders import distractor_of, key_of, translate
from ..screens import is_absent, is_refused
from .desk import address, totals


def test_the_page_offers_it_once_a_test_was_taken(quiz, at_desk, take):
    client = at_desk()
    edit = f"/admin/pages/{quiz.pk}/edit/"
    assert address(quiz) not in client.get(edit).content.decode()
    take("асель", key_of)
    assert f'href="{address(quiz)}"' in client.get(edit).content.decode()


def test_whoever_may_not_publish_is_not_offered_it(quiz, at_desk, take, staff):
    take("асель", key_of)
    client = at_desk(staff("редактор", quiz))
    assert address(quiz) not in client.get(f"/admin/pages/{quiz.pk}/edit/").content.decode()


def test_a_teacher_of_another_page_is_refused(quiz, front, publish, at_desk, take, staff):
    take("асель", distractor_of)
    other = publish(front.add_child(instance=QuizPage(title="Другой", slug="other", locale=front.locale)))
    client = at_desk(staff("чужой", other, may="publish_page"))
    for path in (address(quiz), address(quiz, 0), address(quiz, 0, "everybody/")):
        assert is_refused(client.get(path))
    assert is_refused(client.post(address(quiz, 0, "everybody/"), {"reason": "Мне так хочется", "seen": "x"}))
    assert totals() == {"асель": 0}


def test_a_translator_who_publishes_the_kazakh_page_changes_no_marks(quiz, kazakh, at_desk, take, staff):
    translation = translate(quiz, kazakh)
    take("асель", distractor_of)
    client = at_desk(staff("аударма", translation, may="publish_page"))
    assert is_refused(client.get(address(translation)))
    assert address(translation) not in client.get(f"/admin/pages/{translation.pk}/edit/").content.decode()


def test_a_page_without_finished_tests_has_nothing_to_regrade(quiz, lesson, at_desk, take):
    client = at_desk()
    for path in (address(quiz), f"/admin/regrade/{lesson.pk}/", "/admin/regrade/999999/"):
        assert is_absent(client.get(path))


def test_a_history_of_another_page_is_not_shown(quiz, at_desk, take):
    take("асель")
    made = Regrade.objects.create(page_key=quiz.get_items()[0].id, how="key")
    assert is_absent(at_desk().get(f"{address(quiz)}history/{made.pk}/"))
