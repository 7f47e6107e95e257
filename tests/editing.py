"""Wagtail's editor, as somebody uses it who writes a page there."""

import re
from contextlib import suppress

from playwright.sync_api import Locator, TimeoutError, expect

PUBLISHED = re.compile(r"/admin/pages/\d+/$")


def publish(page, press=Locator.click):
    """Publish what was written; `press` is how this person presses a button.

    The editor saves drafts by itself. Whoever publishes in that very moment is not heard, and presses again; or is
    asked whether to go on though "another window" has saved.
    """
    button = page.locator("[name=action-publish]")
    go_on = page.locator("#w-save-confirmation-dialog").get_by_role("button", name="Continue")
    for _ in range(6):
        if go_on.is_visible():
            press(go_on)
        else:
            if not button.is_visible():
                press(page.locator("footer [data-w-dropdown-target=toggle]").first)
            press(button)
        with suppress(TimeoutError):
            page.wait_for_url(PUBLISHED, timeout=10_000)
            return
    expect(page).to_have_url(PUBLISHED)
