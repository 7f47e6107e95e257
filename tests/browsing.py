"""A real browser, and people who sit at it. Whoever uses `visitor` brings a fixture `school` with an address."""

import os
import shutil
import sys

import pytest
from playwright.sync_api import expect, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]

PATIENCE = 30_000  # milliseconds; every core may be at work on other tests
expect.set_options(timeout=PATIENCE)


def chromium_path():
    """Return the path of Debian's Chromium or None; without windows, the same engine takes a third of the processor."""
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")


def needed_chromium():
    """As `chromium_path`, for a command of its own: where there is none, it ends with a sentence."""
    return chromium_path() or sys.exit("Chromium is not installed: apt-get install chromium-headless-shell")


@pytest.fixture(scope="session")
def chromium():
    path = chromium_path()
    if path is None:
        sentence = (
            "Chromium is not installed, so no journey was walked (apt-get install chromium-headless-shell)."
        )
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def eventually(page, seen):
    """Ask again and again until `seen()` is true. The pages forbid what `wait_for_function` would evaluate."""
    for _ in range(PATIENCE // 100):
        if seen():
            return
        page.wait_for_timeout(100)
    raise AssertionError("It did not come true in time.")


def follow(leading):
    """Press what leads to another page and wait for all of that page: a click alone waits for its first line at most."""
    with leading.page.expect_navigation():
        leading.click()


class Visitor:
    """A person at a browser. Whatever the browser complains of is kept in `complaints`."""

    def __init__(self, browser, school, script=True, locale="ru", touch=False):
        size = {"width": 1024, "height": 768}
        self.context = browser.new_context(
            base_url=school.address, viewport=size, java_script_enabled=script, locale=locale, has_touch=touch
        )
        self.context.set_default_timeout(PATIENCE)
        self.complaints = []
        self.page = self.context.new_page()
        self.context.on("console", self._hear)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.context.on("request", lambda request: self._stays_here(request.url, school.address))

    def _hear(self, said):
        """Wagtail's editor saves drafts by itself and is told "400" while a form is half filled: that is no fault."""
        if said.type == "error" and "status of 400" not in said.text:
            self.complaints.append(said.text)

    def _stays_here(self, url, address):
        if not url.startswith((address, "data:", "blob:")):
            self.complaints.append(f"asked another host: {url}")

    def sign_in(self, login, password, path="/ru/sign-in/"):
        self.page.goto(path)
        self.page.fill("[name=username]", login)
        self.page.fill("[name=password]", password)
        self.page.locator("[name=password]").press("Enter")
        self.page.wait_for_url(lambda url: "sign-in" not in url)


@pytest.fixture
def visitor(chromium, school):
    """Return a function that seats a person at a browser; at the end nobody's browser may have complained."""
    seated = []

    def seat(**how):
        seated.append(Visitor(chromium, school, **how))
        return seated[-1]

    yield seat
    complaints = [complaint for one in seated for complaint in one.complaints]
    for one in seated:
        one.context.close()
    assert not complaints, "\n".join(complaints)


def fill_in(question, fields, leave=True):
    """Answer a question as a person does; `fields` is {name: what is sent}. A typed answer may be left without
    leaving its field. A list of places that a script has replaced by arrows is filled all the same.
    """
    for name, value in fields.items():
        field = question.locator(f"[name='{name}']")
        kind = field.first.evaluate("field => field.type")
        if kind in ("radio", "checkbox"):
            for one in value if isinstance(value, list) else [value]:
                field.and_(question.locator(f"[value='{one}']")).check()
        elif kind == "select-one":
            field.select_option(value, force=True)
        else:
            field.fill(value)
            if leave:
                field.blur()
