"""What becomes of the records of lessons when two accounts of one person become one."""

from .models import ActivityRecord, LessonRecord


def bring_together(gone, kept):
    """Make one record of two in each lesson that both have been in: whatever was earned stays earned."""
    own = {one.lesson_key: one for one in LessonRecord.objects.by(kept)}
    for other in LessonRecord.objects.by(gone).filter(lesson_key__in=list(own)):
        mine = own[other.lesson_key]
        _earn(mine, other)
        done = mine.activities.values("block_id")
        ActivityRecord.objects.filter(record=other).exclude(block_id__in=done).update(record=mine)
        other.delete()


def _earn(mine, other):
    mine.first_opened_at = min(mine.first_opened_at, other.first_opened_at)
    mine.last_seen_at = max(mine.last_seen_at, other.last_seen_at)
    if other.is_completed and (not mine.is_completed or other.completed_at < mine.completed_at):
        mine.completed_at, mine.why = other.completed_at, other.why
    mine.save()
