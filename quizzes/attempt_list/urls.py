"""The addresses of the list and of one attempt, below those of Wagtail's admin."""

from django.urls import path

from .views import AttemptsView, AttemptView

app_name = "lifelong_attempts"
urlpatterns = [
    path("<int:page_id>/", AttemptsView.as_view(), name="list"),
    path("<int:page_id>/<uuid:attempt_id>/", AttemptView.as_view(), name="one"),
]
