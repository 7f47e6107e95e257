"""The stamp: one number that changes whenever something that learners share on screen changes."""

from django.db import models


class Stamp(models.Model):
    """A single row, raised inside the transaction that changes a page, a picture, a site or the like.

    A remembered page or rendered body carries the number it was made under and is worth nothing under another.
    """

    value = models.BigIntegerField(default=0)

    def __str__(self):
        return str(self.value)

    @classmethod
    def bump(cls):
        """Raise the number. Runs one query; two on the very first call."""
        if not cls.objects.filter(pk=1).update(value=models.F("value") + 1):
            cls.objects.get_or_create(pk=1, defaults={"value": 1})
