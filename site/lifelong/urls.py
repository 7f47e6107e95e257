"""All addresses of the site. What people read begins with its language; what they upload and administer does not."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home import views
from people.views import sign_out

from .uploads import serve_upload

# Wagtail brings a way in and out of its own. There is one door to this school, with one set of locks, and whoever goes
# through it leaves nothing behind.
to_our_door = RedirectView.as_view(pattern_name="lifelong_people:sign-in", query_string=True)

handler404 = "home.not_found.page_not_found"

urlpatterns = [
    path("admin/login/", to_our_door),
    path("admin/logout/", sign_out),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.+)$", serve_upload, name="lifelong-upload"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    *i18n_patterns(
        path("_util/login/", to_our_door),
        path("", include("people.urls")),
        path("", include("home.urls")),
        path("", include("lessons.urls")),
        path("", include("quizzes.serving.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]
