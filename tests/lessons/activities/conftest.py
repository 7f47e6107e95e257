"""A school with one lesson, and what a learner sends from it."""

import pytest

from tests.lessons.conftest import (
    front,
    kazakh,
    learner,
    publish,
    read,
    russian,
    signed_in,
    small_site,
    write,
)

__all__ = ["front", "kazakh", "learner", "publish", "read", "russian", "signed_in", "small_site", "write"]


@pytest.fixture
def tick(client):
    """Somebody ticks "I did it" and presses a button."""

    def tick(*block_ids, button="", address="/ru/urok/", **more):
        verb = button or f"activity:{block_ids[0]}"
        return client.post(address, {"do": verb, "did": list(block_ids), **more}, follow=True)

    return tick
