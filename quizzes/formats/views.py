"""The screens: paste or choose questions, look at what they become, add them; take the page's questions out."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from . import desk
from .exchange import NotAQuestionFile
from .forms import TextForm
from .registry import FORMATS


class OfOnePage:
    """What both screens share: the page and who may be here."""

    def dispatch(self, request, *args, page_id, **kwargs):
        self.page = desk.page_of_questions(page_id)
        if not desk.may_use(self.page, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class TextView(OfOnePage, WagtailAdminTemplateMixin, View):
    """Nothing is written before the teacher has seen what the text becomes, and then only into the draft."""

    template_name = "quizzes/formats/text.html"
    page_title = gettext_lazy("Questions as text")
    header_icon = "code"

    def get(self, request):
        return self._show(TextForm())

    def post(self, request):
        form = TextForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._show(form, status=422)
        text, name = form.cleaned_data["text"], form.cleaned_data["name"]
        try:
            reading = desk.read(text, name, self.page, request.user)
        except NotAQuestionFile as error:
            form.add_error("text", str(error))
            return self._show(form, status=422)
        if request.POST.get("do") == "add" and reading.questions:
            return self._add(reading.questions)
        kept = TextForm(initial={"text": text, "name": name})
        found = [(question, desk.label_of(self.page, question)) for question in reading.questions]
        return self._show(kept, reading=reading, found=found, format=FORMATS[name].LABEL)

    def _add(self, questions):
        if self.page.permissions_for_user(self.request.user).page_locked():
            messages.error(self.request, _("The page is locked, so nothing was added."))
            return redirect(self.request.path)
        desk.add(self.page, questions, self.request.user)
        said = ngettext(
            "%(count)s question is added to the draft, at the end. Look at it, then publish.",
            "%(count)s questions are added to the draft, at the end. Look at them, then publish.",
            len(questions),
        )
        messages.success(self.request, said % {"count": len(questions)})
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def _show(self, form, status=200, **found):
        context = self.get_context_data(form=form, page=self.page, exports=self._exports(), **found)
        return self.render_to_response(context, status=status)

    def _exports(self):
        """Return (label, address, what is not kept) of each format."""
        return [
            (
                module.LABEL,
                reverse("lifelong_formats:export", args=[self.page.pk, name]),
                desk.write(self.page, name, with_files=False).troubles,
            )
            for name, module in FORMATS.items()
        ]

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, {"url": edit, "label": self.get_page_subtitle()}, here]


class ExportView(OfOnePage, View):
    """The questions of the draft as a file, with their keys."""

    def get(self, request, name):
        if name not in FORMATS:
            raise Http404
        file_name = f"{self.page.slug}.{FORMATS[name].ENDING}"
        headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
        text = desk.write(self.page, name).text
        return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)
