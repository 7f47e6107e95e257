"""Somebody at a browser, and what they can see in a response."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER)\b", re.IGNORECASE)


class Visitor:
    """One role of the school at one browser."""

    def __init__(self, school, role, client):
        self.school, self.role, self.browser = school, role, client
        self.person = school.people[role]
        if self.person:
            client.force_login(self.person)

    def ask(self, method, address, **options):
        """Send a request that a test names by its method.

        Django looks once more below a language for what it cannot find; so does this.
        """
        send = getattr(self.browser, method.lower())
        response = send(address, **options)
        if response.status_code == 302 and response["Location"] == f"/ru{address}":
            return send(f"/ru{address}", **options)
        return response

    def get(self, address, **options):
        return self.browser.get(address, **options)

    def post(self, address, form=None, **options):
        return self.browser.post(address, form or {}, **options)


def shown(response):
    """Return everything a response tells whoever reads it: status line, headers, cookies and body."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return f"{headers}\n{response.cookies.output()}\n{body.decode(errors='replace')}"


class Writing(CaptureQueriesContext):
    """Captures what is written to the database while it is open."""

    def __init__(self):
        super().__init__(connection)

    @property
    def statements(self):
        return [query["sql"] for query in self.captured_queries if WRITES.match(query["sql"])]


def versions_on(html):
    """Return the hidden fields of a page with questions: {name: value}."""
    fields = re.findall(r'<input type="hidden" name="((?:version|was)-[^"]+)" value="([^"]*)"', html)
    return dict(fields)
