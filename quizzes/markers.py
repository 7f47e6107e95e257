"""Who marks: whoever works on a page, in whatever language, marks what is answered there."""

from wagtail.models import Page
from wagtail.permissions import page_permission_policy

# What Wagtail counts as working on a page.
WORK = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}


def works_on_any(person):
    return page_permission_policy.user_has_any_permission(person, WORK)


def pages_of(person):
    """Return the pages that a person works on."""
    if person.is_superuser:
        return Page.objects.all()
    return page_permission_policy.instances_user_has_any_permission_for(person, WORK)


def works_on(person, page_key):
    """Tell whether the person works on that page. An administrator also does on one that is gone."""
    return person.is_superuser or pages_of(person).filter(translation_key=page_key).exists()
