"""Hours, dates and numbers as official papers write them."""

from datetime import date, time

import pytest

from langnghe.documents.wording import day_in_words, hour_in_words, number_list

pytestmark = pytest.mark.nodatabase


def test_small_days_and_the_first_two_months_take_a_zero():
    assert day_in_words(date(2025, 2, 9)) == "ngày 09 tháng 02 năm 2025"
    assert day_in_words(date(2025, 3, 10)) == "ngày 10 tháng 3 năm 2025"


def test_an_unknown_hour_is_left_to_the_pen():
    assert hour_in_words(time(7, 5)) == "07 giờ 05 phút"
    assert hour_in_words(None) == "……… giờ ……… phút"


def test_neighbouring_numbers_become_a_range_from_three_on():
    assert number_list([9, 1, 3, 4, 5, 12, 13]) == "1, 3-5, 9, 12, 13"
    assert number_list([]) == ""
