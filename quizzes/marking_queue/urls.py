"""Addresses of the queue, below those of Wagtail's admin."""

from django.urls import path

from .views import AnswerView, QueueView

app_name = "lifelong_marking"
urlpatterns = [
    path("", QueueView.as_view(), name="queue"),
    path("results/", QueueView.as_view(results_only=True), name="results"),
    path("<int:pk>/", AnswerView.as_view(), name="answer"),
]
