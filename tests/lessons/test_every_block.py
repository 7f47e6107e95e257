"""Whatever can be put into a lesson, a site's own as well, says in the block chooser what it is for and what it looks like.

That it is looked at and printed: `tests/test_everything.py` and `tests/browser/test_print.py`.
"""

import pytest

from lessons.models import LessonPage

OFFERED = LessonPage._meta.get_field("body").stream_block.child_blocks


@pytest.mark.parametrize("kind", [kind for kind in OFFERED if kind != "unknown_block"])
def test_a_teacher_reads_what_a_block_is_for_and_sees_an_example(kind):
    block = OFFERED[kind]
    assert block.meta.description
    assert block.meta.icon != "placeholder"
    assert block.is_previewable
