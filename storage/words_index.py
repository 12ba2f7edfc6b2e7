"""Words are found although they are sealed: beside each submission stand keyed hashes of the stems of its words.

A word is indexed as its stem in the language of the text, and searched as its stem in every language we can stem, so
that staff need not know in which language somebody wrote. Numbers are never indexed (domain.md R-10), but references.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache

import snowballstemmer
from sqlalchemy import ColumnElement, Select, delete, exists, insert, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from locales.folding import fold
from storage import audit, sealed
from storage.database import bounded_count, insert_all, insert_or_ignore
from storage.tables import submissions, word_index
from storage.tables_casework import searches

NEWEST = 5_000
"""Matches of a search, the newest."""

LOOKED_AT = 50_000
"""Submissions, the newest, that are compared for the rarest word of a search: what it costs stays bounded."""

MOST_WORDS = 2_000  # different words of one text
MOST_SEARCHED = 12  # words of one search; more of them find nothing else
LONGEST_WORD = 40
LASTS = timedelta(hours=1)
HASH_BYTES = 8

ALGORITHMS = {
    "en": "english", "da": "danish", "de": "german", "et": "estonian", "fi": "finnish", "lt": "lithuanian",
    "nb": "norwegian", "pl": "polish", "sv": "swedish", "ru": "russian", "ar": "arabic", "fa": "persian",
    "tr": "turkish", "ro": "romanian", "fr": "french",
}  # fmt: skip

_INSIDE = frozenset({"Mn", "Mc", "Me", "Cf"})  # marks, joiners and the like are part of a word
_SIGNS = "[2-9A-HJ-NP-Z]{3}"
_REFERENCE = re.compile(rf"\b[NM][-–—\s]?({_SIGNS})[-–—\s]?({_SIGNS})\b", re.IGNORECASE)


class NothingToSearch(Exception):
    """No word in it: symbols or numbers only."""


# -- words ----------------------------------------------------------------------------------------


def _words(text: str) -> set[str]:
    """The words as written, small letters; none with a digit."""
    normal = unicodedata.normalize("NFC", text).casefold()
    parted = "".join(sign if sign.isalnum() or unicodedata.category(sign) in _INSIDE else " " for sign in normal)
    return {word for word in parted.split() if not any(sign.isdigit() for sign in word) and fold(word)}


@lru_cache(maxsize=20_000)
def _stems(word: str, language: str) -> frozenset[str]:
    """The stem of the word with its marks and without: both are written."""
    bare = fold(word)
    stem = _stemmer(language.split("-")[0])
    if stem is None or len(word) > LONGEST_WORD:
        return frozenset({bare[:LONGEST_WORD]})
    return frozenset({fold(stem.stemWord(word)) or bare, stem.stemWord(bare) or bare})


@lru_cache(maxsize=64)
def _stemmer(language: str) -> snowballstemmer.stemmer | None:
    algorithm = ALGORITHMS.get(language)
    return None if algorithm is None else snowballstemmer.stemmer(algorithm)


def _searched(word: str) -> set[str]:
    """Every form under which the word may stand in the index."""
    found = {fold(word)[:LONGEST_WORD]}
    if reference := _REFERENCE.fullmatch(word):  # "nabcdef"
        found.add(_known_as(reference))
    for language in ALGORITHMS:
        found |= _stems(word, language)
    return found


def _hash(stem: str) -> bytes:
    return sealed.current().hash("word", stem)[:HASH_BYTES]


def _references(text: str) -> tuple[set[str], str]:
    """The references in a text, and the text without them. Letters alone may be any words: those stay."""
    found: set[str] = set()

    def take(match: re.Match[str]) -> str:
        if not re.search(r"[-–—\d]", match[0]):
            return match[0]
        found.add(_known_as(match))
        return " "

    rest = _REFERENCE.sub(take, text)
    return found, rest


def _known_as(reference: re.Match[str]) -> str:
    return f"#{reference[1]}{reference[2]}".upper()


# -- write ----------------------------------------------------------------------------------------


async def add(conn: AsyncConnection, submission_id: int, texts: Iterable[tuple[str | None, str]]) -> None:
    """Indexes (text, language) under this submission; what is indexed already stays so."""
    await add_all(conn, {submission_id: texts})


async def add_all(conn: AsyncConnection, told: Mapping[int, Iterable[tuple[str | None, str]]]) -> None:
    """As `add`, under each submission what was told there, by one statement."""
    rows = [{"hash": hashed, "submission_id": number} for number, texts in told.items() for hashed in _hashes_of(texts)]
    await insert_all(conn, insert_or_ignore(conn, word_index), rows)


def _hashes_of(texts: Iterable[tuple[str | None, str]]) -> list[bytes]:
    stems: set[str] = set()
    for text, language in texts:
        references, rest = _references(text or "")
        stems |= references
        for word in sorted(_words(rest))[:MOST_WORDS]:
            stems |= _stems(word, language)
    return sorted({_hash(stem) for stem in stems})


async def rebuild(conn: AsyncConnection, submission_id: int, texts: Iterable[tuple[str | None, str]]) -> None:
    """As `add`, and nothing else stays."""
    await conn.execute(delete(word_index).where(word_index.c.submission_id == submission_id))
    await add(conn, submission_id, texts)


# -- search ---------------------------------------------------------------------------------------


async def search(conn: AsyncConnection, text: str, staff_id: int, now: datetime) -> str:
    """Keeps the search for an hour and gives its random id, for `reading.Filters.found`. Raises `NothingToSearch`."""
    references, rest = _references(text)
    groups = [[_hash(stem)] for stem in sorted(references)]
    words = sorted(_words(rest), key=len, reverse=True)
    groups += [sorted({_hash(stem) for stem in _searched(word)}) for word in words]
    if not groups:
        raise NothingToSearch
    found = secrets.token_urlsafe(16)
    await conn.execute(
        insert(searches).values(
            found=found,
            staff_id=staff_id,
            hashes=[[one.hex() for one in group] for group in groups[:MOST_SEARCHED]],
            text=text,
            until=now + LASTS,
        )
    )
    await audit.note(conn, now, who="staff", staff_id=staff_id, action="search")
    return found


async def found(conn: AsyncConnection, found_id: str, staff_id: int, now: datetime) -> str | None:
    """The text that was searched. None where the hour is over, or somebody else searched."""
    mine = (searches.c.found == found_id, searches.c.staff_id == staff_id, searches.c.until > now)
    text: str | None = await conn.scalar(select(searches.c.text).where(*mine))
    return text


async def matches(conn: AsyncConnection, found_id: str, seen: ColumnElement[bool]) -> Select[tuple[int]]:
    """The ids of the newest submissions that are `seen` and in which every word occurs; none for a search that is over.

    `seen` is a condition on `submissions` (`storage.scope`): others are left out before the newest are taken.
    """
    stored = await conn.scalar(select(searches.c.hashes).where(searches.c.found == found_id))
    groups = [[bytes.fromhex(one) for one in group] for group in stored or ()]
    if not groups:
        return select(submissions.c.id).where(submissions.c.id < 0)
    sizes = [{one: await _size(conn, one) for one in group} for group in groups]
    # Most forms of a word stand nowhere: without them the rest is read in order, from the newest on.
    groups = [[one for one, size in group.items() if size] for group in sizes]
    rarest = groups.pop(min(range(len(sizes)), key=lambda number: sum(sizes[number].values())))
    if not rarest or not all(groups):
        return select(submissions.c.id).where(submissions.c.id < 0)
    return _all_of(rarest, groups, seen)


async def _size(conn: AsyncConnection, hashed: bytes) -> int:
    """How many submissions have it, counted up to `NEWEST`."""
    rows = select(word_index.c.submission_id).where(word_index.c.hash == hashed).limit(NEWEST)
    return await bounded_count(conn, rows.subquery(), NEWEST)


def _all_of(
    rarest: Collection[bytes], others: Collection[Collection[bytes]], seen: ColumnElement[bool]
) -> Select[tuple[int]]:
    newest = [
        select(
            select(word_index.c.submission_id)
            .where(word_index.c.hash == one)
            .order_by(word_index.c.submission_id.desc())
            .limit(LOOKED_AT)
            .subquery()
        )
        for one in rarest
    ]
    candidates = union(*newest).subquery("candidates") if len(newest) > 1 else newest[0].subquery("candidates")
    whole = select(candidates.c.submission_id).where(*(_has(candidates.c.submission_id, group) for group in others))
    # The limit, which cuts nothing off, keeps the words before the look at each submission: that costs most.
    fitting = whole.order_by(candidates.c.submission_id.desc()).limit(LOOKED_AT * len(rarest)).subquery("fitting")
    return (
        select(fitting.c.submission_id)
        .join(submissions, submissions.c.id == fitting.c.submission_id)
        .where(seen)
        .order_by(fitting.c.submission_id.desc())
        .limit(NEWEST)
    )


def _has(submission_id: ColumnElement[int], group: Collection[bytes]) -> ColumnElement[bool]:
    other = word_index.alias()
    return exists().where(other.c.hash.in_(group), other.c.submission_id == submission_id)


async def sweep(conn: AsyncConnection, now: datetime) -> int:
    """Searches that are over. Gives how many."""
    return (await conn.execute(delete(searches).where(searches.c.until <= now))).rowcount
