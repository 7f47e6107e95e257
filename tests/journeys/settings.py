"""The site as it is, but that nobody waits: those who sit down at a browser sign in, and mistype, hundreds of times."""

from lifelong.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LIFELONG_TRY_DELAYS = {}
