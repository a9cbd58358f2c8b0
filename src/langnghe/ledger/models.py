"""The record's tables: lines are only ever added. What may still be erased is the secret that opens a line."""

import uuid

from django.db import models


class Log(models.Model):
    """One log: a commune's, named by its code, or "house" for what concerns the whole installation."""

    forever = True

    code = models.CharField(max_length=32, primary_key=True)

    def __str__(self) -> str:
        return self.code


class Entry(models.Model):
    """One thing that was done, sealed: `body` holds commitments alone, `seal` is its SHA-256."""

    forever = True

    # Not unique by constraint: 122 random bits are, and an index on random keys is the dearest part of an insert.
    key = models.UUIDField(default=uuid.uuid4)
    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=64)
    about = models.UUIDField(db_index=True)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    prev = models.BinaryField()
    body = models.BinaryField()
    seal = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.log_id} {self.kind} {self.key}"


class Secret(models.Model):
    """The 32 random bytes that open one entry. Erased, the entry stays and nobody can open it."""

    forever = "erasable"
    concern = "entry__about"

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="secret", primary_key=True)
    secret = models.BinaryField()

    def __str__(self) -> str:
        return str(self.entry_id)


class Pending(models.Model):
    """An entry that has no place in the tree yet; gone as soon as it has one."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="pending", primary_key=True)

    def __str__(self) -> str:
        return str(self.entry_id)


class Position(models.Model):
    """The place of an entry in its log's tree, counted from 0. Its order says nothing about the order of writing."""

    forever = True

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="position", primary_key=True)
    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="+", db_index=False)
    index = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "index"], name="ledger_one_entry_a_place")]

    def __str__(self) -> str:
        return f"{self.log_id} {self.index}"


class Checkpoint(models.Model):
    """The signed size and root of a log at one time. `edge` lets the tree grow without reading it again."""

    forever = True

    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="+", db_index=False)
    size = models.BigIntegerField()
    root = models.BinaryField()
    edge = models.BinaryField()
    at = models.DateTimeField()
    note = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "size"], name="ledger_one_checkpoint_a_size")]

    def __str__(self) -> str:
        return f"{self.log_id} {self.size}"


class Erasure(models.Model):
    """Leave to erase what concerns `about`. It never outlives the transaction that grants it."""

    about = models.UUIDField(primary_key=True)

    def __str__(self) -> str:
        return str(self.about)
