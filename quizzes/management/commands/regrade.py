"""manage.py regrade: mark the finished tests of a page again by the key it has now."""

from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from quizzes.models import PublishedQuiz
from quizzes.regrading import ByKey, changes_for, regrade


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
        rule = ByKey(key)
        gain = lose = 0
        for changes in changes_for(rule):
            for change in changes:
                before, after = _shown(change.before), _shown(change.after)
                self.stdout.write(f"{change.attempt.learner}: {before} -> {after}")
                gain += change.gain > 0
                lose += change.gain < 0
        self.stdout.write(f"{gain} gain, {lose} lose.")
        if options["apply"]:
            self.stdout.write(f"Changed: {regrade(rule).changed}.")
        else:
            self.stdout.write("Nothing was changed. Run again with --apply to change the marks.")


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
