"""The words of the readers are compared in the language they were written in."""

import pytest
from django.utils.translation import override


@pytest.fixture
def in_english():
    with override("en"):
        yield
