"""The place that somebody writes or points at, on its way: whose it is, how it is found and counted, what is kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot import placing, readings
from bot.channels.base import Inbound
from bot.channels.telegram_updates import inbounds
from bot.metrics import Metrics
from bot.problem import Problem
from bot.receive import Receiver
from dialogs import record
from dialogs.terms import Answer, Correct, Heard, Place, Sort, Submit
from storage import inbox, listing, organisations, rights, statistics, submissions
from storage.database import Database
from storage.listing import Filters
from storage.tables import submissions as table
from tests.storage.given import EVERYTHING, NOW, agree, put_one

VAASA = ("vaasa", "Vasa", "Вааса", "asun Vaasassa")


async def answered(database: Database, words: str) -> Answer:
    async with database.write() as conn:
        waiting = replace(await put_one(conn), heard=Heard(Sort.TEXT, NOW, words))
    [heard] = readings.read([waiting], Metrics(), country="FI")
    return Answer("place", words, places=heard.readings.places[:1], how="typed")


def need(number: int, place: Answer, topic: str = "MOB") -> Submit:
    told = (Answer("topic", topic), Answer("detail", f"{topic}.other"), place)
    return Submit(f"N-7KM-4Q{number}", "need", number, "fi", told, "U3")


async def test_however_vaasa_is_written_it_reaches_the_organisation_of_vaasa(database: Database) -> None:
    async with database.write() as conn:
        vaasa = await organisations.add(conn, "Caritas", "local", NOW)
        await organisations.take_places(conn, vaasa, placing.named(["VASA"], "FI"))
        hamlet = await organisations.add(conn, "Diakonie", "local", NOW)
        await organisations.take_places(conn, hamlet, placing.named(["Xyzzykylä"], "FI"))
    told = [await answered(database, words) for words in (*VAASA, "xyzzykylä", "Kokkola")]
    async with database.write() as conn:
        held = await agree(conn)
        for number, place in enumerate(told, 2):
            await submissions.create(conn, held, need(number, place), "telegram", NOW)
        assert await organisations.leave_places(conn, vaasa, placing.known(["Вааса"], "FI")) == 1
    async with database.read() as conn:
        rows = (await conn.execute(select(table).order_by(table.c.id))).all()
        wanted = placing.named(["Vaasa"], None)[0]
        found = await listing.submissions(
            conn, replace(EVERYTHING, organisation_id=vaasa), Filters(place=wanted), None, 9
        )
    assert [row.organisation_id for row in rows] == [vaasa] * 4 + [hamlet, 0]
    assert [row.place for row in rows[:4]] == list(VAASA)  # the person's own words stay
    assert {row.reference for row in found.rows} == {row.reference for row in rows[:4]}
    areas = [statistics.cell(row, True).area for row in rows]
    assert areas == ["FI-12"] * 4 + ["", "FI-07"]


async def test_of_somebody_in_danger_not_even_the_region_is_counted(database: Database) -> None:
    place = await answered(database, "Vaasa")
    async with database.write() as conn:
        await submissions.create(conn, await agree(conn), need(2, place, "SAF"), "telegram", NOW)
        row = (await conn.execute(select(table))).one()
    assert statistics.cell(row, True).area == ""


async def test_what_staff_type_at_the_desk_is_staffs_and_what_is_put_right_moves(database: Database) -> None:
    first, then = await answered(database, "Vaasa"), await answered(database, "Kokkola")
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(2, first), "desk", NOW)
        before = (await conn.execute(select(table))).one()
        await rights.correct(conn, held, Correct("N-7KM-4Q2", (then,)), NOW)
        after = (await conn.execute(select(table))).one()
    assert [record.load_answer(one).how for one in before.answers][-1] == "staff"
    assert (before.place, after.place) == ("Vaasa", "Kokkola")
    assert before.place_hash != after.place_hash == placing.named(["karleby"], "FI")[0].hashed


async def test_a_point_becomes_its_town_before_anything_is_stored(database: Database) -> None:
    update = {"update_id": 9, "message": {
        "message_id": 17, "date": 1_700_000_000, "chat": {"id": 5, "type": "private"},
        "location": {"latitude": 54.1931, "longitude": 9.0987},
    }}  # fmt: skip
    [inbound] = inbounds(update, "77")
    assert inbound.point == (54.1931, 9.0987)
    assert "54.19" not in repr(inbound)

    class Telegram:
        name = "telegram"

    receiver = Receiver(database, lambda: NOW, Metrics(), lambda: None)
    await receiver.arrived(Telegram(), [inbound])  # type: ignore[arg-type]
    await receiver.close()
    async with database.read() as conn:
        [waiting] = await inbox.due(conn, NOW, 9)
    assert waiting.heard.place == Place("DE-2908032", "Heide", "DE-SH", "Schleswig-Holstein")
    assert "54.19" not in json.dumps(record.dump(waiting.heard))


@pytest.mark.parametrize("location", [{}, {"latitude": "x", "longitude": 1}, {"latitude": 91, "longitude": 1}, None])
def test_what_is_no_point_on_earth_is_none(location: object) -> None:
    message = {"message_id": 17, "chat": {"id": 5, "type": "private"}, "location": location}
    found: list[Inbound] = list(inbounds({"update_id": 9, "message": message}, "77"))
    assert [inbound.point for inbound in found] == [None]


def test_a_misspelt_place_is_refused_with_what_it_may_be() -> None:
    for wrong, right in (("Kokkla", "Kokkola / Karleby"), ("Seinjäoki", "Seinäjoki")):
        with pytest.raises(Problem, match=f"{wrong} is no place we know. Did you mean {right}"):
            placing.named([wrong], "FI")
    [larger, smaller, parish] = placing.named(["husum", "Husum, Niedersachsen", "Hof am  Quarz"], "DE")
    assert (larger.name, smaller.name) == ("Husum (Schleswig-Holstein)", "Husum (Niedersachsen)")
    assert larger.code != smaller.code
    assert (parish.name, parish.code) == ("Hof am Quarz", None)
