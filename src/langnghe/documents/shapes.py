"""What each paper says, as plain values. Whoever fills them chooses the words; `papers.write` lays them out.

Nothing here may carry a speaker's name: people are named by function ("Chủ tịch Ủy ban nhân dân xã").
"""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, kw_only=True)
class Head:
    """Who issues a paper, under which number, where and when. `profile` names the layout it follows."""

    issuer: str
    code: str
    place: str
    on: date
    superior: str = ""
    number: int | None = None
    profile: str = "state"


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One place to sign: on whose behalf, in which role. `name` is an official's, and may be left to the pen."""

    role: str
    authority: str = ""
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What every paper has. A draft and a paper of sample data say so on every page.

    `checked`: a person has confirmed everything in it; what is issued is no draft any more.
    """

    head: Head
    draft: bool
    checked: bool = False
    sample: bool
    title: str
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Said:
    """One opinion in the minutes, and what was answered in the hall, by a person's function."""

    number: int
    text: str
    topic: str = ""
    hamlet: str = ""
    answer: str = ""
    answered_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Forwarded:
    """The opinion of that number goes up to another body."""

    number: int
    to: str


@dataclass(frozen=True, kw_only=True)
class Minutes(Paper):
    """Form F4, minutes of a dialogue. Unknown hours and numbers are None and become dots for the pen."""

    held_on: date
    venue: str
    chair: str
    secretary: str
    opened_at: time | None = None
    closed_at: time | None = None
    composition: tuple[str, ...] = ()
    invited: int | None = None
    present: int | None = None
    report: str = ""
    opinions: tuple[Said, ...] = ()
    forwarded: tuple[Forwarded, ...] = ()
    conclusion: str = ""


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One line of the consolidated table; `times` is how often it was raised."""

    number: int
    code: str
    hamlet: str
    dialogue: str
    text: str
    times: int = 1
    topic: str = ""
    competence: str = ""
    lead_unit: str = ""
    supporting_units: str = ""
    answer: str = ""
    direction: str = ""
    budget: str = ""
    deadline: date | None = None
    forwarded_by: str = ""
    replied_by: str = ""
    status: str = ""
    confirmation: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ConsolidatedTable(Paper):
    """Form F6, every opinion with its competence, unit, deadline and state."""

    rows: tuple[TableRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GuidanceSlip(Paper):
    """Form F13, where a complaint, denunciation, crime tip or private dispute goes. It never repeats what was said."""

    kind: str
    where: tuple[str, ...]
    bring: tuple[str, ...]
    time_limit: str
    basis: tuple[str, ...]
