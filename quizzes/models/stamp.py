"""The stamp: one number that changes whenever something that learners share on screen changes."""

import secrets

from django.db import models


class Stamp(models.Model):
    """A single row, renewed inside the transaction that changes a page, a picture, a site or the like.

    A remembered page or rendered body carries the number it was made under and is worth nothing under
    another. The number is drawn, not counted: after a restored back-up a counter would come by again.
    """

    value = models.BigIntegerField(default=0)

    def __str__(self):
        return str(self.value)

    @classmethod
    def renew(cls):
        """Draw another number. Runs one query; two on the very first call."""
        value = secrets.randbits(62)
        if not cls.objects.filter(pk=1).update(value=value):
            cls.objects.get_or_create(pk=1, defaults={"value": value})
