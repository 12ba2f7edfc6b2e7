"""The fields of need as data: codes, flags, labels (domain.md 3.2, 3.3)."""

from __future__ import annotations

from locales import taxonomy
from locales.source import messages

CODES = ["HEA", "CAR", "MOB", "MON", "HOM", "PEO", "SAF", "WRK", "LRN", "FAM", "PPR", "OTH"]


def test_the_twelve_fields_stand_in_their_order() -> None:
    assert [topic.code for topic in taxonomy.topics()] == CODES
    assert taxonomy.version() >= 1


def test_every_field_ends_in_something_else_and_other_is_told_in_words() -> None:
    *fields, other = taxonomy.topics()
    assert all(list(topic.details)[-1] == "other" and len(topic.details) >= 6 for topic in fields)
    assert not other.details


def test_flags_are_those_of_the_field() -> None:
    flags = {f"{topic.code}.{code}": found for topic in taxonomy.topics() for code, found in topic.details.items()}
    assert flags["SAF.die"] == {"!", "U0", "9"}
    assert flags["SAF.hurt"] == flags["SAF.child"] == {"!", "U0", "S"}
    assert flags["SAF.exploit"] == {"!", "U1", "S"}
    assert flags["HOM.none"] == {"!", "U1"}
    assert flags["MON.food"] == flags["HOM.lose"] == flags["SAF.scam"] == {"U2"}
    assert flags["PEO.volunteer"] == {"U4"}
    assert flags["HEA.mind"] == {"9", "!"}
    assert set().union(*flags.values()) == {"9", "!", "S", "U0", "U1", "U2", "U4"}


def test_every_code_has_a_label_and_fits_a_payload() -> None:
    for topic in taxonomy.topics():
        assert f"topic.{topic.code}" in messages()
        for code in topic.details:
            assert f"detail.{topic.code}.{code}" in messages()
            assert len(f"detail:{topic.code}.{code}~zzzzzzz".encode()) <= 64
