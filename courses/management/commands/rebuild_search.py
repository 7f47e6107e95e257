from django.core.management.base import BaseCommand

from courses.models import SearchEntry
from courses.searching.indexing import rebuild


class Command(BaseCommand):
    help = "Writes anew what the search looks into. Publishing keeps it fresh; this is for after an upgrade."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="only if there is nothing in it yet")

    def handle(self, *, if_empty, **options):
        if not (if_empty and SearchEntry.objects.exists()):
            self.stdout.write(f"Pages that can be found: {rebuild()}")
