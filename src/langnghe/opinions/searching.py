"""How opinions are found by words: an FTS5 table on SQLite, a GIN index on PostgreSQL, one meaning on both.

What is found holds every word of the query as the beginning of one of its own words, without marks: "duong" finds
"đường". Texts are folded before they are indexed, because neither database folds đ. A place goes into the index as a
word of its own, which nobody can type, so that a commune's answers need not be sifted out of everybody's.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from langnghe.language.folding import fold

WORDS_AT_MOST = 12
"""So many words of a query are looked for: nobody may keep a page busy."""
LONGEST_WORD, MOST_WORDS = 40, 5000
"""Letters of a word and different words of a text that count: PostgreSQL takes only so much."""
_WORD = re.compile(r"[^\W_]+")
# No phrases are looked for, so places of words are not kept; a beginning of up to six letters is one look-up.
_FTS5 = (
    "CREATE VIRTUAL TABLE {table} USING fts5(words, content='', contentless_delete=1, detail=none, "
    "prefix='1 2 3 4 5 6', tokenize=\"ascii tokenchars '@'\")"
)
_GIN = (
    "CREATE TABLE {table} (rowid bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX {table}_words ON {table} USING gin (words) WITH (fastupdate = off)",
)
_PUT = {
    "sqlite": "INSERT OR REPLACE INTO {table} (rowid, words) VALUES (%s, %s)",
    "postgresql": (
        "INSERT INTO {table} (rowid, words) VALUES (%s, array_to_tsvector(%s)) "
        "ON CONFLICT (rowid) DO UPDATE SET words = EXCLUDED.words"
    ),
}


def words_of(text: str) -> list[str]:
    """Return the different words of a text, folded, in the order in which they first stand."""
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in _WORD.findall(fold(text))))[:MOST_WORDS]


@dataclass(frozen=True)
class Sought:
    """Words that are looked for, within the communes with these primary keys; without any, everywhere."""

    words: Sequence[str]
    communes: Collection[int] = ()

    @classmethod
    def from_query(cls, query: str, communes: Collection[int] = ()) -> "Sought":
        """Read what a person typed. Without a word in it, nothing is found."""
        return cls(words_of(query)[:WORDS_AT_MOST], sorted(communes))

    def expression(self, vendor: str) -> str:
        """Return what FTS5 or a tsquery is asked for."""
        quote, also, either, begins = ('"', " AND ", " OR ", "*") if vendor == "sqlite" else ("'", " & ", " | ", ":*")
        if not self.words:
            return f"{quote}@{quote}"  # no text is said at no place
        wanted = [f"{quote}{word}{quote}{begins}" for word in self.words]
        places = either.join(f"{quote}@{key}{quote}" for key in self.communes)
        return also.join([*wanted, f"({places})"] if places else wanted)


class Words(models.TextField):  # type: ignore[type-arg]
    """The words of a text under an index. Asked with `says=` an expression of `Sought`; written with `put` alone."""


@Words.register_lookup
class Says(models.Lookup):
    """Whether an indexed text says what is `Sought`."""

    lookup_name = "says"

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, Sequence[Any]]:
        name, table = connection.ops.quote_name, self.lhs.target.model._meta.db_table
        wanted, parameters = self.process_rhs(compiler, connection)
        return f"{name(self.lhs.alias)}.{name(table)} MATCH {wanted}", parameters

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, Sequence[Any]]:
        left, _ = self.process_lhs(compiler, connection)
        wanted, parameters = self.process_rhs(compiler, connection)
        return f"{left} @@ {wanted}::tsquery", parameters


def put(index: type[models.Model], key: int, text: str, *, commune: int) -> None:
    """Let a text said in a commune be found under `key`, in place of what was there."""
    words = [*words_of(text), f"@{commune}"]
    with connection.cursor() as cursor:
        statement = _PUT[connection.vendor].format(table=index._meta.db_table)
        cursor.execute(statement, [key, " ".join(words) if connection.vendor == "sqlite" else words])


def creation(table: str, vendor: str) -> Sequence[str]:
    """Return the SQL that makes an index."""
    statements = (_FTS5,) if vendor == "sqlite" else _GIN
    return [statement.format(table=table) for statement in statements]
