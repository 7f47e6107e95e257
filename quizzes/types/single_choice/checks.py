"""What an editor of a single choice is warned of."""

from decimal import Decimal

from django.utils.translation import gettext as _

from quizzes.types.warnings import quoted, same_in_translation, without_feedback


def find_warnings(item):
    wrong = [option for option in item.rules["options"] if not option["is_key"]]
    return [
        *without_feedback(item, "options", wrong),
        *same_in_translation(item, "options"),
        *_as_good_as_the_key(item, wrong),
    ]


def _as_good_as_the_key(item, wrong):
    sentence = _("%(option)s is not ticked as right, and yet it earns the whole mark.")
    return [
        (
            f"options.{option['id']}.percent",
            sentence % {"option": quoted(item.content["words"].get(f"options.{option['id']}.text", ""))},
        )
        for option in wrong
        if Decimal(option["percent"] or 0) >= 100
    ]
