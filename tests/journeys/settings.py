"""The site as it is, but for passwords: those who sit down at a browser sign in hundreds of times in one run."""

from lifelong.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
