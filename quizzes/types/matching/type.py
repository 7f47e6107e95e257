"""Matching: reading and marking an answer, `{"pairs": {pair id: id of what was chosen}}`.

What can be chosen has the id of its pair, which no form may show: there it goes by a token.
"""

from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _

from languages.folding import fold
from quizzes.feedback import show_list, show_words
from quizzes.shuffling import shuffled, token_of
from quizzes.types.base import Choice, Mark, Part, QuestionType
from quizzes.types.shares import mean

from .block import MatchingBlock
from .checks import find_warnings
from .marking import fraction_of


class Matching(QuestionType):
    name = "matching"
    block = MatchingBlock
    template = "quizzes/types/matching.html"
    keeps_words = False

    def find_warnings(self, item):
        return find_warnings(item)

    def complete_rules(self, rules, words):
        """Name what belongs to each pair by the first pair that has the same."""
        first = {}
        for pair in rules["pairs"]:
            pair["match"] = first.setdefault(fold(words.get(f"pairs.{pair['id']}.match", "")), pair["id"])
        return rules

    def pictures(self, rules):
        return [pair["picture"] for pair in rules["pairs"] if pair["picture"]]

    def lay_out(self, item, language, seed=""):
        choices = shuffled(
            [{"id": one, "words": item.say(path, language)} for one, path in choices_of(item.rules)],
            f"{item.id}{seed}",
        )
        return [_row(item, pair, choices, language) for pair in item.rules["pairs"]]

    def read(self, posted, name, rules):
        chosen = {}
        known = {token_of(name, one): one for one, _path in choices_of(rules)}
        for pair in rules["pairs"]:
            token = posted.get(f"{name}-{pair['id']}")
            if token and token not in known:
                raise ValidationError(_("That option is not among the answers of this question."))
            if token:
                chosen[pair["id"]] = known[token]
        return {"pairs": chosen} if chosen else None

    def mark(self, rules, spellings, answer, language):
        chosen = answer["pairs"]
        parts = tuple(
            Part(
                fraction_of(chosen, pair),
                about=f"pairs.{pair['id']}.prompt",
                feedback=f"pairs.{pair['id']}.feedback",
                is_empty=pair["id"] not in chosen,
            )
            for pair in rules["pairs"]
        )
        return Mark(mean(part.fraction for part in parts), parts=parts)

    def right_answer(self, item, language):
        said = [
            (f"pairs.{pair['id']}.prompt", f"pairs.{pair['match']}.match") for pair in item.rules["pairs"]
        ]
        return show_list(
            format_html("{} — {}", *(show_words(item.say(path, language), language) for path in paths))
            for paths in said
        )

    def choices(self, item, language):
        known = [(one, item.say(path, language).text) for one, path in choices_of(item.rules)]
        return [
            Choice(f"{pair['id']} {one}", text, one == pair["match"], _prompt(item, pair, language))
            for pair in item.rules["pairs"]
            for one, text in known
        ]

    def chosen(self, answer):
        return [f"{pair} {one}" for pair, one in answer["pairs"].items()]

    def slot(self, answer, what, argument=""):
        pair, choice = argument.split()
        return "selected" if answer and answer["pairs"].get(pair) == choice else ""


def choices_of(rules):
    """Return [(id, path of the words)] of what can be chosen, each thing once."""
    matches = dict.fromkeys(pair["match"] for pair in rules["pairs"])
    return [(one, f"pairs.{one}.match") for one in matches] + [
        (extra["id"], f"extras.{extra['id']}.text") for extra in rules["extras"]
    ]


def _prompt(item, pair, language):
    return item.say(f"pairs.{pair['id']}.prompt", language).text


def _row(item, pair, choices, language):
    path = f"pairs.{pair['id']}"
    return {
        "id": pair["id"],
        "field": f"{item.field_name}-{pair['id']}",
        "prompt": item.say(f"{path}.prompt", language),
        "picture": item.picture(pair["picture"]),
        "alt": item.say(f"{path}.picture.alt_text", language).text,
        "choices": [
            {
                "token": token_of(item.field_name, one["id"]),
                "words": one["words"],
                "chosen": f"{pair['id']} {one['id']}",
            }
            for one in choices
        ],
    }
