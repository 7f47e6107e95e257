"""The site's own settings, with the two views that it is measured against."""

from lifelong.settings import *

ROOT_URLCONF = "tests.bench.urls"
