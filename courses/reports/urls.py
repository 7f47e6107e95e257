from django.urls import path

from .views import CoursesView, ProgressView

app_name = "lifelong_reports"
urlpatterns = [
    path("", CoursesView.as_view(), name="courses"),
    path("<uuid:course_key>/", ProgressView.as_view(), name="progress"),
    path("<uuid:course_key>/results/", ProgressView.as_view(results_only=True), name="progress-results"),
]
