"""Marks that changed after a test was finished: what was done, by whom and why, and each mark before and after."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .attempts import Response
from .versions import ItemVersion


class RegradeQuerySet(models.QuerySet):
    def on(self, page_key):
        return self.filter(page_key=page_key)

    def gifts_on(self, page_key):
        """Return {item id: regrade} of the items that everybody has full marks for, until somebody marks by the key."""
        latest = {row.item_id: row for row in self.on(page_key).exclude(item_id=None).order_by("pk")}
        return {str(item): row for item, row in latest.items() if row.how == Regrade.How.EVERYBODY}


class Regrade(models.Model):
    """One deliberate change of marks on a page: by the key as it is now, or full marks for everybody.

    `item_id` is None where all items were marked again. Full marks are for the item as it stood in the
    versions of `digests`; what is asked after a correction is marked by its key.
    """

    class How(models.TextChoices):
        KEY = "key"
        EVERYBODY = "everybody"

    page_key = models.UUIDField(db_index=True)
    item_id = models.UUIDField(null=True)
    how = models.CharField(max_length=9, choices=How.choices)
    digests = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="lifelong_regrades"
    )
    made_at = models.DateTimeField(default=timezone.now)

    objects = RegradeQuerySet.as_manager()

    def __str__(self):
        return f"{self.page_key} {self.how}, {self.made_at:%Y-%m-%d %H:%M}"


class MarkChange(models.Model):
    """A regrade's before and after, for one response. `item_version` is the one it was marked by afterwards."""

    regrade = models.ForeignKey(Regrade, models.PROTECT, null=True, related_name="changes")
    response = models.ForeignKey(Response, models.CASCADE, related_name="mark_changes")
    item_version = models.ForeignKey(ItemVersion, models.PROTECT, related_name="+")
    before = models.DecimalField(max_digits=9, decimal_places=8, null=True)
    after = models.DecimalField(max_digits=9, decimal_places=8)
    changed_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return f"{self.response}: {self.before} → {self.after}"
