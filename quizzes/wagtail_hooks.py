"""What the quiz engine adds to Wagtail's admin."""

from django.urls import include, path, reverse
from wagtail import hooks

from .marking_queue import urls
from .marking_queue.menu import MarkingMenuItem


@hooks.register("register_admin_urls")
def register_the_marking_queue():
    return [path("marking/", include(urls))]


@hooks.register("register_admin_menu_item")
def register_the_marking_menu():
    return MarkingMenuItem(reverse("lifelong_marking:queue"))
