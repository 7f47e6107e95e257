"""Hand-in: reading and showing an answer.

`{"files": [{"id", "name", "kind", "size"}, …]}`; a child's is `{"files": [], "is_shown": true}`: seen by the teacher.
"""

from django.core import signing
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from quizzes.hand_ins.kinds import ACCEPTED, KINDS
from quizzes.hand_ins.limits import in_mb, most_bytes
from quizzes.hand_ins.permitting import may_hand_in
from quizzes.hand_ins.taking import described, ticket
from quizzes.types.base import Mark, MarkedBy, QuestionType

from .block import MOST_FILES, HandInBlock
from .checks import find_warnings


class HandIn(QuestionType):
    name = "hand_in"
    block = HandInBlock
    template = "quizzes/types/hand_in.html"
    marked_by = MarkedBy.PERSON
    takes_files = True

    def find_warnings(self, item):
        return find_warnings(item)

    def read(self, posted, name, rules):
        if posted.get(f"{name}-shown"):
            return {"files": [], "is_shown": True}
        try:
            files = self._kept(posted, name)
        except signing.BadSignature:
            raise ValidationError(_("Please reload this page, then choose your files again.")) from None
        if len(files) > rules["most_files"]:
            words = _("There are too many files: %(files)s. At most: %(most)s.")
            raise ValidationError(words % {"files": len(files), "most": rules["most_files"]})
        return {"files": files} if files else None

    def echo(self, posted, name):
        try:
            return {"files": self._kept(posted, name)}
        except signing.BadSignature:
            return None

    def count_kept(self, posted, name):
        """Return how many files a form names that are kept already and shall stay."""
        answer = self.echo(posted, name)
        return len(answer["files"]) if answer else 0

    def mark(self, rules, spellings, answer, language):
        return Mark(None)

    def in_words(self, item, answer, language):
        return ", ".join(file["name"] for file in answer["files"])

    def slot_for(self, request, item, answer, what, argument=""):
        """Return the whole form: what it asks for depends on who is there."""
        files = [file | {"ticket": ticket(file, item.field_name)} for file in (answer or {}).get("files", [])]
        context = {
            "name": item.field_name,
            "id": item.id,
            "files": files,
            "room": item.rules["most_files"] - len(files),
            "is_shown": bool(answer and answer.get("is_shown")),
            "is_offered": may_hand_in(request),
            "kinds": [KINDS[kind] for kind in KINDS if kind in item.rules["kinds"]],
            "accepted": ",".join(ACCEPTED[kind] for kind in ACCEPTED if kind in item.rules["kinds"]),
            "most_files": item.rules["most_files"],
            "most_mb": in_mb(most_bytes()),
            "most_bytes": str(most_bytes()),  # for a script: digits only, in every language
        }
        return render_to_string("quizzes/types/hand_in_form.html", context)

    def show(self, answer):
        return render_to_string("quizzes/types/hand_in_shown.html", {"answer": answer})

    def _kept(self, posted, name):
        """Return the descriptions of the files that a form names and does not remove, each once."""
        removed = set(posted.getlist(f"{name}-remove"))
        tickets = posted.getlist(name)
        if len(tickets) > 2 * MOST_FILES:
            raise signing.BadSignature
        files = (described(sent, name) for sent in tickets)
        return list({file["id"]: file for file in files if file["id"] not in removed}.values())
