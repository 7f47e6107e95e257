"""Who has codes, and whether one is right.

django-otp keeps and checks them. A site that has not installed it offers no codes, and then
nothing here asks for its tables.
"""

from django.apps import apps
from django.db import transaction

from people.pins import read_pin

RECOVERY_CODES = 8


def is_ready() -> bool:
    return apps.is_installed("django_otp.plugins.otp_totp") and apps.is_installed(
        "django_otp.plugins.otp_static"
    )


def telephones(person):
    """Return the apps that make codes for a person, confirmed or not."""
    return apps.get_model("otp_totp", "TOTPDevice").objects.filter(user=person)


def sheets(person):
    """Return what holds the recovery codes of a person."""
    return apps.get_model("otp_static", "StaticDevice").objects.filter(user=person)


def has_codes(person) -> bool:
    """Say whether somebody is asked for a code after their password. Runs a query."""
    return is_ready() and telephones(person).filter(confirmed=True).exists()


@transaction.atomic
def begin(person):
    """Return a new telephone of somebody, to be confirmed by its first code."""
    telephones(person).filter(confirmed=False).delete()
    return telephones(person).create(user=person, name="telephone", confirmed=False)


def waiting(person):
    """Return the telephone that is still to be confirmed, or None."""
    return telephones(person).filter(confirmed=False).first()


@transaction.atomic
def confirm(person, typed: str) -> list[str]:
    """Ask for codes from now on if this is the first one; return the recovery codes, which are told once."""
    telephone = telephones(person).filter(confirmed=False).select_for_update().first()
    if telephone is None or not telephone.verify_token(read_pin(typed)):
        return []
    telephones(person).filter(confirmed=True).delete()
    telephone.confirmed = True
    telephone.save(update_fields=["confirmed"])
    return _recovery_codes(person)


def _recovery_codes(person):
    sheets(person).delete()
    sheet = sheets(person).create(user=person, name="recovery", confirmed=True)
    codes = [sheet.token_set.model.random_token() for _number in range(RECOVERY_CODES)]
    for code in codes:
        sheet.token_set.create(token=code)
    return codes


@transaction.atomic
def is_right(person, typed: str) -> bool:
    """Say whether this is a person's code of the moment or one of their recovery codes. Each is good once."""
    code = read_pin(typed)
    devices = telephones(person) if code.isdecimal() else sheets(person)
    device = devices.filter(confirmed=True).select_for_update().first()
    return device is not None and device.verify_token(code.strip().casefold())


@transaction.atomic
def switch_off(person) -> None:
    """Ask for no codes any more; safe to call twice."""
    telephones(person).delete()
    sheets(person).delete()
