"""Hostile files as large as each importer lets in, and what reading one costs a process that does nothing else.

`python -m tests.quizzes.formats.floods` reads each in a process of its own and prints {name: [MB, seconds]}: by how
much the memory of the process grew at its peak, and the time of its processor.
"""

import io
import json
import os
import random
import sys
from base64 import b64encode
from types import SimpleNamespace

from PIL import Image

QUESTIONS = 2 * 1024 * 1024  # bytes
NAMES = 100_000


def filled(piece, before="", after="", most=QUESTIONS):
    return before + piece * ((most - len(before) - len(after)) // len(piece.encode())) + after


def question(text, files="", kind="truefalse"):
    stem = f"<questiontext format='html'><text><![CDATA[{text}]]></text>{files}</questiontext>"
    answers = "<answer fraction='100'><text>true</text></answer><answer><text>false</text></answer>"
    return f"<question type='{kind}'>{stem}{answers}</question>"


def quiz_of(piece):
    return filled(piece, "<quiz>", "</quiz>")


def photographs():
    """Two pictures of as many pixels as are let in, packed into as few bytes."""
    pixels = random.Random(7).randbytes(2_500)
    files = []
    for number in range(2):
        image = Image.new("RGBA", (5000, 2500), (number, 0, 0, 128))
        image.paste(Image.frombytes("L", (50, 50), pixels).resize((200, 200)), (0, 0))
        packed = io.BytesIO()
        image.save(packed, "PNG", compress_level=6)
        files.append(
            f"<file name='{number}.png' path='/' encoding='base64'>{b64encode(packed.getvalue()).decode()}</file>"
        )
    shown = "".join(f"Q<img src='@@PLUGINFILE@@/{number}.png' alt='x'>" for number in range(2))
    return f"<quiz>{question(shown, ''.join(files))}</quiz>"


# Any text can be read as any format: the teacher says which.
OF_QUESTIONS = {
    "questions": lambda: filled("Q{=a ~b}\n\n"),
    "answers": lambda: filled("=a", "Q{", "}"),
    "labels": lambda: filled("[tag:a]", "// ", "\nQ{=a}"),
    "truth": lambda: filled(" ", "Q{T", "x}"),
    "letters": lambda: filled("Q\nA. a\nB. b\nANSWER: A\n\n"),
    "options": lambda: filled("A. a\n", "Q\n", "ANSWER: A"),
    "air": lambda: filled(" ", "Q\nA.", "\nANSWER: A"),
    "no answer": lambda: filled(" ", "Q\nANSWER:", "x y\nANSWER: A"),
    "statements": lambda: quiz_of(question("a")),
    "nodes": lambda: quiz_of("<a/>"),
    "parts": lambda: "<quiz>" + "<a>b</a>" * 99_000 + "</quiz>",
    "too many parts": lambda: quiz_of("<a>b</a>"),
    "a maze": lambda: quiz_of(question("<b>" * 3000)),
    "braces": lambda: quiz_of(question("{1:SA:" * 1600)),
    "gaps": lambda: quiz_of(question("{1:SA:" * 1600, kind="cloze")),
    "units": lambda: filled(
        "<unit><multiplier>1</multiplier></unit>", "<quiz><question type='numerical'><units>"
    ),
    "photographs": photographs,
}
OF_NAMES = {
    "lines": lambda: filled("А\n", most=NAMES),
    "cells": lambda: filled(";", most=NAMES),
    "quotes": lambda: filled('"', most=NAMES),
}
FLOODS = dict.fromkeys(("gift", "aiken", "moodle_xml"), OF_QUESTIONS) | {"list of names": OF_NAMES}
CASES = [f"{importer}: {name}" for importer, floods in FLOODS.items() for name in floods]


def _reader(importer):
    """Return a function of a file's bytes that does what the importer's screen does before it shows what was found."""
    from django.core.exceptions import ValidationError

    from people.desk.lists import reading
    from quizzes.formats import desk
    from quizzes.formats.decoding import text_of
    from quizzes.formats.exchange import NotAQuestionFile
    from quizzes.models import QuizPage

    desk.collection_for = lambda user: "any"  # there is no database
    page = SimpleNamespace(body=SimpleNamespace(stream_block=QuizPage._meta.get_field("body").stream_block))

    def read(content):
        try:
            if importer == "list of names":
                return reading.read(reading.decoded(content))
            return desk.read(text_of(content), importer, page, None)
        except (NotAQuestionFile, ValidationError):
            return None

    return read


def _cost_of(work):
    """Return (peak MB, seconds) of `work` in a process of its own."""
    pid = os.fork()
    if not pid:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    _pid, status, used = os.wait4(pid, 0)
    if status:
        sys.exit("another error than the importer's own")
    return used.ru_maxrss / 1024, used.ru_utime + used.ru_stime


def main():
    import django

    django.setup()
    costs = {}
    for importer, floods in FLOODS.items():
        read = _reader(importer)
        read(b"")
        for name, made in floods.items():
            content = made().encode()
            nothing, _seconds = _cost_of(lambda: None)
            peak, seconds = _cost_of(lambda content=content, read=read: read(content))
            costs[f"{importer}: {name}"] = [round(peak - nothing, 1), round(seconds, 2)]
    print(json.dumps(costs))


if __name__ == "__main__":
    main()
