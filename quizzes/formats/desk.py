"""What a teacher does with questions as text: look at what a file would become, add it to the draft, take it out."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext as _
from wagtail.models import Page

from languages.models import source_of

from ..blocks import QuestionBlock
from ..models.pages import QuizMixin
from ..writing import one_writer
from .bringing import brought, collection_for
from .exchange import Question
from .pictures import pictures_in
from .registry import FORMATS
from .storing import block_of, check, value_of

MOST_QUESTIONS = 200


def page_of_questions(pk):
    """Return the page in the language it was written in: questions are its own. Raises Http404 for other pages."""
    page = Page.objects.filter(pk=pk).first()
    if page is None or not issubclass(page.specific_class or Page, QuizMixin):
        raise Http404
    return source_of(page).specific


def may_use(page, user):
    """Tell whether somebody may read keys and add questions: whoever may edit the page."""
    return page.permissions_for_user(user).can_edit()


def draft_of(page):
    return page.get_latest_revision_as_object()


def read(text, name, page, user):
    """Return the `Reading` of what `user` can add to `page`: each question is one that the editor would take.

    Raises NotAQuestionFile. Writes nothing.
    """
    reading = FORMATS[name].read(text)
    kept, may_add = [], collection_for(user) is not None
    allowed = page.body.stream_block.child_blocks
    for question in reading.questions:
        try:
            if question.type not in allowed:
                raise ValidationError(_("This page takes no questions of this type."))
            if len(kept) == MOST_QUESTIONS:
                message = _("At most %(most)s questions are added at once.")
                raise ValidationError(message % {"most": MOST_QUESTIONS})
            check(question)
            kept.append(question)
        except ValidationError as error:
            reading.leave_out(question.line, " ".join(dict.fromkeys(error.messages)))
        else:
            if not may_add and any(pictures_in(question.value)):
                reading.lose(question.line, _("Its pictures are not kept: you may not add images."))
    reading.questions = kept
    reading.troubles.sort(key=lambda trouble: trouble.line)
    return reading


def add(page, questions, user):
    """Add questions to the end of the page's draft, and their pictures to the site: all of it or nothing.

    Publishing stays the teacher's.
    """
    pictured = questions if collection_for(user) else []
    with brought(pictured, user) as images, one_writer():
        for image in images.values():
            if image.pk is None:
                image.save()
        draft = draft_of(page)
        stream = draft.body.stream_block
        blocks = [block_of(question, images) for question in questions]
        draft.body = stream.to_python([*stream.get_prep_value(draft.body), *blocks])
        draft.save_revision(user=user, log_action=True)


def write(page, name, with_files=True):
    """Return a `Writing` of the questions in the page's draft. To know only what is not kept, leave the files out."""
    children = [child for child in draft_of(page).body if isinstance(child.block, QuestionBlock)]
    return FORMATS[name].write(
        [Question(child.block_type, value_of(child, with_files)) for child in children]
    )


def label_of(page, question):
    return page.body.stream_block.child_blocks[question.type].label
