"""What the search looks into: one row for each course, lesson and test that is published."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class SearchEntry(models.Model):
    """A published page as the search knows it. Made anew when the page is published; no question is in it.

    `title_words` and `text_words` are folded words with a space before each and one at the end, so that
    " сова" finds every word that begins so, in SQLite as in PostgreSQL. Those of the title include the words
    of the address. `text` is for people to read.
    """

    class Kind(models.TextChoices):
        COURSE = "course", _("Course")
        LESSON = "lesson", _("Lesson")
        TEST = "test", _("Test")

    page = models.OneToOneField(Page, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    course_key = models.UUIDField(null=True, db_index=True)
    title_words = models.TextField()
    text_words = models.TextField(blank=True)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self):
        return f"{self.kind} {self.page_id}"
