"""What a browser sends, honest or not."""

from django.http import QueryDict

HUGE = "ж" * 100_000
HOSTILE = [
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "\x00\x07\x1b[31m",
    "\u202eadmin\u2066",
    "\ud800",
    "../../etc/passwd",
    "ә",
    "１",
    "-1",
    "1e3",
    HUGE,
]


def sent(**fields):
    """Return a posted form for the item “q”: `a="1"` stands for its field `item-q-a`; a list is sent as several."""
    posted = QueryDict(mutable=True)
    for name, value in fields.items():
        posted.setlist(f"item-q-{name}", value if isinstance(value, list) else [value])
    return posted
