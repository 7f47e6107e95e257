"""Addresses of the desk, below those of Wagtail's admin."""

from django.urls import path

from people.about import desk as about
from people.codes.desk import CodesView
from people.photos.desk import PhotoView

from . import views
from .lists.views import ListView

app_name = "lifelong_desk"
urlpatterns = [
    path("", views.ClassesView.as_view(), name="classes"),
    path("list/", ListView.as_view(), name="list"),
    path("codes/", CodesView.as_view(), name="codes"),
    path("who/", about.WhoView.as_view(), name="who"),
    path("<int:cohort>/", views.ClassView.as_view(), name="class"),
    path("<int:cohort>/new-person/", views.NewPersonView.as_view(), name="new-person"),
    path("<int:cohort>/cards/", views.CardsView.as_view(), name="cards"),
    path("<int:cohort>/questions/", about.PaperView.as_view(), name="questions"),
    path("<int:cohort>/<int:member>/", views.PersonView.as_view(), name="person"),
    path("<int:cohort>/<int:member>/about/", about.TypeInView.as_view(), name="about"),
    path("<int:cohort>/<int:member>/photo/", PhotoView.as_view(), name="photo"),
    path("<int:cohort>/<int:member>/secret/", views.SecretView.as_view(), name="secret"),
    path("<int:cohort>/<int:member>/unlock/", views.UnlockView.as_view(), name="unlock"),
    path("<int:cohort>/<int:member>/leave/", views.LeaveView.as_view(), name="leave"),
]
