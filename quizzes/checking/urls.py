"""The address of the checks, below those of Wagtail's admin."""

from django.urls import path

from .views import show_findings

app_name = "lifelong_checking"
urlpatterns = [path("<int:page_id>/", show_findings, name="findings")]
