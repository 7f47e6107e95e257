"""Addresses of the desk, below those of Wagtail's admin."""

from django.urls import path

from . import views

app_name = "lifelong_desk"
urlpatterns = [
    path("", views.ClassesView.as_view(), name="classes"),
    path("<int:cohort>/", views.ClassView.as_view(), name="class"),
    path("<int:cohort>/new-person/", views.NewPersonView.as_view(), name="new-person"),
    path("<int:cohort>/cards/", views.CardsView.as_view(), name="cards"),
    path("<int:cohort>/<int:member>/secret/", views.SecretView.as_view(), name="secret"),
    path("<int:cohort>/<int:member>/unlock/", views.UnlockView.as_view(), name="unlock"),
    path("<int:cohort>/<int:member>/leave/", views.LeaveView.as_view(), name="leave"),
]
