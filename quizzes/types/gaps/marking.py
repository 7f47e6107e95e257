"""How gaps are marked: each by the rule of its own kind, and all together by their weights.

A typed gap is matched as a short answer is, by the first spelling that fits. A chosen or a dragged one is right
when it holds its own word; of two dragged words that are the same, either will do. Source: Moodle 4.5, whose
embedded answers (`qtype_multianswer_question::grade_response`) weigh their parts in the same way.
"""

from quizzes.types.shares import weighted_mean
from quizzes.types.short_answer.marking import as_shown, first_match

TYPED, CHOSEN, DRAGGED = "typed", "chosen", "dragged"
RIGHT = 0  # the number of the right word among those that can be put into a gap


def fraction_of(shares, gaps):
    """Return the fraction of the points for the share that each gap earns, to eight places."""
    return weighted_mean(shares, [gap["weight"] for gap in gaps])


def match_typed(text, lines, *, language, case_sensitive=False, strict_spelling=False):
    """Return (1 or 0, the right spelling where it was typed otherwise) for what was typed into a gap."""
    how = {"language": language, "case_sensitive": case_sensitive, "strict_spelling": strict_spelling}
    found, line = first_match(text, lines, **how)
    return int(bool(found)), as_shown(line) if found == "folded" else ""


def is_own_word(chosen, gap_id, words):
    """Tell whether what was put into a gap, "<gap id>:<number>", is its word; `words` are {gap id: right word}."""
    owner, _, number = chosen.rpartition(":")
    return number == str(RIGHT) and owner in words and words[owner] == words.get(gap_id)
