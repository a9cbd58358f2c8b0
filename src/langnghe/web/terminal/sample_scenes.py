"""What Xã Mẫu planned, and what it did about what it heard, as `scenes.toml` tells it: each step at its own hour."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from langnghe.answers import actions as answers
from langnghe.answers import queries as answer_queries
from langnghe.answers.rules import Contents, Outcome
from langnghe.campaigns import actions as campaigns
from langnghe.campaigns import queries as campaign_queries
from langnghe.commitments import actions as commitments
from langnghe.dialogues import actions as dialogues
from langnghe.feedback import actions as feedback
from langnghe.matters import actions as matters
from langnghe.matters import queries as matter_queries
from langnghe.opinions import actions as opinions
from langnghe.papers.rules import Kind
from langnghe.people.queries import person
from langnghe.places.packs import PACKS
from langnghe.referrals import actions as referrals
from langnghe.web.terminal.sample_days import day, moment
from langnghe.web.terminal.sample_papers import issuing

if TYPE_CHECKING:
    from langnghe.campaigns.models import Campaign, WorkingGroup
    from langnghe.dialogues.models import Dialogue
    from langnghe.matters.models import Matter
    from langnghe.places.models import Place

    Step = tuple[datetime, Callable[..., object]]

SCENES: dict[str, Any] = tomllib.loads((PACKS / "vn" / "demo" / "scenes.toml").read_text("utf-8"))
_PAPERS: dict[str, Any] = SCENES["papers"]
DESK, CHAIR = "van-phong", "chu-tich"


def form(campaign: "Campaign", hamlets: "Sequence[Place]") -> "list[WorkingGroup]":
    """Form the working groups of a campaign and invite its bodies."""
    desk, at = person(DESK), moment(day(-20), 10)
    campaigns.invite(campaign=campaign, codes=SCENES["campaign"]["invited"], by=desk, at=at)
    return [
        campaigns.form_group(
            campaign=campaign,
            name=group["name"],
            members=group["members"],
            hamlets=[each for each in hamlets if group["hamlets"][0] <= each.name <= group["hamlets"][1]],
            by=desk,
            at=at,
        )
        for group in SCENES["campaign"]["groups"]
    ]


def announce(campaign: "Campaign", planned: "Sequence[Dialogue]") -> None:
    """Issue the plan of a campaign, then post the notice of its dialogues, more than a week before the first."""
    commune, desk, on = campaign.commune, person(DESK), day(_PAPERS["plan"]["issued"])
    paper = issuing(Kind.PLAN, campaign, commune=commune, on=on)
    campaigns.issue_plan(campaign=campaign, issuing=paper, by=desk, at=moment(on, 9))
    on = day(_PAPERS["notice"]["issued"])
    paper = issuing(Kind.NOTICE, planned, commune=commune, on=on, wall=_PAPERS["wall"])
    dialogues.give_notice(dialogues=planned, issuing=paper, by=desk, at=moment(on, 9))


def hold(meeting: "Dialogue", scene: dict[str, Any]) -> None:
    """Note how many came to a dialogue, in all and of each invited body."""
    assert meeting.campaign is not None, "the demo's dialogues belong to its campaigns"
    known = {invited.body.code: invited.body for invited in campaign_queries.bodies(meeting.campaign)}
    dialogues.hold(
        dialogue=meeting,
        invited=scene["invited"],
        present=scene["present"],
        women=scene["women"],
        bodies={known[code]: number for code, number in scene["bodies"].items()},
        by=person("thu-ky"),
        at=moment(meeting.held_on, 21, 30),
    )


def play(meeting: "Dialogue", heard: "Mapping[str, Matter]", hamlets: "Sequence[Place]") -> None:
    """Let everything happen that followed a dialogue, in its order. `heard` are its matters by the opinions' ids."""
    heard = dict(heard)
    for scene in SCENES["same"]:
        _join(scene["voices"], heard, at=moment(day(-8), 11))
    steps = [*_papers(meeting, heard, hamlets)]
    for number, scene in enumerate(SCENES["answer"]):
        steps += _answering(heard[scene["to"]], scene, number)
    for at, step in sorted(steps, key=lambda each: each[0]):
        step(at=at)


def _join(voices: list[str], heard: "dict[str, Matter]", *, at: datetime) -> None:
    into, *others = voices
    for voice in others:
        matters.join(matter=heard[voice], into=heard[into], by=person(DESK), at=at)
        heard[voice] = heard[into]


def _answering(matter: "Matter", scene: dict[str, Any], number: int) -> "Iterator[Step]":
    drafter, chair = person(scene["by"]), person(CHAIR)
    draft = partial(answers.draft, matter=matter, contents=_contents(scene), is_checked=True, by=drafter)
    yield moment(day(scene["drafted"]), 9, number), draft
    if "released" in scene:
        yield moment(day(scene["released"]), 15, number), partial(_release, matter)
    if "returned" in scene:
        yield moment(day(scene["returned"]), 16, number), partial(_give_back, matter, scene["remark"], by=chair)


def _release(matter: "Matter", *, at: datetime) -> None:
    draft = answer_queries.pending(matter)
    assert draft is not None, "the scenes release what was drafted"
    commitments.release(draft=draft, by=person(CHAIR), at=at)


def _give_back(matter: "Matter", remark: str, *, by: Any, at: datetime) -> None:
    draft = answer_queries.pending(matter)
    assert draft is not None, "the scenes give back what was drafted"
    answers.give_back(draft=draft, words=remark, by=by, at=at)


def _contents(scene: dict[str, Any]) -> Contents:
    said = {name: scene[name] for name in ("words", "reason", "whom", "owner", "money", "source") if name in scene}
    days: dict[str, Any] = {f"{name}_on": day(scene[name]) for name in ("done", "due") if name in scene}
    return Contents(outcome=Outcome(scene["outcome"]), **said, **days)


def _papers(meeting: "Dialogue", heard: "Mapping[str, Matter]", hamlets: "Sequence[Place]") -> "Iterator[Step]":
    minutes, referral, result = _PAPERS["minutes"], _PAPERS["referral"], _PAPERS["result"]
    yield moment(day(minutes["issued"]), 16), partial(_issue_minutes, meeting)
    yield moment(day(referral["issued"]), 16), partial(_send, heard[referral["of"]], referral)
    hamlet = next(each for each in hamlets if each.name == result["hamlet"])
    yield moment(day(result["issued"]), 10), partial(_publish_result, meeting, hamlet)


def _issue_minutes(meeting: "Dialogue", *, at: datetime) -> None:
    paper = issuing(Kind.MINUTES, meeting, commune=meeting.commune, on=at.date())
    opinions.issue_minutes(dialogue=meeting, issuing=paper, by=person(DESK), at=at)


def _send(matter: "Matter", scene: dict[str, Any], *, at: datetime) -> None:
    said = {"to": scene["to"], "reason": scene["reason"], "reply_by": day(scene["reply"])}
    weighed = matter_queries.every().get(pk=matter.pk)
    paper = issuing(Kind.REFERRAL, weighed, commune=matter.commune, on=at.date(), **said)
    referrals.send(matter=matter, issuing=paper, by=person(DESK), at=at, **said)


def _publish_result(meeting: "Dialogue", hamlet: "Place", *, at: datetime) -> None:
    wall = f"{_PAPERS['wall']} {hamlet}"
    paper = issuing(Kind.RESULT, meeting, hamlet, commune=meeting.commune, on=at.date(), wall=wall)
    feedback.publish_result(dialogue=meeting, hamlet=hamlet, issuing=paper, by=person(DESK), at=at)
