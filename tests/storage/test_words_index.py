"""Words are found though they are sealed: in each language, in every place they may stand; and nothing else is."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Amend, Answer, Complete, Reply
from storage import casework, reading, retention, staff, submissions, words_index
from storage.database import Database
from storage.reading import Filters
from storage.tables import submissions as submission_table
from storage.tables import word_index
from storage.tables_casework import searches
from storage.words_index import NothingToSearch
from tests.numbers import CARD, IBAN, IDS
from tests.storage.given import EVERYTHING, HOUR, MINUTE, NOW, agree, need

REFERENCE = "N-7KM-4QX"


async def send(conn: AsyncConnection, story: str, language: str, reference: str = REFERENCE) -> None:
    held = await agree(conn, reference)
    effect = need(reference, answers=[Answer("topic", "MOB"), Answer("story", story)])
    effect = type(effect)(reference, "need", 1, language, effect.answers, "U2")
    assert await submissions.create(conn, held, effect, "telegram", NOW)


async def worker(conn: AsyncConnection) -> int:
    known = await staff.by_email(conn, "ada@example.org")
    return known.id if known else await staff.add(conn, "ada@example.org", "caseworker", NOW)


async def finds(conn: AsyncConnection, text: str) -> list[str]:
    found = await words_index.search(conn, text, await worker(conn), NOW)
    return sorted(
        row.reference for row in (await reading.submissions(conn, EVERYTHING, Filters(found=found), None, 50)).rows
    )


TOLD = [
    (
        "de",
        "Der Bus fährt nicht mehr, meine Krankenhäuser sind weit",
        ["fährt bus", "Krankenhaus", "KRANKENHAUS!", "fahrt"],
    ),
    ("en", "My daughters can't reach the doctors", ["daughter", "doctor reach", "Doctors."]),
    ("fi", "Lääkärissä käyminen on vaikeaa", ["lääkäri", "laakari"]),
    ("ru", "Мне нужна помощь с документами", ["документы", "помощью"]),
    ("ar", "أحتاج إلى طبيب من أجل أطفالي", ["طبيب", "الأطفال", "اطفال"]),
    ("sv", "Bussarna går inte längre", ["bussar", "buss", "langre"]),
    ("da", "Børnene kan ikke komme i skole", ["børn", "skolen"]),
    ("nb", "Legene er langt borte", ["legen"]),
    ("lt", "Autobusai nebevažiuoja į kaimą", ["autobusas", "kaimas"]),
    ("pl", "Autobusy już nie jeżdżą do wsi", ["autobus", "jezdza"]),
    ("et", "Bussid ei sõida enam külasse", ["buss", "kula"]),
    ("lv", "Autobuss vairs nekursē", ["autobuss", "nekurse"]),
    ("uk", "Потрібен лікар, п'ять дітей", ["лікар", "п’ять"]),
    ("ti", "ዶክተር የድልየኒ ኣሎ", ["ዶክተር"]),
    ("fa", "به پزشک نیاز دارم", ["پزشک"]),
    ("tr", "Köyümüzde otobüs yok", ["otobüs", "otobus", "koyumuzde"]),
    ("fr", "L'école est loin du village", ["ecole", "villages"]),
    ("so", "Waxaan u baahanahay dhakhtar", ["DHAKHTAR"]),
]


@pytest.mark.parametrize(("language", "story", "searched"), TOLD, ids=[row[0] for row in TOLD])
async def test_words_of_a_language(database: Database, language: str, story: str, searched: list[str]) -> None:
    async with database.write() as conn:
        await send(conn, story, language)
        await send(conn, "Something else altogether", "en", "N-222-222")
        for text in searched:
            assert await finds(conn, text) == [REFERENCE], text


async def test_every_word_must_occur(database: Database) -> None:
    async with database.write() as conn:
        await send(conn, "The bus is late", "en")
        await send(conn, "The bus is gone", "en", "N-222-222")
        assert await finds(conn, "bus") == ["N-222-222", REFERENCE]
        assert await finds(conn, "late bus") == [REFERENCE]
        assert await finds(conn, "late bus gone") == []
        assert await finds(conn, "train") == []
        assert await finds(conn, "the bus is late " + " ".join(f"bus{'x' * n}" for n in range(500))) == []


async def test_whatever_is_written_later_is_found(database: Database) -> None:
    async with database.write() as conn:
        await send(conn, "Hello", "en")
        held = await agree(conn, REFERENCE)
        ada = await worker(conn)
        await submissions.amend(conn, held, Amend(REFERENCE, "A wheelchair"), NOW)
        await submissions.complete(conn, held, Complete(REFERENCE, (Answer("more", "an elephant"),)), NOW)
        message = await casework.write_message(conn, REFERENCE, "Which stairs?", "en", "1", ada, NOW)
        await casework.file_reply(conn, held, Reply(str(message), REFERENCE, "the wooden ones"), NOW)
        await casework.add_note(conn, REFERENCE, "ask the carpenter", ada, None, NOW)
        await casework.translate(conn, REFERENCE, "de", "Ein Rollstuhl", ada, None, NOW)
        await casework.set_status(conn, REFERENCE, "not_possible", "no budget", ada, None, NOW)
        for text in ("wheelchairs", "elephants", "stair", "wooden", "carpenters", "Rollstühle", "budget"):
            assert await finds(conn, text) == [REFERENCE], text
        assert await finds(conn, "hello wheelchair carpenter") == [REFERENCE]


async def test_a_reference_is_found_however_it_is_typed(database: Database) -> None:
    async with database.write() as conn:
        await send(conn, "Hello", "en")
        for text in (REFERENCE, "n7km4qx", "n 7km 4qx", f"please look at {REFERENCE} hello"):
            assert await finds(conn, text) == ([REFERENCE] if "please" not in text else []), text
        assert await finds(conn, f"hello {REFERENCE}") == [REFERENCE]
        assert await finds(conn, "N-7KM-4QZ") == []


async def test_a_reference_of_letters_alone_may_be_a_word(database: Database) -> None:
    async with database.write() as conn:
        await send(conn, "Hello", "en", "N-EKU-RSE")
        await send(conn, "Autobuss nekursē", "lv", "N-222-222")
        assert await finds(conn, "N-EKU-RSE") == ["N-EKU-RSE"]
        assert await finds(conn, "nekurse") == ["N-222-222", "N-EKU-RSE"]


async def test_codes_and_numbers_are_no_words(database: Database) -> None:
    """Also a number of an account or of a person stands in no index (domain.md R-10)."""
    async with database.write() as conn:
        await send(conn, "My number is 0401234567, DE89370400440532013000", "en")
        assert await finds(conn, "MOB") == []
        for text in ("0401234567", "DE89370400440532013000", "!?", "", "  ", "😀", "- – —", "'", "7"):
            with pytest.raises(NothingToSearch):
                await finds(conn, text)


async def test_a_very_long_text(database: Database) -> None:
    async with database.write() as conn:
        letters = "abcdefghijklmnopqrstuvwxyz"
        words = ("".join(letters[n // 26**place % 26] for place in range(4)) for n in range(9_000))
        await send(conn, " ".join(words) + " bus", "en")
        rows = int(await conn.scalar(select(func.count()).select_from(word_index)) or 0)
        assert rows <= words_index.MOST_WORDS * 2 + 1


async def test_a_search_is_mine_for_an_hour(database: Database) -> None:
    async with database.write() as conn:
        ada = await worker(conn)
        found = await words_index.search(conn, " Bus? ", ada, NOW)
        assert await words_index.found(conn, found, ada, NOW + 59 * MINUTE) == " Bus? "
        assert await words_index.found(conn, found, ada, NOW + HOUR) is None
        assert await words_index.found(conn, found, ada + 1, NOW) is None
        assert await words_index.found(conn, "unknown", ada, NOW) is None
        await retention.sweep(conn, NOW + HOUR)
        assert await conn.scalar(select(func.count()).select_from(searches)) == 0
        assert (await reading.submissions(conn, EVERYTHING, Filters(found=found), None, 10)).rows == []


async def test_the_newest_that_match(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_index, "NEWEST", 2)
    async with database.write() as conn:
        for n in range(4):
            await send(conn, "The bus" + " is late" * (n % 2 == 0), "en", f"N-22{n + 2}-222")
        assert await finds(conn, "bus") == ["N-224-222", "N-225-222"]
        assert await finds(conn, "late bus") == ["N-222-222", "N-224-222"]


async def test_an_index_row_tells_nothing(database: Database) -> None:
    async with database.write() as conn:
        await send(conn, "Bus", "en")
        hashes = [bytes(one) for one in await conn.scalars(select(word_index.c.hash))]
        assert {len(one) for one in hashes} == {words_index.HASH_BYTES}
        assert not any(b"bus" in one.lower() for one in hashes)
        await words_index.add(conn, 1, [("Bus bus BUS", "en")])
        assert await conn.scalar(select(func.count()).select_from(word_index)) == len(hashes)
        await conn.execute(update(searches).values(text="x"))


async def test_no_number_is_ever_indexed_however_it_is_written(database: Database) -> None:
    """R-10: nobody finds a person by the number of their card."""
    written = [*IDS.values(), CARD, IBAN]
    written += [
        f"{number[:6]}{between}{number[6:]}" for number in IDS.values() for between in (" ", "-", "/", "\u00a0")
    ]
    written += [f"id{number}" for number in IDS.values()] + [f"{number}ja" for number in IDS.values()]
    written.append(IDS["DE"].translate({ord("0") + n: 0x660 + n for n in range(10)}))
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        one = await conn.scalar(select(submission_table.c.id))
        assert one is not None
        before = set(await conn.scalars(select(word_index.c.hash)))
        await words_index.add(conn, one, [(text, "en") for text in written])
        assert set(await conn.scalars(select(word_index.c.hash))) == before
        for text in written:
            with pytest.raises(NothingToSearch):
                await words_index.search(conn, text, 1, NOW)
