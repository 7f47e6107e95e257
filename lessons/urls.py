from django.urls import path

from . import views

app_name = "lifelong_lessons"
urlpatterns = [path("reader/", views.choose_reader, name="reader")]
