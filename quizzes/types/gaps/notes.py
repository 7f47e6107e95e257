"""What a learner is told about a gap. The words are chosen when they are shown."""

from django.utils.functional import lazy
from django.utils.translation import gettext as _


def _gap(number):
    return _("Gap %(number)s") % {"number": number}


name_of = lazy(_gap, str)
