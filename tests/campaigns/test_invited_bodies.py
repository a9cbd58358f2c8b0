import pytest

from langnghe.campaigns import actions, queries
from langnghe.campaigns.models import Listing
from langnghe.ledger.queries import verify
from langnghe.places.packs import pack
from langnghe.refusals import Refused
from tests.conftest import DAY, EVENING


def names(campaign, language="vi"):
    return [body.called(pack("vn"), language) for body in queries.bodies(campaign)]


@pytest.fixture
def invited(campaign, thao):
    facts = {"codes": ["cell", "women"], "names": ["Câu lạc bộ cà phê  sạch"]}
    return actions.invite(campaign=campaign, **facts, by=thao, at=EVENING)


def test_bodies_of_the_country_and_the_communes_own_are_invited(campaign, invited):
    assert names(campaign) == ["Chi bộ, chi ủy thôn, tổ dân phố", "Hội Liên hiệp Phụ nữ", "Câu lạc bộ cà phê sạch"]
    assert names(campaign, "en")[1:] == ["Women's Union", "Câu lạc bộ cà phê sạch"]


def test_every_body_of_the_pack_has_a_name_in_three_languages_a_basis_and_a_mark(binh_dien):
    known = queries.bodies_known(binh_dien, on=DAY)

    assert {"cell", "hamlet-heads", "front-heads", "women", "farmers", "veterans", "youth", "elderly"} <= {
        body.code for body in known
    }
    assert all(body.name(language) for body in known for language in ("vi", "en", "pl"))
    assert all(body.basis and body.mark for body in known)


def test_a_misspelt_name_is_mended_and_the_old_one_kept(campaign, invited, thao):
    actions.rename_body(body=invited[2], name="Câu lạc bộ Cà phê sạch", by=thao, at=EVENING)
    actions.rename_body(body=invited[0], name="Chi bộ các thôn", by=thao, at=EVENING)

    assert names(campaign) == ["Chi bộ các thôn", "Hội Liên hiệp Phụ nữ", "Câu lạc bộ Cà phê sạch"]
    assert Listing.objects.filter(body=invited[2]).count() == 2


def test_a_body_invited_by_mistake_goes_and_may_come_back_as_the_same(campaign, invited, thao):
    women = invited[1]
    actions.uninvite(body=women, by=thao, at=EVENING)
    assert "Hội Liên hiệp Phụ nữ" not in names(campaign)
    with pytest.raises(Refused, match="body-not-invited"):
        actions.uninvite(body=women, by=thao, at=EVENING)

    assert actions.invite(campaign=campaign, codes=["women"], by=thao, at=EVENING) == [women]
    assert "Hội Liên hiệp Phụ nữ" in names(campaign)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({}, "body-without-name"),
        ({"names": ["  "]}, "body-without-name"),
        ({"codes": ["women"]}, "body-invited-already"),
        ({"names": ["câu lạc bộ CÀ PHÊ sạch"]}, "body-invited-already"),
        ({"names": ["Hội A", "hội a"]}, "body-invited-already"),
        ({"codes": ["unheard-of"]}, "no-such-body"),
    ],
)
def test_who_makes_no_sense_is_not_invited(campaign, invited, thao, facts, code):
    with pytest.raises(Refused, match=code):
        actions.invite(campaign=campaign, **facts, by=thao, at=EVENING)


def test_an_own_body_needs_its_name(campaign, invited, thao):
    with pytest.raises(Refused, match="body-without-name"):
        actions.rename_body(body=invited[2], name=" ", by=thao, at=EVENING)
    with pytest.raises(Refused, match="body-invited-already"):
        actions.rename_body(body=invited[0], name="Câu lạc bộ cà phê sạch", by=thao, at=EVENING)


def test_the_record_holds_who_was_invited_and_who_no_longer(campaign, invited, thao, huong):
    actions.uninvite(body=invited[0], by=thao, at=EVENING)

    assert verify(queries.claims(), kinds={"body invited", "body uninvited"}).problems == []
    with pytest.raises(Refused, match="not-yours"):
        actions.invite(campaign=campaign, codes=["youth"], by=huong, at=EVENING)
