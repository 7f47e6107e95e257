"""From several attempts to one grade. Plain values in and out."""

from decimal import Decimal

from .rules import Grading

NEAR = Decimal("1e-7")  # of the whole: by so little may a mark miss what it is compared with


def grade_of(percents, method):
    """Return the grade, 0 to 100, of finished attempts in the order they were made; None while there is none.

    A percentage is None while an answer waits for a person's mark: such an attempt has no part in an average
    and is not the best; where it is the one that counts, there is no grade yet. After Moodle's
    `quiz_calculate_best_grade`.
    """
    percents = list(percents)
    if method == Grading.FIRST:
        return percents[0] if percents else None
    if method == Grading.LAST:
        return percents[-1] if percents else None
    known = [percent for percent in percents if percent is not None]
    if not known:
        return None
    return sum(known) / len(known) if method == Grading.AVERAGE else max(known)


def have_passed(attempts):
    """Tell whether finished attempts, in their order, come to a pass. Where nothing has points, finishing is enough."""
    results = ((attempt.percent, attempt.rules) for attempt in attempts)
    return any(attempt.has_no_points for attempt in attempts) or has_passed(results)


def has_passed(results):
    """Tell whether the grade ever reached the pass mark: a test once passed is not taken away by another try.

    `results` are (percent, `Rules` it was made under) of the finished attempts, in their order.
    """
    percents = []
    for percent, rules in results:
        percents.append(percent)
        grade = grade_of(percents, rules.grading)
        if reaches(grade, rules.pass_mark):
            return True
    return False


def reaches(percent, pass_mark):
    """Tell whether a result is enough. Three thirds of a question, each kept to eight places, are one whole."""
    return percent is not None and percent >= pass_mark - 100 * NEAR
