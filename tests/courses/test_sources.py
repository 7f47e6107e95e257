"""The sources of a course: a reader sees where a fact comes from, an editor when to look again."""

import datetime
import json

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from courses.models import CoursePage, SourcesPage
from courses.progress import progress_in
from lessons.models import HelpLine, HelpLines
from tests.quizzes.builders import translate

from .facts import PAST, fact
from .walking import soup


@pytest.fixture
def sources(course, quiz):
    """The course's page of sources, behind its modules."""
    body = [fact("Срок — пять рабочих дней.", used_in="chasti"), fact("Старый факт.", again=PAST, link="")]
    page = SourcesPage(
        title="Источники",
        slug="istochniki",
        locale=course.locale,
        intro="Что проверено.",
        facts=json.dumps(body),
    )
    return CoursePage.objects.get(pk=course.pk).add_child(instance=page)


def test_a_reader_sees_who_says_a_fact_and_where_it_is_used(stranger, sources, lesson):
    first, second = soup(stranger.get(sources.get_url())).select(".fact")
    assert first.find(class_="fact-statement").get_text() == "Срок — пять рабочих дней."
    assert [(link.get_text(), link["href"]) for link in first.find_all("a")] == [
        ("adilet.example", "https://www.adilet.example/law"),
        ("Части", lesson.get_url()),
    ]
    assert "Проверено 07.06.2024, проверить снова до 23.11.2099." in first.get_text()
    assert not second.find_all("a")


def test_the_course_leads_to_its_sources(stranger, sources, course):
    link = soup(stranger.get(course.get_url())).select_one(".course-foot a")
    assert (link.get_text(), link["href"]) == ("Источники", sources.get_url())


def test_sources_are_no_step_of_the_course(sources, course, learner):
    outline = course.get_outline()
    assert [step.title for step in outline.steps] == ["Части", "Экран", "Тест"]
    assert [stretch.title for stretch in outline.stretches] == ["Первые шаги", "Проверка"]
    assert outline.sources.title == "Источники"
    assert str(sources.translation_key) not in progress_in(outline.steps, learner).completed


def test_a_course_without_sources_says_nothing_of_them(stranger, course, quiz):
    assert not soup(stranger.get(course.get_url())).select(".course-foot")


def test_a_course_says_under_which_licence_its_texts_are(stranger, course, quiz):
    course.licence = "cc-by-4.0"
    course.save_revision().publish()
    link = soup(stranger.get(course.get_url())).select_one(".course-foot a[rel=license]")
    assert (link.get_text(), link["href"]) == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")


def test_a_reader_of_kazakh_reads_the_sources_in_kazakh(stranger, sources, whole_course_in, languages):
    whole_course_in("kk")
    said = {
        "Источники": "Дереккөздер",
        "Что проверено.": "Не тексерілді.",
        "Срок — пять рабочих дней.": "Мерзімі — бес жұмыс күні.",
        "Закон, статья 5.": "Заң, 5-бап.",
    }
    page = translate(sources, languages["kk"], said)
    html = soup(stranger.get(page.get_url())).find("article")
    first, second = html.select(".fact")
    assert first.find(class_="fact-statement").get_text() == "Мерзімі — бес жұмыс күні."
    assert first.a["href"] == "https://www.adilet.example/law"
    assert first.find_all("a")[1].get_text() == "Части kk"
    assert "07.06.2024 тексерілді" in first.get_text()
    assert [tag.get_text() for tag in html.find_all(attrs={"lang": "ru"})] == ["Старый факт."]
    assert html.find(class_="notice")
    assert second.find(attrs={"lang": "ru"})


def test_a_fact_keeps_its_dates_and_ids_in_a_translation(sources, whole_course_in, languages):
    whole_course_in("kk")
    page = translate(sources, languages["kk"], {"Источники": "Дереккөздер"})
    translated = SourcesPage.objects.get(pk=page.pk).facts
    assert [child.id for child in translated] == [child.id for child in sources.facts]
    assert [child.value["check_again_by"] for child in translated] == [
        child.value["check_again_by"] for child in sources.facts
    ]
    sources.facts[0].value["check_again_by"] = datetime.date(2030, 1, 2)
    sources.save_revision().publish()
    translate(sources, languages["kk"], {})
    assert SourcesPage.objects.get(pk=page.pk).facts[0].value["check_again_by"] == datetime.date(2030, 1, 2)


def test_an_editor_is_told_which_facts_are_to_be_checked_again(admin_client, sources):
    sources.save_revision().publish()
    page = BeautifulSoup(admin_client.get(f"/admin/pages/{sources.pk}/edit/").content, "html.parser")
    assert [one.get_text() for one in page.select(".help-warning li")] == ["Старый факт. (07.06.2024)"]


def test_the_report_lists_what_is_to_be_checked_again(admin_client, sources):
    settings = HelpLines.objects.create()
    old = timezone.localdate() - datetime.timedelta(days=1)
    HelpLine.objects.create(
        settings=settings, number="111", name_ru="Центр", checked_on=old, check_again_by=old
    )
    html = BeautifulSoup(admin_client.get("/admin/to-check-again/").content, "html.parser")
    rows = [row.get_text(" ", strip=True) for row in html.select("table tbody tr")]
    assert len(rows) == 2
    assert "Старый факт." in rows[0]
    assert "111 Центр" in rows[1]


def test_a_teacher_sees_only_what_they_may_correct(seat, teacher, sources, other_course):
    page = SourcesPage(
        title="Чужие",
        slug="chuzhie",
        locale=other_course.locale,
        facts=json.dumps([fact("Чужой факт.", again=PAST)]),
    )
    CoursePage.objects.get(pk=other_course.pk).add_child(instance=page)
    shown = seat(teacher).get("/admin/to-check-again/").content.decode()
    assert "Старый факт." in shown
    assert "Чужой факт." not in shown


def test_whoever_edits_nothing_has_no_report(seat, learner, sources):
    assert seat(learner).get("/admin/to-check-again/").status_code in (302, 403)


def test_a_course_has_one_page_of_sources(sources, course):
    assert not SourcesPage.can_create_at(CoursePage.objects.get(pk=course.pk))
