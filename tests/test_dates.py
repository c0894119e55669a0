"""Dates keep the precision of the source."""

from __future__ import annotations

from datetime import date

import pytest

from graphkit.model import FOREVER, date_properties, parse_date, parse_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2014-11-07", date(2014, 11, 7), date(2014, 11, 7)),
    ],
)
def test_a_date_means_all_days_that_it_can(text, first, last):
    assert (parse_date(text).first, parse_date(text).last) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "14", "2014-1", "2014-13", "2014-02-29", "0000", "2014-11-07T00:00", "٢٠١٤", " 2014"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parse_date(text)


def test_a_period_runs_from_the_first_day_to_the_last():
    period = parse_period("2010/2014-06")
    assert (period.first, period.last) == (date(2010, 1, 1), date(2014, 6, 30))


def test_an_open_end_is_later_than_every_date():
    assert date_properties("2014", "..", None) == {
        "startDate": "2014",
        "startFrom": date(2014, 1, 1),
        "startTo": date(2014, 12, 31),
        "endDate": "..",
        "endFrom": FOREVER,
        "endTo": FOREVER,
    }


def test_a_date_that_is_not_known_is_absent():
    assert date_properties(None, None, None) == {}


@pytest.mark.parametrize(
    ("start", "end", "observed", "message"),
    [
        ("2014", "2013", None, "ends .* before it starts"),
        ("2014", None, "2013", "observed .* before it started"),
        (None, "2013", "2014", "observed .* after it ended"),
    ],
)
def test_dates_that_contradict_each_other_are_refused(start, end, observed, message):
    with pytest.raises(ValueError, match=message):
        date_properties(start, end, observed)


def test_dates_that_overlap_in_what_they_may_mean_are_accepted():
    assert date_properties("2014-06", "2014", "2014")
