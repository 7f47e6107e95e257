import pytest
from django.core.exceptions import ValidationError

from people.pins import check_pin, is_easily_guessed, make_pin, read_pin


@pytest.mark.parametrize("pin", ["4071", "8362", "5590"])
def test_four_digits_are_enough_at_a_lab_computer(pin):
    check_pin(pin, in_the_lab=True)


@pytest.mark.parametrize("pin", ["407193", "836294"])
def test_six_digits_are_asked_for_elsewhere(pin):
    check_pin(pin, in_the_lab=False)
    with pytest.raises(ValidationError):
        check_pin(pin[:4], in_the_lab=False)


@pytest.mark.parametrize(
    "pin",
    [
        *("123456", "654321", "000000", "121212", "123123", "112233", "050187", "870105"),
        *("1234", "7890", "4747", "5566", "1987", "2015", "0000", "0501", "1230"),
    ],
)
def test_a_run_a_repetition_a_year_or_a_date_is_refused_as_easily_guessed(pin):
    assert is_easily_guessed(pin)
    with pytest.raises(ValidationError, match="угадать"):
        check_pin(pin, in_the_lab=len(pin) == 4)


@pytest.mark.parametrize("pin", ["", "12", "40719", "abcd", "４０７１", "40 71", "-071"])
def test_what_is_no_pin_is_refused(pin):
    with pytest.raises(ValidationError):
        check_pin(pin, in_the_lab=True)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *[("4071", "4071"), ("40 71", "4071"), (" 4071\n", "4071"), ("", ""), ("secret", "secret")],
        *[('ңқ."', "4071"), ("ҢҚ71", "4071"), ("әі,үұ", "23689"), ("４０７１", "４０７１")],
    ],
)
def test_a_pin_typed_in_the_kazakh_layout_is_read_as_its_digits(typed, meant):
    assert read_pin(typed) == meant


@pytest.mark.parametrize("in_the_lab", [True, False])
def test_a_pin_made_by_chance_is_one_that_may_be_used(in_the_lab):
    for _time in range(50):
        check_pin(make_pin(in_the_lab=in_the_lab), in_the_lab=in_the_lab)
