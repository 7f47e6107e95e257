"""Where coordinators hand out and erase what is kept of a person, below the addresses of Wagtail's admin."""

from django.urls import path

from . import admin_views as views

app_name = "lifelong_personal_data"
urlpatterns = [
    path("", views.RequestsView.as_view(), name="requests"),
    path("<int:person>/", views.PersonView.as_view(), name="person"),
    path("<int:person>/merge/", views.MergeView.as_view(), name="merge"),
    path("<int:person>/file/", views.FileView.as_view(), name="file"),
]
