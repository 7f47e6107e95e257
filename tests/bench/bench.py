"""`make bench`: how fast the server is, as ratios taken in one run, and where the time goes.

A machine is noisy and differs from the next one; what is asked for in the same minute on the
same machine can be compared. ROUNDS and SECONDS say how long to measure.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench import table  # noqa: E402 - found by the line above
from tests.bench.measured_site import MeasuredSite  # noqa: E402
from tests.bench.rows import everybody_at_once, look_inside, rows_of  # noqa: E402

ROUNDS = int(os.environ.get("ROUNDS", "5"))
SECONDS = float(os.environ.get("SECONDS", "2"))


def main():
    # Not in /tmp, which may be memory: an INSERT is to cost here what it costs the school.
    (ROOT / "var").mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as folder:
        site = MeasuredSite(Path(folder))
        try:
            measure(site)
        finally:
            site.close()


def measure(site):
    print("Building a school …", flush=True)
    site.build()
    site.open()
    rows = rows_of(site)
    print(f"Measuring {len(rows)} things, {ROUNDS} times {SECONDS:g} seconds each, in turn …", flush=True)
    for number in range(ROUNDS + 1):  # the first warms up
        for row in rows:
            row.ask(SECONDS if number else 1, is_counted=bool(number))
    everybody = everybody_at_once(site, SECONDS * 5)
    asked = {row.name: look_inside(site, row) for row in rows}
    table.show(rows, asked)
    table.show_everybody(*everybody)
    table.show_server(site)
    table.show_where_the_time_goes([row for row in rows if row.is_below_its_bar], asked)


if __name__ == "__main__":
    main()
