from datetime import timedelta

import pytest

from langnghe.dialogues import actions
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING
from tests.papers.signing import issuing_by


def test_nobody_is_invited_to_what_was_called_off(dialogue, thao, minh):
    actions.call_off(dialogue=dialogue, reason="Bão số 9", by=thao, at=EVENING)

    with pytest.raises(Refused, match="dialogue-called-off"):
        actions.send_invitation(dialogue=dialogue, issuing=issuing_by(minh), by=thao, at=EVENING)
    with pytest.raises(Refused, match="dialogue-called-off"):
        actions.give_notice(dialogues=[dialogue], issuing=issuing_by(minh), by=thao, at=EVENING)


def test_a_notice_stops_no_clock_of_another_commune(dialogue, huong_an, huong, thao, minh):
    facts = {"held_on": DAY + timedelta(days=9), "by": huong, "at": EVENING}
    theirs = actions.plan(commune=huong_an, hamlets=[], **facts)

    with pytest.raises(Refused, match="not-yours"):
        actions.give_notice(dialogues=[dialogue, theirs], issuing=issuing_by(minh), by=thao, at=EVENING)
