from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from people.roles import may_manage_all


class PersonalDataMenuItem(MenuItem):
    def __init__(self):
        url = reverse("lifelong_personal_data:requests")
        super().__init__(_("Personal data"), url, name="personal-data", icon_name="lock", order=350)

    def is_shown(self, request):
        return may_manage_all(request.user)
