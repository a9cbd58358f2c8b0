from datetime import date, timedelta

import pytest

from langnghe.dialogues import rules
from langnghe.dialogues.rules import Kind as Meeting
from langnghe.insights.clocks import State, clock, days
from langnghe.papers.rules import Kind
from langnghe.places.packs import pack

pytestmark = pytest.mark.nodatabase

HELD = date(2025, 11, 20)


def notice(today, given_on=None, **facts):
    return clock(Kind.NOTICE, facts.pop("held_on", HELD), given_on=given_on, days=7, today=today, **facts)


def result(today, given_on=None):
    return clock(Kind.RESULT, HELD, given_on=given_on, days=10, today=today)


def test_the_law_counts_seven_days_before_and_ten_after():
    assert rules.notice_due(HELD, 7) == date(2025, 11, 13)
    assert rules.result_due(HELD, 10) == date(2025, 11, 30)
    assert [days(kind, Meeting.CONFERENCE, pack("vn"), HELD) for kind in (Kind.NOTICE, Kind.RESULT)] == [7, 10]


@pytest.mark.parametrize("meeting", [Meeting.WORKING_GROUP, Meeting.RECEPTION, Meeting.FIELD_VISIT])
def test_no_clock_runs_for_other_meetings_or_before_the_law(meeting):
    assert days(Kind.NOTICE, meeting, pack("vn"), HELD) is None
    assert days(Kind.NOTICE, Meeting.CONFERENCE, pack("vn"), date(2025, 6, 30)) is None
    assert clock(Kind.NOTICE, HELD, given_on=None, days=None, today=HELD).state is State.NONE


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2025, 11, 9), State.DUE),
        (date(2025, 11, 10), State.SOON),
        (date(2025, 11, 13), State.SOON),
        (date(2025, 11, 14), State.LATE),
    ],
)
def test_a_notice_not_given_is_due_soon_or_late(today, state):
    assert notice(today).state is state


def test_a_notice_on_the_seventh_day_before_is_in_time_and_on_the_sixth_is_not():
    assert notice(HELD, date(2025, 11, 13)).state is State.MET
    assert notice(HELD, date(2025, 11, 14)).state is State.MET_LATE


def test_a_result_counts_from_the_day_it_was_held():
    assert result(date(2025, 11, 21)).state is State.DUE
    assert result(date(2025, 11, 27)).state is State.SOON
    assert result(date(2025, 12, 1)).state is State.LATE
    assert result(date(2025, 12, 9), date(2025, 11, 30)).state is State.MET
    assert result(date(2025, 12, 9), date(2025, 12, 1)).state is State.MET_LATE


def test_what_ran_out_before_the_conference_came_into_the_book_is_not_claimed():
    today = HELD + timedelta(days=400)

    assert notice(today, noted_on=HELD - timedelta(days=6)).state is State.NONE
    assert notice(today, noted_on=HELD - timedelta(days=7)).state is State.LATE
    assert notice(today, HELD - timedelta(days=8), noted_on=HELD).state is State.MET
