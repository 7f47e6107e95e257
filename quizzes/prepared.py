"""Queries that are compiled once.

Compiling a query costs Django ten times what SQLite needs to answer it, and a learner's page asks the
same few questions each time. They stay written in the ORM's words; only the compiling is remembered.
Writing a row has no such words to keep: `insert` and `update` put its values into plain SQL.
"""

from functools import cache, lru_cache
from secrets import randbelow
from uuid import UUID, uuid4

from django.db import connections
from django.db.models.query import get_related_populators

STAND_INS = {int: lambda: -randbelow(2**31), str: lambda: uuid4().hex, UUID: uuid4}


class Prepared:
    """A question about rows of one model: `question(*values)` returns the queryset that asks it.

    Call it with whole numbers, texts and UUIDs; it returns the rows as a list and runs one query.
    Only the values may differ from call to call: no slices by a value, no `None`. `select_related` is kept.
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
        self.model = queryset.model
        self.compiler = queryset.query.get_compiler(connection=connection)
        self.sql, parameters = self.compiler.as_sql()
        select, own = self.compiler.select, self.compiler.klass_info
        self.own = slice(own["select_fields"][0], own["select_fields"][-1] + 1)
        self.names = [column[0].target.attname for column in select[self.own]]
        self.related = get_related_populators(own, select, connection.alias)
        self.converters = self.compiler.get_converters([column[0] for column in select])
        known = self._adapted(stand_ins)
        self.places = [known.index(parameter) for parameter in parameters]

    def rows(self, values):
        given = self._adapted(values)
        with self.compiler.connection.cursor() as cursor:
            cursor.execute(self.sql, [given[place] for place in self.places])
            rows = cursor.fetchall()
        return [self._object(row) for row in self.compiler.apply_converters(rows, self.converters)]

    def _object(self, row):
        found = self.model.from_db(self.compiler.connection.alias, self.names, row[self.own])
        for populator in self.related:
            populator.populate(row, found)
        return found

    def _adapted(self, values):
        """Return values as the database keeps them."""
        is_native = self.compiler.connection.features.has_native_uuid_field
        return [value.hex if isinstance(value, UUID) and not is_native else value for value in values]


def insert(instance):
    """Write a new row as `save` would, without its signals and without learning its number. Runs one query."""
    columns, values = _columns_and_values(instance, _fields(type(instance)))
    places = ", ".join(["%s"] * len(values))
    _execute(instance, f"INSERT INTO {{table}} ({', '.join(columns)}) VALUES ({places})", values)  # noqa: S608


def update(instance, names):
    """Write the named fields of a row as `save(update_fields=names)` would, without its signals. Runs one query."""
    fields = [field for field in _fields(type(instance)) if field.name in names]
    columns, values = _columns_and_values(instance, fields)
    changes = ", ".join(f"{column} = %s" for column in columns)
    key, (value,) = _columns_and_values(instance, [instance._meta.pk])
    _execute(instance, f"UPDATE {{table}} SET {changes} WHERE {key[0]} = %s", [*values, value])  # noqa: S608


@cache
def _fields(model):
    """Return the fields to write. A number that the database gives is left to it."""
    return [field for field in model._meta.concrete_fields if not getattr(field, "db_returning", False)]


def _columns_and_values(instance, fields):
    connection = connections["default"]
    columns = [connection.ops.quote_name(field.column) for field in fields]
    return columns, [
        field.get_db_prep_save(field.pre_save(instance, add=False), connection) for field in fields
    ]


def _execute(instance, sql, values):
    connection = connections["default"]
    with connection.cursor() as cursor:
        cursor.execute(sql.format(table=connection.ops.quote_name(instance._meta.db_table)), values)
