from django.contrib.auth.models import AbstractUser


class Member(AbstractUser):
    """The user model that this site has had all along."""
