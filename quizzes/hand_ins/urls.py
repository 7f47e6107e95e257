"""The address of a handed in file, on every site that serves our pages."""

from django.urls import path

from .views import send_file

app_name = "lifelong_hand_ins"
urlpatterns = [path("files/<uuid:pk>/", send_file, name="file")]
