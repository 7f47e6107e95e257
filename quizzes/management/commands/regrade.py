"""manage.py regrade: mark the finished tests of a page again by the key it has now."""

from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from quizzes.models import PublishedQuiz
from quizzes.regrading import apply, changes_for


class Command(BaseCommand):
    help = "Show whose marks change under the key as it is published now; with --apply, change them."

    def add_arguments(self, parser):
        parser.add_argument("page", help="the number of the page in the admin, or its translation key")
        parser.add_argument(
            "--apply", action="store_true", help="write the new marks; the old ones stay in the history"
        )

    def handle(self, *, page, **options):
        key = _key_of(page)
        if not PublishedQuiz.objects.filter(pk=key).exists():
            raise CommandError(f"Nothing was ever asked on the page {page}.")
        gain = lose = 0
        for change in changes_for(key):
            if change.before is not None and change.after is not None:
                gain += change.after > change.before
                lose += change.after < change.before
            self.stdout.write(f"{change.attempt.learner}: {_shown(change.before)} -> {_shown(change.after)}")
            if options["apply"]:
                apply(change)
        done = (
            "Changed."
            if options["apply"]
            else "Nothing was changed. Run again with --apply to change the marks."
        )
        self.stdout.write(f"{gain} gain, {lose} lose. {done}")


def _shown(total):
    return "waiting for a mark" if total is None else f"{total:.2f}"


def _key_of(page):
    try:
        return UUID(page)
    except ValueError:
        pass
    found = Page.objects.filter(pk=page).first() if page.isdigit() else None
    if found is None:
        raise CommandError(f"There is no page {page}.")
    return found.translation_key
