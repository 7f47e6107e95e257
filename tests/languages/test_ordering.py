"""Children follow the leading language with as few moves as can be."""

from hypothesis import given
from hypothesis import strategies as st

from languages.ordering import led_order, longest_rising, moves_to_order


def after(moves, order):
    order = list(order)
    for page, left in moves:
        order.remove(page)
        order.insert(0 if left is None else order.index(left) + 1, page)
    return order


def test_children_stand_as_in_the_leading_language():
    assert led_order([(1, "a"), (2, "b"), (3, "c")], ["c", "a", "b"]) == [3, 1, 2]


def test_a_child_of_this_language_only_stays_behind_its_neighbour():
    children = [(9, "own first"), (1, "a"), (8, "own"), (2, "b")]
    assert led_order(children, ["b", "a"]) == [9, 2, 1, 8]


def test_a_child_that_is_missing_here_is_passed_over():
    assert led_order([(1, "a"), (2, "b")], ["b", "missing", "a"]) == [2, 1]


def test_one_of_forty_lessons_moves_alone():
    lessons = list(range(40))
    assert moves_to_order(lessons, [*lessons[1:], 0]) == [(0, 39)]


@given(st.permutations(range(8)), st.permutations(range(8)))
def test_the_moves_lead_from_any_order_to_any_other(current, wanted):
    assert after(moves_to_order(current, wanted), current) == wanted


def test_the_pages_that_stay_are_as_many_as_can_be():
    assert longest_rising([3, 0, 1, 4, 2]) == {0, 1, 2}
    assert longest_rising([]) == set()
