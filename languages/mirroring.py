"""One tree in every language: the structure of a translation is that of its source page.

Place in the tree, order of children, live or not, deletion: all follow the page in the language it was
first written in, which may be another one in each branch. The order of a page's children is led by that
page's own source language. A child that the leading tree lacks stays behind the neighbour it had.

What somebody changes in a translation is put back. What cannot be mirrored is reported.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from treebeard.exceptions import InvalidMoveToDescendant
from wagtail.models import Page

from .errors import in_words
from .models import UnpublishedWithSource, is_source, source_of, sources_of
from .notices import report
from .ordering import led_order, moves_to_order

_at_work = ContextVar("lifelong_languages_mirroring", default=False)


def is_mirroring():
    """Say whether the page signal now being sent comes from the mirroring itself."""
    return _at_work.get()


@contextmanager
def mirroring():
    """Mark what is done inside as the mirroring's own work, in one transaction."""
    token = _at_work.set(True)
    try:
        with transaction.atomic():
            yield
    finally:
        _at_work.reset(token)


def mirror_place(page):
    """Put every translation of a moved page where its source stands; a moved translation goes back."""
    source = source_of(page)
    if not is_source(source):
        return
    with mirroring():
        for translation in translations_of(source):
            _follow_to_parent(translation, source)
        mirror_order(refetched(source).get_parent())


def mirror_order(parent):
    """Give this page's children the same order in every language; the parent's source language leads.

    Home pages, which are siblings, have no order to mirror.
    """
    leader = source_of(parent)
    if parent.is_root() or not is_source(leader):
        return
    keys = [child.translation_key for child in leader.get_children()]
    with mirroring():
        for translation in translations_of(leader):
            _put_in_order(translation, keys)


def place_new(page):
    """Fit a page that has just been made in another language into its tree.

    The page itself and the pages that waited for it move. The object in the caller's hands is given its new
    place in the tree: whoever made it goes on to save it, and would write the old place back.
    """
    source, parent = source_of(page), page.get_parent()
    with mirroring():
        if source.pk != page.pk:
            _stand_after_neighbour(page, source)
            _adopt_children(page)
        mirror_order(parent)
    stored = refetched(page)
    for field in ("path", "depth", "numchild", "url_path"):
        setattr(page, field, getattr(stored, field))


def mirror_unpublishing(source, *, comes_back=True):
    """Take every live translation off line with its source, remembering which to bring back."""
    with mirroring():
        for translation in translations_of(source).live():
            if comes_back and not translation.alias_of_id:
                UnpublishedWithSource.objects.update_or_create(
                    page=translation, defaults={"revision": translation.live_revision}
                )
            translation.specific.unpublish(log_action="wagtail.unpublish")


def mirror_publishing(source):
    """Bring back, as they were, the translations that went off line with their source."""
    waiting = UnpublishedWithSource.objects.filter(page__translation_key=source.translation_key)
    with mirroring():
        for row in waiting.select_related("page", "revision"):
            row.delete()
            _bring_back(row.page, row.revision)


def hold_back(translation):
    """Unpublish a translation that was published while its source is a draft; it comes with the source."""
    source = source_of(translation)
    if source.pk == translation.pk or source.live:
        return
    mirror_unpublishing(source)
    report(
        _("“%(title)s” will appear when the page that it translates is published (%(language)s).")
        % {"title": translation.get_admin_display_title(), "language": source.locale.get_display_name()}
    )


def translations_of(page):
    """Return the queryset of this page in all other languages, aliases too, in the order they were made."""
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).order_by("pk")


def refetched(page):
    """Return the page as the database has it: moving one page changes the paths of others."""
    return Page.objects.get(pk=page.pk)


def siblings_of(page):
    """Return the ids of a page and its siblings, as they stand."""
    return list(Page.objects.sibling_of(refetched(page)).order_by("path").values_list("pk", flat=True))


def _follow_to_parent(translation, source):
    parent = refetched(source).get_parent()
    wanted = parent if parent.is_root() else _counterpart(parent, translation.locale_id)
    if wanted is None:
        _report_unmirrored(translation, _("the page above it is not translated into this language"))
    elif refetched(translation).get_parent().pk != wanted.pk:
        _move(translation, wanted, "last-child")
        _stand_after_neighbour(translation, source)


def _stand_after_neighbour(translation, source):
    """Put a page that arrived in a tree after the sibling that it follows at its source, if that is there."""
    here = {page.translation_key: page for page in Page.objects.sibling_of(refetched(translation))}
    before = Page.objects.sibling_of(refetched(source)).filter(path__lt=refetched(source).path)
    neighbours = [
        here[page.translation_key] for page in before.order_by("-path") if page.translation_key in here
    ]
    parent = refetched(translation).get_parent()
    if parent.is_root():
        return
    if neighbours:
        _move(translation, neighbours[0], "right")
    else:
        _move(translation, parent, "first-child")


def _adopt_children(page):
    """Bring under a new page the translations whose sources stand under the same page in their language."""
    sources = sources_of([child.translation_key for child in _children_in_all_languages(page)])
    for source in sources.values():
        translation = _counterpart(source, page.locale_id)
        if translation and source.get_parent().translation_key == page.translation_key:
            _follow_to_parent(translation, source)


def _children_in_all_languages(page):
    for version in translations_of(page):
        yield from version.get_children()


def _put_in_order(parent, keys):
    children = list(refetched(parent).get_children())
    by_pk = {child.pk: child for child in children}
    wanted = led_order([(child.pk, child.translation_key) for child in children], keys)
    for pk, left in moves_to_order([child.pk for child in children], wanted):
        if left is None:
            _move(by_pk[pk], parent, "first-child")
        else:
            _move(by_pk[pk], by_pk[left], "right")


def _move(page, target, position):
    """Move with fresh nodes: treebeard rewrites paths by SQL and leaves every loaded page out of date."""
    page = refetched(page)
    try:
        with transaction.atomic():
            page.move(refetched(target), pos=position)
    except (ValidationError, InvalidMoveToDescendant) as error:
        _report_unmirrored(page, in_words(error))


def _counterpart(page, locale_id):
    return Page.objects.filter(translation_key=page.translation_key, locale_id=locale_id).first()


def _bring_back(page, revision):
    try:
        with transaction.atomic():
            (revision or page.specific.save_revision(changed=False)).publish()
    except ValidationError as error:
        _report_unmirrored(page, in_words(error))


def _report_unmirrored(page, reason):
    report(
        _("“%(title)s” stays as it is (%(language)s): %(reason)s")
        % {
            "title": page.get_admin_display_title(),
            "language": page.locale.get_display_name(),
            "reason": reason,
        }
    )
