"""Somebody gets another name: erasing them must find the one before, too."""

from django.conf import settings
from django.db.models.signals import pre_save
from django.dispatch import receiver

from .models import LearnerProfile
from .own_data.naming import names_in_account, names_in_profile, remember

OFTEN_WRITTEN = {"last_login", "password"}  # by each sign-in, which is no time for a query more


@receiver(pre_save, sender=settings.AUTH_USER_MODEL)
def remember_the_login_before(sender, instance, update_fields, **kwargs):
    if update_fields is None or not OFTEN_WRITTEN.issuperset(update_fields):
        _remember(instance.pk, instance, names_in_account)


@receiver(pre_save, sender=LearnerProfile)
def remember_the_name_before(sender, instance, update_fields, **kwargs):
    if update_fields is None or {"call_name", "full_name"} & set(update_fields):
        _remember(instance.learner_id, instance, names_in_profile)


def _remember(learner, instance, names_in):
    kept = type(instance)._base_manager.filter(pk=instance.pk)
    before = None if instance._state.adding else kept.first()
    if before:
        remember(learner, names_in(before) - names_in(instance))
