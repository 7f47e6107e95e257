from django.urls import path

from home import views

app_name = "lifelong_home"
urlpatterns = [
    path("my-learning/", views.my_learning, name="my-learning"),
    path("search/", views.search, name="search"),
]
