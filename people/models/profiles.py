from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class LearnerProfile(models.Model):
    """What the school knows about a person, beside whatever user model the site has."""

    class Sex(models.TextChoices):
        FEMALE = "female", _("Woman or girl")
        MALE = "male", _("Man or boy")
        UNSAID = "unsaid", _("I would rather not say")

    class Status(models.TextChoices):
        PUPIL = "pupil", _("I go to school")
        STUDENT = "student", _("I study at a college or university")
        WORKING = "working", _("I work")
        LOOKING = "looking", _("I look for work")
        HOME = "home", _("I look after my home and family")
        PENSIONER = "pensioner", _("I am a pensioner")
        OTHER = "other", _("Something else")
        UNSAID = "unsaid", _("I would rather not say")

    class Disability(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")
        UNSAID = "unsaid", _("I would rather not say")

    learner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="learner_profile",
        verbose_name=_("learner"),
    )
    call_name = models.CharField(_("How shall we call you?"), max_length=80, blank=True)
    # In one piece, for no two people have the same parts of a name: a patronymic is never asked for.
    full_name = models.CharField(_("Your name in full"), max_length=120, blank=True)
    # No choices here: they are the site's, and would ask every site for a migration of its own.
    language = models.CharField(_("Language"), max_length=10, blank=True)
    # Likewise: who reads (child, elder, parent, other) is a matter of the lessons. Empty until they say.
    reader = models.CharField(_("Who is reading"), max_length=16, blank=True)
    text_size = models.CharField(_("Text size"), max_length=10, blank=True)  # these two: see people.looks
    contrast = models.CharField(_("Contrast"), max_length=10, blank=True)
    sign = models.CharField(_("Picture beside the name"), max_length=16, blank=True)  # one of people.signs
    place = models.ForeignKey(
        "lifelong_people.Place",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("place"),
    )
    # Asked once, for reports that name nobody (people.about); empty until somebody has answered.
    birth_year = models.PositiveSmallIntegerField(_("Year of birth"), null=True, blank=True)
    # Typed by nobody but the person: good enough for counts, and proves nobody an adult (people.consents).
    is_year_unchecked = models.BooleanField(default=False, editable=False)
    sex = models.CharField(_("Your sex"), max_length=10, choices=Sex, blank=True)
    status = models.CharField(_("What you do"), max_length=10, choices=Status, blank=True)
    disability = models.CharField(
        _("Do you have a disability?"), max_length=10, choices=Disability, blank=True
    )
    # What is left of somebody who was erased: an account without a person, for the counts alone.
    is_nobody = models.BooleanField(default=False, editable=False, db_index=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    class Meta:
        verbose_name = _("learner profile")
        verbose_name_plural = _("learner profiles")

    def __str__(self):
        return self.call_name or self.learner.get_username()

    @classmethod
    def of(cls, learner) -> "LearnerProfile":
        """Return the profile of `learner`, making an empty one the first time."""
        profile = cls.seen_with(learner)
        return profile or cls.objects.get_or_create(learner=learner)[0]

    @classmethod
    def seen_with(cls, learner) -> "LearnerProfile | None":
        """Return the profile of `learner` or None; runs no query after `LearnerBackend.get_user`."""
        return getattr(learner, "learner_profile", None)


def name_of(learner) -> str:
    """Return how a person wants to be called, or the best that the user model knows."""
    profile = LearnerProfile.seen_with(learner)
    if profile and profile.is_nobody:
        return gettext("Erased")
    short_name = getattr(learner, "get_short_name", str)
    return (profile and profile.call_name) or short_name() or learner.get_username()


def language_of(learner) -> str:
    """Return the language a person asked for, or "" if they did not or the site has it no more."""
    profile = LearnerProfile.seen_with(learner)
    language = profile.language if profile else ""
    return language if language in dict(settings.LANGUAGES) else ""
