"""What became of an answer that does not count, in plain words. Plain values in, a sentence out."""

from django.utils.translation import gettext as _

from ..attempting import LATE


def fate_of(earlier, response, attempt, is_for_person=False):
    """Return why `earlier` is not the answer that counts. What a person marks may be improved after the end."""
    if not is_for_person and _is_too_late(earlier, attempt):
        return _("It came after the end and does not count.")
    if earlier.saved_at > response.saved_at:
        return _("It came when a later answer was saved already, and does not count.")
    return _("The learner changed it.") if response.answer is not None else _("The learner took it back.")


def _is_too_late(earlier, attempt):
    """Whoever hands in before the time is up has ended it; otherwise what was on its way is waited for."""
    ended_at, ends_at = attempt.finished_at, attempt.ends_at
    if ended_at and not (ends_at and ended_at >= ends_at):
        return earlier.saved_at > ended_at
    return bool(ends_at) and earlier.saved_at > ends_at + LATE
