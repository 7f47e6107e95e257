"""Beginning an attempt at a test, where the rules let one."""

import random

from django.utils import timezone

from .allowing import rules_for, time_for
from .asking import carry_over, chosen_items
from .attempting import why_not_begin
from .models.attempts import Attempt
from .rules import Rules
from .saving import begin
from .writing import one_writer


class Refused(Exception):
    """No attempt can be begun; `refusal` says why and until when."""

    def __init__(self, refusal):
        super().__init__(refusal.reason)
        self.refusal = refusal


def start(page, learner):
    """Return the learner's open attempt, begun now if there was none. Raises Refused."""
    version = page.get_published_version()
    with one_writer():
        attempts = list(Attempt.objects.by(learner).on(page.translation_key).order_by("started_at"))
        running = next((attempt for attempt in attempts if attempt.is_open), None)
        if running:
            return running
        rules, now = rules_for(learner, page.translation_key, Rules.of(version.settings)), timezone.now()
        ended = [attempt.finished_at for attempt in attempts]
        if refusal := why_not_begin(rules, ended, now):
            raise Refused(refusal)
        seed = random.getrandbits(31)
        chosen = chosen_items(version, page.translation_key, attempts, seed)
        more = {"started_at": now, "ends_at": time_for(rules, now), "seed": seed, **chosen}
        attempt = begin(learner, page.translation_key, page.quiz_mode, version.pk, **more)
        if attempt.carried:
            carry_over(attempt, attempts[-1])
        return attempt
