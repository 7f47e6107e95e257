from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SignInSecret(models.Model):
    """The PIN or the three pictures of somebody who does not sign in with a password.

    Only a digest is kept: see `people.sign_in_secrets`, which makes and checks it.
    """

    class Kind(models.TextChoices):
        PIN = "pin", _("PIN, digits")
        PICTURES = "pictures", _("Three pictures")

    learner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lifelong_secret"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    digest = models.CharField(max_length=256)
    is_for_the_lab = models.BooleanField()  # too short for a computer that the school does not look after
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("sign-in secret")
        verbose_name_plural = _("sign-in secrets")

    def __str__(self):
        return f"{self.learner}: {self.get_kind_display()}"
