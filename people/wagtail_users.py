from wagtail.users.apps import WagtailUsersAppConfig


class LearnerUsersConfig(WagtailUsersAppConfig):
    """Stands in INSTALLED_APPS instead of "wagtail.users": accounts without an e-mail address."""

    user_viewset = "people.viewsets.LearnerUserViewSet"
