"""Which pages anybody could reach, asked of many pages at once."""

from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page


def in_hidden_branches(field="path"):
    """Return a condition on pages, or on what has one, that stand in a branch which is not shown. Runs one query.

    Nobody is led to what stands below a draft, nor into a private branch. `field` is where the tree path is.
    """
    drafts = Q(live=False, numchild__gt=0)
    branches = Page.objects.filter(drafts | Q(view_restrictions__isnull=False)).values_list("path", flat=True)
    return reduce(or_, [Q(**{f"{field}__startswith": path}) for path in branches], Q(pk__in=[]))
