"""Which pages a new site opens with, and which may follow while it is open."""

from courses.models import ModulePage


def first_part(home):
    """Return the page files of everything above the modules and of the first module, parents first."""
    return _part(home, lambda modules: modules[:1])


def part_at(home, path):
    """Return the page files of everything above the modules, and of the modules at or below a path."""
    return _part(home, lambda modules: [one for one in modules if f"{one.path}/".startswith(f"{path}/")])


def _part(home, choose):
    modules = [page_file for page_file in home.walk() if issubclass(page_file.model, ModulePage)]
    chosen = choose(modules)
    others = {page_file for module in modules if module not in chosen for page_file in module.walk()}
    return [page_file for page_file in home.walk() if page_file not in others]
