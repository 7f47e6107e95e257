"""Every sentence that we show is there in Kazakh and in Russian."""

import os
import re
import shutil
from pathlib import Path

import polib
import pytest
from django.core.management import call_command

REPOSITORY = Path(__file__).parents[2]
SITE = "site/lifelong"
ROOMS = ["languages", "quizzes", "lessons", "people", "courses", "home", SITE]
LANGUAGES = ["kk", "ru"]
FORMS = {"kk": 2, "ru": 4}  # of a word that counts things
# A learner may be seventy years old, and a teacher need not be one by profession.
UNWANTED = {"kk": r"оқушы|мұғалім|үлгерім|курсор", "ru": r"учени[кц]|учител|успех"}
SAID_TO_FAMILIES = ("show your work", "they show", "let them be the teacher")


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """A copy of the source whose catalogues have just been brought up to date by makemessages."""
    if not shutil.which("xgettext"):
        missing = "xgettext is missing, so no one checks translations: apt-get install gettext"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    copy = tmp_path_factory.mktemp("source")
    for folder in [*ROOMS, "templates"]:
        shutil.copytree(
            REPOSITORY / folder, copy / folder, ignore=shutil.ignore_patterns("*.mo", "__pycache__")
        )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copy)
        patch.setattr("django.conf.settings.LOCALE_PATHS", [copy / SITE / "locale"])
        call_command("makemessages", locale=LANGUAGES, no_location=True, no_obsolete=True, verbosity=0)
    return copy


def sentences(catalogue):
    return {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}


def catalogue(folder, room, language):
    path = folder / room / "locale" / language / "LC_MESSAGES" / "django.po"
    return polib.pofile(str(path)) if path.exists() else []


def is_complete(entry, language):
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    return all(texts) and not entry.fuzzy and (not entry.msgid_plural or len(texts) == FORMS[language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_of_ours_is_untranslated(extracted, room, language):
    shown = sentences(catalogue(extracted, room, language))
    translated = sentences(catalogue(REPOSITORY, room, language))
    missing = [
        entry.msgid
        for key, entry in shown.items()
        if key not in translated or not is_complete(translated[key], language)
    ]
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_no_catalogue_keeps_what_nobody_shows_any_more(extracted, room, language):
    shown = sentences(catalogue(extracted, room, language))
    assert not set(sentences(catalogue(REPOSITORY, room, language))) - set(shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_a_translation_keeps_the_places_for_names_and_numbers(room, language):
    wrong = [
        entry.msgid
        for entry in catalogue(REPOSITORY, room, language)
        for text in entry.msgstr_plural.values() or [entry.msgstr]
        if text and places(text) != places(entry.msgid_plural or entry.msgid)
    ]
    assert not wrong


def places(text):
    """The named places of a sentence, such as %(count)d and {name}."""
    return set(re.findall(r"%\(\w+\)[a-z]|\{\w*\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_a_learner_and_a_teacher_are_called_by_one_word_in_every_room(room, language):
    wrong = [
        text
        for entry in catalogue(REPOSITORY, room, language)
        if not any(words in entry.msgid.lower() for words in SAID_TO_FAMILIES)
        for text in entry.msgstr_plural.values() or [entry.msgstr]
        if re.search(UNWANTED[language], text, re.IGNORECASE)
    ]
    assert not wrong
