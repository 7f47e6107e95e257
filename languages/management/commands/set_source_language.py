"""`manage.py set_source_language 12 kk`: the Kazakh page leads its translations from now on."""

from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from languages.changing_source import change_source


class Command(BaseCommand):
    help = "Make another language the source of a page: it leads the structure and is translated from."

    def add_arguments(self, parser):
        parser.add_argument("page", help="the id of the page in any language, or its translation key")
        parser.add_argument("language", help="the code of the language that leads from now on: kk, ru or en")

    def handle(self, *, page, language, **options):
        source = _versions(page).filter(locale__language_code=language).specific().first()
        if source is None:
            raise CommandError(f"There is no page {page} in {language}.")
        if source.alias_of_id:
            raise CommandError(f"“{source}” only mirrors another page; translate it first.")
        change_source(source)
        self.stdout.write(f"“{source}” ({language}) leads its translations now.")


def _versions(page):
    if page.isdigit():
        page = Page.objects.filter(pk=int(page)).values_list("translation_key", flat=True).first()
    try:
        return Page.objects.filter(translation_key=UUID(str(page)))
    except ValueError:
        return Page.objects.none()
