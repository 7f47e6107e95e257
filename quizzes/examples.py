"""The example of a question type: what the editor's block chooser shows, asked as a learner is asked."""

from dataclasses import dataclass

from django.templatetags.static import static
from django.utils.translation import get_language
from wagtail.blocks import StreamValue

from .freezing import describe_question
from .items import AskedItem
from .serving.fillers import Fillers
from .showing import AnswerFillers


@dataclass(frozen=True)
class DrawnPicture:
    """A picture that comes with an app, in the place of an image of the site: a new site has none."""

    path: str
    width: int
    height: int

    def get_rendition(self, _size):
        return self

    @property
    def url(self):
        return static(self.path)


@dataclass(frozen=True)
class DrawnGallery:
    picture: DrawnPicture

    def get(self, _pk):
        return self.picture


def show_example(block, value, request):
    """Return what the template of a question needs to ask `value`, an example in the language of whoever looks.

    It may be tried there: no form is around it, so nothing is sent.
    """
    child = StreamValue.StreamChild(block, value, id="example")
    item = describe_question(child, get_language(), {})
    picture = getattr(block.meta, "preview_picture", None)
    if picture:
        item.gallery = DrawnGallery(DrawnPicture(*picture))
    request.is_preview = True
    own = AnswerFillers(None, request, [item], list).as_dict() | {"disabled": lambda _item_id: ""}
    return {"asked": AskedItem(item, get_language(), 1, 1), "fillers": Fillers(request, own)}
