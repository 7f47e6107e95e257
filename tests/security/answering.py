"""Taking a test or a lesson as a browser does: with what stands in the page's own form."""

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

WRONG = "5"  # whether words or a number are asked for


def started(visitor, place):
    return visitor.post(visitor.school.address(place), {"do": "start"})


def saved(visitor, place, typed=WRONG, **options):
    return visitor.post(
        visitor.school.address(place), answers_to(visitor, place, typed) | {"do": "save"}, **options
    )


def checked(visitor, place, item_id):
    return visitor.post(
        visitor.school.address(place), answers_to(visitor, place) | {"do": f"check:{item_id}"}
    )


def finished(visitor, place):
    return visitor.post(visitor.school.address(place), answers_to(visitor, place) | {"do": "finish"})


def answers_to(visitor, place, typed=WRONG):
    """Return the page's form filled in: the last option of every question, and `typed` where one types."""
    html = BeautifulSoup(visitor.get(visitor.school.address(place)).content, "html.parser")
    form = html.find(id="answers")
    fields = {field["name"]: field.get("value", "") for field in form.find_all("input", type="hidden")}
    chosen = {field["name"]: field["value"] for field in form.find_all("input", type=["radio", "checkbox"])}
    picked = {field["name"]: _last_or_extra(field) for field in form.find_all("select")}
    written = [*form.find_all("input", type="text"), *form.find_all("textarea")]
    files = {field["name"]: SimpleUploadedFile("plan.pdf", b"%PDF-1.4") for field in _files(form)}
    return fields | chosen | picked | files | {field["name"]: typed for field in written}


def _files(form):
    return form.find_all("input", type="file")


def _last_or_extra(field):
    """Return what is surely wrong in a list: what belongs to nothing, the second place of two, or the last."""
    options = field.find_all("option")
    wrong = [option for option in options if "-extras-" in option.text or "-areas-1-" in option.text]
    chosen = (wrong or options)[-1]
    return chosen.get("value", chosen.text)
