"""Papers in many layouts are read right, none of their words is lost, and no speaker's name gets out."""

import pytest

from langnghe.exchange.reading.reader import read_bytes
from tests.exchange.corpus import generate, laid_by_hand, score

pytestmark = pytest.mark.nodatabase

BY_HAND = laid_by_hand.papers()


@pytest.mark.parametrize("sample", BY_HAND, ids=[sample.layout for sample in BY_HAND])
def test_a_paper_laid_out_by_hand_is_read_exactly(sample):
    reading = read_bytes(sample.name, sample.data)

    assert score.right(reading, sample.expected) == (len(sample.expected), [])
    assert score.answered(reading, sample.expected) == (len(sample.expected), [])


@pytest.mark.parametrize("sample", BY_HAND, ids=[sample.layout for sample in BY_HAND])
def test_every_word_of_a_paper_laid_out_by_hand_is_accounted_for(sample):
    reading = read_bytes(sample.name, sample.data)

    assert score.accounted(reading) == score.words_of_word(sample.data)
    assert score.leaked(reading, sample.names) == []


def test_generated_papers_are_read_right_and_nothing_in_them_is_lost():
    _check(generate.corpus(72, seed=31))


@pytest.mark.slow
def test_three_hundred_generated_papers_are_read_right():
    _check(generate.corpus(320))


@pytest.mark.slow
def test_no_planted_name_leaves_two_hundred_minutes():
    samples = [generate.Maker(5_000 + index).minutes(generate.prose_named) for index in range(200)]
    readings = [read_bytes(sample.name, sample.data) for sample in samples]

    assert sum(len(sample.names) for sample in samples) > 2_000
    assert [
        leak for sample, one in zip(samples, readings, strict=True) for leak in score.leaked(one, sample.names)
    ] == []


def _check(samples):
    said = found = 0
    for sample in samples:
        reading = read_bytes(sample.name, sample.data)
        right, _ = score.right(reading, sample.expected)
        said, found = said + len(sample.expected), found + right
        assert score.lost(reading, sample) == [], sample.layout
        assert score.leaked(reading, sample.names) == [], sample.layout
        if sample.name.endswith("docx") and not sample.layout.startswith("tcvn3"):
            assert score.accounted(reading) == score.words_of_word(sample.data), sample.layout
    assert found >= 0.97 * said
