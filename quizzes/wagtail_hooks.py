"""What the quiz engine adds to Wagtail's admin."""

from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.snippets.models import register_snippet

from . import erasing, merging, own_data
from .allowances.deleting import DeleteOwnAllowances
from .allowances.viewsets import ExceptionsGroup
from .attempt_list import urls as attempt_urls
from .attempt_list.menu import AttemptsButton
from .checking import urls as checking_urls
from .checking.publishing import refuse_errors, tell_warnings
from .formats import urls as format_urls
from .formats.menu import TextButton
from .kept_forms import forms_kept_too_long
from .marking_queue import urls
from .marking_queue.menu import MarkingMenuItem
from .models.pages import QuizMixin
from .regrading import urls as regrading_urls
from .regrading.menu import RegradeButton
from .statistics import urls as statistics_urls
from .statistics.menu import StatisticsButton


@hooks.register("insert_global_admin_css")
def keep_wide_lists_in_their_columns():
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("quizzes/css/editor.css"))


@hooks.register("register_admin_urls")
def register_the_marking_queue():
    return [path("marking/", include(urls))]


@hooks.register("register_admin_menu_item")
def register_the_marking_menu():
    return MarkingMenuItem(reverse("lifelong_marking:queue"))


@hooks.register("register_admin_urls")
def register_regrading():
    return [path("regrade/", include(regrading_urls))]


@hooks.register("register_page_header_buttons")
def offer_to_regrade(page, user, view_name, next_url=None):
    return [RegradeButton(page, user)] if issubclass(page.specific_class, QuizMixin) else []


@hooks.register("register_admin_urls")
def register_questions_as_text():
    return [path("questions/", include(format_urls))]


@hooks.register("register_page_header_buttons")
def offer_questions_as_text(page, user, view_name, next_url=None):
    return [TextButton(page, user)] if issubclass(page.specific_class, QuizMixin) else []


@hooks.register("register_admin_urls")
def register_the_checks():
    return [path("question-checks/", include(checking_urls))]


@hooks.register("after_publish_page")
def tell_what_deserves_a_look(request, page):
    tell_warnings(request, page)


@hooks.register("before_bulk_action")
def keep_unfinished_questions_from_learners(request, action_type, objects, action_class_instance):
    return refuse_errors(request, action_type, objects, action_class_instance)


@hooks.register("lifelong_own_data")
def tell_learners_what_they_answered(person):
    return own_data.parts(person)


@hooks.register("lifelong_erasing")
def tell_what_erasing_does_to_answers(person):
    return erasing.what_goes_and_stays(person)


@hooks.register("lifelong_past_keeping")
def tell_which_forms_nobody_came_back_for(now):
    return [(_("Forms that were sent after signing out"), forms_kept_too_long(now))]


@hooks.register("lifelong_before_merging")
def bring_answers_of_one_person_together(gone, kept):
    merging.bring_together(gone, kept)


@hooks.register("lifelong_before_erasing")
def let_nobody_have_the_answers(person, nobody):
    erasing.hand_over(person, nobody)


@hooks.register("register_admin_urls")
def register_the_list_of_attempts():
    return [path("attempts/", include(attempt_urls))]


@hooks.register("register_page_header_buttons")
def offer_the_list_of_attempts(page, user, view_name, next_url=None):
    return [AttemptsButton(page, user)] if issubclass(page.specific_class, QuizMixin) else []


@hooks.register("register_admin_urls")
def register_the_statistics():
    return [path("question-statistics/", include(statistics_urls))]


@hooks.register("register_page_header_buttons")
def offer_the_statistics(page, user, view_name, next_url=None):
    return [StatisticsButton(page, user)] if issubclass(page.specific_class, QuizMixin) else []


# After Wagtail's own, whose place it takes: the latest one of a name counts.
hooks.register("register_bulk_action", DeleteOwnAllowances, order=100)


register_snippet(ExceptionsGroup)
