"""Gaps: reading and marking an answer, `{"gaps": {gap id: what was typed, or which word was put there}}`."""

from django.core.exceptions import ValidationError
from django.utils.html import escape, format_html, format_html_join
from django.utils.translation import gettext as _

from languages.folding import fold, tidy
from quizzes.items import Words
from quizzes.types.base import MOST_CHARACTERS, Mark, Part, QuestionType
from quizzes.types.typed import as_typed

from . import notes
from .block import GapsBlock, what_is_wrong_with
from .checks import find_faults, find_warnings
from .choices import choices_for, lines_in, right_word, tokens_for, words_of
from .counting import choices_to_count, typed_to_count
from .markers import has_the_same, lines_of
from .marking import DRAGGED, TYPED, fraction_of, is_own_word, match_typed


class Gaps(QuestionType):
    name = "gaps"
    block = GapsBlock
    template = "quizzes/types/gaps.html"

    def find_warnings(self, item):
        return find_warnings(item)

    def complete_rules(self, rules, words):
        """Count the words that can be put into each gap: the right one and the wrong ones of the source."""
        for gap in rules["gaps"]:
            gap["choices"] = 1 + len(lines_in(words.get(f"gaps.{gap['id']}.distractors")))
        return rules

    def find_faults(self, item, language):
        text, faults = item.say("text", language), find_faults(item, language)
        if has_the_same(text.text, item.content["words"].get("text", "")):
            return faults
        reason = what_is_wrong_with(text.text, len(item.rules["gaps"]))
        told = _("%(reason)s Learners see the text in the language it was written in.")
        return [told % {"reason": reason}, *faults]

    def lay_out(self, item, language, seed=""):
        text = text_of(item, language)
        gaps = [
            _gap(item, number, language, f"{item.id}{seed}")
            for number in range(1, len(item.rules["gaps"]) + 1)
        ]
        kinds = {gap["kind"] for gap in item.rules["gaps"]}
        return {
            "lines": [
                [_piece(piece, gaps, text.language) for piece in line]
                for line in lines_of(text.text, len(gaps))
            ],
            "has_typed": TYPED in kinds,
            "has_dragged": DRAGGED in kinds,
        }

    def read(self, posted, name, rules):
        filled = {}
        for gap in rules["gaps"]:
            sent = as_typed(posted.get(f"{name}-{gap['id']}", ""))
            if sent.strip():
                filled[gap["id"]] = _read_gap(gap, sent, name, rules)
        return {"gaps": filled} if filled else None

    def echo(self, posted, name):
        return {
            "gaps": {
                field.removeprefix(f"{name}-"): posted[field]
                for field in posted
                if field.startswith(f"{name}-")
            }
        }

    def mark(self, rules, spellings, answer, language):
        results = [_mark_gap(gap, rules, spellings, answer["gaps"], language) for gap in rules["gaps"]]
        spelt = [spelling for _share, spelling in results if spelling]
        parts = tuple(
            Part(
                share,
                label=notes.name_of(number),
                feedback=f"gaps.{gap['id']}.feedback",
                is_empty=gap["id"] not in answer["gaps"],
            )
            for number, (gap, (share, _spelling)) in enumerate(zip(rules["gaps"], results, strict=True), 1)
        )
        fraction = fraction_of([share for share, _spelling in results], rules["gaps"])
        return Mark(fraction, right_spelling=", ".join(spelt), parts=parts)

    def right_answer(self, item, language):
        """The text with the right words in it."""
        spellings = item.spellings_in(language)
        words = [format_html("<b>{}</b>", right_word(gap["id"], spellings)) for gap in item.rules["gaps"]]
        lines = lines_of(text_of(item, language).text, len(words))
        return format_html_join(
            "",
            "<p>{}</p>",
            ((format_html_join("", "{}", ((_said(one, words),) for one in line)),) for line in lines),
        )

    def choices(self, item, language):
        return [
            one
            for number, gap in enumerate(item.rules["gaps"], 1)
            for one in choices_to_count(item, gap, notes.name_of(number), language)
        ]

    def chosen(self, answer):
        return [f"{gap} {tidy(what)}" for gap, what in answer["gaps"].items()]

    def typed(self, item, key, language):
        return typed_to_count(item, key, language)

    def in_words(self, item, answer, language):
        typed = {gap["id"] for gap in item.rules["gaps"] if gap["kind"] == TYPED}
        said = [
            what if gap in typed else getattr(words_of(what, item, language), "text", "")
            for gap, what in answer["gaps"].items()
        ]
        return "; ".join(said)

    def slot(self, answer, what, argument=""):
        gap_id, *names = argument.split()
        filled = answer["gaps"].get(gap_id, "") if answer else ""
        if what == "text":
            return escape(filled)
        return "selected" if filled in names else ""


def text_of(item, language):
    """Return the text; that of the source where a translation's gaps are others than its own."""
    text, source = item.say("text", language), item.content["words"].get("text", "")
    return text if has_the_same(text.text, source) else Words(source, item.source_language)


def _gap(item, number, language, seed):
    gap = item.rules["gaps"][number - 1]
    choices = [] if gap["kind"] == TYPED else choices_for(gap, item, language, seed)
    return {
        "id": gap["id"],
        "number": number,
        "field": f"{item.field_name}-{gap['id']}",
        "is_typed": gap["kind"] == TYPED,
        "is_dragged": gap["kind"] == DRAGGED,
        # What a form that was refused sends back is a token.
        "choices": [{"choice": one, "chosen": f"{gap['id']} {one.ref} {one.token}"} for one in choices],
    }


def _piece(piece, gaps, language):
    return {"words": Words(piece, language)} if isinstance(piece, str) else {"gap": gaps[piece - 1]}


def _said(piece, words):
    return piece if isinstance(piece, str) else words[piece - 1]


def _read_gap(gap, sent, name, rules):
    if gap["kind"] == TYPED:
        if len(sent) > MOST_CHARACTERS:
            raise ValidationError(_("This answer is too long. Write a few words."))
        return sent
    ref = tokens_for(gap, rules, name).get(sent)
    if ref is None:
        raise ValidationError(_("That option is not among the answers of this question."))
    return ref


def _mark_gap(gap, rules, spellings, filled, language):
    """Return (share, right spelling) of one gap; an empty one earns nothing."""
    if gap["id"] not in filled:
        return 0, ""
    if gap["kind"] == TYPED:
        how = {"case_sensitive": rules["case_sensitive"], "strict_spelling": rules["strict_spelling"]}
        lines = spellings.get(f"gaps.{gap['id']}.spellings", [])
        return match_typed(filled[gap["id"]], lines, language=language, **how)
    words = {one["id"]: fold(right_word(one["id"], spellings), case_sensitive=True) for one in rules["gaps"]}
    return int(is_own_word(filled[gap["id"]], gap["id"], words)), ""
