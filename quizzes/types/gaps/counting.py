"""What was put into each gap, for the statistics. A key is "<gap id> <what was typed, or the ref of a word>"."""

from languages.folding import fold
from quizzes.types.base import Choice

from . import notes
from .choices import choices_for, right_word, words_of
from .marking import TYPED, is_own_word, match_typed


def choices_to_count(item, gap, part, language):
    """Return the `Choice`s of one gap; of a typed one its first spelling, so that it is seen where nobody has it."""
    if gap["kind"] == TYPED:
        right = right_word(gap["id"], item.spellings_in(language))
        return [Choice(f"{gap['id']} {right}", right, True, part)]
    found = choices_for(gap, item, language, "")
    rows = [(one.ref, one.words.text, _is_own(one.ref, gap, item, language)) for one in found]
    ranked = sorted(rows, key=lambda row: not row[2])  # what is right stands first
    return [Choice(f"{gap['id']} {ref}", text, is_right, part) for ref, text, is_right in ranked]


def typed_to_count(item, key, language):
    """Return the `Choice` of a key that is none of those, or None where there is no such gap any more."""
    gap_id, _, what = key.partition(" ")
    gaps = item.rules["gaps"]
    number = next((number for number, gap in enumerate(gaps, 1) if gap["id"] == gap_id), None)
    if number is None:
        return None
    gap, part = gaps[number - 1], notes.name_of(number)
    if gap["kind"] == TYPED:
        return Choice(key, what, _is_spelt(what, gap, item, language), part)
    said = words_of(what, item, language) if what in _refs(item) else None
    return said and Choice(key, said.text, _is_own(what, gap, item, language), part)


def _is_spelt(what, gap, item, language):
    how = {name: item.rules[name] for name in ("case_sensitive", "strict_spelling")}
    lines = item.spellings_in(language).get(f"gaps.{gap['id']}.spellings", [])
    return bool(match_typed(what, lines, language=language, **how)[0])


def _is_own(ref, gap, item, language):
    spellings = item.spellings_in(language)
    gaps = item.rules["gaps"]
    words = {one["id"]: fold(right_word(one["id"], spellings), case_sensitive=True) for one in gaps}
    return is_own_word(ref, gap["id"], words)


def _refs(item):
    return {f"{one['id']}:{number}" for one in item.rules["gaps"] for number in range(one["choices"])}
