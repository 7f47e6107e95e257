from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("cms/", include(wagtailadmin_urls)),
    *i18n_patterns(
        *([path("", include("people.urls"))] if "people" in settings.ROOMS else []),
        *([path("", include("lessons.urls"))] if "lessons" in settings.ROOMS else []),
        *([path("", include("quizzes.serving.urls"))] if "quizzes" in settings.ROOMS else []),
        path("", include(wagtail_urls)),
    ),
]
