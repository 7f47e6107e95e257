"""What is recorded of a learner in a lesson."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class LessonRecordQuerySet(models.QuerySet):
    def by(self, learner):
        return self.filter(learner=learner)

    def completed(self):
        return self.filter(completed_at__isnull=False)


class LessonRecord(models.Model):
    """One learner in one lesson, in whatever languages they read it.

    A completion, once earned, is never taken away; `why` says by which rule it was earned.
    """

    class Why(models.TextChoices):
        ANSWERED = "answered"
        READ = "read"

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="lifelong_lesson_records"
    )
    lesson_key = models.UUIDField()
    first_opened_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)
    completed_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=16, choices=Why.choices, blank=True)

    objects = LessonRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner", "lesson_key"], name="lifelong_one_lesson_record")
        ]

    def __str__(self):
        return f"{self.learner_id} {self.lesson_key}"

    @property
    def is_completed(self):
        return self.completed_at is not None


class ActivityRecord(models.Model):
    """One activity of a lesson that a learner did; which, says the id of its block, the same in all languages.

    `result` is what the activity told about the way there, such as {"mistakes": 3}. It comes from the
    browser and is no mark.
    """

    record = models.ForeignKey(LessonRecord, models.CASCADE, related_name="activities")
    block_id = models.CharField(max_length=64)
    done_at = models.DateTimeField(default=timezone.now)
    result = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "block_id"], name="lifelong_one_activity_record")
        ]

    def __str__(self):
        return f"{self.record_id} {self.block_id}"
