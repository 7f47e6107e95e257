"""A site adds an activity of its own, and takes it away again."""

import pytest
from django.core.management import call_command

from lessons.activities import registry
from lessons.activities.base import ActivityBlock
from lessons.models import ActivityRecord, LessonPage
from tests.lessons.builders import block


class JugglingBlock(ActivityBlock):
    class Meta:
        label = "Juggling"
        template = "lessons/activities/mouse_trainer.html"
        script = "clinic/juggling.js"


@pytest.fixture
def juggling(monkeypatch):
    monkeypatch.setattr(registry, "_activities", registry.all_activities())
    registry.register("juggling")(JugglingBlock)
    forget_blocks()
    yield block("juggling", {"title": "Жонглируем"})
    monkeypatch.undo()
    forget_blocks()


def forget_blocks():
    """The field keeps its blocks once it has asked for them."""
    vars(LessonPage._meta.get_field("body")).pop("stream_block", None)


def test_another_activity_counts_like_ours_and_needs_no_migration(juggling, write, read, signed_in, tick):
    write(juggling)
    html = read()
    assert html.select_one(".activity-title").get_text() == "Жонглируем"
    assert any("clinic/juggling.js" in script["src"] for script in html.find_all("script", src=True))
    tick(juggling["id"])
    assert ActivityRecord.objects.get().block_id == juggling["id"]
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_an_activity_that_is_not_installed_any_more_is_out_of_sight_and_asked_of_nobody(
    juggling, write, read
):
    page = write(juggling)
    registry._activities.pop("juggling")
    forget_blocks()
    assert not read().select(".activity")
    assert LessonPage.objects.get(pk=page.pk).get_activity_ids() == []


def test_a_lesson_that_is_saved_without_it_keeps_it_until_it_is_installed_again(
    juggling, write, publish, read
):
    page = write(juggling)
    registry._activities.pop("juggling")
    for _ in range(2):  # plain Wagtail loses it at the second save
        forget_blocks()
        publish(LessonPage.objects.get(pk=page.pk))
    registry.register("juggling")(JugglingBlock)
    forget_blocks()
    assert list(LessonPage.objects.get(pk=page.pk).body.raw_data) == [juggling]
    publish(LessonPage.objects.get(pk=page.pk))
    assert read().select_one(".activity-title").get_text() == "Жонглируем"
