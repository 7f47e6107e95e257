"""Compiles the message catalogues on the way into a wheel; everything else is in pyproject.toml.

`python setup.py compile_catalogues` does it for the checkout, with no gettext on the machine.
"""

from pathlib import Path

import polib
from setuptools import Command, setup
from setuptools.command.build import build


class CompileCatalogues(Command):
    """Write a django.mo beside each django.po of ours."""

    description = "compile the message catalogues"
    user_options = []

    def initialize_options(self):
        pass

    def finalize_options(self):
        pass

    def run(self):
        here = Path(__file__).parent
        for pattern in ("*/locale/*/LC_MESSAGES/*.po", "site/*/locale/*/LC_MESSAGES/*.po"):
            for catalogue in sorted(here.glob(pattern)):
                polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))


class Build(build):
    sub_commands = [("compile_catalogues", None), *build.sub_commands]


setup(cmdclass={"build": Build, "compile_catalogues": CompileCatalogues})
