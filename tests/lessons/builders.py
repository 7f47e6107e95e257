"""Raw blocks of a lesson, as the editor stores them."""

from tests.quizzes.builders import new_id

NO_PICTURE = {"image": None, "decorative": False, "alt_text": ""}


def block(kind, value):
    return {"type": kind, "id": new_id(), "value": value}


def members(*values):
    return [{"type": "item", "id": new_id(), "value": value} for value in values]


def paragraph(html):
    return block("paragraph", html)


def steps(*texts):
    return block("steps", {"steps": members(*({"text": text, "image": NO_PICTURE} for text in texts))})


def table(caption, head, *rows):
    value = {"caption": caption, "head": head, "rows": members(*({"cells": row} for row in rows))}
    return block("table", value | {"first_is_heading": True})


def terms(*entries):
    """Each entry is (term, forms, explanation)."""
    names = ("term", "forms", "explanation")
    return block("terms", {"terms": members(*(dict(zip(names, entry, strict=True)) for entry in entries))})


def variant(audience, text, title=""):
    return block("variant", {"audience": audience, "title": title, "text": text, "image": NO_PICTURE})


def worked_example(title, task, *said, result="<p>Готово.</p>"):
    value = {"title": title, "task": task, "steps": members(*({"text": text} for text in said))}
    return block("worked_example", value | {"result": result})


def remember(text):
    return block("remember", {"text": text})


def mouse_trainer(title="Подружитесь с мышью"):
    return block("mouse_trainer", {"title": title})


def keyboard_trainer(*lines, title="Напечатайте слова"):
    return block("keyboard_trainer", {"title": title, "lines": "\n".join(lines)})


def files_trainer(folder="Семья", document="Письмо", title="Наведите порядок"):
    return block("files_trainer", {"title": title, "folder": folder, "document": document})


def worksheet(head, *rows, prompts=(), title="Кто что делает", task="Впишите имена."):
    """Each prompt is (words, number of lines)."""
    written = members(*({"prompt": prompt, "lines": lines} for prompt, lines in prompts))
    value = {"title": title, "task": task, "head": head, "prompts": written}
    return block("worksheet", value | {"rows": members(*({"cells": row} for row in rows))})


def part(title, minutes=5):
    return block("part", {"title": title, "minutes": minutes})


def tonight(text):
    return block("tonight", {"text": text})


def help_lines():
    return block("help_lines", {})
