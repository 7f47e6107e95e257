"""What a posted form means: which answers it holds, who typed them and when, and what is to be done."""

import re
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from .freezing import digest_of
from .saving import Edit, Typed
from .types.typed import as_typed

LONGEST_KEY = 64
LONGEST_TAB = 32


def command_of(posted):
    """Return (verb, argument) of the button that was pressed: "check:<item id>" is ("check", "<item id>")."""
    verb, _, argument = as_typed(posted.get("do", "save")).partition(":")
    return verb, argument


def edit_of(posted):
    """Return who typed when, as the browser tells it. Nonsense counts as nothing told."""
    return Edit(
        language=get_language(),
        attempt=posted.get("attempt", ""),
        key=as_typed(posted.get("key", ""))[:LONGEST_KEY],
        tab=as_typed(posted.get("tab", ""))[:LONGEST_TAB],
        sequence=_number(posted.get("sequence"), 2**31 - 1),
        age=timedelta(milliseconds=_number(posted.get("age"), 10**12)),
    )


def typed_in(posted, items):
    """Return ([Typed], {item id: message}) for the items whose answer the learner changed.

    A form sends every answer, also those shown and left alone; `was-<id>` says what was
    shown, so that an old page cannot undo what was answered elsewhere.
    """
    typed, errors = [], {}
    for item in items:
        if posted.get("only", item.id) != item.id:
            continue
        try:
            answer = item.read(posted)
        except ValidationError as error:
            errors[item.id] = error.messages[0]
            continue
        if answer is None and not _is_asked(item, posted):
            continue
        if fingerprint(answer) != posted.get(f"was-{item.id}"):
            typed.append(Typed(item, answer))
    return typed, errors


def _is_asked(item, posted):
    """Tell whether the form showed the question, open. One that was closed posts nothing, and takes nothing back."""
    return any(name in posted for name in ("only", f"was-{item.id}", f"version-{item.id}"))


def fingerprint(answer):
    """Return a short digest by which a form says which answer it showed.

    It is made with the site's secret: an answer holds ids that the page does not show, and whoever could
    make the digests of all possible answers would read from it which of them they had chosen.
    """
    return salted_hmac("lifelong-answer", digest_of(answer)).hexdigest()[:16]


def shown_pairs(posted):
    """Return [(item id, digest)] of the items a lesson's form showed, whatever the page says by now."""
    pairs = []
    for name, digest in posted.items():
        if name.startswith("version-") and re.fullmatch("[0-9a-f]{64}", digest):
            try:
                pairs.append((str(UUID(name.removeprefix("version-"))), digest))
            except ValueError:
                continue
    return pairs


def _number(text, largest):
    try:
        return min(max(int(float(text)), 0), largest)
    except (TypeError, ValueError, OverflowError):
        return 0
