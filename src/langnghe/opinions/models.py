import uuid

from django.db import models
from django.db.models import Q

from langnghe.dialogues.models import Dialogue, Said
from langnghe.opinions.rules import Channel, Procedure
from langnghe.opinions.searching import Words
from langnghe.people.models import Person
from langnghe.places.models import Place


class Opinion(models.Model):
    """One thing one resident said, in their own words. Who said it is not known here, and cannot be.

    `words` never changes; only `opinions.actions.set_aside` may erase it. `folded` is `words` or its newest
    correction for searching without marks.
    """

    forever = "erasable"

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=7, unique=True)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    commune = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Place, null=True, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    channel = models.CharField(max_length=12, choices=[(channel, channel) for channel in Channel])
    words = models.TextField()
    folded = models.TextField()
    heard_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="opinion_says_something"),
            models.UniqueConstraint(fields=["dialogue", "number"], name="opinion_number_in_dialogue"),
        ]
        indexes = [models.Index(fields=["commune", "-id"], name="opinion_commune_newest")]

    def __str__(self) -> str:
        return self.reference


class Correction(models.Model):
    """Other words for an opinion, because the first were written down wrongly. Both are kept; the newest counts."""

    forever = "erasable"
    erasable_by = "opinion__key"

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="corrections")
    words = models.TextField()
    folded = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.pk}"


class Reply(models.Model):
    """That something said in the hall was said about an opinion."""

    forever = "erasable"
    erasable_by = "opinion__key"

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="replies")
    said = models.ForeignKey(Said, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.said_id}"


class Suspicion(models.Model):
    """The machine suspects that an opinion belongs to another procedure; it holds it until a person decides."""

    forever = "erasable"
    erasable_by = "opinion__key"

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="suspicion")
    kind = models.CharField(max_length=16, choices=[(kind, kind) for kind in Procedure])
    words = models.TextField()

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.kind}"


class Opening(models.Model):
    """A person said: this is an opinion. From here on it is in the register for good."""

    forever = True

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="opening")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.opinion_id)


class Dismissal(models.Model):
    """A person said: this is no opinion, the paper was misread. The words stay for whoever checks."""

    forever = "erasable"
    erasable_by = "opinion__key"

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="dismissal")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.opinion_id)


class SettingAside(models.Model):
    """A complaint, denunciation, crime tip or private dispute was guided to its procedure and its text erased.

    It is a counter: nothing of the words is left. `key` is the erased opinion's, whose leaf nobody can open now.
    """

    forever = True

    key = models.UUIDField(unique=True)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=[(kind, kind) for kind in Procedure])
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(kind__in=list(Procedure)), name="set_aside_kind_is_known")]

    def __str__(self) -> str:
        return f"{self.dialogue_id} {self.kind}"


class PublicText(models.Model):
    """The only text of an opinion that everybody may read, as a person wrote or confirmed it; the newest counts."""

    forever = True

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="public_texts")
    words = models.TextField()
    folded = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="public_text_says_something")]

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.pk}"


class SpokenIndex(models.Model):
    """The newest words of one open opinion, folded, to be found by. What waits is in no index.

    Without a `managed` table: SQLite keeps it in an FTS5 table, PostgreSQL under a GIN index (`opinions.searching`).
    """

    opinion = models.OneToOneField(
        Opinion,
        primary_key=True,
        db_column="rowid",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="spoken",
    )
    words = Words()

    class Meta:
        managed = False

    def __str__(self) -> str:
        return str(self.opinion_id)


class BoardLine(models.Model):
    """One opinion on the board: its newest text for everybody, and where it was said.

    `shuffled` rises with the dialogue and within it tells nothing about who spoke when.
    """

    opinion = models.OneToOneField(Opinion, primary_key=True, on_delete=models.PROTECT, related_name="board_line")
    commune = models.ForeignKey(Place, on_delete=models.PROTECT, db_index=False, related_name="+")
    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Place, null=True, on_delete=models.PROTECT, related_name="+")
    shuffled = models.BigIntegerField(unique=True)
    words = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["commune", "shuffled"], name="board_of_a_commune")]

    def __str__(self) -> str:
        return str(self.opinion_id)


class BoardIndex(models.Model):
    """The words of one line of the board, folded, to be found by; kept as those of `SpokenIndex`."""

    line = models.OneToOneField(
        BoardLine,
        to_field="shuffled",
        primary_key=True,
        db_column="rowid",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="found",
    )
    words = Words()

    class Meta:
        managed = False

    def __str__(self) -> str:
        return str(self.line_id)


class BoardCommune(models.Model):
    """How much of a commune stands on the board, counted as it is put there; `newest` is the dialogue held last."""

    commune = models.OneToOneField(Place, primary_key=True, on_delete=models.PROTECT, related_name="+")
    texts = models.PositiveIntegerField(default=0)
    dialogues = models.PositiveIntegerField(default=0)
    newest = models.ForeignKey(Dialogue, on_delete=models.PROTECT, db_index=False, related_name="+")

    def __str__(self) -> str:
        return f"{self.commune_id} {self.texts}"


class Undecided(models.Model):
    """An opinion that nobody has opened, dismissed or set aside yet. The database itself keeps this list, by triggers.

    It holds no words: the waiting room is in no index.
    """

    opinion = models.OneToOneField(
        Opinion, primary_key=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    commune = models.ForeignKey(Place, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")

    def __str__(self) -> str:
        return str(self.opinion_id)
