"""Two accounts of one person become one: what was learnt with both is theirs, and the other login is no more.

Moving is the rule: every row of any app that points at the account which goes then points at the one that stays. Where
both have what there can be but once, such as a photo, that of the account which stays is kept; apps that would lose
something by that bring their rows together first, under the hook `lifelong_before_merging`.
"""

from functools import partial

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django_otp.models import Device
from wagtail import hooks
from wagtail.models import ModelLogEntry

from people import locks
from people.models import LearnerProfile, SignInSecret

from .erasing import end_sessions, files_that_go
from .naming import names_of, remember

BLANKS = ("full_name", "place", "birth_year", "sex", "status", "disability")


@transaction.atomic
def merge(gone, kept):
    """Give all that is kept of `gone` to `kept`, and delete the account. How one signs in to it goes with it."""
    login, pk = gone.get_username(), gone.pk
    for bring_together in hooks.get_hooks("lifelong_before_merging"):
        bring_together(gone, kept)
    remember(kept.pk, names_of(gone) - names_of(kept))
    _fill_blanks(gone, kept)
    for model, field in _pointers():
        _move(model, field, gone, kept)
    _move_the_log(pk, kept)
    locks.unlock(login)
    files = files_that_go(gone)
    gone.delete()
    transaction.on_commit(partial(_finish, pk, files))


def _pointers():
    """Yield (model, field) of whatever points at an account, but for what lets somebody in or gives them rights."""
    User = get_user_model()
    never = {SignInSecret, User.groups.through, User.user_permissions.through}
    for relation in User._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and not relation.many_to_many:
            model = relation.related_model
            if model not in never and not issubclass(model, Device):
                yield model, relation.field.name


def _move(model, field, gone, kept):
    for pk in model._base_manager.filter(**{field: gone}).values_list("pk", flat=True):
        try:
            with transaction.atomic():
                model._base_manager.filter(pk=pk).update(**{field: kept})
        except IntegrityError:  # the account that stays has one already
            continue


def _fill_blanks(gone, kept):
    """Take from the other profile what this one does not say."""
    own, other = (LearnerProfile.objects.filter(learner=one).first() for one in (kept, gone))
    if own is None or other is None:
        return
    if not own.birth_year:
        own.is_year_unchecked = other.is_year_unchecked
    for name in BLANKS:
        if not getattr(own, name):
            setattr(own, name, getattr(other, name))
    own.save()


def _move_the_log(pk, kept):
    """What was done to the account that goes was done to this person."""
    kind = ContentType.objects.get_for_model(kept)
    ModelLogEntry.objects.filter(content_type=kind, object_id=str(pk)).update(object_id=str(kept.pk))


def _finish(pk, files):
    for storage, name in files:
        storage.delete(name)
    end_sessions(pk)
