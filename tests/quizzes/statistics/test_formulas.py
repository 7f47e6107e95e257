"""The formulas, against figures worked out by hand. What is not available is None, and never 0."""

from decimal import Decimal
from fractions import Fraction

import pytest

from quizzes.statistics import formulas

HALF = [1, 1, 0, 0]
OTHER = [1, 0, 1, 0]
RESTS = [3, 2, 2, 1]  # variance 2/3, covariance with HALF 1/3


def near(value, expected):
    return abs(value - Decimal(expected)) < Decimal("1e-7")


def test_variance_and_covariance_are_exact_and_over_one_less():
    assert formulas.variance(HALF) == Fraction(1, 3)
    assert formulas.covariance(HALF, RESTS) == Fraction(1, 3)
    assert formulas.variance([Decimal("0.1"), Decimal("0.2"), Decimal("0.3")]) == Fraction(1, 100)


@pytest.mark.parametrize(
    ("marks", "maximum", "expected"),
    [(HALF, 1, 50), ([2, 1], 2, 75), ([0, 0], 1, 0), ([Decimal("-0.5"), 1], 1, 25), ([1], 1, 100)],
)
def test_facility_is_the_mean_mark_as_a_share_of_the_maximum(marks, maximum, expected):
    assert formulas.facility(marks, maximum) == expected


def test_standard_deviation_is_a_share_of_the_maximum():
    assert near(formulas.standard_deviation(HALF, 1), "57.7350269190")  # √(1/3)
    assert near(formulas.standard_deviation([4, 4, 0, 0], 4), "57.7350269190")
    assert formulas.standard_deviation([1, 1, 1], 1) == 0  # all the same: that is known


def test_discrimination_is_the_correlation_with_the_rest():
    assert near(formulas.discrimination_index(HALF, RESTS), "70.7106781187")  # (1/3)/√(1/3·2/3)
    assert near(formulas.discrimination_index(HALF, [0, 0, 1, 1]), "-100")
    assert formulas.discrimination_index(HALF, OTHER) == 0  # uncorrelated: that is known


def test_efficiency_compares_with_the_best_that_was_possible():
    assert formulas.discriminative_efficiency(HALF, RESTS) == 100
    # sorted: (0,1)(0,2)(1,2)(1,3) give 1/3; as they stand (1,2)(1,1)(0,3)(0,2) give -1/3
    assert formulas.discriminative_efficiency(HALF, [2, 1, 3, 2]) == -100
    assert formulas.discriminative_efficiency(HALF, OTHER) == 0


def test_two_items_that_weigh_the_same_weigh_half():
    totals = [2, 1, 1, 0]
    assert formulas.effective_weights([HALF, OTHER], totals) == [50, 50]


def test_an_item_that_weighs_four_times_in_covariance_weighs_twice():
    # covariances with the totals: 10 and 2.5; their roots are as 2 to 1
    weights = formulas.effective_weights([[4, 0], [1, 0]], [5, 0])
    assert near(weights[0], "66.6666666667")
    assert near(weights[1], "33.3333333333")


def test_an_item_that_pulls_the_other_way_has_no_weight_to_tell():
    # A = [3, 0], B = [0, 1], totals [3, 1]: covariances 3 and -1
    assert formulas.effective_weights([[3, 0], [0, 1]], [3, 1]) == [100, None]


def test_an_item_that_all_have_right_has_no_weight_to_tell():
    assert formulas.effective_weights([[1, 0], [1, 1]], [2, 1]) == [100, None]


def test_an_item_that_has_nothing_to_do_with_the_totals_weighs_nothing():
    assert formulas.effective_weights([HALF, OTHER], [2, 2, 0, 0]) == [100, 0]  # uncorrelated: that is known


@pytest.mark.parametrize(
    ("columns", "totals", "expected"),
    [
        ([HALF, HALF], [2, 2, 0, 0], 100),  # 2·(1 − (2/3)/(4/3))
        ([HALF, OTHER], [2, 1, 1, 0], 0),  # 2·(1 − (2/3)/(2/3)): known to be nothing
        ([[3, 0], [0, 1]], [3, 1], -300),  # 2·(1 − 5/2)
        ([HALF, HALF, HALF], [3, 3, 0, 0], 100),  # 3/2·(1 − 1/3)
    ],
)
def test_alpha_worked_out_by_hand(columns, totals, expected):
    assert formulas.internal_consistency(columns, totals) == expected


@pytest.mark.parametrize(("consistency", "expected"), [(100, 0), (0, 100), (-300, 200), (75, 50), (64, 60)])
def test_error_ratio_is_what_alpha_leaves_to_chance(consistency, expected):
    assert formulas.error_ratio(Decimal(consistency)) == expected


def test_standard_error_is_that_part_of_the_deviation():
    assert formulas.standard_error(Decimal(50), Decimal(12)) == 6


UNAVAILABLE = [
    lambda: formulas.facility([], 1),
    lambda: formulas.facility([1], 0),
    lambda: formulas.standard_deviation([], 1),
    lambda: formulas.standard_deviation([1], 1),
    lambda: formulas.discrimination_index([1], [2]),
    lambda: formulas.discrimination_index([1, 1], [1, 2]),
    lambda: formulas.discrimination_index([1, 0], [2, 2]),
    lambda: formulas.discriminative_efficiency([1, 1], [1, 2]),
    lambda: formulas.discriminative_efficiency([], []),
    lambda: formulas.internal_consistency([[1, 0]], [1, 0]),
    lambda: formulas.internal_consistency([[1, 0], [0, 1]], [1, 1]),
    lambda: formulas.internal_consistency([[1], [1]], [2]),
    lambda: formulas.error_ratio(None),
    lambda: formulas.error_ratio(Decimal("100.1")),
    lambda: formulas.standard_error(None, Decimal(1)),
    lambda: formulas.standard_error(Decimal(1), None),
]


@pytest.mark.parametrize("figure", UNAVAILABLE)
def test_what_cannot_be_known_is_not_available(figure):
    assert figure() is None


def test_one_attempt_gives_no_weights():
    assert formulas.effective_weights([[1], [0]], [1]) == [None, None]
    assert formulas.effective_weights([[1, 1], [0, 0]], [1, 1]) == [None, None]
    assert formulas.effective_weights([], []) == []


def test_marks_that_do_not_pair_up_are_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="zip"):
        formulas.covariance([1, 2], [1])
