"""What an editor of a matrix is warned of."""

from django.utils.translation import gettext as _

from quizzes.types.warnings import same_in_translation, without_feedback


def find_warnings(item):
    rows = item.rules["rows"]
    found = [
        *without_feedback(item, "rows", rows),
        *same_in_translation(item, "rows"),
        *same_in_translation(item, "columns"),
    ]
    if len({row["column"] for row in rows}) == 1:
        sentence = _("All rows belong to the same column, so there is nothing to choose.")
        found.append((f"rows.{rows[0]['id']}.column", sentence))
    return found
