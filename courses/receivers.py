"""What courses do with the news from lessons, quizzes and classes, and from the pages themselves."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from lessons.models import LabSettings
from lessons.signals import lesson_completed
from people.models import Membership
from quizzes.allowing import set_clocks_anew
from quizzes.signals import attempt_submitted, attempts_regraded

from .completion import record_completions
from .searching import indexing


@receiver(lesson_completed)
def complete_courses_of_lesson(sender, record, **kwargs):
    record_completions([record.learner_id], record.lesson_key)


@receiver(attempt_submitted)
def complete_courses_of_quiz(sender, attempt, **kwargs):
    record_completions([attempt.learner_id], attempt.page_key)


@receiver(attempts_regraded)
def complete_courses_after_regrading(sender, page_key, changes, **kwargs):
    """A total that fell completes nothing."""
    risen = [
        attempt.learner_id
        for attempt, before in changes
        if attempt.total is not None and (before is None or attempt.total > before)
    ]
    if risen:
        record_completions(risen, page_key)


@receiver(post_save, sender=Membership)
def set_the_clocks_of_those_who_join_a_class(sender, instance, created, raw=False, **kwargs):
    """People know nothing of tests. Whoever leaves a class in the middle of one keeps the time that they have."""
    if created and not raw:
        set_clocks_anew(never_sooner=True, learner=instance.learner_id, ends_at__isnull=False)


@receiver(page_published)
def let_a_published_page_be_found(sender, instance, **kwargs):
    indexing.write(instance)


@receiver(page_unpublished)
def let_an_unpublished_page_be_found_no_more(sender, instance, **kwargs):
    indexing.forget(instance)


@receiver(post_page_move)
def find_moved_pages_in_their_new_course(sender, instance, **kwargs):
    indexing.write_below(instance)


@receiver(post_save, sender=LabSettings)
def find_menus_by_their_new_names(sender, raw=False, **kwargs):
    if not raw:
        indexing.write_menu_names()
