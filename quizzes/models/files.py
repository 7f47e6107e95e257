"""Files that learners handed in. They belong to a person and go when the person goes."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from quizzes.hand_ins.storage import hand_in_storage


def place_of(instance, name):
    """Return where the bytes lie: under a number of their own, with nothing in it of the name that was sent."""
    return f"{instance.pk.hex[:2]}/{instance.pk.hex}"


class HandedInFile(models.Model):
    """One file of one learner for one question. An answer names it by `id`.

    `name` and `content_type` are ours, made from the bytes; `size` is in bytes, as kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="lifelong_files")
    page_key = models.UUIDField()
    item_id = models.UUIDField()
    file = models.FileField(storage=hand_in_storage, upload_to=place_of)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    added_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.name

    @property
    def described(self):
        """What an answer keeps of it: enough to show it without asking for this row."""
        return {"id": str(self.id), "name": self.name, "kind": self.kind, "size": self.size}
