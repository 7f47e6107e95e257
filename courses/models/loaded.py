"""What the course files last put into the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedContent(models.Model):
    """The digest of one page or one translated sentence as `manage.py content load` last wrote it.

    Where the site holds something else by now, a teacher has changed it. `key` is the page's
    translation key; for a sentence, language, path and number follow it.
    """

    key = models.CharField(_("key"), max_length=255, unique=True)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("loaded content")
        verbose_name_plural = _("loaded content")

    def __str__(self):
        return self.key
