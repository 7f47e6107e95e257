"""Who may see and change which allowance: whoever may change the page of the test. An id opens nothing."""

from functools import wraps

from django.contrib.admin.utils import unquote
from django.http import Http404
from wagtail.permission_policies.base import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

from quizzes.models import Allowance, QuizPage


def tests_changed_by(person):
    """Return the pages of the tests that `person` may change, in all languages."""
    return PagePermissionPolicy().instances_user_has_permission_for(person, "change").type(QuizPage)


def allowances_of(person):
    """Return the allowances of the tests that `person` may change; an administrator also sees those of gone tests."""
    if person.is_superuser:
        return Allowance.objects.all()
    return Allowance.objects.filter(page_key__in=tests_changed_by(person).values("translation_key"))


class OwnTestsPolicy(ModelPermissionPolicy):
    """Wagtail's permission for snippets is one for all rows; this one ends where somebody's own tests end."""

    def user_has_permission_for_instance(self, user, action, instance):
        is_permitted = self.user_has_permission(user, action)
        return is_permitted and allowances_of(user).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user, actions):
        found = super().instances_user_has_any_permission_for(user, actions)
        return found & allowances_of(user)


def only_own(view):
    """Wrap a view of one allowance: another teacher's is not found, whatever Wagtail would do with its id."""

    @wraps(view)
    def guarded(request, *args, pk, **kwargs):
        number = unquote(str(pk))
        if not number.isdecimal() or not allowances_of(request.user).filter(pk=number).exists():
            raise Http404
        return view(request, *args, pk=pk, **kwargs)

    return guarded
