"""What learners do: attempts, the answers in them, and everything they answered before."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from quizzes.grading import reaches
from quizzes.rules import Rules

from .versions import ItemVersion, PublishedQuiz, QuizVersion

STOPPED = models.Q(finished_at=None, stopped_at__isnull=False, resumed_at=None)


class AttemptQuerySet(models.QuerySet):
    def by(self, learner):
        return self.filter(learner=learner)

    def on(self, page_key):
        return self.filter(page_key=page_key)

    def open(self):
        return self.filter(finished_at=None)

    def finished(self):
        """Those that count: whatever ended, but for what was abandoned."""
        return self.filter(finished_at__isnull=False).exclude(ending=Attempt.Ending.ABANDONED)

    def tests(self):
        return self.filter(mode=Attempt.Mode.TEST)

    def with_what_is_published(self):
        """Add what a page needs to know of its test now, so that it need not ask: see `quizzes.papers`.

        `published_id` is the version a new attempt gets, `wordings` how many wordings its questions have.
        """
        of_page = {"page_key": models.OuterRef("page_key")}
        published = PublishedQuiz.objects.filter(**of_page).values("version_id")
        versions = ItemVersion.objects.filter(**of_page).order_by().values("page_key")
        wordings = versions.annotate(count=models.Count("wordings")).values("count")
        return self.annotate(published_id=models.Subquery(published), wordings=models.Subquery(wordings))

    def with_published_settings(self):
        """Add the settings that a new attempt on the page is taken under, as `published_settings`."""
        published = PublishedQuiz.objects.filter(page_key=models.OuterRef("page_key"))
        return self.annotate(published_settings=models.Subquery(published.values("version__settings")))

    def out_of_time(self, now):
        """Open ones whose time is up. Some of them may still be handed in."""
        return self.open().filter(ends_at__lt=now).exclude(STOPPED)

    def stopped(self):
        """Those whose clocks stand still until their learners go on."""
        return self.filter(STOPPED)


class Attempt(models.Model):
    """One learner's go at the questions of one page, whatever language they read it in.

    A test is finished and then stands; the practice attempt of a lesson stays open. `ends_at` is when its
    time is up, None where there is no limit. `finished_at` is when it ended, in the way that `ending` says;
    `total` and `maximum` are points, set then; `total` stays None while an answer waits for a person's mark,
    and of what was abandoned both do. `drawn` are the ids of its items, None for all of the version;
    `carried` those that were right in the attempt before and are not asked again. An outage that is declared
    late opens it again: from `stopped_at` on its clock stands still, until its learner goes on at `resumed_at`.
    Which state an attempt is in: `quizzes.attempting`.
    """

    class Mode(models.TextChoices):
        PRACTICE = "practice"
        TEST = "test"

    class Ending(models.TextChoices):
        HANDED_IN = "handed-in"
        TIME_UP = "time-up"
        ABANDONED = "abandoned"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="lifelong_attempts")
    page_key = models.UUIDField(db_index=True)
    version = models.ForeignKey(QuizVersion, models.PROTECT, related_name="attempts")
    mode = models.CharField(max_length=8, choices=Mode.choices)
    seed = models.PositiveIntegerField(default=0)
    drawn = models.JSONField(null=True, blank=True)
    carried = models.JSONField(default=list, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    resumed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=9, choices=Ending, blank=True)
    # Exact: points have three places and a fraction of them eight.
    total = models.DecimalField(max_digits=17, decimal_places=11, null=True, blank=True)
    maximum = models.DecimalField(max_digits=17, decimal_places=11, null=True, blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "page_key"],
                condition=models.Q(finished_at=None),
                name="lifelong_one_open_attempt",
            )
        ]
        indexes = [
            models.Index(fields=["learner", "page_key", "finished_at"], name="lifelong_attempts_of_learner"),
            models.Index(
                fields=["ends_at"],
                condition=models.Q(finished_at=None, ends_at__isnull=False),
                name="lifelong_attempts_on_a_clock",
            ),
        ]

    def __str__(self):
        return str(self.id)

    @property
    def pairs(self):
        """[(item id, digest)] of everything that makes its total."""
        pairs = self.version.items
        return pairs if self.drawn is None else [pair for pair in pairs if pair[0] in self.drawn]

    @property
    def asked_pairs(self):
        """[(item id, digest)] of what the learner is asked."""
        return [pair for pair in self.pairs if pair[0] not in self.carried]

    @property
    def is_open(self):
        return self.finished_at is None

    @property
    def is_stopped(self):
        """Whether its clock stands still until its learner goes on."""
        return self.is_open and self.stopped_at is not None and self.resumed_at is None

    @property
    def stood_still(self):
        """The time in which its own clock stood still, beside the outages, as [(from, to)]."""
        return [(self.stopped_at, self.resumed_at)] if self.stopped_at and self.resumed_at else []

    @property
    def is_waiting(self):
        """Whether it is finished and has no total yet: an answer in it waits for a person's mark."""
        return self.finished_at is not None and self.total is None and not self.is_abandoned

    @property
    def is_abandoned(self):
        return self.ending == self.Ending.ABANDONED

    @property
    def percent(self):
        """The share of the points that was earned, 0 to 100, or None while there is no total."""
        return self.percent_of(self.total)

    @property
    def has_no_points(self):
        """Whether it is finished and nothing in it is worth a point, so that there is no mark to reach."""
        return self.total is not None and self.maximum == 0

    @property
    def rules(self):
        """The `Rules` it is taken under: those of the version it was begun on."""
        return Rules.of(self.version.settings)

    @property
    def is_passed(self):
        return self.is_passed_with(self.total)

    def percent_of(self, total):
        """Return the share of the points that a total would be, 0 to 100, or None."""
        if total is None or not self.maximum:
            return None
        return 100 * total / self.maximum

    def is_passed_with(self, total):
        """Tell whether the attempt is passed if `total` is what it earned."""
        return self.has_no_points or reaches(self.percent_of(total), self.rules.pass_mark)


class Response(models.Model):
    """The answer to one item of an attempt that counts now. What it replaced is in `earlier`.

    `answer` is the item type's own plain JSON, None when the learner took it back. `fraction` is None
    until the answer is checked, then between -1 and 1 of the item's points. `tries` are the wrong tries
    before this one: answers that were checked and then changed. `edited_at` is when the
    learner changed it, by the server's clock; `tab` and `sequence` order the saves of one browser tab;
    `key` names the save, so that a repeat is known.
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="responses")
    item_id = models.UUIDField()
    item_version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+")
    answer = models.JSONField(null=True)
    language = models.CharField(max_length=16)
    fraction = models.DecimalField(max_digits=9, decimal_places=8, null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    edited_at = models.DateTimeField()
    saved_at = models.DateTimeField(default=timezone.now)
    tab = models.CharField(max_length=32, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attempt", "item_id"], name="lifelong_one_response")]

    def __str__(self):
        return f"{self.attempt_id} {self.item_id}"

    @property
    def counts(self):
        """Whether a finished attempt's total looks at it: answered, or given full marks without an answer."""
        return self.answer is not None or self.fraction is not None


class EarlierAnswer(models.Model):
    """An answer that a later edit replaced, or that arrived after a later edit. Nothing is overwritten unseen."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="earlier")
    item_version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+")
    answer = models.JSONField(null=True)
    language = models.CharField(max_length=16)
    fraction = models.DecimalField(max_digits=9, decimal_places=8, null=True, blank=True)
    edited_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    key = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "key"], condition=~models.Q(key=""), name="lifelong_one_earlier_save"
            )
        ]

    def __str__(self):
        return f"{self.response} before {self.saved_at:%Y-%m-%d %H:%M}"
