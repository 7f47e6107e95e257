"""What somebody sent while they were signed out."""

from django.db import models
from django.utils import timezone


class KeptForm(models.Model):
    """A form that arrived without anybody being signed in, kept until its learner is.

    `alias` says whom the page was made for, `browser` is a secret that the browser has in a cookie; only both
    together open it. `posted` is {field: [values]}, `language` the one the page was in.
    """

    browser = models.CharField(max_length=64)
    alias = models.CharField(max_length=32, db_index=True)
    page_key = models.UUIDField()
    address = models.TextField()
    language = models.CharField(max_length=16)
    posted = models.JSONField()
    had_files = models.BooleanField(default=False)
    kept_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self):
        return f"{self.address} {self.kept_at:%Y-%m-%d %H:%M}"
