"""How long a learner waits at an old computer on a slow line; the second part of `make bench`.

Chromium is slowed down by its own developer tools: 400 kbit/s, 400 ms for each answer, a sixth of the
processor. "Readable" is when the words are first painted, "usable" when all script has run. Both are the
median of several first visits; they depend on how busy the machine is otherwise.
"""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402 - these are found by the line above

from tests.browser.conftest import COURSE, LESSON, TEST  # noqa: E402
from tests.browsing import FLAGS, needed_chromium  # noqa: E402
from tests.journeys.school import School, built_once  # noqa: E402
from tests.shots.shots import Base  # noqa: E402

VISITS = 5
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 6
READABLE, USABLE = 2.5, 4.0  # seconds
PASSWORD = "tihaya-reka-7"
TIMES = """() => [
  performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000,
  performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd / 1000,
]"""


def main():
    with TemporaryDirectory(prefix="lifelong-slow-") as base, sync_playwright() as playwright:
        school = School(Path(base) / "var", built_once(Base(base)))
        school.open()
        browser = playwright.chromium.launch(executable_path=needed_chromium(), args=FLAGS)
        try:
            cookies = signed_in(browser, school)
            print(f"\nFirst visit at 400 kbit/s, 400 ms, processor ÷{SLOWER}; median of {VISITS}:")
            seen = {
                name: show(name, [visit(browser, school, cookies, f"/kk/{path}") for _ in range(VISITS)])
                for name, path in (("lesson", LESSON), ("test", TEST), ("course", COURSE))
            }
        finally:
            browser.close()
            school.close()
    if not all(seen.values()):
        sys.exit("A page is below the bar.")


def signed_in(browser, school):
    """Return the cookies of a learner of the course."""
    school.manage("create_learner", "aigul", "--name", "Айгүл", "--password", PASSWORD)
    context = browser.new_context(base_url=school.address)
    page = context.new_page()
    page.goto("/kk/sign-in/")
    page.fill("[name=username]", "aigul")
    page.fill("[name=password]", PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/my-learning/")
    page.goto(f"/kk/{COURSE}")
    with page.expect_navigation():
        page.locator("button[value=enrol]").click()
    return context.cookies()


def visit(browser, school, cookies, path):
    """Return the seconds until a page can be read, and used, in a browser that has fetched nothing yet."""
    context = browser.new_context(base_url=school.address, viewport={"width": 1024, "height": 768})
    context.add_cookies(cookies)
    page = context.new_page()
    page.set_default_timeout(60_000)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", LINE)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(path, wait_until="load")
    seen = page.evaluate(TIMES)
    context.close()
    return seen


def show(name, visits):
    """Print the medians, and return whether they reach the bar."""
    readable, usable = (median(column) for column in zip(*visits, strict=True))
    is_reached = readable <= READABLE and usable <= USABLE
    slow = "" if is_reached else "  below the bar"
    print(
        f"  {name:8} readable {readable:.1f} s (bar {READABLE}), usable {usable:.1f} s (bar {USABLE}){slow}"
    )
    return is_reached


if __name__ == "__main__":
    main()
