"""Taking in the files of a posted form, before its answers are saved.

Files are looked at and written outside the short transaction that saves answers. What was kept then stands in
`request.POST` as if the form had named it, signed, and goes the way of every other answer.
"""

from django.core import signing
from django.utils.translation import gettext as _

from quizzes.answering import command_of, shown_pairs
from quizzes.improving import returned_response
from quizzes.models.attempts import Attempt
from quizzes.versions import get_items, get_known_items

from .keeping import keep
from .kinds import Refused
from .names import name_sent
from .permitting import may_hand_in

SALT = "lifelong-handed-in"


def ticket(file, field_name):
    """Return what a form sends for a file that is kept already: its description, signed for this one field."""
    return signing.dumps(file, salt=f"{SALT}:{field_name}", compress=True)


def described(sent, field_name):
    """Return the description of a file by its ticket. Raises signing.BadSignature for what we never signed."""
    return signing.loads(sent, salt=f"{SALT}:{field_name}")


def take_files(page, request):
    """Keep the files of a form and return {item id: why some were not kept}. Without files it costs nothing."""
    if not request.FILES:
        return {}
    posted, errors = request.POST.copy(), {}
    for item in _open_items(page, request):
        uploads = request.FILES.getlist(f"{item.field_name}-files")
        if uploads and item.type and item.type.takes_files:
            tickets, refusals = _take(uploads, item, page, request)
            posted.setlist(item.field_name, posted.getlist(item.field_name) + tickets)
            if refusals:
                errors[item.id] = " ".join(refusals)
    request.POST = posted
    return errors


def _take(uploads, item, page, request):
    if not may_hand_in(request):
        return [], [_("Show your work to your teacher. You do not have to send a file.")]
    tickets, refusals = [], []
    room = item.rules["most_files"] - item.type.count_kept(request.POST, item.field_name)
    for upload in uploads:
        try:
            if len(tickets) >= room:
                raise Refused(
                    _("there are too many files. At most: %(most)s.") % {"most": item.rules["most_files"]}
                )
            file = keep(upload, item.rules["kinds"], request.user, page.translation_key, item.id)
            tickets.append(ticket(file.described, item.field_name))
        except Refused as why:
            name = name_sent(upload.name or "", instead=_("file"))
            refusals.append(_("“%(name)s”: %(why)s") % {"name": name, "why": why})
    return tickets, refusals


def _open_items(page, request):
    """Return the items that the learner may answer now: those a lesson showed, or those of a test that is open."""
    if pairs := shown_pairs(request.POST):
        return get_known_items(page.translation_key, pairs)
    attempts = Attempt.objects.by(request.user).on(page.translation_key).select_related("version")
    latest = attempts.order_by("-started_at").first()
    if latest is None:
        return []
    pairs = latest.asked_pairs
    if not latest.is_open:
        verb, item_id = command_of(request.POST)
        is_returned = verb == "improve" and returned_response(page, request.user, item_id)
        pairs = [pair for pair in pairs if is_returned and pair[0] == item_id]
    return get_items(page.translation_key, pairs, with_wordings=False)
