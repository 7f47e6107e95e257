"""The address of the statistics, below those of Wagtail's admin."""

from django.urls import path

from .views import StatisticsView

app_name = "lifelong_statistics"
urlpatterns = [path("<int:page_id>/", StatisticsView.as_view(), name="questions")]
