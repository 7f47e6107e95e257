"""What Django says to people in forms is said in Kazakh too."""

import pytest
from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.timesince import timesince
from django.utils.timezone import now, timedelta

KAZAKH = set("әғқңөұүһі")


@pytest.fixture(autouse=True)
def kazakh():
    with translation.override("kk"):
        yield


class Form(forms.Form):
    """One field of each kind that our pages ask for."""

    text = forms.CharField(max_length=3)
    number = forms.IntegerField(max_value=3)
    price = forms.DecimalField(max_digits=3, decimal_places=1)
    day = forms.DateField()
    mail = forms.EmailField()
    address = forms.URLField(assume_scheme="https")
    choice = forms.ChoiceField(choices=[("a", "a")])
    file = forms.FileField()


def messages(form):
    return [message for field in form.errors.values() for message in field]


def is_kazakh(message):
    return bool(KAZAKH & set(message.lower())) and "nter" not in message


@pytest.mark.parametrize("typed", ["", "слишком"])
def test_every_complaint_of_a_form_is_kazakh(typed):
    complaints = messages(Form(dict.fromkeys(Form.base_fields, typed)))
    assert len(complaints) == len(Form.base_fields)
    assert not [complaint for complaint in complaints if not is_kazakh(complaint)]


@pytest.mark.parametrize("password", ["12345", "password", "1234567890"])
def test_every_complaint_about_a_password_is_kazakh(password):
    with pytest.raises(ValidationError) as refused:
        password_validation.validate_password(password)
    assert all(is_kazakh(message) for message in refused.value.messages)


def test_the_advice_on_passwords_is_kazakh():
    assert all(is_kazakh(text) for text in password_validation.password_validators_help_texts())


def test_a_failed_sign_in_is_explained_in_kazakh():
    login, inactive = AuthenticationForm.error_messages.values()
    assert is_kazakh(str(login))
    assert is_kazakh(str(inactive))
    assert is_kazakh(str(SetPasswordForm.error_messages["password_mismatch"]))


def test_time_passed_is_counted_in_kazakh():
    assert timesince(now() - timedelta(days=3, hours=2)) == "3\xa0күн, 2\xa0сағат"
