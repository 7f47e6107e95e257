"""Close the attempts whose time is up and whose learners have not come back to see it."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from quizzes.attempting import State, state_of
from quizzes.finishing import finish
from quizzes.jumps import watch_clock
from quizzes.models import Attempt


class Command(BaseCommand):
    help = (
        "End the attempts whose time has run out, as their rules say. Nothing depends on it: whoever opens such "
        "an attempt ends it, too. Run it once a night, so that reports and the marking queue have them all."
    )

    def handle(self, *args, **options):
        watch_clock()
        now = timezone.now()
        attempts = Attempt.objects.out_of_time(now).select_related("version")
        over = [attempt.pk for attempt in attempts if state_of(attempt, now) == State.OVER]
        for pk in over:
            finish(pk)
        self.stdout.write(f"Attempts ended: {len(over)}")
