"""The settings of a test in the editor: few of them in view, the others folded, with defaults that do."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from quizzes.reviewing import waits_for_the_close
from quizzes.rules import NAMES, AtTheEnd, Grading, Mode, Penalty, Release, Retake, ReviewPreset

MOST_MINUTES = 60 * 24 * 366


def minutes_field(name, help_text):
    return models.PositiveIntegerField(
        name, default=0, validators=[MaxValueValidator(MOST_MINUTES)], help_text=help_text
    )


def release_field(name, default):
    return models.CharField(name, max_length=8, choices=Release, default=default)


class QuizRules(models.Model):
    """What a test is taken under. The page's source language has the say, in every language the same."""

    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark, %"), default=80, validators=[MaxValueValidator(100)]
    )
    mode = models.CharField(_("when learners are told"), max_length=8, choices=Mode, default=Mode.TEST)
    penalty = models.CharField(
        _("a wrong try costs"),
        max_length=4,
        choices=Penalty,
        default=Penalty.THIRD,
        help_text=_("Where answers can be checked, a question with two hints can be tried three times."),
    )
    shuffle_items = models.BooleanField(_("questions in another order in each attempt"), default=False)
    shuffle_options = models.BooleanField(
        _("options in another order in each attempt"),
        default=False,
        help_text=_("Options that belong at the end stay there."),
    )
    attempt_limit = models.PositiveSmallIntegerField(
        _("attempts"),
        default=0,
        validators=[MaxValueValidator(1000)],
        help_text=_("How often a learner may take the test. 0: as often as they like."),
    )
    retake = models.CharField(_("another attempt asks"), max_length=5, choices=Retake, default=Retake.ALL)
    time_limit = minutes_field(
        _("time limit, minutes"),
        _("The clock starts with the attempt and goes on when the learner leaves the page. 0: no limit."),
    )
    review = models.CharField(
        _("what learners see afterwards"), max_length=8, choices=ReviewPreset, default=ReviewPreset.TEST
    )
    closes_at = models.DateTimeField(
        _("closes"),
        null=True,
        blank=True,
        help_text=_("From then on nobody can begin, and whoever is answering is out of time. Empty: never."),
    )
    opens_at = models.DateTimeField(
        _("opens"), null=True, blank=True, help_text=_("Before that nobody can begin. Empty: open at once.")
    )
    at_the_end = models.CharField(
        _("when the time is up"), max_length=8, choices=AtTheEnd, default=AtTheEnd.SUBMIT
    )
    grace = minutes_field(
        _("time to hand in, minutes"),
        _("How long it can still be handed in after the time is up, where you chose that above."),
    )
    show_marks = release_field(_("results and marks"), Release.AT_ONCE)
    show_reasons = release_field(_("reasons"), Release.AT_ONCE)
    show_answers = release_field(_("right answers"), Release.LATER)
    grading = models.CharField(
        _("which attempt counts"), max_length=8, choices=Grading, default=Grading.HIGHEST
    )
    pause_after_first = minutes_field(
        _("pause after the first attempt, minutes"),
        _("Time to read up before the second attempt. 60 is an hour, 1440 a day; 0: no pause."),
    )
    pause_after_later = minutes_field(
        _("pause after later attempts, minutes"), _("The same before the third attempt and every other one.")
    )
    decimals = models.PositiveSmallIntegerField(
        _("decimal places"),
        default=0,
        validators=[MaxValueValidator(4)],
        help_text=_("How exactly results are shown. They are always reckoned exactly."),
    )

    rule_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("pass_mark"), FieldPanel("attempt_limit")]),
                FieldPanel("time_limit"),
                FieldPanel("mode"),
                FieldPanel("review"),
            ],
            heading=_("The test"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldRowPanel([FieldPanel("at_the_end"), FieldPanel("grace")]),
                FieldRowPanel(
                    [FieldPanel("show_marks"), FieldPanel("show_reasons"), FieldPanel("show_answers")],
                    heading=_("When learners see it, where you chose the table above"),
                ),
                FieldRowPanel([FieldPanel("retake"), FieldPanel("grading")]),
                FieldRowPanel([FieldPanel("pause_after_first"), FieldPanel("pause_after_later")]),
                FieldPanel("penalty"),
                FieldRowPanel([FieldPanel("shuffle_items"), FieldPanel("shuffle_options")]),
                FieldPanel("decimals"),
            ],
            heading=_("More settings of the test"),
            classname="collapsed",
        ),
    ]
    rule_fields = [SynchronizedField(name, overridable=False) for name in NAMES]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.at_the_end == AtTheEnd.GRACE and not self.grace:
            raise ValidationError({"grace": _("Say how many minutes there are to hand in.")})
        if not self.closes_at and waits_for_the_close(self):
            raise ValidationError(
                {"closes_at": _("Say when the test closes: until then learners would not see everything.")}
            )
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("The test would close before it opens.")})
