from wagtail.users.views.users import UserViewSet

from people.staff_forms import LearnerCreationForm, LearnerEditForm


class LearnerUserViewSet(UserViewSet):
    """Wagtail's own users screens, asking of a person what this school needs."""

    create_template_name = "people/admin/create_user.html"
    edit_template_name = "people/admin/edit_user.html"

    def get_form_class(self, for_update=False):
        return LearnerEditForm if for_update else LearnerCreationForm
