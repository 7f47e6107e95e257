"""Which pages a new site opens with, and which may follow while it is open."""

from courses.models import ModulePage


def first_part(home):
    """Return the page files of everything above the modules and of the first module, parents first."""
    modules = [page_file for page_file in home.walk() if issubclass(page_file.model, ModulePage)]
    later = {page_file for module in modules[1:] for page_file in module.walk()}
    return [page_file for page_file in home.walk() if page_file not in later]
