"""Questions and pages for the tests of the quiz engine, without a course around them."""

import uuid

from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationSource,
)


def new_id():
    return str(uuid.uuid4())


def single_choice(
    stem="Как выключить компьютер?", right="Меню «Завершение работы»", wrong="Вынуть вилку", **more
):
    """A raw question; the options' feedback is theirs by name, so that a test can recognise it."""
    options = [
        {"text": wrong, "is_key": False, "feedback": f"Почему не «{wrong}»", "percent": None},
        {"text": right, "is_key": True, "feedback": f"Почему «{right}»", "percent": None},
    ]
    value = {"stem": stem, "options": _members(options), "explanation": "", "points": "1"} | more
    return {"type": "single_choice", "id": new_id(), "value": value}


def short_answer(stem="Чем печатают?", spellings="клавиатура", **more):
    answers = [{"spellings": spellings, "percent": "100", "feedback": ""}]
    value = {
        "stem": stem,
        "answers": _members(answers),
        "feedback_wrong": "Посмотрите на картинку.",
        "case_sensitive": False,
        "strict_spelling": False,
        "explanation": "",
        "points": "1",
    }
    return {"type": "short_answer", "id": new_id(), "value": value | more}


def _members(values):
    return [{"type": "item", "id": new_id(), "value": value} for value in values]


def key_of(item):
    return next(option["id"] for option in item.rules["options"] if option["is_key"])


def distractor_of(item):
    return next(option["id"] for option in item.rules["options"] if not option["is_key"])


def translate(page, locale, words=None, publish=True):
    """Translate `page` into `locale` through wagtail-localize; `words` is {source text: text}. Returns the page."""
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    for text, said in (words or {}).items():
        write_string(page, locale, text, said)
    with TestCase.captureOnCommitCallbacks(execute=True):
        Translation.objects.get(pk=translation.pk).save_target(publish=publish)
    return type(page).objects.get(translation_key=page.translation_key, locale=locale)


def write_string(page, locale, text, said):
    """Write one translated string wherever `text` stands on the page."""
    source = TranslationSource.objects.get_for_instance(page)
    for segment in source.stringsegment_set.select_related("string", "context"):
        if segment.string.as_value().render_text() == text:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={"data": said.replace("\n", "<br>"), "translation_type": "manual"},
            )


class Reading(CaptureQueriesContext):
    """Captures queries and leaves the bookkeeping of transactions out."""

    @property
    def statements(self):
        own = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
        return [query["sql"] for query in self.captured_queries if not query["sql"].startswith(own)]
