"""What a person marks: answers as they were handed in, and what was said to each. Rows are added, never rewritten."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .attempts import Response
from .versions import ItemVersion


class SubmissionQuerySet(models.QuerySet):
    def waiting(self):
        """Those that somebody has to look at, the longest waiting first."""
        return self.filter(is_waiting=True).order_by("handed_in_at", "pk")

    def judged(self):
        """Those to which somebody has said something, the last said first; with `said_at` and `said_fraction`."""
        said = Judgement.objects.filter(submission=models.OuterRef("pk")).order_by("-number")
        found = self.filter(is_waiting=False).annotate(
            said_at=models.Subquery(said.values("judged_at")[:1]),
            said_fraction=models.Subquery(said.values("fraction")[:1]),
        )
        return found.filter(said_at__isnull=False).order_by("-said_at", "-pk")

    def given_back(self):
        """Those that wait for their learners to improve them."""
        return self.judged().filter(said_fraction=None)

    def marked(self):
        return self.judged().exclude(said_fraction=None)

    def latest(self):
        """The one of each response that counts now."""
        newer = Submission.objects.filter(response=models.OuterRef("response"), pk__gt=models.OuterRef("pk"))
        return self.filter(~models.Exists(newer))

    def with_judgement(self):
        """Add what was said to each, in the same query: a row for each judgement, the latest of a submission last."""
        said = models.FilteredRelation("judgements")
        # Where nothing was said, Django sets no `said`; `is_joined` tells that it was looked for.
        found = self.annotate(said=said, is_joined=models.Value(True)).select_related("said")
        return found.order_by("pk", "said__number")


class Submission(models.Model):
    """An answer as it was handed in for a person's mark. A response may be handed in again and again.

    It waits until somebody has judged it or the learner has handed in a newer one.
    """

    response = models.ForeignKey(Response, models.CASCADE, related_name="submissions")
    page_key = models.UUIDField()
    item_version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+")
    answer = models.JSONField()
    language = models.CharField(max_length=16)
    handed_in_at = models.DateTimeField(default=timezone.now)
    is_waiting = models.BooleanField(default=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["handed_in_at", "page_key"],
                condition=models.Q(is_waiting=True),
                name="lifelong_submissions_waiting",
            )
        ]

    def __str__(self):
        return f"{self.response} handed in {self.handed_in_at:%Y-%m-%d %H:%M}"

    def holds(self, response):
        """Tell whether this is the answer that `response` holds now, to the very same question."""
        return self.answer == response.answer and self.item_version_id == response.item_version_id

    @property
    def judgement(self):
        """What was said to it last, or None. For many use `with_judgement` or prefetch `judgements`."""
        if hasattr(self, "is_joined"):
            return getattr(self, "said", None)
        return max(self.judgements.all(), key=lambda judgement: judgement.number, default=None)


class Judgement(models.Model):
    """What somebody said to a submission: a mark, or with `fraction` None "not yet, please improve".

    `levels` is {criterion id: level id} of the item's rubric. Judging again adds another `number`:
    of two people who judge at once, the second finds the number taken.
    """

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="judgements")
    number = models.PositiveSmallIntegerField()
    fraction = models.DecimalField(max_digits=9, decimal_places=8, null=True, blank=True)
    levels = models.JSONField(default=dict)
    comment = models.TextField(blank=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="lifelong_judgements"
    )
    judged_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "number"], name="lifelong_one_judgement_at_a_time")
        ]

    def __str__(self):
        return f"{self.submission}, judged {self.judged_at:%Y-%m-%d %H:%M}"

    @property
    def is_returned(self):
        return self.fraction is None
