"""How each kind of secret is asked for, without script too."""

from django.utils.translation import gettext_lazy as _

from people import signs
from people.sign_in_secrets import Kind, as_text, secret_in_use


class PasswordQuestion:
    """What a person at the door is asked, and what they have answered so far.

    `is_whole` says that there is something to check, `secret` is that; `error` is what to tell them.
    """

    template = "people/door/password.html"
    missing = _("Write your password.")
    wrong = _("This is not your password. Try again.")

    def __init__(self, posted=None):
        self.is_bound = posted is not None
        self.secret = self.read(posted or {})
        self.is_whole = bool(self.secret)
        self.error = self.missing if self.is_bound and not self.is_whole else ""

    def read(self, posted) -> str:
        return posted.get("secret", "")

    def refused(self, because=""):
        """Return the question asked anew after a wrong answer, of which nothing is shown again."""
        again = type(self)()
        again.error = because or self.wrong
        return again


class PinQuestion(PasswordQuestion):
    template = "people/door/pin.html"
    missing = _("Write your PIN.")
    wrong = _("This is not your PIN. Try again.")
    digits = "123456789"


class PicturesQuestion(PasswordQuestion):
    """Three pictures, one press each: the form comes back until there are three."""

    template = "people/door/pictures.html"
    missing = ""  # a press too few is no mistake
    wrong = _("These are not your pictures. Try again.")

    def read(self, posted) -> str:
        before = posted.get("chosen", "").split(",") if "again" not in posted else []
        self.chosen = signs.read_pictures([*before, posted.get("picture", "")])
        return as_text(self.chosen) if len(self.chosen) == signs.CHOSEN else ""

    @property
    def chosen_text(self) -> str:
        return as_text(self.chosen)

    @property
    def places(self) -> list[bool]:
        """Return for each of the three whether it is chosen; which ones, the neighbour need not see."""
        return [place < len(self.chosen) for place in range(signs.CHOSEN)]

    @property
    def things(self):
        return signs.THINGS.items()


def question_for(learner) -> type[PasswordQuestion]:
    """Return the question for what a learner signs in with."""
    secret = secret_in_use(learner)
    kinds = {Kind.PIN: PinQuestion, Kind.PICTURES: PicturesQuestion}
    return kinds[secret.kind] if secret else PasswordQuestion
