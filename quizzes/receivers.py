"""What the quiz engine does when pages and pictures change."""

from functools import cache, partial

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, post_page_move
from wagtail.snippets.models import get_snippet_models

from languages.models import source_of
from languages.notices import report

from .allowing import set_clocks_anew
from .freezing import freeze
from .kept_forms import forget_forms_of
from .models.allowances import Allowance, Outage
from .models.files import HandedInFile
from .models.pages import QuizMixin
from .models.stamp import Stamp
from .regrading.gifts import give_gifts
from .reopening import give_back
from .resuming import resume
from .signals import attempt_submitted

# What `Page.save_revision` writes for a draft: nobody who learns sees any of it.
DRAFT_FIELDS = {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"}


@receiver(page_published)
def freeze_what_is_asked(sender, instance, **kwargs):
    """Freeze a page's questions when it, or a translation of it, is published."""
    if isinstance(instance, QuizMixin):
        source = source_of(instance)
        if source.live:
            _, items = freeze(source.specific)
            if source.pk != instance.pk:
                _tell_faults(instance, items)


@receiver(user_logged_in)
def save_what_was_sent_meanwhile(sender, request, user, **kwargs):
    resume(request, user)


@receiver(pre_delete, sender=settings.AUTH_USER_MODEL)
def forget_what_was_sent_meanwhile(sender, instance, **kwargs):
    forget_forms_of(instance)


@receiver(attempt_submitted)
def give_what_everybody_has(sender, attempt, **kwargs):
    give_gifts(attempt)


def _tell_faults(translation, items):
    """Say to the editor what of a translation's words cannot be used, question by question."""
    language = translation.locale.language_code
    for number, item in enumerate(items, 1):
        for fault in item.type.find_faults(item, language):
            report(
                _("“%(title)s”, question %(number)s (%(language)s): %(fault)s")
                % {
                    "title": translation.get_admin_display_title(),
                    "number": number,
                    "language": translation.locale.get_display_name(),
                    "fault": fault,
                }
            )


@receiver(pre_save, sender=Allowance)
def remember_who_was_allowed_more(sender, instance, raw=False, **kwargs):
    instance.former = None if raw else Allowance.objects.filter(pk=instance.pk).first()


@receiver([post_save, post_delete], sender=Allowance)
def set_the_clocks_of_those_who_are_allowed_more(sender, instance, **kwargs):
    """A clock that is running takes what was allowed at once, also that of whom it was for before it was edited.

    Whoever is in a group is among all of the test.
    """
    allowances = filter(None, (instance, getattr(instance, "former", None)))
    for page_key, learner in {(one.page_key, one.learner_id) for one in allowances}:
        set_clocks_anew(page_key=page_key, **({"learner": learner} if learner else {}))


@receiver([post_save, post_delete], sender=Outage)
def set_the_clocks_that_stood_still(sender, instance, **kwargs):
    if instance.is_by_clock:  # it never happened, so nobody ran out of time in it
        set_clocks_anew(started_at__lte=instance.began_at, ends_at__gt=instance.began_at)
    else:
        give_back(instance)


@receiver(m2m_changed, sender=get_user_model().groups.through)
def set_the_clocks_of_those_who_join_a_group(sender, instance, action, reverse, pk_set, **kwargs):
    """Whoever joins a group in the middle of a test takes what it is allowed; who leaves keeps what they have."""
    if action == "post_add" and pk_set:
        learners = pk_set if reverse else {instance.pk}
        set_clocks_anew(never_sooner=True, learner__in=learners, ends_at__isnull=False)


@receiver(post_save)
def renew_the_stamp_after_saving(sender, update_fields=None, raw=False, **kwargs):
    if is_shared(sender) and not raw and not (update_fields and set(update_fields) <= DRAFT_FIELDS):
        Stamp.renew()


@receiver(post_delete)
def renew_the_stamp_after_deleting(sender, **kwargs):
    if is_shared(sender):
        Stamp.renew()


@receiver(post_page_move)
def renew_the_stamp_after_moving(sender, **kwargs):
    """A move rewrites paths by SQL; no page is saved."""
    Stamp.renew()


@receiver(post_delete, sender=HandedInFile)
def let_go_of_the_file(sender, instance, **kwargs):
    """Delete the bytes once it is certain that their row is gone, with the learner or alone."""
    transaction.on_commit(partial(instance.file.storage.delete, instance.file.name))


@cache
def is_shared(model):
    """Tell whether rows of `model` show on what learners share: pages, pictures, snippets, settings."""
    if model in (Allowance, Outage):  # snippets, but nothing that a shared page shows
        return False
    kinds = (Page, Site, Locale, PageViewRestriction, BaseGenericSetting, BaseSiteSetting)
    return issubclass(model, (*kinds, get_image_model(), get_document_model(), *get_snippet_models()))
