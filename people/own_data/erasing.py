"""Erasing a person: what counts goes on counting under nobody's name, and everything else is deleted.

Deleting is the rule and keeping the exception: the account is deleted, and with it whatever hangs on it in any app,
also in one that was written after this. What apps hand over to nobody first is all that stays.
"""

from functools import partial
from importlib import import_module

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import router, transaction
from django.db.models import FileField
from django.db.models.deletion import Collector
from wagtail import hooks
from wagtail.models import ModelLogEntry, PageLogEntry

from people import locks
from people.models import Erasure

from . import register
from .naming import forget_names
from .nobody import make_nobody


@transaction.atomic
def erase(person):
    """Erase a person and return the account of nobody that stays. Files and sessions go once it is certain."""
    digest, login, pk = register.digest_of(person), person.get_username(), person.pk
    nobody = make_nobody(person)
    for hand_over in hooks.get_hooks("lifelong_before_erasing"):
        hand_over(person, nobody)
    forget_names(person)
    gone = _whatever_goes(person)
    files = [(file.storage, file.name) for file in _files_of(gone)]
    _forget_the_log(person, gone)
    locks.unlock(login)
    Erasure.objects.get_or_create(digest=digest)
    person.delete()
    transaction.on_commit(partial(_finish, pk, files))
    return nobody


def _whatever_goes(person):
    """Return {model: rows} of what is deleted with the account, itself among them."""
    collector = Collector(using=router.db_for_write(type(person), instance=person))
    collector.collect([person])
    gone = {model: list(rows) for model, rows in collector.data.items()}
    for rows in collector.fast_deletes:
        gone.setdefault(rows.model, []).extend(rows)
    return gone


def files_that_go(person):
    """Return [(storage, name)] of the files that would lie about when the account is deleted."""
    return [(file.storage, file.name) for file in _files_of(_whatever_goes(person))]


def _files_of(gone):
    for model, rows in gone.items():
        names = [field.name for field in model._meta.concrete_fields if isinstance(field, FileField)]
        yield from (file for row in rows for name in names if (file := getattr(row, name)))


def _forget_the_log(person, gone):
    """Drop what Wagtail's log says of the person and of what goes with them. What they did stays, unsigned."""
    for model, rows in gone.items():
        kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
        about = [str(row.pk) for row in rows]
        ModelLogEntry.objects.filter(content_type=kind, object_id__in=about).delete()
    for log in (ModelLogEntry, PageLogEntry):
        log.objects.filter(user_id=person.pk).update(user_id=None)


def _finish(pk, files):
    for storage, name in files:
        storage.delete(name)
    end_sessions(pk)
    register.write_down()


def end_sessions(pk) -> int:
    """Sign somebody out everywhere. Reads every session, of which there are as many as people of a day."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    own = [
        row.session_key for row in Session.objects.all() if row.get_decoded().get("_auth_user_id") == str(pk)
    ]
    for key in own:
        store(key).delete()  # from the cache, too
    return len(own)
