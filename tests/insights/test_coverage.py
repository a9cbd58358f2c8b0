from langnghe.campaigns import actions as campaigns
from langnghe.dialogues import actions as dialogues
from langnghe.exchange import actions as exchange
from langnghe.insights import queries
from langnghe.places.actions import add_hamlet
from tests.conftest import DAY, EVENING


def test_each_hamlet_is_unplanned_planned_held_or_minuted(binh_dien, lan, thao):
    hamlets = [add_hamlet(commune=binh_dien, name=f"Thôn 0{number}", by="lan", at=EVENING) for number in range(1, 5)]
    campaign = campaigns.plan(
        commune=binh_dien, name="Mùa thu", starts_on=DAY, ends_on=DAY, hamlets=hamlets, by=lan, at=EVENING
    )
    meetings = [
        dialogues.plan(commune=binh_dien, hamlets=[hamlet], held_on=DAY, campaign=campaign, by=lan, at=EVENING)
        for hamlet in hamlets[1:]
    ]
    for meeting in meetings[1:]:
        dialogues.hold(dialogue=meeting, present=40, by=lan, at=EVENING)
    _said(meetings[2], hamlets[3], lan)
    exchange.confirm(dialogue=meetings[2], by=thao, at=EVENING)

    assert [row.state for row in queries.coverage(campaign)] == ["unplanned", "planned", "held", "minuted"]


def test_what_waits_is_not_minuted_yet(dialogue, said):
    said()

    progress = queries.progress_of([dialogue])[dialogue.pk]

    assert (progress.waiting, progress.is_minuted) == (1, False)


def _said(meeting, hamlet, by):
    from uuid import uuid4

    from langnghe.opinions import actions
    from langnghe.opinions.rules import Channel

    return actions.record(
        key=uuid4(),
        dialogue=meeting,
        words="Đường hỏng",
        hamlet=hamlet,
        channel=Channel.HALL,
        heard_at=EVENING,
        by=by,
        at=EVENING,
    )
