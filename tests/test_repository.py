"""What holds for the repository as a whole."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
EXAMPLE = [
    ROOT / "tests/foreign/project/foreign" / name
    for name in ("people/question_types.py", "templates/foreign/yes_or_no.html")
]

# Where packages come from and where a copy lies is each machine's own affair.
PLACES = re.compile(
    r"(--(extra-)?index-url|--find-links|files\.python"
    + r"hosted|(?<![\w/.-])/(root|home/\w+|Users/\w+|opt|work)/\w)"
)
ROOMS = ["languages", "quizzes", "lessons", "people", "courses", "home"]


def texts():
    """Return the files that are kept in git and can be read as text."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("This is not a git checkout.")
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file() and path.suffix not in {".png", ".webp", ".avif", ".jpg", ".ico", ".woff2"}:
            yield name, path.read_text(encoding="utf-8")


def requirements(lock):
    """Return the pinned requirements of a lock file, each with its hashes on one line."""
    lines = re.sub(r"\\\n\s*", " ", lock.read_text()).splitlines()
    return [line for line in lines if line and not line.lstrip().startswith("#")]


def test_nothing_names_a_machine_or_a_place_that_packages_come_from():
    here = Path(__file__).relative_to(ROOT).as_posix()
    found = [name for name, text in texts() if name != here and PLACES.search(text)]
    assert found == []


def test_whoever_installs_gets_what_we_tested():
    assert [lock.name for lock in LOCKS] == ["dev.txt", "runtime.txt"]
    for lock in LOCKS:
        assert requirements(lock)
        loose = [line for line in requirements(lock) if "==" not in line or "--hash=sha256:" not in line]
        assert loose == []


def test_the_two_lock_files_agree():
    runtime, dev = (
        {line.partition(" --hash")[0] for line in requirements(ROOT / "requirements" / name)}
        for name in ("runtime.txt", "dev.txt")
    )
    assert runtime - dev == set()


def test_the_site_and_the_package_have_one_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    said = re.search(r'__version__ = "(.+)"', (ROOT / "site/lifelong/__init__.py").read_text())
    assert project["version"] == said[1]


def test_every_app_and_its_names_carry_our_prefix():
    for room in ROOMS:
        assert f'label = "lifelong_{room}"' in (ROOT / room / "apps.py").read_text()


def test_a_migration_is_named_by_what_it_does():
    found = [name for name, _ in texts() if re.search(r"migrations/.*_auto_\d", name)]
    assert found == []


def test_the_question_type_in_the_developers_guide_is_the_one_that_is_tested():
    guide, codes = (ROOT / "docs/developers.md").read_text(), [path.read_text() for path in EXAMPLE]
    assert all(code in guide for code in codes)
    assert sum(len(code.splitlines()) for code in codes) < 60


def test_every_setting_from_the_environment_is_explained():
    settings = (ROOT / "site/lifelong/settings.py").read_text()
    names = re.findall(r'\benv(?:\.\w+)?\(\s*"([A-Z_]+)"', settings)
    guide = (ROOT / "docs/server.md").read_text()
    assert len(names) > 5
    assert [name for name in names if f"`{name}`" not in guide] == []


def test_every_target_that_the_papers_name_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for paper in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        named = set(re.findall(r"`make ([a-z]+)", paper.read_text()))
        assert named <= targets, paper.name
