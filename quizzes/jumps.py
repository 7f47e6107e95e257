"""The server's clock was set to another time: the attempts that were running are given the time that never passed.

What the clock of the wall says is compared with how long the machine has been running, which nobody can set. Where the
wall has moved against that, a jump forward is an outage: the clocks of running attempts stood still for it, staff
see it among the outages and can correct it. A jump back takes back the outage that an earlier jump forward had made.
"""

import logging
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from django.db import OperationalError

from .models.allowances import Outage
from .models.clocks import ServerClock
from .writing import one_writer

logger = logging.getLogger(__name__)

SMALLEST = 30  # seconds; what a time server corrects by less helps and harms nobody
_known = {}  # boot -> seconds between the two clocks, as this process knows them


def watch_clock():
    """Declare an outage if the clock has jumped since somebody looked last. Costs a microsecond where it has not."""
    boot = _boot()
    if boot is None:
        return
    reading = _reading()
    if abs(reading - _known.get(boot, float("inf"))) >= SMALLEST:
        try:
            _compare(boot, reading)
            _known[boot] = reading
        except OperationalError:  # the disk is full: the next request tries again
            logger.exception("The clock could not be compared")


def _compare(boot, reading):
    """Compare with what the processes of this machine have known together: only the first finds a jump."""
    with one_writer():
        clock, is_new = ServerClock.objects.select_for_update().get_or_create(
            boot=boot, defaults={"reading": reading}
        )
        jump = 0 if is_new else reading - clock.reading
        if abs(jump) >= SMALLEST:
            clock.reading = reading
            clock.save(update_fields=["reading"])
            logger.warning("The server's clock jumped by %d seconds.", jump)
            _settle(jump)


def _settle(jump):
    now = datetime.fromtimestamp(time.time(), UTC)
    if jump > 0:
        Outage.objects.create(began_at=now - timedelta(seconds=jump), ended_at=now, is_by_clock=True)
        return
    made = Outage.objects.filter(is_by_clock=True, ended_at__gt=now).order_by("ended_at").last()
    if made is None:
        return
    made.ended_at += timedelta(seconds=jump)
    if made.ended_at - made.began_at < timedelta(seconds=SMALLEST):
        made.delete()
    else:
        made.save()


def _reading():
    """Return the seconds between the wall's clock and the machine's. They change when somebody sets the wall's."""
    return time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)


@cache
def _boot():
    """Return what names this run of the machine, or None where no system tells: then nothing is watched."""
    try:
        return (
            Path("/proc/sys/kernel/random/boot_id").read_text().strip()
            if hasattr(time, "CLOCK_BOOTTIME")
            else None
        )
    except OSError:
        return None


class ClockMiddleware:
    """Looks at the clock before anything is decided by it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        watch_clock()
        return self.get_response(request)
