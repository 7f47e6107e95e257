"""Full marks that everybody has for an item go to those, too, who were still in the test when it was decided."""

from ..models.attempts import Attempt
from ..models.regrades import Regrade
from .applying import write
from .changes import Finder
from .rules import ForEverybody


def give_gifts(attempt):
    """Give a test that was just finished the full marks that others have for its items. Runs one query for none."""
    if attempt.mode != Attempt.Mode.TEST:
        return
    for item_id, made in Regrade.objects.gifts_on(attempt.page_key).items():
        rule = ForEverybody(attempt.page_key, item_id, made.digests)
        write(Finder(rule), [attempt.pk], made)
