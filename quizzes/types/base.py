"""What a question type is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

MOST_CHARACTERS = 10_000


class MarkedBy(StrEnum):
    """Who says what an answer earns."""

    RULE = "rule"
    PERSON = "person"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Part:
    """What one part of an answer, such as a pair or a gap, earns of its own share.

    `about` names the words that it is about, and `feedback` the reason, by path. A part that is no
    words of the item has a `label`: a sentence that is translated when it is shown.
    """

    fraction: Decimal
    about: str = ""
    feedback: str = ""
    label: str = ""
    is_empty: bool = False


@dataclass(frozen=True)
class Choice:
    """What can be chosen in an item, for the statistics: its key in an answer, its words, and whether it is right.

    `part` are the words of what it is chosen for, such as a row of a table, where an answer has several parts.
    """

    key: str
    text: str
    is_right: bool
    part: str = ""


@dataclass(frozen=True)
class Mark:
    """What an answer earns: a fraction of the item's points, and what to say about it.

    `fraction` is None where no rule decides. `feedback` names words of the item by path;
    `right_spelling` is shown to somebody whose answer counts although it is spelt otherwise.
    Where there are several feedbacks, `about` names for each the words that it is about. `note`
    tells how an answer was read: a sentence that is translated when it is shown. `parts` are
    those of an answer that has several: what is not right yet is named to the learner, and
    nothing else of them.
    """

    fraction: Decimal | None
    feedback: tuple[str, ...] = ()
    right_spelling: str = ""
    about: tuple[str, ...] = ()
    note: str = ""
    parts: tuple[Part, ...] = ()


class QuestionType:
    """One kind of question. Subclass it, name it, and `quizzes.registry.register` it.

    `name` is stored with every question and answer: choose it once. `schema` rises when the
    meaning of the stored rules changes. `block` is a `QuestionBlock` subclass, `template`
    shows the question (context: `asked`), and an answer is plain JSON of your own shape.
    Where it is `marked_by` a person, `mark` returns `Mark(None)` and a teacher finds the answer
    in the marking queue. A form with a question that `takes_files` is sent with its files.
    Set `keeps_words` to False where an answer holds nothing that a learner typed or sent, only what they chose
    from what the question offers: such answers stay for the statistics when their learner is erased.
    """

    name = ""
    schema = 1
    marked_by = MarkedBy.RULE
    takes_files = False
    keeps_words = True
    block = None
    template = ""

    def read(self, posted, name, rules):
        """Return the answer that a form posted under `name`, or None when nothing was answered.

        `posted` is a QueryDict. Raises ValidationError, in the learner's words, for what no
        honest form sends.
        """
        raise NotImplementedError

    def complete_rules(self, rules, words):
        """Return the frozen rules with whatever follows from the words or from the order they stand in.

        `words` are those of the source language, `{path: text}`. Called when a question is published.
        """
        return rules

    def find_faults(self, item, language):
        """Return sentences for the editor about what cannot be used of the words in `language`, a translation.

        Called when that translation is published; what is told here must not stop learners.
        """
        return []

    def find_warnings(self, item):
        """Return (path, sentence) pairs for the editor about what can be marked, but does not teach or mark well.

        `path` names the words or the rule that it is about. Called with questions that can be marked; the
        sentences of `quizzes.types.warnings` are there for all types.
        """
        return []

    def pictures(self, rules):
        """Return the primary keys of the Wagtail images that the question shows; `item.picture(pk)` gives each.

        They are fetched for all questions of a page at once.
        """
        return []

    def lay_out(self, item, language, seed=""):
        """Return what the template finds in `asked.parts`; `seed` is an attempt's own, for its shuffles."""
        return {}

    def echo(self, posted, name):
        """Return an answer to show again when `read` refused what was posted: nothing typed is lost."""
        return None

    def mark(self, rules, spellings, answer, language):
        """Return the `Mark` of `answer` by the item's `rules` and, where it has any, `spellings`.

        A pure function. `language` is the one the learner read; `spellings` are its accepted
        ones, `{path: [spelling, …]}`.
        """
        raise NotImplementedError

    def right_answer(self, item, language):
        """Return the right answer of `item` as HTML for a reader of `language`, or "" where there is none to show.

        Shown below the question once the teacher's review options release it, and when all hints and tries
        are used up. Use `show_words` of `quizzes.feedback` for words, and escape everything else.
        """
        return ""

    def choices(self, item, language):
        """Return the `Choice`s that there are, so that one that nobody takes is seen; none where people type."""
        return []

    def chosen(self, answer):
        """Return the keys of what an answer chose, or the text that was typed; counted in the statistics."""
        return []

    def chosen_of(self, item, answer):
        """As `chosen`, for a type where the rules of the item tell what was chosen."""
        return self.chosen(answer)

    def typed(self, item, key, language):
        """Return the `Choice` that a key of `chosen` stands for which is none of `choices`, or None."""
        return None

    def in_words(self, item, answer, language):
        """Return an answer as its learner gave it, in words, for the file of all that is kept of them.

        Nothing of what would be right may be in it. Where people type, return what they typed.
        """
        named = {one.key: one for one in self.choices(item, language)}
        if not named:
            return ", ".join(str(said) for said in answer.values())
        chosen = [named[key] for key in self.chosen(answer) if key in named]
        return "; ".join(f"{one.part}: {one.text}" if one.part else str(one.text) for one in chosen)

    def slot(self, answer, what, argument=""):
        """Return the piece of HTML that shows `answer` in the template's hole `what`. `answer` may be None."""
        return ""

    def slot_for(self, request, item, answer, what, argument=""):
        """As `slot`, for a type whose form depends on who answers."""
        return self.slot(answer, what, argument)

    def why_not_yet(self, rules, answer):
        """Return why `answer` cannot be handed in for a person's mark, in the learner's words, or ""."""
        return ""

    def show(self, answer):
        """Return `answer` as HTML for whoever marks it."""
        return ""
