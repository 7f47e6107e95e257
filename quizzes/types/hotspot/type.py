"""Hotspot: reading and marking an answer, `{"x": "34.5", "y": "12"}` in per cent, or `{"area": id}` from the list.

Where the areas lie is the key and leaves the server only in an editor's preview. In the list they stand by name, in an
order and under tokens that do not tell which were written first.
"""

from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from quizzes.feedback import show_list, show_words
from quizzes.shuffling import shuffled, token_of
from quizzes.types.base import Choice, Mark, QuestionType

from .block import HotspotBlock
from .checks import find_warnings
from .drawing import outlines
from .marking import area_at, fraction_of
from .pictures import shown
from .places import read_click, read_place, write_place

ELSEWHERE = "elsewhere"
HIDDEN = mark_safe('visibility="hidden"')


class Hotspot(QuestionType):
    name = "hotspot"
    block = HotspotBlock
    template = "quizzes/types/hotspot.html"
    keeps_words = False

    def find_warnings(self, item):
        return find_warnings(item)

    def pictures(self, rules):
        return [rules["picture"]] if rules["picture"] else []

    def lay_out(self, item, language, seed=""):
        areas = shuffled(item.rules["areas"], f"{item.id}{seed}")
        return {
            "pictures": shown(item.picture(item.rules["picture"])),
            "alt": item.say("picture.alt_text", language).text or _("Picture"),
            "choices": [
                {
                    "token": token_of(item.field_name, area["id"]),
                    "words": item.say(f"areas.{area['id']}.name", language),
                    "id": area["id"],
                }
                for area in areas
            ],
            "outlines": lambda: outlines(item.rules["areas"]),  # asked for in a preview only
        }

    def read(self, posted, name, rules):
        place = read_click(posted, name)
        if place is None:
            chosen = posted.get(name)
            if not chosen:
                return None
            known = {token_of(name, area["id"]): area["id"] for area in rules["areas"]}
            if chosen in known:
                return {"area": known[chosen]}
            place = read_place(chosen)
        if place is None:
            raise ValidationError(_("That option is not among the answers of this question."))
        return dict(zip("xy", place, strict=True))

    def mark(self, rules, spellings, answer, language):
        area = _area_of(answer, rules["areas"])
        if area is None:
            return Mark(fraction_of(None), ("feedback_wrong",))
        path = f"areas.{area['id']}"
        return Mark(fraction_of(area), (f"{path}.feedback",), about=(f"{path}.name",))

    def right_answer(self, item, language):
        paths = [f"areas.{area['id']}.name" for area in item.rules["areas"] if area["right"]]
        return show_list(show_words(item.say(path, language), language) for path in paths)

    def choices(self, item, language):
        areas = [
            Choice(area["id"], item.say(f"areas.{area['id']}.name", language).text, bool(area["right"]))
            for area in item.rules["areas"]
        ]
        return [*areas, Choice(ELSEWHERE, _("Any other place"), False)]

    def chosen_of(self, item, answer):
        area = _area_of(answer, item.rules["areas"])
        return [area["id"] if area else ELSEWHERE]

    def in_words(self, item, answer, language):
        """The place in per cent: which area it lies in is the key."""
        if "area" in answer:
            return item.say(f"areas.{answer['area']}.name", language).text
        return f"{answer['x']} × {answer['y']} %"

    def slot(self, answer, what, argument=""):
        if what == "chosen":
            return "selected" if answer and answer.get("area") == argument else ""
        place = answer and "x" in answer and (answer["x"], answer["y"])
        if what == "mark":
            return format_html('x="{}%" y="{}%"', *place) if place else HIDDEN
        option = '<option value="{}" data-place selected>{}</option>'
        return format_html(option, write_place(*place), _("The place marked in the picture")) if place else ""


def _area_of(answer, areas):
    """Return the area that was chosen or pointed at, or None."""
    if "area" in answer:
        return next((area for area in areas if area["id"] == answer["area"]), None)
    return area_at(answer["x"], answer["y"], areas)
