"""The door for gunicorn: `gunicorn --pythonpath site lifelong.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lifelong.settings")

application = get_wsgi_application()
