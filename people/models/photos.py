from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from .families import Consent


class PhotoQuerySet(models.QuerySet):
    def agreed_to(self):
        """Leave those for which there is consent in force: no other is ever shown."""
        purpose = Consent.Purpose.PHOTO
        given = Consent.objects.in_force().filter(learner=OuterRef("learner"), purpose=purpose)
        return self.filter(Exists(given))

    def left_over(self):
        """Leave those that nobody agrees to any more: taken back, or run out."""
        return self.exclude(pk__in=self.model.objects.agreed_to().values("pk"))


class Photo(models.Model):
    """A small portrait for the door of the lab.

    Its bytes are in the table: then it has no address of its own, goes into each back-up with its person, and is gone
    in the moment in which its row is.
    """

    learner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lifelong_photo"
    )
    picture = models.BinaryField()  # a JPEG of `people.photos.portraits`
    added_at = models.DateTimeField(auto_now=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return str(self.learner)
