"""The address of the list, below those of Wagtail's admin."""

from django.urls import path

from .views import AttemptsView

app_name = "lifelong_attempts"
urlpatterns = [path("<int:page_id>/", AttemptsView.as_view(), name="list")]
