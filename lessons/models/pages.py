"""The lesson: text, pictures and questions in one body."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from languages.models import source_of
from languages.slugs import AsciiSlugMixin, SourceSlug
from lessons import obeying
from lessons.activities.base import ActivityBlock
from lessons.activities.doing import do_activity, keep_what_is_ticked
from lessons.blocks import lesson_blocks
from lessons.fallback import mark_untranslated
from lessons.fields import LessonField
from lessons.glossary import explain_terms
from lessons.menus import name_menus
from lessons.showing import LessonFillers
from quizzes.answering import shown_pairs
from quizzes.checking.panel import QuestionChecks
from quizzes.items import takes_files
from quizzes.models import Attempt, QuizMixin
from quizzes.versions import get_known_items


class LessonPage(QuizMixin, AsciiSlugMixin, Page):
    """A lesson of ten to fifteen minutes.

    Its questions are practice: checked one by one, tried again freely.
    """

    body = LessonField(lesson_blocks, verbose_name=_("lesson"), blank=True)

    quiz_mode = Attempt.Mode.PRACTICE
    commands = QuizMixin.commands | {
        "activity": do_activity,
        "done": obeying.do_done,
        "reader": obeying.do_reader,
    }
    template = "lessons/lesson_page.html"
    subpage_types = []
    content_panels = [*Page.content_panels, QuestionChecks(), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("body")]
    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("seo_title"),
        SourceSlug(),
        TranslatableField("search_description"),
        TranslatableField("body"),
    ]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def get_items_posted(self, posted, attempt):
        """Return the items as the form showed them: an answer is judged by what was on screen."""
        return get_known_items(self.translation_key, shown_pairs(posted))

    def get_activity_blocks(self):
        """Return the activities of the body, as stream children, in order."""
        return [child for child in self.body if isinstance(child.block, ActivityBlock)]

    def get_activity_ids(self):
        return [child.id for child in self.get_activity_blocks()]

    def obey(self, request, verb, argument, attempt, items):
        """Whatever button is pressed, a ticked "I did it" counts."""
        keep_what_is_ticked(self, request)
        return super().obey(request, verb, argument, attempt, items)

    def get_shared_context(self, request, facts):
        context = super().get_shared_context(request, facts)
        items = facts["items"] = self.get_items(is_preview=request.is_preview)
        activities = self.get_activity_blocks()
        facts["activities"] = [child.id for child in activities]
        asked = self.ask(items, get_language())
        parts = [self._part(child, asked) for child in self.body]
        source = source_of(self).specific
        is_partial = mark_untranslated(parts, self, source) or not all(
            item.is_whole_in(self.locale.language_code) for item in items
        )
        name_menus(parts, get_language())
        explain_terms(parts, self.body)
        return context | {
            "parts": parts,
            "is_partial": is_partial,
            "activity_files": _files_of(activities),
            "has_questions": bool(items),
            "takes_files": takes_files(items),
            "has_variants": any("audience" in part for part in parts),
        }

    def get_fillers(self, request, facts, errors=None):
        return LessonFillers(self, request, facts, errors=errors).as_dict()

    def _part(self, child, asked):
        """Return a block as the template wants it: a question as it is asked, anything else rendered."""
        if child.id in asked:
            return {"asked": asked[child.id]}
        part = {"id": child.id, "html": child.render({"block_id": child.id})}
        if isinstance(child.block, ActivityBlock):
            part["activity"] = child.block_type
        if child.block_type == "variant":
            part |= {"audience": child.value["audience"], "audience_label": child.value.audience_label}
        return part


def _files_of(activities):
    """Return the scripts and the style sheets that these activities need, each once."""
    metas = [child.block.meta for child in activities]
    return {
        "scripts": list(dict.fromkeys(meta.script for meta in metas if meta.script)),
        "styles": list(dict.fromkeys(meta.style for meta in metas if meta.style)),
    }
