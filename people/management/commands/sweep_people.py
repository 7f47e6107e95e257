from django.core.management.base import BaseCommand

from people.own_data.keeping import whatever_is_old


class Command(BaseCommand):
    help = (
        "Shows what of people has been kept for as long as Settings, How long data is kept, says; with --do it goes. "
        "Names nobody."
    )

    def add_arguments(self, parser):
        parser.add_argument("--do", action="store_true", help="let go of it; without this it is only shown")

    def handle(self, *, do, **options):
        for old in whatever_is_old():
            self.stdout.write(f"{old.words}: {old.number}")
            if do and old.number:
                old.let_go()
        self.stdout.write("Done." if do else "Nothing was changed. To let go of it: sweep_people --do")
