"""The whole site, and what it is measured against in the same project.

- a plain view that returns the bytes of a lesson and reads nothing;
- a bare view that does one committed INSERT with the same settings.
"""

from functools import cache

from django.conf import settings
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from lifelong.urls import urlpatterns as of_the_site

from .measured_site import KEPT_LESSON, TABLE


def plain(request):
    return HttpResponse(_lesson())


@csrf_exempt
def insert(request):
    """Commit one row as short as an answer. It is on disk before the response leaves."""
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE} (said) VALUES (%s)", ["мышь"])  # noqa: S608 - our own name
    return JsonResponse({"saved": True})


@cache
def _lesson():
    return (settings.VAR_DIR / KEPT_LESSON).read_bytes()


urlpatterns = [path("bench/plain/", plain), path("bench/insert/", insert), *of_the_site]
