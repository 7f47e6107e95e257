"""No answer key, feedback or explanation reaches anybody before its release."""

import pytest
from django.core.management import call_command
from wagtail.search.models import IndexEntry
from wagtail_localize.models import Translation

from courses.models import SearchEntry
from quizzes import registry
from quizzes.models import Response
from quizzes.serving import body

from .answering import checked, finished, saved, started
from .browsing import shown
from .school import LANGUAGES
from .walking import all_addresses
from .words import SECRET, SECRET_NUMBER, plain, secret

pytestmark = pytest.mark.crawl

# What somebody is told who chose the last option, or what belongs to nothing, or typed what is wrong.
TOLD = {
    "single_choice": ("options-1-feedback", "explanation"),
    "short_answer": ("feedback_wrong", "explanation"),
    "multiple_choice": ("options-1-feedback", "explanation"),
    "true_false": ("feedback_false", "explanation"),
    "numerical": ("feedback_wrong", "explanation"),
    "matching": ("pairs-0-feedback", "pairs-1-feedback", "explanation"),
    "matrix": ("rows-0-feedback", "rows-1-feedback", "explanation"),
    "hotspot": ("areas-1-feedback", "explanation"),
    "gaps": ("gaps-0-feedback", "gaps-1-feedback", "explanation"),
    "ordering": ("feedback_wrong", "explanation"),
    "open_text": (),  # until somebody has marked it
    "reflection": (),
    "hand_in": (),
}
RIGHT = {"true_false"}  # the last option happens to be the key
TRICKS = "?x=1&preview=1&format=json&mode=answers&revision=1&fields=*"
ELSEWHERE = (
    "/ru/no-such-page/",
    "/ru/my-learning/",
    "/kk/account/",
    "/en/sign-in/",
    "/sitemap.xml",
    "/robots.txt",
    "/ru/search/?q=zq",
    "/kk/search/?q=zq+vz",
    "/ru/search/?q=страница",
    "/api/v2/pages/?fields=*",
    "/api/main/pages/",
)


def told(place, kinds, languages=LANGUAGES):
    """Return the secrets that become known about a place once questions of those kinds are released."""
    return {secret(place, kind, path, code) for kind in kinds for path in TOLD[kind] for code in languages}


def told_at_first(place, kind):
    """Return what a first wrong try makes known: a hint, and not yet what would end the search."""
    if kind in RIGHT:
        return told(place, [kind])
    final = {secret(place, kind, "explanation", code) for code in LANGUAGES}
    hints = {secret(place, kind, "hints-0-text", code) for code in LANGUAGES if TOLD[kind]}
    return told(place, [kind]) - final | hints


def kinds():
    return [kind.name for kind in registry.all_types()]


def crawl(visitor):
    """Yield everything that the visitor can be shown: every page in every language, with tricks, and beside it."""
    school = visitor.school
    for name, language in school.translated_pages:
        address = school.address(name, language)
        yield shown(visitor.get(address))
        if hasattr(school.pages[name], "body"):
            yield shown(visitor.get(address + TRICKS, headers={"accept": "application/json"}))
    for address in ELSEWHERE:
        yield shown(visitor.get(address))
    for address in about_the_pages(school):
        yield shown(visitor.get(address))


def about_the_pages(school):
    """Return the admin's addresses for editing, previewing, comparing and copying the pages with questions."""
    for name, language in (("lesson", "ru"), ("quiz", "kk")):
        page = school.page(name, language)
        about = f"/admin/pages/{page.pk}/"
        views = ("edit/", "edit/preview/", "view_draft/", "copy/", "history/", "usage/", "delete/")
        yield from (about + view for view in views)
        yield f"{about}revisions/{page.live_revision_id}/view/"
        yield f"{about}revisions/compare/earliest...latest/"
        yield f"/admin/api/main/pages/{page.pk}/?fields=*"


def secrets_shown_to(visitor):
    return set(SECRET.findall("\n".join(crawl(visitor))))


def secrets_on(visitor, place, languages=LANGUAGES):
    addresses = [visitor.school.address(place, code) for code in languages]
    return {found for address in addresses for found in SECRET.findall(shown(visitor.get(address)))}


def test_every_question_type_is_among_the_questions_of_this_school(school):
    unknown = set(kinds()) - TOLD.keys()
    assert not unknown, f"Say in TOLD what is told about an answer of these types: {unknown}"


def test_the_crawler_really_reads_the_questions(school, visit):
    everything = "\n".join(crawl(visit("learner")))
    wanted = {plain("lesson", kind, "stem", code) for kind in kinds() for code in LANGUAGES}
    assert all(word in everything for word in wanted)


@pytest.mark.parametrize("role", ["anonymous", "outsider", "learner"])
def test_nobody_learns_a_key_by_reading(role, visit):
    assert not secrets_shown_to(visit(role))


def test_nobody_learns_a_key_by_starting_a_test(visit):
    learner = visit("learner")
    started(learner, "quiz")
    assert not secrets_shown_to(learner)


def test_nobody_learns_a_key_by_answering(visit):
    learner = visit("learner")
    started(learner, "quiz")
    acknowledged = [
        saved(learner, place, headers={"accept": "application/json"}) for place in ("lesson", "quiz")
    ]
    assert Response.objects.count() == 2 * len(kinds())
    assert not SECRET.findall("".join(map(shown, acknowledged)))
    assert not secrets_shown_to(learner)


def test_nobody_learns_a_key_from_a_refused_answer(visit):
    learner = visit("learner")
    started(learner, "quiz")
    for place in ("lesson", "quiz"):
        for accept in ("text/html", "application/json"):
            refused = saved(learner, place, typed="я" * 10_001, headers={"accept": accept})
            assert refused.status_code == 422
            assert not SECRET.findall(shown(refused))


def test_checking_is_for_practice_and_tells_nothing_in_a_test(visit):
    learner = visit("learner")
    started(learner, "quiz")
    for question in learner.school.page("quiz").body:
        refused = checked(learner, "quiz", question.id)
        assert refused.status_code == 403
        assert not SECRET.findall(shown(refused))
    assert not secrets_shown_to(learner)


def test_a_checked_answer_tells_about_itself_and_nothing_else(visit):
    learner = visit("learner")
    known = set()
    for question in learner.school.page("lesson").body:
        checked(learner, "lesson", question.id)
        known |= told_at_first("lesson", question.block_type)
        assert secrets_on(learner, "lesson") == known
    assert secrets_shown_to(learner) == known


def test_a_finished_test_tells_only_about_what_was_chosen(visit):
    learner = visit("learner")
    started(learner, "quiz")
    finished(learner, "quiz")
    assert secrets_shown_to(learner) == told("quiz", kinds())


def test_a_page_speaks_of_a_released_answer_in_its_own_language(visit):
    learner = visit("learner")
    started(learner, "quiz")
    finished(learner, "quiz")
    for code in LANGUAGES:
        assert secrets_on(learner, "quiz", [code]) == told("quiz", kinds(), [code])


def test_a_new_attempt_hides_everything_again(visit):
    learner = visit("learner")
    started(learner, "quiz")
    finished(learner, "quiz")
    started(learner, "quiz")
    assert not secrets_shown_to(learner)


def test_one_learner_s_result_tells_another_nothing(school, visit):
    learner = visit("learner")
    started(learner, "quiz")
    finished(learner, "quiz")
    secrets_shown_to(learner)
    assert not secrets_shown_to(visit("outsider"))
    assert not secrets_shown_to(visit("anonymous"))


def test_the_kept_bodies_of_pages_hold_no_key(visit):
    learner = visit("learner")
    for question in learner.school.page("lesson").body:
        checked(learner, "lesson", question.id)
    secrets_shown_to(learner)
    kept = "".join(str(piece) for one in body._kept.values() for piece in one.pieces)
    assert plain("lesson", "single_choice", "stem") in kept
    assert not SECRET.findall(kept)


def test_a_search_finds_no_key(school):
    call_command("update_index", verbosity=0)
    indexed = "\n".join(
        f"{entry.title} {entry.autocomplete} {entry.body}" for entry in IndexEntry.objects.all()
    )
    beginnings = {
        word[:2] for word in (plain("", "", ""), secret("", "", ""))
    }  # PostgreSQL cuts words at hyphens
    assert [word for word in sorted(beginnings) if word in indexed] == ["vz"]
    assert str(SECRET_NUMBER) not in indexed


def test_the_search_knows_no_question(school):
    """Not even its words: the order of a question's parts may be its key."""
    kept = "\n".join(
        f"{entry.title_words} {entry.text_words} {entry.text}" for entry in SearchEntry.objects.all()
    )
    assert "страница" in kept
    assert not SECRET.findall(kept)
    assert not [word for word in (plain("", "", ""), secret("", "", "")) if word[:2] in kept]


def test_another_course_s_teacher_finds_no_key_in_the_admin(school, visit):
    neighbour = visit("neighbour")
    neighbour.browser.raise_request_exception = False  # what breaks under nonsense must not tell either
    assert not secrets_shown_to(neighbour)
    behind_pages = [
        behind(school.page(name, language)) for name, language in (("lesson", "ru"), ("quiz", "kk"))
    ]
    paths = {address.path(values) for address in admin_addresses() for values in behind_pages}
    for path in sorted(paths):
        for method in ("GET", "POST"):
            told = shown(neighbour.ask(method, f"{path}?q=zq&fields=*"))
            assert not SECRET.findall(told), f"{method} {path}"


def test_a_course_s_own_teacher_does_find_them_there(school, visit):
    """Otherwise the test above would prove nothing."""
    assert SECRET.findall(shown(visit("teacher").get(f"/admin/pages/{school.pages['lesson'].pk}/edit/")))


def admin_addresses():
    return [address for address in all_addresses() if address.is_admin and address.route != "admin/logout/"]


def behind(page):
    """Return values for an address's parameters that lead to `page`, its revision and its translation."""
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale__language_code="kk"
    )
    string = translation.source.stringsegment_set.first()
    pages = dict.fromkeys(
        ("page_id", "parent_page_id", "page_to_move_id", "pk", "_0", "destination_id"), page.pk
    )
    kind = {"app_label": page._meta.app_label, "model_name": page._meta.model_name}
    kind |= {"content_type_app_name": page._meta.app_label, "content_type_model_name": page._meta.model_name}
    localized = {"translation_id": translation.pk, "translation_source_id": translation.source.pk}
    rest = {
        "string_segment_id": string.pk,
        "revision_id": page.live_revision_id,
        "course_key": page.get_parent().get_parent().translation_key,
        "uuid": page.translation_key,
        "action_name": "copy",
        "regex": "",
    }
    return (
        pages
        | kind
        | localized
        | rest
        | {"int": 1, "str": page.pk, "slug": "page", "_1": "earliest", "_2": "latest"}
    )
