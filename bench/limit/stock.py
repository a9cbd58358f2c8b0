"""A store stocked with as many opinions as one likes, by the table and not by the action: for measuring pages alone.

40 communes of 20 hamlets; dialogues of 20 opinions over five years; texts vary those of the demo. In each commune the
newest dialogue waits, the one before it is open and undecided, the others are decided and mostly on the board.
"""

import csv
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from langnghe.opinions.searching import creation, words_of

CITY, COMMUNES, HAMLETS, HEARD = "46", 40, 20, 20
"""Hamlets in a commune, opinions in a dialogue."""
FIRST, LAST = date(2021, 7, 1), date(2026, 6, 30)
MATTERS = (0, 0, 1, 2, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13, 14)
"""To which matter of its dialogue each opinion belongs: some are raised by two or three."""
THINGS = ("Đường bê tông", "Mương thoát nước", "Đèn chiếu sáng", "Nhà văn hóa", "Kênh tưới", "Cầu dân sinh", "Bãi rác")
TROUBLES = ("hư hỏng", "xuống cấp", "quá tải", "chưa có", "bị sạt lở", "ngập khi mưa", "lâu không sửa")
WISHES = ("đề nghị xã sửa chữa", "mong sớm đầu tư", "xin hỗ trợ kinh phí", "cần có phương án", "đề nghị kiểm tra")
AT = datetime(2026, 7, 1, 12, tzinfo=UTC)


def fill(size: int) -> None:
    """Put `size` opinions into an empty store that `langnghe check` has made."""
    stock = Stock(size)
    indexes = [(model, index) for model in _indexed() for index in model._meta.indexes]
    with connection.schema_editor() as editor:
        for model, index in indexes:
            editor.remove_index(model, index)
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL session_replication_role = replica")  # what points where is right by making
        for label, columns, rows in stock.tables():
            _write(apps.get_model(label), columns, rows)
        _write_words(stock)
    with connection.schema_editor() as editor:
        for model, index in indexes:
            editor.add_index(model, index)
    _settle()


class Stock:
    """What the store is given, table by table."""

    def __init__(self, size: int) -> None:
        place = apps.get_model("places", "Place")
        self.size = size
        self.dialogues = size // HEARD
        parent = place.objects.get(code=CITY)
        self.communes = list(place.objects.filter(parent=parent, is_sample=False).order_by("code")[:COMMUNES])
        self.next_place = place.objects.order_by("-pk")[0].pk + 1
        self.by = apps.get_model("people", "Person").objects.order_by("pk")[0].pk
        self.said = demo_texts()

    def tables(self) -> Iterable[tuple[str, str, Iterable[tuple]]]:
        """Yield each table's label, columns and rows, in an order in which rows may be written."""
        opened, decided = range(1, self.opened + 1), range(1, self.decided + 1)
        shown = [number for number in decided if number % 5]
        every = range(1, self.size + 1)
        yield "places.Place", "id code kind parent_id path name is_sample is_confirmed", self._hamlets()
        yield "places.PlaceName", "place_id name same", self._names()
        yield "dialogues.Dialogue", "id key code commune_id kind held_on venue chair secretary", self._dialogues()
        yield "dialogues.DialogueHamlet", "dialogue_id hamlet_id", self._meetings()
        columns = "id key reference dialogue_id commune_id hamlet_id number channel words folded heard_at"
        yield "opinions.Opinion", f"{columns} recorded_by_id recorded_at", map(self._opinion, every)
        yield "opinions.Suspicion", "opinion_id kind words", self._suspicions()
        yield "opinions.Opening", "opinion_id by_id at", ((number, self.by, AT) for number in opened)
        texts = ((number, self.words(number), "", self.by, AT) for number in shown)
        yield "opinions.PublicText", "opinion_id words folded by_id at", texts
        yield "opinions.BoardLine", "opinion_id commune_id dialogue_id hamlet_id shuffled words", map(self._line, shown)
        yield "opinions.BoardCommune", "commune_id texts dialogues newest_id", self._counted()
        yield "matters.Matter", "id key code commune_id title sameness opened_at", self._matters()
        yield "matters.Decision", "matter_id topic kind competence unit due_on by_id at", self._decisions()
        columns = "opinion_id matter_id commune_id dialogue_id hamlet_code topic competence unit due_on"
        yield "matters.Membership", columns, map(self._membership, opened)

    @property
    def opened(self) -> int:
        """How many are open: all but those of the newest dialogue in each commune."""
        return self.size - COMMUNES * HEARD

    @property
    def decided(self) -> int:
        """How many are decided: all that are open but those of one dialogue in each commune."""
        return self.opened - COMMUNES * HEARD

    def words(self, number: int) -> str:
        """Return what was said, much as people say it, hardly ever twice the same."""
        mixed = _mixed(number)
        thing, trouble, wish = THINGS[mixed % 7], TROUBLES[mixed // 7 % 7], WISHES[mixed // 49 % 5]
        return f"{self._row(number)['text']}. {thing} đoạn số {mixed // 245 % 900} {trouble}, {wish}"

    def place(self, dialogue: int) -> tuple[int, int, str]:
        """Return the primary keys of a dialogue's commune and hamlet, and the hamlet's code."""
        commune, hamlet = dialogue % COMMUNES, dialogue // COMMUNES % HAMLETS
        key = self.next_place + commune * HAMLETS + hamlet
        return self.communes[commune].pk, key, f"{self.communes[commune].code}-thon-{hamlet + 1:02}"

    def day(self, dialogue: int) -> date:
        return FIRST + (LAST - FIRST) * dialogue // self.dialogues

    def _row(self, number: int) -> dict[str, str]:
        return self.said[_mixed(number) // 7 % len(self.said)]

    def _hamlets(self) -> Iterable[tuple]:
        for number in range(COMMUNES * HAMLETS):
            commune = self.communes[number // HAMLETS]
            code = f"{commune.code}-thon-{number % HAMLETS + 1:02}"
            name, path = f"Thôn {number % HAMLETS + 1:02}", f"{commune.path}{code}/"
            yield self.next_place + number, code, "hamlet", commune.pk, path, name, False, True

    def _names(self) -> Iterable[tuple]:
        for number in range(COMMUNES * HAMLETS):
            yield self.next_place + number, f"Thôn {number % HAMLETS + 1:02}", f"thôn {number % HAMLETS + 1}"

    def _dialogues(self) -> Iterable[tuple]:
        for number in range(1, self.dialogues + 1):
            commune, _hamlet, _code = self.place(number)
            yield (number, UUID(int=number), f"D-{number}", commune, "conference", self.day(number), "", "", "")

    def _meetings(self) -> Iterable[tuple]:
        for number in range(1, self.dialogues + 1):
            yield number, self.place(number)[1]

    def _opinion(self, number: int) -> tuple:
        dialogue = (number - 1) // HEARD + 1
        commune, hamlet, _code = self.place(dialogue)
        words, key = self.words(number), UUID(int=_mixed(number) * 2**64 + number)
        counted = (number - 1) % HEARD + 1
        start = (dialogue, commune, hamlet, counted, "hall", words, words.lower(), AT, self.by, AT)
        return (number, key, f"{number * 7_654_321 % 9_000_000 + 1_000_000}", *start)

    def _suspicions(self) -> Iterable[tuple]:
        for number in range(self.opened + 1, self.size + 1, HEARD):
            yield number, "complaint", "khiếu nại"

    def _line(self, number: int) -> tuple:
        dialogue = (number - 1) // HEARD + 1
        commune, hamlet, _code = self.place(dialogue)
        return number, commune, dialogue, hamlet, self.shuffled(number), self.words(number)

    def shuffled(self, number: int) -> int:
        """Return where a line stands among those of its dialogue."""
        return ((number - 1) // HEARD + 1) * 2**31 + _mixed(number) // HEARD * HEARD + number % HEARD

    def _counted(self) -> Iterable[tuple]:
        held = self.decided // HEARD
        for commune in range(COMMUNES):
            own = range(commune or COMMUNES, held + 1, COMMUNES)
            yield self.communes[commune].pk, len(own) * HEARD * 4 // 5, len(own), own[-1]

    def _matters(self) -> Iterable[tuple]:
        for dialogue in range(1, self.opened // HEARD + 1):
            for place in range(MATTERS[-1] + 1):
                first = (dialogue - 1) * HEARD + MATTERS.index(place) + 1
                number = self.matter(first)
                title = self._row(first)["text"][:90]
                yield number, UUID(int=number), f"V-{number}", self.place(dialogue)[0], title, f"{number:064}", AT

    def matter(self, number: int) -> int:
        """Return the primary key of the matter an opinion belongs to."""
        return (number - 1) // HEARD * (MATTERS[-1] + 1) + MATTERS[(number - 1) % HEARD] + 1

    def _decisions(self) -> Iterable[tuple]:
        for matter in range(1, self.matter(self.decided) + 1):
            topic, kind, competence, unit, due_on = self._decided(matter)
            yield matter, topic, kind, competence, unit, due_on, self.by, AT

    def _decided(self, matter: int) -> tuple[str, str, str, str, date]:
        row = self._row(matter)
        due_on = self.day((matter - 1) // (MATTERS[-1] + 1) + 1) + timedelta(days=15)
        return row["topic"], row["kind"], row["competence"], row["unit"], due_on

    def _membership(self, number: int) -> tuple:
        dialogue = (number - 1) // HEARD + 1
        where = self.place(dialogue)
        topic, competence, unit, due_on = "", "", "", date(9999, 12, 31)
        if number <= self.decided:
            topic, _kind, competence, unit, due_on = self._decided(self.matter(number))
        return number, self.matter(number), where[0], dialogue, where[2], topic, competence, unit, due_on


def _mixed(number: int) -> int:
    """Return 31 bits that jump about as `number` grows."""
    return (number * 2_654_435_761 ^ number * 40_503 >> 7) & 0x7FFFFFFF


def demo_texts() -> list[dict[str, str]]:
    """Return the rows of the pack's demo: what was said, and what it was decided to be."""
    from langnghe.places.packs import PACKS

    with (PACKS / "vn" / "demo" / "opinions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _indexed() -> list[type]:
    return [apps.get_model(label) for label in ("matters.Membership", "opinions.Opinion", "opinions.BoardLine")]


def _write(model: type, columns: str, rows: Iterable[tuple]) -> None:
    names = columns.split()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {model._meta.db_table} ({', '.join(names)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            slots = ", ".join("?" for _ in names)
            statement = f"INSERT INTO {model._meta.db_table} ({', '.join(names)}) VALUES ({slots})"
            connection.connection.executemany(statement, (tuple(map(_plain, row)) for row in rows))


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    return value.isoformat() if isinstance(value, date) else value


def _write_words(stock: Stock) -> None:
    """Let what is open and what is on the board be found by its words."""
    tables = [apps.get_model("opinions", name)._meta.db_table for name in ("SpokenIndex", "BoardIndex")]
    rebuilt = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table in tables if rebuilt else ():
            cursor.execute(f"DROP INDEX {table}_words")
    spoken = ((number, number) for number in range(1, stock.opened + 1))
    shown = ((stock.shuffled(number), number) for number in range(1, stock.decided + 1) if number % 5)
    for name, keys in (("SpokenIndex", spoken), ("BoardIndex", shown)):
        _write(apps.get_model("opinions", name), "rowid words", ((key, _found(stock, number)) for key, number in keys))
    with connection.cursor() as cursor:
        for table in tables if rebuilt else ():
            cursor.execute(creation(table, connection.vendor)[-1])


def _found(stock: Stock, number: int) -> str:
    commune = stock.place((number - 1) // HEARD + 1)[0]
    words = [*words_of(stock.words(number)), f"@{commune}"]
    return " ".join(words if connection.vendor == "sqlite" else (f"'{word}'" for word in words))


def _settle() -> None:
    """Leave the store as one that has been at work for long."""
    from langnghe.opinions import undecided

    undecided.install()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            models = apps.get_models()
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
