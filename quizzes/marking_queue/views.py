"""The queue and its single answers. Nobody sees more here than the pages they work on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from languages.reading import pages_by_key, titles_of

from ..judged import points_words, show_levels
from ..judging import Outdated, judge
from ..naming import name_of, names_of
from .desk import Standing, answers_for, item_of, mark_of, next_after, stem_of, submissions_for, waiting_for
from .exporting import as_csv
from .filters import MarkingFilterSet, Narrowing
from .forms import MarkingForm, first_values

QUEUE = "lifelong_marking:queue"
ANSWER = "lifelong_marking:answer"


class QueuePaginator(WagtailPaginator):
    """Counts in the words of the queue, not of the model."""

    @property
    def items_count_label(self):
        words = ngettext("%(count)s answer waits", "%(count)s answers wait", self.count)
        return words % {"count": self.count}


class JudgedPaginator(WagtailPaginator):
    @property
    def items_count_label(self):
        return ngettext("%(count)s answer", "%(count)s answers", self.count) % {"count": self.count}


class QueueView(BaseListingView):
    """What waits for a mark, the oldest first; or what was given back or marked, the last judged first."""

    page_title = gettext_lazy("Marking")
    header_icon = "edit"
    index_url_name = QUEUE
    index_results_url_name = "lifelong_marking:results"
    template_name = "quizzes/marking_queue/queue.html"
    results_template_name = "quizzes/marking_queue/queue_results.html"
    filterset_class = MarkingFilterSet
    paginate_by = 50
    is_searchable = False

    @cached_property
    def narrowing(self):
        return Narrowing(self.request)

    @property
    def paginator_class(self):
        return QueuePaginator if self.narrowing.is_of_waiting else JudgedPaginator

    @property
    def has_marks(self):
        return self.narrowing.standing == Standing.MARKED

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") != "csv":
            return super().get(request, *args, **kwargs)
        word = pgettext("a file's name", "marking")
        name = f"{word}-{timezone.localdate():%Y-%m-%d}.csv"
        disposition = content_disposition_header(as_attachment=True, filename=name)
        headers = {"Content-Disposition": disposition}
        return HttpResponse(
            as_csv(self.get_queryset(), with_marks=self.has_marks),
            content_type="text/csv; charset=utf-8",
            headers=headers,
        )

    def get_header_buttons(self):
        file = self.narrowing.address(reverse(QUEUE), export="csv")
        return [HeaderButton(_("Download as CSV"), file, icon_name="download")]

    def get_base_queryset(self):
        return answers_for(self.request.user, self.narrowing.standing)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"breadcrumbs_items": self.get_breadcrumbs_items()}

    @cached_property
    def columns(self):
        judged = [DateColumn("said_at", label=pgettext("a judgement", "When"))]
        marks = [Column("mark", label=_("Mark"), accessor=mark_of)]
        return [
            TitleColumn(
                "learner",
                label=_("Learner"),
                accessor=lambda one: self.names[one.response.attempt.learner_id],
                get_url=lambda one: self.narrowing.address(address_of(one.pk)),
            ),
            Column("question", label=_("Question"), accessor=stem_of),
            Column("page", label=_("Quiz"), accessor=lambda one: self.titles.get(one.page_key, "")),
            DateColumn("handed_in_at", label=_("Handed in")),
            *(marks if self.has_marks else []),
            *([] if self.narrowing.is_of_waiting else judged),
        ]

    def get_table(self, object_list):
        """Fetch the names and titles of the rows on screen at once."""
        rows = list(object_list)
        self.names = names_of(one.response.attempt.learner for one in rows)
        self.titles = titles_of(one.page_key for one in rows)
        return super().get_table(rows)


class AnswerView(WagtailAdminTemplateMixin, View):
    """One answer: the question, what helps to mark it, what came before, and the form."""

    header_icon = "edit"
    template_name = "quizzes/marking_queue/answer.html"

    def dispatch(self, request, *args, pk, **kwargs):
        related = ("item_version", "response__attempt__learner")
        self.submission = get_object_or_404(submissions_for(request.user).select_related(*related), pk=pk)
        self.item = item_of(self.submission)
        self.narrowing = Narrowing(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, **kwargs):
        return self._show(self._form(initial=first_values(self.submission, self.submission.judgement)))

    def post(self, request, **kwargs):
        form = self._form(request.POST, is_returning=request.POST.get("do") == "return")
        if not form.is_valid():
            return self._show(form, status=422)
        try:
            judge(self.submission.pk, form.cleaned_data["seen"], form.verdict(), request.user)
        except Outdated:
            return self._tell_outdated(form)
        return self._go_on(form.is_returning)

    def _form(self, *args, **kwargs):
        return MarkingForm(*args, item=self.item, **kwargs)

    def _show(self, form, status=200, **more):
        return self.render_to_response(self.get_context_data(form=form, **more), status=status)

    def _tell_outdated(self, form):
        """Show what was said meanwhile above what this teacher typed, who may save it then with open eyes."""
        typed = form.data.copy()
        typed["seen"] = self.submission.judgements.count()
        return self._show(self._form(typed, is_returning=form.is_returning), status=409, is_outdated=True)

    def _go_on(self, is_returning):
        done = _("Returned to be improved.") if is_returning else _("The mark is saved.")
        messages.success(self.request, f"{name_of(self.submission.response.attempt.learner)}: {done}")
        following = self._next()
        return redirect(self.narrowing.address(address_of(following) if following else reverse(QUEUE)))

    def _next(self):
        """Return what follows in the queue of what waits, or None: whoever corrects a mark goes back to the list."""
        if not self.narrowing.is_of_waiting:
            return None
        return next_after(self.submission, waiting_for(self.request.user, self.narrowing.below))

    def get_page_title(self):
        return name_of(self.submission.response.attempt.learner)

    def get_breadcrumbs_items(self):
        queue = {"url": self.narrowing.address(reverse(QUEUE)), "label": _("Marking")}
        return [*self.breadcrumbs_items, queue, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        page = pages_by_key([self.submission.page_key]).get(self.submission.page_key)
        following = self._next()
        own = {
            "page": page,
            "submission": self.submission,
            "answer": self.item.type.show(self.submission.answer),
            "stem": self.item.say("stem", get_language()),
            "model_answer": self.item.say("model_answer", get_language()),
            "earlier": [self._told(one) for one in self._history()],
            "skip": following and self.narrowing.address(address_of(following)),
            "left": waiting_for(self.request.user, self.narrowing.below).count(),
            "goes_on": self.narrowing.is_of_waiting,
        }
        return super().get_context_data(**own, **kwargs)

    def _history(self):
        """Return the submissions of this response that were judged, the latest first."""
        all_of_it = self.submission.response.submissions.order_by("-pk")
        return all_of_it.select_related("item_version").prefetch_related("judgements__judged_by")

    def _told(self, submission):
        """Return a submission and what was said to it, as the template shows them."""
        item = self.item if submission.pk == self.submission.pk else item_of(submission, with_wordings=False)
        judgements = [
            {
                "by": judgement.judged_by and name_of(judgement.judged_by),
                "at": judgement.judged_at,
                "comment": judgement.comment,
                "mark": _("Returned to be improved.")
                if judgement.is_returned
                else points_words(item, judgement.fraction),
                "levels": show_levels(item, judgement.levels, get_language()),
            }
            for judgement in submission.judgements.all()
        ]
        is_this = submission.pk == self.submission.pk
        answer = "" if is_this else item.type.show(submission.answer)
        return {"submission": submission, "answer": answer, "judgements": judgements}


def address_of(pk):
    return reverse(ANSWER, args=[pk])
