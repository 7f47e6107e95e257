"""Queries that are compiled once.

Compiling a query costs Django ten times what SQLite needs to answer it, and a learner's page asks the
same few questions each time. They stay written in the ORM's words; only the compiling is remembered.
"""

from functools import lru_cache
from secrets import randbelow
from uuid import UUID, uuid4

from django.db import connections

STAND_INS = {int: lambda: -randbelow(2**31), str: lambda: uuid4().hex, UUID: uuid4}


class Prepared:
    """A question about rows of one model: `question(*values)` returns the queryset that asks it.

    Call it with whole numbers, texts and UUIDs; it returns the rows as a list and runs one query.
    Only the values may differ from call to call: no slices by a value, no `None`, no related rows.
    """

    def __init__(self, question):
        self.question = question
        self._compiled = lru_cache(self._compile)  # once a connection, so once a thread

    def __call__(self, *values):
        compiled = self._compiled(connections["default"], *map(type, values))
        return compiled.rows(values)

    def first(self, *values):
        """Return one of the rows, or None."""
        return next(iter(self(*values)), None)

    def _compile(self, connection, *types):
        stand_ins = [STAND_INS[kind]() for kind in types]
        return Compiled(connection, self.question(*stand_ins), stand_ins)


class Compiled:
    """A queryset as one connection asks it; its values are put in anew each time.

    What `QuerySet.raw` would do beside running the SQL takes as long again as the rest.
    """

    def __init__(self, connection, queryset, stand_ins):
        fields = queryset.model._meta.concrete_fields
        self.model = queryset.model
        self.names = [field.attname for field in fields]
        self.compiler = queryset.values_list(*self.names).query.get_compiler(connection=connection)
        self.sql, parameters = self.compiler.as_sql()
        self.converters = self.compiler.get_converters([row[0] for row in self.compiler.select])
        known = self._adapted(stand_ins)
        self.places = [known.index(parameter) for parameter in parameters]

    def rows(self, values):
        given = self._adapted(values)
        connection = self.compiler.connection
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [given[place] for place in self.places])
            rows = self.compiler.apply_converters(cursor.fetchall(), self.converters)
            return [self.model.from_db(connection.alias, self.names, row) for row in rows]

    def _adapted(self, values):
        """Return values as the database keeps them."""
        is_native = self.compiler.connection.features.has_native_uuid_field
        return [value.hex if isinstance(value, UUID) and not is_native else value for value in values]
