from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """An app with the label that our own `people` would like to have."""

    name = "foreign.people"
    label = "people"
