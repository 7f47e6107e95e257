"""The site's addresses as somebody has them who did not include those of the lessons."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLResolver, include, path

from lifelong import urls

urlpatterns = [pattern for pattern in urls.urlpatterns if not isinstance(pattern, URLResolver)]
urlpatterns += i18n_patterns(
    path("", include("people.urls")),
    path("", include("home.urls")),
    path("", include("quizzes.serving.urls")),
)
