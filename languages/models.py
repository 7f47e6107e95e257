"""Which language a page was written in, and what was unpublished together with its source."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Revision


class SourceLanguageQuerySet(models.QuerySet):
    """Questions about many pages at once."""

    def languages(self, keys):
        """Return {translation key: language code} for the keys that are recorded; runs one query."""
        rows = self.filter(translation_key__in=keys)
        return dict(rows.values_list("translation_key", "locale__language_code"))


class SourceLanguage(models.Model):
    """The one language that a page was first written in; its structure leads all translations.

    Recorded once, when the first page with a translation key is made, and changed only by
    `manage.py set_source_language`.
    """

    translation_key = models.UUIDField(_("translation key"), unique=True, editable=False)
    locale = models.ForeignKey(Locale, models.PROTECT, related_name="+", verbose_name=_("language"))

    objects = SourceLanguageQuerySet.as_manager()

    class Meta:
        verbose_name = _("source language")
        verbose_name_plural = _("source languages")

    def __str__(self):
        return f"{self.translation_key}: {self.locale.language_code}"


class UnpublishedWithSource(models.Model):
    """A translation that went off line because its source did, and comes back with it.

    What somebody unpublished by hand has no such row and stays unpublished.
    """

    page = models.OneToOneField(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    revision = models.ForeignKey(
        Revision, models.SET_NULL, null=True, related_name="+", verbose_name=_("what was live")
    )

    class Meta:
        verbose_name = _("page unpublished with its source")
        verbose_name_plural = _("pages unpublished with their source")

    def __str__(self):
        return str(self.page)


class Review(models.Model):
    """A native editor has read a page in this language, and found it good. There is one for each page, the last.

    `name` is kept for the day when the account is gone.
    """

    translation_key = models.UUIDField(_("translation key"), editable=False)
    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+", verbose_name=_("language"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("reviewed by")
    )
    name = models.CharField(_("name"), max_length=255)
    at = models.DateTimeField(_("reviewed at"), auto_now=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name="lifelong_one_review_of_a_page"
            )
        ]

    def __str__(self):
        return f"{self.translation_key}: {self.name}"


def source_of(page):
    """Return the page in the language it was first written in, live or draft.

    Falls back to the page itself where that page is gone. Has the class of the page given; runs one query.
    """
    versions = type(page)._default_manager.filter(translation_key=page.translation_key)
    return versions.filter(_in_source_language()).first() or page


def sources_of(keys):
    """Return {translation key: source page} for the keys whose source page exists; runs one query."""
    pages = Page.objects.filter(_in_source_language(), translation_key__in=keys)
    return {page.translation_key: page for page in pages}


def is_source(page):
    """Say whether the page leads its translations; runs one query.

    A translation whose source page is gone leads nothing until `set_source_language` makes it the source.
    """
    recorded = SourceLanguage.objects.filter(translation_key=page.translation_key).first()
    return recorded is None or recorded.locale_id == page.locale_id


def record_source_language(page):
    """Remember the language in which this page's key was first used; safe to call twice."""
    if SourceLanguage.objects.filter(translation_key=page.translation_key).exists():
        return
    first = Page.objects.filter(translation_key=page.translation_key, alias_of=None).order_by("pk").first()
    if first:
        SourceLanguage.objects.get_or_create(
            translation_key=page.translation_key, defaults={"locale_id": first.locale_id}
        )


def _in_source_language():
    return Exists(
        SourceLanguage.objects.filter(
            translation_key=OuterRef("translation_key"), locale_id=OuterRef("locale_id")
        )
    )
