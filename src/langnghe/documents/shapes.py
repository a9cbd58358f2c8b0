"""What each paper says, as plain values. Whoever fills them chooses the words; `papers.write` lays them out.

Nothing here may carry a speaker's name: people are named by function ("Chủ tịch Ủy ban nhân dân xã").
"""

from dataclasses import dataclass
from datetime import date, time

DIALOGUE_LAW = "Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"


@dataclass(frozen=True, kw_only=True)
class Head:
    """Who issues a paper, under which number, where and when. `profile` names the layout it follows.

    `issuer` is written as in a sentence ("Ủy ban nhân dân xã Mẫu"). `about` makes a letter of a referral or reply: it
    stands beneath the number, after "V/v", in place of the name of the kind and the title.
    """

    issuer: str
    code: str
    place: str
    on: date
    superior: str = ""
    number: int | None = None
    profile: str = "state"
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One place to sign: on whose behalf, in which role. `name` is an official's, and may be left to the pen.

    `authority` may be several lines: "TM. ỦY BAN NHÂN DÂN", and "KT. CHỦ TỊCH" above the role of a stand-in.
    """

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
class Scheduled:
    """One dialogue to come: for which hamlets, when, where, led and written by whom. An unknown hour is None."""

    hamlets: tuple[str, ...]
    held_on: date
    venue: str
    starts_at: time | None = None
    chair: str = ""
    secretary: str = ""


@dataclass(frozen=True, kw_only=True)
class WorkingGroup:
    """Who goes to which hamlets; members by their function."""

    name: str
    members: tuple[str, ...] = ()
    hamlets: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan(Paper):
    """Form F1, plan of the dialogues of a year or campaign: sections I-VIII, one line each; an empty one is dots."""

    bases: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    timing: tuple[str, ...] = ()
    schedule: tuple[Scheduled, ...] = ()
    attendance: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    groups: tuple[WorkingGroup, ...] = ()
    tasks: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    carrying_out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Notice(Paper):
    """Form F2, notice of one or several dialogues, given at least 7 days before (Law 72/2025/QH15, Article 43)."""

    schedule: tuple[Scheduled, ...]
    content: tuple[str, ...] = ()
    taking_part: tuple[str, ...] = ()
    bases: tuple[str, ...] = (DIALOGUE_LAW,)


@dataclass(frozen=True, kw_only=True)
class Invitation(Paper):
    """Form F3, invitation of bodies or of people by their function; `to_attend` says what."""

    addressees: tuple[str, ...]
    to_attend: str
    held_on: date
    venue: str
    chair: str
    starts_at: time | None = None
    prepare: tuple[str, ...] = ()


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
class ResultRow:
    """One matter as a hamlet is told of it; `times` is how often it was raised, `state` how far it is.

    `references` are what a resident looks it up by. `when` is a day, or words ("quý I/2027").
    """

    number: int
    references: tuple[str, ...]
    said: str
    times: int = 1
    answer: str = ""
    who: str = ""
    when: date | str = ""
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class ResultNotice(Paper):
    """Form F10, what one hamlet said and what becomes of it, within 10 days (Law 72/2025/QH15, Article 43).

    `numbers` are sentences (heard, answered, waiting); `ask_again` says where to look up and ask once more.
    """

    hamlet: str
    held_on: date
    rows: tuple[ResultRow, ...] = ()
    numbers: tuple[str, ...] = ()
    ask_again: tuple[str, ...] = ()
    bases: tuple[str, ...] = (DIALOGUE_LAW,)


@dataclass(frozen=True, kw_only=True)
class RegisterRow:
    """One line of the register; days not yet known are None."""

    code: str
    on: date | None
    hamlet: str
    text: str
    topic: str = ""
    unit: str = ""
    deadline: date | None = None
    answered_on: date | None = None
    extended_to: date | None = None
    extension_reason: str = ""
    confirmation: str = ""


@dataclass(frozen=True, kw_only=True)
class Register(Paper):
    """Form F14, the register of what was heard: unit, deadline, answer, extension, what residents say of it."""

    rows: tuple[RegisterRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Referral(Paper):
    """Form F7, a matter beyond the commune goes to who is competent; nobody who spoke can be known from it.

    With `head.about` it is a letter, else a transfer slip. `reference` is the matter's, for the way back.
    """

    addressees: tuple[str, ...]
    content: tuple[str, ...]
    reason: str
    bases: tuple[str, ...] = ()
    reference: str = ""
    voices: int = 1
    hamlets: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    reply_by: date | None = None
    reply_to: str = ""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What will be done, by whom (a unit or function), until when: a day, or words ("quý I/2027")."""

    what: str
    who: str = ""
    when: date | str = ""


@dataclass(frozen=True, kw_only=True)
class Reply(Paper):
    """Form F12, the official reply to a matter: what was checked, what will be done, or why not and what then.

    With `head.about` it is a letter, else an announcement. `raised` is the matter in its public words; at least one
    of `measures` and `reason` should be given.
    """

    raised: str
    addressees: tuple[str, ...] = ()
    reference: str = ""
    findings: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    reason: str = ""
    next_steps: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GuidanceSlip(Paper):
    """Form F13, where a complaint, denunciation, crime tip or private dispute goes. It never repeats what was said."""

    kind: str
    where: tuple[str, ...]
    bring: tuple[str, ...]
    time_limit: str
    basis: tuple[str, ...]
