"""Addresses of regrading, below those of Wagtail's admin."""

from django.urls import path

from .views import EverybodyView, HistoryView, KeyView, QuestionsView

app_name = "lifelong_regrading"
urlpatterns = [
    path("<int:page_id>/", QuestionsView.as_view(), name="questions"),
    path("<int:page_id>/<uuid:item_id>/", KeyView.as_view(), name="key"),
    path("<int:page_id>/<uuid:item_id>/everybody/", EverybodyView.as_view(), name="everybody"),
    path("<int:page_id>/history/<int:pk>/", HistoryView.as_view(), name="history"),
]
