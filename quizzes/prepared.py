"""Queries that are compiled once.

Compiling a query costs Django ten times what SQLite needs to answer it, and a learner's page asks the
same few questions each time. They stay written in the ORM's words; only the compiling is remembered.
"""

from functools import lru_cache
from secrets import randbelow
from uuid import UUID, uuid4

from django.db import connection

STAND_INS = {int: lambda: -randbelow(2**31), str: lambda: uuid4().hex, UUID: uuid4}


class Prepared:
    """A question about rows of one model: `question(*values)` returns the queryset that asks it.

    Call it with whole numbers, texts and UUIDs; it returns the rows as a list and runs one query.
    Only the values may differ from call to call: no slices by a value, no `None`, no related rows.
    """

    def __init__(self, question):
        self.question = question
        self._compiled = lru_cache(self._compile)  # by database vendor and the types of the values

    def __call__(self, *values):
        model, sql, places = self._compiled(connection.vendor, *map(type, values))
        given = [_adapted(value) for value in values]
        return list(model._base_manager.raw(sql, [given[place] for place in places]))

    def first(self, *values):
        """Return one of the rows, or None."""
        return next(iter(self(*values)), None)

    def _compile(self, vendor, *types):
        stand_ins = [STAND_INS[kind]() for kind in types]
        queryset = self.question(*stand_ins)
        sql, parameters = queryset.query.sql_with_params()
        known = [_adapted(stand_in) for stand_in in stand_ins]
        return queryset.model, sql, [known.index(parameter) for parameter in parameters]


def _adapted(value):
    """Return a value as the database keeps it."""
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value
