"""A whole school for a journey: a real server on a real database with the starter content."""

import pytest

from .school import School, built_once


@pytest.fixture
def school(tmp_path_factory, tmp_path):
    """A server of one's own, on a copy of a database that is built once a run."""
    school = School(tmp_path / "var", built_once(tmp_path_factory))
    school.open()
    yield school
    school.close()
