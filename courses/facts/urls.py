from django.urls import path

from .views import DueView

app_name = "lifelong_facts"
urlpatterns = [path("", DueView.as_view(), name="due")]
