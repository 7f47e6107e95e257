"""What is left out of a static file on its way is only what nothing depends on."""

import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from lifelong.static_files import OURS, LightStaticFilesStorage, lighten, put_together

ROOT = Path(__file__).parents[1]
FOLDERS = [ROOT / room / "static" for room in OURS]
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.*s") if path.suffix in (".css", ".js"))


def test_a_script_travels_without_its_comments_and_indents():
    assert lighten("quizzes/js/one.js", '// why\n\nif (a) {\n  // how\n  go("http://b"); // there\n}\n') == (
        'if (a) {\ngo("http://b"); // there\n}\n'
    )


def test_a_style_sheet_travels_without_its_comments_and_indents():
    assert lighten(
        "home/css/one.css", "/* why,\n   how */\n@layer a {\n  b {\n    c: d; /* e */\n  }\n}\n"
    ) == ("@layer a {\nb {\nc: d; \n}\n}\n")


def test_a_lesson_s_style_sheet_travels_with_those_of_the_trainers_in_one_piece():
    sheet = (ROOT / "lessons/static/lessons/css/lesson.css").read_text()
    assert "@import" in sheet
    whole = put_together("lessons/css/lesson.css", sheet)
    assert "@import" not in whole
    for rule in (".stage {", ".key.is-next {", ".drawn-window {", ".lesson-end {"):
        assert rule in whole
    assert "url(" not in whole  # an address would lead from another folder now


def test_what_others_wrote_stays_as_it_is():
    assert lighten("wagtailadmin/js/one.js", "  // why\n  go();\n") == "  // why\n  go();\n"


def test_a_file_that_has_been_read_for_its_hash_is_kept_whole(tmp_path):
    content = ContentFile(b"// why\ngo();\n")
    content.read()
    storage = LightStaticFilesStorage(location=tmp_path, base_url="/static/")
    storage._save("quizzes/js/one.js", content)
    assert (tmp_path / "quizzes/js/one.js").read_text() == "go();\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_of_ours_has_words_over_several_lines(path):
    """Indents and lines that begin with two strokes mean something there, and would be lost."""
    comment = r"(?s)/\*.*?\*/" if path.suffix == ".css" else r"(?m)^\s*//.*$"
    code = re.sub(comment, "", path.read_text())
    for line in code.splitlines():
        assert line.count("`") % 2 == 0, line
        assert not line.endswith("\\"), line
        assert path.suffix == ".css" or "/*" not in line, line
