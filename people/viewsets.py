from wagtail.users.views.users import IndexView, UserViewSet

from people.staff_forms import LearnerCreationForm, LearnerEditForm


class PeopleView(IndexView):
    """The list of users, without what is left of those who were erased."""

    def get_base_queryset(self):
        return super().get_base_queryset().exclude(learner_profile__is_nobody=True)


class LearnerUserViewSet(UserViewSet):
    """Wagtail's own users screens, asking of a person what this school needs."""

    index_view_class = PeopleView

    create_template_name = "people/admin/create_user.html"
    edit_template_name = "people/admin/edit_user.html"

    def get_form_class(self, for_update=False):
        return LearnerEditForm if for_update else LearnerCreationForm
