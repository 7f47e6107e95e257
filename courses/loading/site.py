"""What a site needs before its first page: languages, and a front door that is not Wagtail's."""

from wagtail.models import Locale, Page, Site

WELCOME = "Welcome to your new Wagtail site!"


def bring_locales(languages):
    """Return {language code: Locale}, making what is missing."""
    return {language: Locale.objects.get_or_create(language_code=language)[0] for language in languages}


def make_room():
    """Free the address of the page that every new Wagtail site starts with; returns that page or None."""
    welcome = find_welcome()
    if welcome:
        welcome.slug = "welcome"
        welcome.save()
    return welcome


def open_front_door(home, welcome=None):
    """Make the home page the root of the default site and remove Wagtail's welcome page.

    A site whose root somebody has chosen keeps it.
    """
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", is_default_site=True, root_page=home)
    elif welcome and site.root_page_id == welcome.pk:
        site.root_page = home
        site.save()
    if welcome:  # only now: deleting it earlier would delete the site with it
        Page.objects.get(pk=welcome.pk).delete()


def is_empty():
    """Say whether the site has no page but Wagtail's welcome page."""
    pages = Page.objects.filter(depth__gt=1)
    welcome = find_welcome()
    return not (pages.exclude(pk=welcome.pk) if welcome else pages).exists()


def find_welcome():
    """Return Wagtail's own first page while nobody has made it theirs, or None."""
    page = Page.objects.filter(depth=2, title=WELCOME, numchild=0).first()
    return page if page and page.specific_class is Page else None
