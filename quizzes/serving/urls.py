"""Wagtail's serve pattern under Wagtail's own name, leading through `route.serve`."""

from django.urls import re_path
from wagtail.urls import serve_pattern

from .route import serve

urlpatterns = [re_path(serve_pattern, serve, name="wagtail_serve")]
