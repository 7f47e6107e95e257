"""Every course says under which licence its texts are."""

from django.utils.translation import gettext as _

from ..finding import Finding


def find_courses_without_licence(content):
    for page in content.of_type("course"):
        if not page.entry.get("licence"):
            yield Finding(page.file, 1, _("add a line such as “licence: cc-by-4.0”"))
