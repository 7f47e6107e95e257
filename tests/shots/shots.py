"""`make shots`: a picture of every page in every state, to be looked at one by one.

They go to var/shots, one folder for each way of looking at the site. ONLY=lesson takes those whose
name contains "lesson"; LOOKS=kk-wide,dark takes some ways of looking. `index.html` shows all side by side.
"""

import os
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402 - these are found by the line above

from tests.browsing import FLAGS, needed_chromium  # noqa: E402
from tests.journeys.school import School, built_once  # noqa: E402
from tests.shots.contact import write_contact_sheet  # noqa: E402
from tests.shots.lab_walks import LAB_WALKS  # noqa: E402
from tests.shots.looks import LOOKS  # noqa: E402
from tests.shots.walks import WALKS, Seat  # noqa: E402

FOLDER = ROOT / "var" / "shots"
ONLY = os.environ.get("ONLY", "")
# A picture of a whole page shows more than anybody has scrolled to, and nothing that waits for it.
FETCH_PICTURES = """() => Promise.all(Array.from(document.images, (image) => {
    image.loading = "eager";
    return image.decode().catch(() => null);
}))"""
WANTED = os.environ.get("LOOKS", ",".join(LOOKS)).split(",")


class Base:
    """Where `built_once` builds, outside pytest."""

    def __init__(self, path):
        self.path = Path(path)

    def getbasetemp(self):
        return self.path


def main():
    if not ONLY:
        shutil.rmtree(FOLDER, ignore_errors=True)
    with TemporaryDirectory(prefix="lifelong-shots-") as base, sync_playwright() as playwright:
        print("Building a school …", flush=True)
        school = School(Path(base) / "var", built_once(Base(base)))
        school.open()
        browser = playwright.chromium.launch(executable_path=needed_chromium(), args=FLAGS)
        try:
            for name in WANTED:
                take(browser, school, name, LOOKS[name])
        finally:
            browser.close()
            school.close()
    write_contact_sheet(FOLDER)
    print(f"Look at {FOLDER / 'index.html'}")


def take(browser, school, name, look):
    """Walk through the site in one way of looking at it, and take a picture wherever a walk stops."""
    for walk in [*WALKS, *LAB_WALKS]:
        context = browser.new_context(base_url=school.address, **look.context)
        context.set_default_timeout(15_000)
        seat = Seat(context.new_page(), school, look.language, re.sub(r"\W", "-", f"{walk.__name__}-{name}"))
        look.sit_down(seat.page)
        for number, scene in enumerate(walk(seat), 1):
            if ONLY in scene:
                look.prepare(seat.page)
                seat.page.evaluate(FETCH_PICTURES)
                path = FOLDER / name / f"{walk.__name__}-{number:02}-{scene}.png"
                seat.page.screenshot(path=path, full_page=True)
                look.go_on(seat.page)
        context.close()
    print(f"  {name}", flush=True)


if __name__ == "__main__":
    main()
