"""The order of a course that is partly translated. No database."""

from courses.completion import is_complete
from courses.continuing import next_step, place_in
from courses.path import Outline, Step, Stretch, merge
from courses.progress import Progress, State


def step(key, language="ru", is_quiz=False):
    return Step(key, f"{key} {language}", f"/{language}/{key}/", language, is_quiz)


def stretch(key, *steps, language="ru"):
    return Stretch(key, f"{key} {language}", "", language, tuple(steps))


def read(stretches):
    return {one.title: [step.title for step in one.steps] for one in stretches}


def test_what_is_translated_is_shown_translated_and_the_rest_keeps_its_place():
    led = [stretch("m1", step("a"), step("b"), step("c")), stretch("m2", step("d"))]
    own = [stretch("m1", step("c", "kk"), step("a", "kk"), language="kk")]
    assert read(merge(own, led)) == {"m1 kk": ["a kk", "b ru", "c kk"], "m2 ru": ["d ru"]}


def test_what_only_the_translation_has_follows_its_neighbour_and_is_no_duty():
    led = [stretch("m1", step("a"), step("b"))]
    own = [
        stretch("m0", step("y", "kk"), language="kk"),
        stretch("m1", step("a", "kk"), step("x", "kk"), language="kk"),
    ]
    merged = merge(own, led)
    assert read(merged) == {"m0 kk": ["y kk"], "m1 kk": ["a kk", "x kk", "b ru"]}
    assert [one.key for stretch in merged for one in stretch.steps if not one.is_led] == ["y", "x"]


def test_a_step_that_was_moved_in_the_source_only_is_shown_once():
    led = [stretch("m1", step("a")), stretch("m2", step("b"))]
    own = [stretch("m1", step("a", "kk"), step("b", "kk"), language="kk"), stretch("m2", language="kk")]
    assert read(merge(own, led)) == {"m1 kk": ["a kk"], "m2 kk": ["b kk"]}


def test_an_outline_knows_what_follows():
    outline = Outline(
        "c", "", "/ru/c/", "ru", (stretch("m1", step("a"), step("b")), stretch("m2", step("d")))
    )
    assert [after and after.key for after in map(outline.after, "abd")] == ["b", "d", None]
    assert outline.find("d")[2] == 1
    assert outline.find("elsewhere") is None


def test_a_course_with_nothing_to_do_is_never_complete():
    assert not is_complete(Outline("c", "", "/ru/c/", "ru"), Progress())


def test_a_stretch_is_in_progress_between_nothing_and_all():
    progress = Progress(begun={"a", "b"}, completed={"a"})
    assert progress.state_of_all(["a"]) == State.COMPLETED
    assert progress.state_of_all(["a", "c"]) == State.IN_PROGRESS
    assert progress.state_of_all(["b"]) == State.IN_PROGRESS
    assert progress.state_of_all(["c"]) == State.NOT_STARTED
    assert progress.state_of_all([]) == State.NOT_STARTED


def test_a_learner_goes_on_at_the_first_step_that_is_left_at_their_place_in_it():
    outline = Outline("c", "", "/ru/c/", "ru", (stretch("m1", step("a"), step("b")),))
    progress = Progress(completed={"a"}, positions={"b": "item-7"})
    assert place_in(next_step(outline, progress), progress) == "/ru/b/#item-7"
    assert next_step(outline, Progress(completed={"a", "b"})) is None
