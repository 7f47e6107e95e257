"""How the clock of a machine stands, so that all its processes notice when somebody sets it."""

from django.db import models


class ServerClock(models.Model):
    """`reading`: the seconds between the clock of the wall and that of the machine, for one run of it."""

    boot = models.CharField(max_length=64, unique=True)
    reading = models.FloatField()

    def __str__(self):
        return self.boot
