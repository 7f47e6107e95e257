"""Addresses of questions as text, below those of Wagtail's admin."""

from django.urls import path

from .views import ExportView, TextView

app_name = "lifelong_formats"
urlpatterns = [
    path("<int:page_id>/", TextView.as_view(), name="text"),
    path("<int:page_id>/<slug:name>/", ExportView.as_view(), name="export"),
]
