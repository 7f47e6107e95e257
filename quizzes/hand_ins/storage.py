"""Where handed in files lie: never below MEDIA_ROOT, and without an address of their own."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages

ALIAS = "lifelong_hand_ins"


class PrivateStorage(FileSystemStorage):
    """A folder that only the server reads. `STORAGES["lifelong_hand_ins"]` names it, with its `location`."""

    def __init__(self, **options):
        super().__init__(**({"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700} | options))

    def url(self, name):
        raise ValueError("A handed in file has no public address.")


def is_ready():
    """Tell whether the site says where such files go. Without that it offers no hand-ins."""
    return ALIAS in settings.STORAGES


def hand_in_storage():
    """Return the storage for `HandedInFile.file`; a callable, so that no site's place gets into a migration."""
    return storages[ALIAS] if is_ready() else PrivateStorage(location="hand-ins")
