"""The screens: choose a question, look at who gains and who loses, change the marks, read what was changed before."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.ui.tables import Table
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin

from languages.collation import sort_key

from ..freezing import digest_of
from ..models.regrades import MarkChange, Regrade
from ..naming import name_of, names_of
from ..page_screens import OfOnePage
from .applying import regrade
from .changes import changes_for
from .desk import may_regrade, questions_of, stem_of
from .forms import EverybodyForm, KeyForm
from .rules import ByKey, ForEverybody
from .tables import change_columns, history_columns, how_of, mark_columns, question_columns

MOST_AT_ONCE = 2000  # tests that one press changes, in some eight seconds: no request runs for minutes
MOST_IN_HISTORY = 100


class OfRegrading(OfOnePage):
    """What all screens share: who may be here, and the way back by the list of questions."""

    header_icon = "rotate"
    page_title = gettext_lazy("Regrade")
    may_be_here = staticmethod(may_regrade)

    def address(self, name="questions", *args):
        return reverse(f"lifelong_regrading:{name}", args=[self.page.pk, *args])

    def get_own_url(self):
        return self.address()


class QuestionsView(OfRegrading, WagtailAdminTemplateMixin, View):
    """The questions with what marking again would do, and what was done before."""

    template_name = "quizzes/regrading/questions.html"

    def get(self, request, **kwargs):
        key = self.page.translation_key
        questions = questions_of(key)
        stems = {one.item.id: one.stem.text for one in questions}
        made = Regrade.objects.on(key).select_related("made_by").annotate(marks=Count("changes"))
        made = list(made.order_by("-pk")[:MOST_IN_HISTORY])
        names = names_of({one.made_by_id: one.made_by for one in made if one.made_by}.values())
        context = self.get_context_data(
            questions=Table(question_columns(self._address_of), questions),
            history=made
            and Table(history_columns(lambda one: self.address("history", one.pk), stems, names), made),
        )
        return self.render_to_response(context)

    def _address_of(self, question):
        return self.address("key" if question.is_marked_by_key else "everybody", question.item.id)


class DryRunView(OfRegrading, BaseListingView):
    """Who gains and who loses by one regrade; a POST does it."""

    template_name = "quizzes/regrading/dry_run.html"
    results_template_name = "quizzes/regrading/dry_run_results.html"
    paginate_by = 50
    form_class = KeyForm
    is_by_key = False

    def dispatch(self, request, *args, item_id, **kwargs):
        self.item_id = str(item_id)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        self.question = self._question()
        self.form = getattr(self, "form", None) or self.form_class(initial={"seen": self._seen()})
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self.form = self.form_class(request.POST)
        if not self.form.is_valid():
            response = self.get(request, *args, **kwargs)
            response.status_code = 422
            return response
        if self.form.cleaned_data["seen"] != self._seen():
            messages.warning(
                request,
                _("The question was changed meanwhile. Nothing is done yet: look again."),
            )
            return redirect(request.path)
        return self._change_marks()

    def _change_marks(self):
        reason = self.form.cleaned_data.get("reason", "")
        tally = regrade(self.rule, self.request.user, reason, most=MOST_AT_ONCE)
        said = ngettext(
            "Marks are changed in %(count)s test.", "Marks are changed in %(count)s tests.", tally.changed
        )
        messages.success(self.request, said % {"count": tally.changed})
        if tally.is_whole:
            return redirect(self.address())
        messages.warning(
            self.request, _("There are more tests than can be changed at once. Press the button again.")
        )
        return redirect(self.request.path)

    def _question(self):
        """Return the question from the list of the page's; anything else is not found."""
        found = questions_of(self.page.translation_key, self.item_id)
        if not found:
            raise Http404
        return found[0]

    def _seen(self):
        return digest_of(sorted(self.rule.digests))

    def get_queryset(self):
        """Return the changes, those who lose first, by name. No more than one press changes."""
        changes, self.is_whole = [], True
        for batch in changes_for(self.rule):
            if len(changes) >= MOST_AT_ONCE:
                self.is_whole = False
                break
            changes += batch
        self.names = names_of(change.attempt.learner for change in changes)
        return sorted(changes, key=self._place_of)

    def _place_of(self, change):
        name = self.names[change.attempt.learner_id]
        return change.gain >= 0, sort_key(name, get_language()), change.attempt.finished_at, change.attempt.pk

    @property
    def columns(self):
        return change_columns(self.names)

    def get_index_url(self):
        return self.request.path

    def get_index_results_url(self):
        return None

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self._label()}]

    def _label(self):
        if self.question.number is None:
            return _("Not asked any more")
        return _("Question %(number)s") % {"number": self.question.number}

    def get_context_data(self, **kwargs):
        changes = self.object_list
        return super().get_context_data(**kwargs) | {
            "question": self.question,
            "right_answer": self.question.item.right_answer(get_language()),
            "form": self.form,
            "is_by_key": self.is_by_key,
            "changed": len(changes),
            "gain": sum(one.gain > 0 for one in changes),
            "lose": sum(one.gain < 0 for one in changes),
            "pass_now": sum(one.is_passed and not one.was_passed for one in changes),
            "pass_no_more": sum(one.was_passed and not one.is_passed for one in changes),
            "is_whole": self.is_whole,
            "key_url": self.question.is_marked_by_key and self.address("key", self.item_id),
            "everybody_url": self.address("everybody", self.item_id),
        }


class KeyView(DryRunView):
    """Marks the question by its key as it is now."""

    is_by_key = True

    @cached_property
    def rule(self):
        return ByKey(self.page.translation_key, self.item_id)

    def _question(self):
        question = super()._question()
        if not question.is_marked_by_key:
            raise Http404
        return question


class EverybodyView(DryRunView):
    """Gives everybody full marks for the question."""

    form_class = EverybodyForm

    @cached_property
    def rule(self):
        return ForEverybody(self.page.translation_key, self.item_id)


class HistoryView(OfRegrading, BaseListingView):
    """Every mark that one regrade changed."""

    paginate_by = 100
    template_name = "quizzes/regrading/history.html"

    def get_queryset(self):
        self.made = get_object_or_404(Regrade.objects.on(self.page.translation_key), pk=self.kwargs["pk"])
        changes = MarkChange.objects.filter(regrade=self.made).order_by("pk")
        return changes.select_related("response__attempt__learner", "response__item_version")

    def get_table(self, object_list):
        rows = list(object_list)
        names = names_of(one.response.attempt.learner for one in rows)
        return Table(mark_columns(names), rows)

    def get_index_url(self):
        return self.request.path

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": how_of(self.made)}]

    def get_context_data(self, **kwargs):
        by = self.made.made_by and name_of(self.made.made_by)
        own = {"made": self.made, "by": by, "stem": stem_of(self.page.translation_key, self.made.item_id)}
        return super().get_context_data(**kwargs) | own
