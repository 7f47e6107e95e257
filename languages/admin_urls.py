from django.urls import path

from .reviewing import record_review

app_name = "lifelong_languages"
urlpatterns = [path("<int:page_id>/", record_review, name="review")]
