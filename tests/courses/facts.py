"""Raw facts, as the editor stores them."""

from tests.lessons.builders import block

PAST = "2024-06-07"


def fact(statement="Срок — пять рабочих дней.", used_in="", again="2099-11-23", **fields):
    value = {"statement": statement, "source": "Закон, статья 5.", "link": "https://www.adilet.example/law"}
    return block("fact", value | {"used_in": used_in, "checked_on": PAST, "check_again_by": again} | fields)
