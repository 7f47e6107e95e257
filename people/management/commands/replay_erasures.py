from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from people.own_data.replaying import replay


class Command(BaseCommand):
    help = (
        "After an older back-up was restored: erases again whoever had been erased since. The site does so by itself "
        "when it is started. Safe to run again and again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--register", type=Path, help="a register that was saved elsewhere, to be read as well"
        )

    def handle(self, *, register: Path | None, **options):
        if register and not register.exists():
            raise CommandError(f"There is no file {register}.")
        erased = replay(register)
        self.stdout.write(f"Erased again: {erased}")
