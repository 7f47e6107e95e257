"""Wagtail's serve pattern under Wagtail's own name, leading through `route.serve`; before it, handed in files."""

from django.urls import include, path, re_path
from wagtail.urls import serve_pattern

from .route import serve

urlpatterns = [
    path("", include("quizzes.hand_ins.urls")),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]
