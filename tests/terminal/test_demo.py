"""The demo tells the whole story: what is settled, what waits, what is late, on the day of loading."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta

import pytest

pytestmark = [pytest.mark.nodatabase, pytest.mark.slow]

NOW = "2027-03-10T08:00:00+07:00"
TODAY = date(2027, 3, 10)
STORY = """
import json
from langnghe.web.terminal.installation import ready
ready()
from langnghe.answers import queries as answers
from langnghe.commitments import queries as commitments
from langnghe.dialogues import queries as dialogues
from langnghe.feedback import queries as feedback
from langnghe.feedback import wall
from langnghe.insights.queries import progress
from langnghe.matters import queries as matters
from langnghe.papers import queries as papers
from langnghe.people.queries import person
from langnghe.referrals import queries as referrals
from langnghe.web.clock import today
on = today()
desk, unit, chair = map(person, ("van-phong", "phong-kinh-te", "chu-tich"))
owed = list(answers.owed(unit, on=on))
weighed = list(matters.every().filter(commune__code="mau-xa"))
print(json.dumps({
    "to_release": answers.to_release(chair, on=on).count(),
    "returned": [each.code for each in owed if each.draft_returned],
    "undrafted": sum(each.draft_key is None for each in owed),
    "outcomes": sorted({each.contents.outcome for each in wall.became(each.pk for each in weighed).values()}),
    "joined": sum(each.voices == 2 for each in weighed),
    "promises": [each.due_on.isoformat() for each in commitments.commitments(chair, on=on)],
    "unsent": referrals.owed(desk, on=on).count(),
    "sent": [each.reply_by.isoformat() for each in weighed for each in referrals.of_matter(each)],
    "untold": [[meeting.held_on.isoformat(), hamlet.name] for meeting, hamlet in feedback.owed(desk, on=on)],
    "papers": sorted([each.kind, each.issued_on.isoformat(), str(each.posted_on)] for each in papers.every()),
    "progress": progress(),
    "real": [
        [each["code"], each["answered"], each["late"]]
        for code in ("19804", "20035")
        for each in wall.counts(wall.texts().filter(commune__code=code), on=on)
    ],
}))
"""


def process(data, *command):
    told = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "LANGNGHE_NOW"}}
    told |= {"LANGNGHE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "langnghe.settings", "LANGNGHE_NOW": NOW}
    return subprocess.run(
        [sys.executable, *command], env=told, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return the folder of a store that holds the demo, loaded by its own process, and what the command told."""
    data = tmp_path_factory.mktemp("ward")
    done = process(data, "-m", "langnghe", "demo")
    assert done.returncode == 0, done.stderr
    return data, done.stderr


@pytest.fixture(scope="module")
def ward(loaded):
    return loaded[0]


@pytest.fixture(scope="module")
def story(ward):
    done = process(ward, "-c", STORY)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def days(offset):
    return (TODAY + timedelta(days=offset)).isoformat()


def test_the_record_holds_every_step_of_it(ward):
    report = json.loads(process(ward, "-m", "langnghe", "verify", "--json").stdout)

    assert (report["ok"], report["problems"]) == (True, [])


def test_loading_it_again_changes_nothing(ward):
    before = json.loads(process(ward, "-m", "langnghe", "verify", "--json").stdout)

    again = process(ward, "-m", "langnghe", "demo")

    assert again.returncode == 1
    assert json.loads(process(ward, "-m", "langnghe", "verify", "--json").stdout) == before


def test_nine_days_ago_is_settled_yesterday_waits_and_tonight_is_planned(story):
    evenings = {each["held_on"]: each for each in story["progress"] if each["place"] == "Xã Mẫu"}

    assert set(evenings) == {days(-9), days(-1), days(0)}
    assert evenings[days(-9)]["open"] > 40
    assert evenings[days(-9)]["waiting"] == evenings[days(-9)]["held"] == 0
    assert evenings[days(-1)]["open"] == 0
    assert evenings[days(-1)]["waiting"] > 30
    assert evenings[days(-1)]["held"] >= 1
    assert evenings[days(0)]["waiting"] == evenings[days(0)]["open"] == 0


def test_answers_of_every_outcome_are_given_and_matters_are_joined(story):
    assert story["outcomes"] == ["done", "guided", "not-possible", "partly", "referred", "will-do"]
    assert story["joined"] >= 2


def test_two_drafts_wait_for_the_chair_and_one_came_back_to_its_office(story):
    assert story["to_release"] == 2
    assert len(story["returned"]) == 1
    assert story["undrafted"] > 0


def test_one_promise_is_late(story):
    assert [day for day in story["promises"] if day < TODAY.isoformat()] == [days(-2)]
    assert len(story["promises"]) > 1


def test_one_referral_waits_for_a_reply_and_one_still_has_to_be_sent(story):
    assert len(story["sent"]) == 1
    assert story["sent"][0] > TODAY.isoformat()
    assert story["unsent"] == 1


def test_one_hamlet_was_told_and_the_others_are_owed_it_tomorrow(story):
    assert story["untold"] == [[days(-9), f"Thôn {number:02}"] for number in (1, 2, 4, 5, 6, 7, 8, 9)]


def test_the_papers_were_issued_in_time(story):
    assert story["papers"] == [
        ["minutes", days(-8), "None"],
        ["notice", days(-17), days(-17)],
        ["plan", days(-19), "None"],
        ["referral", days(-4), "None"],
        ["result", days(-1), days(-1)],
    ]


def test_nothing_is_said_to_be_answered_or_late_where_only_a_report_is_known(story):
    assert len(story["real"]) == 2
    assert all(each[1:] == [0, 0] for each in story["real"])


def test_it_says_where_to_look_and_who_to_sign_in_as(loaded):
    for name in ("/thon/mau-xa-thon-03/", "van-phong", "phong-kinh-te", "chu-tich"):
        assert name in loaded[1]
