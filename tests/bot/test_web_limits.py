from __future__ import annotations

import pytest

from bot import chat_limits
from bot.chat_forms import Refused
from bot.chat_limits import Bucket, Limits, Places


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_lets_a_burst_through_and_then_so_many_a_second() -> None:
    clock = Clock()
    bucket = Bucket(rate=2, burst=3, clock=clock)
    assert [bucket.take("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert bucket.take("b") == 0
    clock.now = 0.5
    assert [bucket.take("a"), bucket.take("a")] == [0, 0.5]
    clock.now = 1000
    assert [bucket.take("a") for _ in range(4)] == [0, 0, 0, 0.5]


def test_a_bucket_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_limits, "MOST_KEYS", 100)
    clock = Clock()
    bucket = Bucket(rate=1, burst=5, clock=clock)
    for number in range(1000):
        bucket.take(f"at once {number}")
    assert len(bucket._levels) <= 100
    clock.now = 100
    bucket.take("later")
    for number in range(200):
        clock.now += 10
        bucket.take(f"slowly {number}")
    assert len(bucket._levels) <= 100


def test_places_are_taken_and_given_back() -> None:
    places = Places(each=1, all_together=2)
    assert [places.enter(key) for key in ("a", "a", "b", "c")] == [True, False, True, False]
    places.leave("a")
    assert places.enter("c")
    assert not places.enter("a")


def test_what_takes_longer_counts_for_more() -> None:
    clock = Clock()
    bucket = Bucket(rate=1, burst=10, clock=clock)
    assert [bucket.take("a", 6), bucket.take("a", 6), bucket.take("a", 4)] == [0, 2, 0]


def test_who_is_refused_hears_when_to_come_back_and_uploads_share_so_much_memory() -> None:
    limits = Limits()
    for _ in range(10):
        limits.change(b"talk")
    with pytest.raises(Refused) as refused:
        limits.change(b"talk")
    assert (refused.value.status, refused.value.code) == (429, "many_tries")
    assert 0 < refused.value.wait <= 30
    with limits.uploading(b"one", "here") as more, limits.uploading(b"two", "there") as others:
        more(chat_limits.HELD_BY_ADDRESS)
        with pytest.raises(Refused, match="busy"):
            more(1)
        others(chat_limits.HELD_BY_ADDRESS)
    with limits.uploading(b"one", "here") as more:
        more(chat_limits.HELD_BY_ADDRESS)
