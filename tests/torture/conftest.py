"""A school on a server that may be killed: a copy of one that is migrated once a run."""

import shutil

import pytest

from tests.journeys.school import built_once

from .server import Server, build_school

LEARNERS = 30


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    """The folder in which this school keeps its database."""
    folder = tmp_path_factory.mktemp("torture") / "var"
    shutil.copytree(built_once(tmp_path_factory), folder)
    return folder


@pytest.fixture(scope="module")
def school(var):
    """What visitors know of the school, as `tests.torture.school` printed it."""
    return build_school(var, learners=LEARNERS, lessons=1)


@pytest.fixture(scope="module")
def server(var, school):
    server = Server(var)
    server.start()
    server.wait()
    yield server
    server.stop()
