"""Search engines are told what is open to all, and nothing else."""

from xml.etree import ElementTree

import pytest

HOST = "http://testserver"
MAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def pages(front, subject, course, lesson, other_course):
    """Everything above a lesson that one has to join for."""
    return [front, subject.get_parent(), subject, course, other_course]


def entries(browser):
    """Return {address: {language: address}}."""
    response = browser.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    listed = ElementTree.fromstring(response.content).iter(f"{MAP}url")  # noqa: S314
    return {entry.findtext(f"{MAP}loc"): languages(entry) for entry in listed}


def languages(entry):
    return {link.get("hreflang"): link.get("href") for link in entry.iter(f"{XHTML}link")}


def test_courses_are_listed_and_lessons_behind_a_guard_are_not(stranger, pages):
    assert list(entries(stranger)) == [HOST + page.get_url() for page in pages]


def test_the_lessons_of_an_open_course_are_listed_and_its_tests_are_not(
    stranger, pages, course, lesson, quiz
):
    course.is_open_to_read = True
    course.save()
    listed = entries(stranger)
    assert HOST + lesson.get_url() in listed
    assert HOST + quiz.get_url() not in listed


def test_a_page_names_its_other_languages(stranger, course, other_course, whole_course_in):
    kazakh = whole_course_in("kk")
    listed, both = entries(stranger), {"ru": HOST + course.get_url(), "kk": HOST + kazakh.get_url()}
    assert listed[both["ru"]] == listed[both["kk"]] == both
    assert listed[HOST + other_course.get_url()] == {}


def test_drafts_and_private_pages_are_not_listed(stranger, pages, subject, course, other_course):
    course.unpublish()
    other_course.view_restrictions.create(restriction_type="login")
    assert list(entries(stranger)) == [HOST + page.get_url() for page in pages[:3]]


def test_nothing_below_a_draft_is_listed(stranger, pages, subject):
    subject.unpublish()
    assert list(entries(stranger)) == [HOST + page.get_url() for page in pages[:2]]


def test_robots_are_led_to_it_and_away_from_the_admin(stranger, front):
    said = stranger.get("/robots.txt").content.decode().splitlines()
    assert said == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /kk/search/",
        "Disallow: /ru/search/",
        "Disallow: /en/search/",
        "Sitemap: http://testserver/sitemap.xml",
    ]
