"""What is measured, and what it is held against."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from statistics import median, quantiles

from tests.torture.server import ROOT, run

from .load import Job, Measured
from .measured_site import SETTINGS

CONNECTIONS = 30


@dataclass
class Row:
    """One thing that is asked for again and again. `bar` is the least share of the rate of `against`."""

    name: str
    job: Job
    against: "Row | None" = None
    bar: float | None = None
    most_queries: int | None = None
    slowest: float | None = None  # seconds that 99 of 100 must keep to
    runs: list[Measured] = field(default_factory=list)

    def ask(self, seconds, is_counted=True):
        self.job.seconds = seconds
        measured = ask(self.job)
        if is_counted:
            self.runs.append(measured)

    @property
    def rates(self):
        return [len(run.times) / run.seconds for run in self.runs]

    @property
    def rate(self):
        """Requests a second, the median of all rounds."""
        return median(self.rates)

    @property
    def ratio(self):
        """The share of the rate of what it is held against, the median of the rounds; None where there is nothing."""
        if self.against is None:
            return None
        return median(own / other for own, other in zip(self.rates, self.against.rates, strict=True))

    @property
    def percentiles(self):
        """Seconds within which 50, 95 and 99 of 100 requests were answered."""
        return percentiles([time for run in self.runs for time in run.times])

    @property
    def refused(self):
        return sum(refused(run) for run in self.runs)

    @property
    def is_below_its_bar(self):
        return (self.bar or 0) > (self.ratio or 0) or (self.slowest or 1e9) < self.percentiles[2]


def percentiles(times):
    hundredths = quantiles(times, n=100)
    return hundredths[49], hundredths[94], hundredths[98]


def refused(run):
    """Return how many requests were not answered with 200."""
    return sum(count for status, count in run.statuses.items() if status != "200")


def rows_of(site):
    """Return the rows of the table, what they are held against first."""
    learners, strangers = site.sessions[:CONNECTIONS], [""] * CONNECTIONS
    lesson, port = site.school["lesson"], site.server.port
    course = site.school["course"]["url"]
    saving = {"seconds": 0, "items": lesson["items"]}
    plain = Row("plain view, the same bytes", Job(port, "/bench/plain/", learners, 0))
    insert = Row("bare INSERT, committed", Job(port, "/bench/insert/", learners, **saving))
    return [
        plain,
        Row("lesson, signed in", Job(port, lesson["url"], learners, 0), plain, 0.20, most_queries=6),
        Row("lesson, visitor", Job(port, lesson["url"], strangers, 0), plain, 0.60),
        Row("course of 40 lessons, signed in", Job(port, course, learners, 0), plain, most_queries=8),
        insert,
        Row("save an answer", Job(port, lesson["url"], learners, **saving), insert, 0.5, slowest=0.250),
    ]


def everybody_at_once(site, seconds):
    """Return what a hundred readers and a hundred who save measured at the same time."""
    lesson, port, half = site.school["lesson"], site.server.port, len(site.sessions) // 2
    reading = Job(port, lesson["url"], site.sessions[:half], seconds)
    saving = Job(port, lesson["url"], site.sessions[half:], seconds, lesson["items"])
    with ThreadPoolExecutor() as pool:
        return list(pool.map(ask, [reading, saving]))


def ask(job):
    """Let a process of its own do a job."""
    command = [sys.executable, "-m", "tests.bench.load"]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(asdict(job)), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return Measured(**json.loads(done.stdout))


def look_inside(site, row):
    """Return {"queries", "milliseconds", "profile"} of one row, by `tests.bench.inside`."""
    asked = (row.job.path, row.job.sessions[0], row.job.items)
    code = f"from tests.bench import inside; inside.answer(*{asked!r})"
    return json.loads(
        run(site.var, "manage.py", "shell", "--no-imports", "--command", code, settings=SETTINGS)
    )
