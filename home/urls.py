from django.urls import path

from home import views
from home.family import views as family

app_name = "lifelong_home"
urlpatterns = [
    path("my-learning/", views.my_learning, name="my-learning"),
    path("notebook/", views.notebook, name="notebook"),
    path("family/", family.family, name="family"),
    path("family/plan/", family.plan, name="family-plan"),
    path("family/<int:learner>/", family.decide, name="family-decide"),
    path("search/", views.search, name="search"),
]
