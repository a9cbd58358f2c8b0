import pytest

from langnghe.campaigns import actions, queries
from langnghe.campaigns.models import Formation
from langnghe.ledger.queries import verify
from langnghe.places import actions as places
from langnghe.refusals import Refused
from tests.conftest import EVENING

MEMBERS = ("Phó Chủ tịch UBND – trưởng đoàn", " Trưởng phòng Kinh tế ", "")


@pytest.fixture
def group(campaign, hamlets, thao):
    facts = {"name": "Đoàn  số 1", "members": MEMBERS, "hamlets": hamlets[:2]}
    return actions.form_group(campaign=campaign, **facts, by=thao, at=EVENING)


def standing(campaign):
    return [(group.name, group.members, [name for _, name in group.hamlets]) for group in queries.groups(campaign)]


def test_a_group_has_members_by_function_and_its_hamlets(campaign, group):
    functions = ("Phó Chủ tịch UBND – trưởng đoàn", "Trưởng phòng Kinh tế")

    assert standing(campaign) == [("Đoàn số 1", functions, ["Thôn 05", "Thôn 06"])]


def test_a_misspelt_name_is_mended_and_a_hamlet_moved_without_losing_what_was(campaign, group, hamlets, thao):
    actions.form_group(campaign=campaign, name="Đoàn số 2", hamlets=hamlets[2:], by=thao, at=EVENING)
    actions.change_group(group=group, name="Đoàn số Một", members=(), hamlets=hamlets[:1], by=thao, at=EVENING)

    assert [(name, places) for name, _, places in standing(campaign)] == [
        ("Đoàn số Một", ["Thôn 05"]),
        ("Đoàn số 2", ["Thôn 07"]),
    ]
    assert Formation.objects.filter(group=group).count() == 2


def test_a_disbanded_group_is_gone_and_stays_gone(campaign, group, thao):
    actions.disband(group=group, by=thao, at=EVENING)

    assert standing(campaign) == []
    with pytest.raises(Refused, match="group-disbanded"):
        actions.disband(group=group, by=thao, at=EVENING)
    with pytest.raises(Refused, match="group-disbanded"):
        actions.change_group(group=group, name="Đoàn", members=(), hamlets=(), by=thao, at=EVENING)
    again = actions.form_group(campaign=campaign, name="Đoàn số 1", by=thao, at=EVENING)
    assert [each.group for each in queries.groups(campaign)] == [again]


@pytest.mark.parametrize(("name", "code"), [(" ", "group-without-name"), ("đoàn SỐ 1", "group-name-taken")])
def test_a_name_is_needed_and_taken_once(campaign, group, thao, name, code):
    with pytest.raises(Refused, match=code):
        actions.form_group(campaign=campaign, name=name, by=thao, at=EVENING)


def test_a_group_goes_only_where_the_campaign_goes(campaign, binh_dien, thao):
    other = places.add_hamlet(commune=binh_dien, name="Thôn 09", by="a", at=EVENING)

    with pytest.raises(Refused, match="hamlet-not-in-campaign"):
        actions.form_group(campaign=campaign, name="Đoàn", hamlets=[other], by=thao, at=EVENING)


def test_only_who_plans_may_form_one(campaign, front, huong):
    for person in (front, huong):
        with pytest.raises(Refused, match="not-yours"):
            actions.form_group(campaign=campaign, name="Đoàn", by=person, at=EVENING)


def test_the_record_holds_every_move(campaign, group, hamlets, thao):
    actions.change_group(group=group, name="Đoàn A", members=MEMBERS, hamlets=hamlets, by=thao, at=EVENING)
    actions.disband(group=group, by=thao, at=EVENING)

    assert verify(queries.claims(), kinds={"group formed", "group disbanded"}).problems == []
