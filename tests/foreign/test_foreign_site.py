"""What we give away works in somebody else's Wagtail site, installed from the wheel."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = Path(__file__).parent / "project"
PACKAGED = ["languages", "quizzes", "lessons", "people", "courses"]
BESIDE = ["pyproject.toml", "setup.py", "README.md", "LICENSE"]

CHOICES = {
    "quizzes alone": "quizzes languages",
    "quizzes and lessons": "lessons quizzes languages",
    "everything": "courses lessons quizzes people languages",
}

pytestmark = pytest.mark.slow


def run(*command, **more):
    """Run a command and return what it printed; when it fails, that is what the test says."""
    done = subprocess.run(command, capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A copy to build from: an old build/ in the checkout would bring back what was deleted."""
    source = tmp_path_factory.mktemp("source")
    for name in [*PACKAGED, "home", "site"]:
        shutil.copytree(CHECKOUT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for name in BESIDE:
        shutil.copy(CHECKOUT / name, source)
    return source


@pytest.fixture(scope="module")
def wheel(source):
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    run(*pip, "--wheel-dir", source / "dist", source)
    return next((source / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """A new environment that has the wheel, and sees the other packages of ours but not this checkout.

    A path named in a .pth file is not searched for further .pth files, so the editable
    install, which is one, is left behind.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    run(*pip, wheel)
    (packages / "shared.pth").write_text(sysconfig.get_path("purelib"))
    return python


@pytest.fixture(scope="module")
def database(python, tmp_path_factory):
    """The database of the foreign site as it was before it heard of us."""
    path = tmp_path_factory.mktemp("database") / "foreign.sqlite3"
    run(python, PROJECT / "manage.py", "migrate", "--verbosity=0", env=environment("", path))
    return path


def environment(rooms, database):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DJANGO"))}
    return kept | {"ROOMS": rooms, "DATABASE": str(database), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.mark.parametrize("rooms", CHOICES.values(), ids=CHOICES)
def test_a_member_of_another_site_takes_a_quiz_of_ours(rooms, python, database, tmp_path):
    own = shutil.copy(database, tmp_path)
    run(python, PROJECT / "take_quiz.py", python.parents[1], env=environment(rooms, own), cwd=tmp_path)


def test_the_wheel_holds_what_a_room_needs_and_nothing_of_this_site(source, wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    about = wheel.name.split("-py3")[0] + ".dist-info"
    assert {name.split("/")[0] for name in names} == {*PACKAGED, about}
    assert not needed_in(source) - names


def needed_in(source):
    """Return the templates, static files and compiled catalogues; the copy began with none compiled."""
    kinds = ("templates/**/*", "static/**/*")
    found = {
        path for room in PACKAGED for kind in kinds for path in (source / room).glob(kind) if path.is_file()
    }
    found |= {path.with_suffix(".mo") for room in PACKAGED for path in (source / room).rglob("django.po")}
    assert found
    return {str(path.relative_to(source)) for path in found}
