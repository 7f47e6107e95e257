"""What this room does when pages are made, moved, published, unpublished and deleted."""

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import copy_for_translation_done, page_published, page_unpublished, post_page_move
from wagtail_localize.models import TranslationSource

from . import mirroring, translating
from .models import SourceLanguage, UnpublishedWithSource, is_source, record_source_language
from .notices import report


@receiver(post_save)
def record_first_language(instance, created, raw=False, **kwargs):
    """Remember the language of a page with a new translation key."""
    if created and not raw and isinstance(instance, Page) and not instance.alias_of_id:
        record_source_language(instance)


@receiver(copy_for_translation_done)
def fit_translation_into_tree(target_obj, **kwargs):
    """Give a new translation the place of its source."""
    if isinstance(target_obj, Page) and not mirroring.is_mirroring():
        mirroring.place_new(target_obj)


@receiver(post_page_move)
def follow_move(instance, **kwargs):
    """Move and reorder in every language what was moved or reordered in one."""
    if mirroring.is_mirroring():
        return
    chosen = mirroring.siblings_of(instance)
    mirroring.mirror_place(instance)
    if mirroring.siblings_of(instance) != chosen:
        report_put_back(instance)


def report_put_back(page):
    """Say why a page that somebody moved stands elsewhere now."""
    report(
        _(
            "“%(title)s” was put back: the order of pages here follows the language they were first written in."
        )
        % {"title": page.get_admin_display_title()}
    )


@receiver(page_published)
def follow_publishing(instance, **kwargs):
    """Publish and bring up to date with a source; hold a translation back until its source is published."""
    if mirroring.is_mirroring() or not instance.live:
        return
    UnpublishedWithSource.objects.filter(page_id=instance.pk).delete()
    if is_source(instance):
        mirroring.mirror_publishing(instance)
        translating.synchronise_after_commit(instance)
    else:
        mirroring.hold_back(instance)


@receiver(page_unpublished)
def follow_unpublishing(instance, **kwargs):
    """Unpublish with a source; remember that a translation was unpublished by hand."""
    if mirroring.is_mirroring():
        return
    UnpublishedWithSource.objects.filter(page_id=instance.pk).delete()
    if is_source(instance):
        mirroring.mirror_unpublishing(instance)


@receiver(pre_delete, sender=Page)
def follow_deletion(instance, **kwargs):
    """Unpublish the translations of a deleted source; they stay as drafts, for a person to keep or delete."""
    if is_source(instance):
        mirroring.mirror_unpublishing(instance, comes_back=False)


@receiver(post_delete, sender=Page)
def forget_language_of_deleted(instance, **kwargs):
    """Forget the source language of a page that is gone in every language."""
    if not Page.objects.filter(translation_key=instance.translation_key).exists():
        SourceLanguage.objects.filter(translation_key=instance.translation_key).delete()


@receiver(pre_save, sender=TranslationSource)
def guard_source_language(instance, raw=False, **kwargs):
    """Refuse to take the words of a page from two languages."""
    if not raw:
        translating.refuse_second_source(instance)
