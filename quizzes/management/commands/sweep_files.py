from django.core.management.base import BaseCommand

from quizzes.hand_ins.keeping import sweep
from quizzes.models import HandedInFile


class Command(BaseCommand):
    help = "Delete files that learners took away again a week ago or more, and never handed in."

    def handle(self, **options):
        self.stdout.write(f"Files deleted: {sweep(HandedInFile.objects.all())}")
