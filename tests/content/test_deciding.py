"""The rule that keeps teachers' changes, by itself."""

import pytest

from courses.loading.deciding import Outcome, decide


@pytest.mark.parametrize(
    ("wanted", "shown", "remembered", "outcome"),
    [
        ("new", None, None, Outcome.CREATED),
        ("same", "same", "same", Outcome.UNCHANGED),
        ("new", "old", "old", Outcome.UPDATED),
        ("new", "a teacher's", "old", Outcome.KEPT),
        ("old", "a teacher's", "old", Outcome.KEPT),
        ("new", None, "old", Outcome.KEPT),  # a teacher deleted it
        ("new", "a teacher's", None, Outcome.KEPT),  # it was there before the files were
        ("new", "new", "old", Outcome.UNCHANGED),  # a teacher made the same correction
    ],
)
def test_what_a_teacher_changed_is_kept(wanted, shown, remembered, outcome):
    assert decide(wanted, shown, remembered) == outcome


@pytest.mark.parametrize(("shown", "outcome"), [("a teacher's", Outcome.UPDATED), (None, Outcome.CREATED)])
def test_overwriting_replaces_what_a_teacher_changed(shown, outcome):
    assert decide("new", shown, "old", overwrite=True) == outcome
