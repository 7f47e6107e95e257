"""An item as it is asked: frozen content, and its words in the reader's language."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from . import registry
from .gallery import Gallery
from .shuffling import shuffled
from .types.base import MarkedBy


@dataclass(frozen=True)
class Words:
    """A text and the language it is really in."""

    text: str
    language: str


def takes_files(items):
    """Tell whether a form with these items is sent with files."""
    return any(item.type and item.type.takes_files for item in items)


def said(text, source_text, page, source):
    """Return a page's own text as `Words`: what equals the source's text is in the source's language."""
    fell_back = text == source_text and page.locale_id != source.locale_id
    return Words(text, (source if fell_back else page).locale.language_code)


@dataclass
class Item:
    """One frozen item. `wordings` is {language: {path: text}}; `pk` is None in a preview."""

    id: str
    digest: str
    content: dict
    wordings: dict = field(default_factory=dict)
    pk: int | None = None
    gallery: Gallery | None = field(default=None, compare=False, repr=False)

    def __getstate__(self):
        """Leave the pictures out of what is kept with the body of a page: they are in its HTML."""
        return vars(self) | {"gallery": None}

    @cached_property
    def type(self):
        return registry.get(self.content["type"])

    @property
    def rules(self):
        return self.content["rules"]

    @property
    def hints(self):
        """The paths of the hints, in their order."""
        return [f"hints.{hint['id']}.text" for hint in self.rules.get("hints", [])]

    @property
    def points(self):
        return Decimal(self.content["points"])

    @property
    def source_language(self):
        return self.content["source_language"]

    @property
    def field_name(self):
        return f"item-{self.id}"

    def say(self, path, language):
        """Return the words at `path` in `language`, or the source's own where nobody has translated them."""
        text = self.wordings.get(language, {}).get(path)
        if text:
            return Words(text, language)
        return Words(self.content["words"].get(path, ""), self.source_language)

    def is_whole_in(self, language):
        """Tell whether every word has a translation into `language`."""
        if language == self.source_language:
            return True
        return self.content["words"].keys() <= self.wordings.get(language, {}).keys()

    def spellings_in(self, language):
        """Return the accepted spellings for a reader of `language`; the source's where there are none."""
        spellings = self.content["spellings"]
        return {**spellings.get(self.source_language, {}), **spellings.get(language, {})}

    @property
    def pictures(self):
        """The primary keys of all images that it shows: those of its type, and what illustrates it or its options."""
        own = self.type.pictures(self.rules) if self.type else []
        illustrated = [self.rules, *self.rules.get("options", [])]
        return [*own, *(one["illustration"] for one in illustrated if one.get("illustration"))]

    def picture(self, pk):
        """Return the Wagtail image of the question, or None where there is none or it is gone."""
        if self.gallery is None:
            self.gallery = Gallery.of([self])
        return self.gallery.get(pk)

    def read(self, posted):
        """Return the answer that a form posted, or None. Raises ValidationError in the learner's words."""
        return self.type.read(posted, self.field_name, self.rules)

    def right_answer(self, language):
        """Return the right answer as HTML for a reader of `language`, or "" where its type has none to show."""
        return self.type.right_answer(self, language) if self.type else ""

    def mark(self, answer, language):
        """Return the `Mark` of an answer given by a reader of `language`."""
        return self.type.mark(self.rules, self.spellings_in(language), answer, language)


@dataclass
class AskedItem:
    """An item in one reader's language, for its template."""

    item: Item
    language: str
    number: int
    total: int
    is_practice: bool = False
    has_button: bool = False  # below the question: check it, or hand it in
    seed: str = ""  # of the attempt, where each attempt has shuffles of its own

    @property
    def template(self):
        return self.item.type.template if self.item.type else "quizzes/types/missing.html"

    @cached_property
    def parts(self):
        """What the type lays out for its template, beside the stem."""
        return self.item.type.lay_out(self.item, self.language, self.seed)

    @property
    def button(self):
        """What the button below a practice question posts and says: who marks an answer decides."""
        marked_by = self.item.type.marked_by if self.item.type else MarkedBy.RULE
        words = {
            MarkedBy.RULE: ("check", _("Check")),
            MarkedBy.PERSON: ("check", _("Hand in to the teacher")),
            MarkedBy.NOBODY: ("save", pgettext("answers", "Save")),
        }
        verb, said = words[marked_by]
        return {"posts": f"{verb}:{self.item.id}", "says": said}

    def _illustration(self, rules, path=""):
        """Return {"image", "alt"} of what illustrates the question or an option of it, or None."""
        image = self.item.picture(rules["illustration"]) if rules.get("illustration") else None
        alt = self.item.say(f"{path}illustration.alt_text", self.language)
        return image and {"image": image, "alt": alt}

    @property
    def illustration(self):
        return self._illustration(self.item.rules)

    @property
    def options(self):
        """The rules' options, each with its text; in the order of the attempt where it has one of its own."""
        options = self.item.rules.get("options", [])
        if self.seed:
            options = shuffled(options, f"{self.item.id}{self.seed}", is_last=_is_last)
        return [
            {
                "id": option["id"],
                "words": self.item.say(f"options.{option['id']}.text", self.language),
                "illustration": self._illustration(option, f"options.{option['id']}."),
            }
            for option in options
        ]

    @property
    def stem(self):
        return self.item.say("stem", self.language)


def _is_last(option):
    return option.get("keep_last") or option.get("is_none_of_these")
