"""The site's own settings, with nothing in reach that a test could spoil.

A server that a test starts inherits the environment set here, and these settings with it.
"""

import os
from pathlib import Path

os.environ.setdefault("VAR_DIR", str(Path(__file__).resolve().parents[1] / "var" / "tests"))
os.environ.setdefault(
    "SECRET_KEY", "for tests only, and long enough to be one that Django does not warn about"
)
# Playwright leaves an event loop running in the thread that goes on to the next test.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

from lifelong.settings import *
from lifelong.settings import CACHES, STATIC_ROOT, STORAGES

# Nobody has collected the static files when a test begins.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

# Tests that run side by side share one Redis, and each begins by clearing its cache: a database for each worker.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
if "redis" in CACHES["default"]["BACKEND"].lower():
    address, _, database = CACHES["default"]["LOCATION"].rpartition("/")
    number = (int(database) + int(WORKER.removeprefix("gw"))) % 16
    CACHES = {"default": CACHES["default"] | {"LOCATION": f"{address}/{number}"}}

# A password is slow to check on purpose; hundreds of tests sign somebody in.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

# WhiteNoise warns at every request client that the folder is not there.
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)

# Nor do tests wait between wrong tries; those of the delays set them.
LIFELONG_TRY_DELAYS = {}

# Tests of clocks travel by days and back; those of the lock set these themselves.
LIFELONG_IDLE_MINUTES = LIFELONG_LAB_IDLE_MINUTES = 0
