"""Which pages a new site opens with, and which may follow while it is open."""

from courses.models import ModulePage


def all_of(home):
    """Return all page files, parents first."""
    return list(home.walk())


def first_part(home):
    """Return the page files of the first module and of what leads to it, parents first; all where there is none."""
    first = next(iter(_modules(home)), home)
    return [*_above(first), *first.walk()]


def _above(page_file):
    return [*_above(page_file.parent), page_file.parent] if page_file.parent else []


def part_at(home, path):
    """Return the page files of everything above the modules, and of the modules at or below a path."""
    others = [module for module in _modules(home) if not f"{module.path}/".startswith(f"{path}/")]
    left_out = {page_file for module in others for page_file in module.walk()}
    return [page_file for page_file in home.walk() if page_file not in left_out]


def _modules(home):
    return [page_file for page_file in home.walk() if issubclass(page_file.model, ModulePage)]
