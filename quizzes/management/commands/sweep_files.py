from django.core.management.base import BaseCommand

from quizzes.hand_ins.keeping import sweep, sweep_bytes
from quizzes.models import HandedInFile


class Command(BaseCommand):
    help = (
        "Delete files that learners took away again a week ago or more, and never handed in; and what a day or more "
        "ago was left behind half written, when the power went."
    )

    def handle(self, **options):
        self.stdout.write(f"Files deleted: {sweep(HandedInFile.objects.all())}")
        self.stdout.write(f"Left behind and deleted: {sweep_bytes()}")
