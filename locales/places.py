"""Free text → the places that it may name, likely ones first: a suggestion, and never more (domain.md 3.6).

The longest names are looked for first, exactly; then declined ones, then such with a slip of the thumb, then by their
sound, which is what a name in another script leaves. "Dorf bei Husum" is Husum, "Witzwort bei Husum" is Witzwort:
what is only near counts where nothing else is named, and else decides between places of one name.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dialogs import terms
from locales.endings import first_words, without_case
from locales.folding import fold
from locales.gazetteer import COUNTRIES, FOLDER, Gazetteer, Place, gazetteer, joined, nearest
from locales.sounds import heard, likeness, loose, skeleton
from locales.source import read_toml

__all__ = ["COUNTRIES", "Guess", "Place", "find", "meant", "pointed"]

LONGEST = 200
"""Characters that are looked at; nobody needs more to say where they live."""
LEAST = 0.3
"""Confidence below which a guess is none."""

TAKEN, OFFERED = 0.45, 0.12
"""Confidence from which a place is taken for the one that is meant, and from which another is offered beside it."""
MOST_OFFERED = 5

FEW = 2_000
"""Places of a small country, where few words are like one of them by chance."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´‘\u200c\u200d][^\W\d_]+)*")
_MOST_WORDS, _LONGEST_NAME = 14, 5
_NAME, _SPELLING, _CASE, _LOOSE, _SLIP, _SOUND = 1.0, 0.96, 0.9, 0.87, 0.8, 0.85
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = (_LATIN, "абвгдежзиклмнопрстуфхцчшщъыьэюяієґў", "ابپتثجچحخدذرزژسشصضطظعغفقكگلمنهوي")


_KINDS = ("near", "near_after", "rest", "before", "refusal")


@dataclass(frozen=True, slots=True)
class Guess:
    """A place that may be meant, and how sure that is, 0 to 1."""

    place: Place
    confidence: float


@dataclass(slots=True)
class _Hit:
    """Words `start` to `end` may name the place."""

    start: int
    end: int
    place: Place
    score: float
    near: bool = False

    @property
    def weight(self) -> float:
        """By what hits on the same words are ranked: how well they fit, and how many people live there."""
        return self.score + 0.02 * math.log10(self.place.population + 30)


def find(text: str, country: str | None = None, most: int = 6) -> list[Guess]:
    """The places that `text` may name, likely ones first; in `country` or, without one, in all nine."""
    words = [fold(word) for word in _WORD.findall(text[:LONGEST])][:_MOST_WORDS]
    words = [part for word in words for part in word.split()]
    if not words or _joined(words) in _nowhere():
        return []
    books = [gazetteer(one) for one in ((country,) if country else COUNTRIES)]
    hits = _hits(words, books)
    if not hits:
        return []
    return _ranked(hits, words, most)


def meant(text: str, country: str | None = None) -> tuple[terms.Place, ...]:
    """What somebody who was asked where they live may mean, at most five, the likely one first; () where unsure."""
    guesses = find(text, country if country in COUNTRIES else None, MOST_OFFERED)
    if not guesses or guesses[0].confidence < TAKEN:
        return ()
    return tuple(_as_answer(guess.place) for guess in guesses if guess.confidence >= OFFERED)


def pointed(latitude: float, longitude: float) -> terms.Place | None:
    """The town or village that a point on the map is in; None far from all. The point goes no further."""
    found = nearest(latitude, longitude)
    return None if found is None else _as_answer(found)


def _as_answer(place: Place) -> terms.Place:
    return terms.Place(place.code, place.name, place.region, place.area)


_Way = Callable[[list[str], Sequence[Gazetteer]], Iterator[tuple[Place, float]]]


def _hits(words: list[str], books: Sequence[Gazetteer]) -> list[_Hit]:
    """For each part of the text, what it may name: the surest way that finds anything decides."""
    rest, whole = _rest(), len(words)
    taken: set[int] = set()
    found: list[_Hit] = []
    ways = _ways(words)
    together = [(way, range(whole, whole + 1)) for way in ways] if 1 < whole <= 3 else []
    for way, lengths in (*together, *((way, range(min(_LONGEST_NAME, whole), 0, -1)) for way in ways)):
        for length in lengths:
            for start in range(whole - length + 1):
                span = range(start, start + length)
                part = words[start : start + length]
                if taken & set(span) or (_filling(part, rest, way) and not (way is _exact and length == whole)):
                    continue
                hits = [_Hit(start, start + length, place, score) for place, score in way(part, books)]
                if hits and (way is _exact or _told(words, span, hits)):
                    taken |= set(span)
                    found += hits
        if way is _declined and found and len(taken) >= len([word for word in words if word not in rest]):
            break
    for hit in found:
        hit.near = _is_near(words, hit)
    return found


def _ways(words: list[str]) -> tuple[_Way, ...]:
    """The sure ones first. Who refuses to say is not guessed at."""
    sure = (_exact, _declined)
    return sure if any(word in _words()["refusal"] for word in words) else (*sure, _guessed, _by_sound)


def _filling(part: list[str], rest: frozenset[str], way: object) -> bool:
    """Whether those words are no name: all of them fill the sentence, or, in a guess, one at either end does.

    What is said every day ("room", "need") is a name only where it is written exactly as one.
    """
    if way is _exact:
        return all(word in rest for word in part)
    if part[0] in rest or part[-1] in rest:
        return True
    return "".join(part) in _ordinary() or (way is not _declined and any(word in _ordinary() for word in part))


def _told(words: list[str], span: range, hits: list[_Hit]) -> bool:
    """Whether a guess is worth anything: it is most of what is said, or stands behind "in", or in a case."""
    telling = [word for word in words if word not in _rest()]
    if 2 * len(span) >= len(telling) or _stands_in(words, span.start):
        return True
    return max(hit.score for hit in hits) > _CASE - 0.05 and 4 * len(span) >= len(telling)


def _stands_in(words: list[str], start: int) -> bool:
    return start > 0 and (words[start - 1] in _words()["before"] or words[start - 1] in _near())


def _exact(part: list[str], books: Sequence[Gazetteer]) -> Iterator[tuple[Place, float]]:
    key = _joined(part)
    if len(key) < 2:
        return
    for book in books:
        for number in book.names.get(key, ()):
            yield book.places[number >> 1], _SPELLING if number & 1 else _NAME


def _declined(part: list[str], books: Sequence[Gazetteer]) -> Iterator[tuple[Place, float]]:
    if len(part) > 3 or len(part[-1]) < 3:
        return
    best: dict[str, tuple[Place, float]] = {}
    for before in _before(part[:-1]):
        for stem, against in without_case(part[-1]):
            for place, score in _stem(before + stem, books):
                found = score * _CASE - against
                if place.code not in best or best[place.code][1] < found:
                    best[place.code] = place, found
    key = loose(_joined(part))
    for book in books:
        for number in book.loose.get(key, ()) if len(key) > 2 else ():
            place = book.places[number >> 1]
            score = _LOOSE - 0.03 * (number & 1)
            if place.code not in best or best[place.code][1] < score:
                best[place.code] = place, score
    yield from best.values()


def _before(words: list[str]) -> list[str]:
    """The first words of a name, as they may have been before they were declined."""
    found = [""]
    for word in words:
        found = [said + one for said in found for one in first_words(word)[:8]]
    return found


def _stem(key: str, books: Sequence[Gazetteer]) -> Iterator[tuple[Place, float]]:
    for book in books:
        for number in book.names.get(key, ()):
            yield book.places[number >> 1], 1.0 - 0.02 * (number & 1)
        for number in book.stems.get(key, ()):
            yield book.places[number >> 1], 0.97 - 0.02 * (number & 1)


def _guessed(part: list[str], books: Sequence[Gazetteer]) -> Iterator[tuple[Place, float]]:
    """With a slip; in another script also by the sound, which says as much there."""
    best = dict(_slipped(part, books))
    if not _joined(part).isascii():
        for place, score in _by_sound(part, books):
            best[place] = max(score, best.get(place, 0.0))
    yield from best.items()


def _slipped(part: list[str], books: Sequence[Gazetteer]) -> Iterator[tuple[Place, float]]:
    key = _joined(part)
    if len(key) < 4 or len(part) > 3:
        return
    best: dict[str, tuple[Place, float]] = {}
    slips = list(_slips(key))
    crowd = sum(len(book.places) for book in books)
    looser = list(_slips(loose(key))) if key[0] in _LATIN and len(key) > 5 else []
    for book in books:
        for keys, index, score in ((slips, book.names, _SLIP), (looser, book.loose, _SLIP - 0.05)):
            for slip in keys:
                for number in index.get(slip, ()):
                    place = book.places[number >> 1]
                    found = score - 0.04 * (number & 1) - _haste(key, slip)
                    if found > best.get(place.code, (place, 0.0))[1] and _worth(key, place, crowd):
                        best[place.code] = place, found
    yield from best.values()


def _worth(key: str, place: Place, crowd: int) -> bool:
    """A short word is one slip away from some hamlet, whatever it is: among many it has to be a town."""
    least = (500, 0) if crowd < FEW else (20_000, 2_000)
    return len(key) > 5 or place.population >= least[len(key) == 5]


def _haste(key: str, slip: str) -> float:
    """What a slip costs: the first letter is seldom wrong, and in a short word one letter is much."""
    if key[0] != slip[0]:
        return 0.12 if len(key) > 6 and key[:2] != slip[1::-1] else 0.1 if key[:2] == slip[1::-1] else 1.0
    return 0.5 / len(key)


def _slips(key: str) -> Iterator[str]:
    """All that is one letter less, more or other, or two neighbours exchanged."""
    alphabet = next((letters for letters in _ALPHABETS if key[0] in letters), "")
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        if tail:
            yield head + tail[1:]
            for sign in alphabet:
                yield head + sign + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for sign in alphabet:
            yield head + sign + tail


def _by_sound(part: list[str], books: Sequence[Gazetteer]) -> Iterator[tuple[Place, float]]:
    word = _joined(part)
    foreign = not word.isascii()
    abjad = "\u0600" <= word[0] <= "\u06ff"
    if len(word) < (3 if foreign else 6) or len(part) > 3:
        return
    least = 0.72 if abjad else 0.74 if foreign else 0.88
    best: dict[str, tuple[Place, float]] = {}
    for said in _sounds(word, foreign):
        bones = skeleton(said)
        if not bones:
            continue
        for book in books:
            for number in book.sounds.get(bones, ()):
                place = book.places[number >> 1]
                like = max(likeness(said, name, abjad) for name in book.sound(number))
                score = _SOUND * like
                if like >= least and score > best.get(place.code, (place, 0.0))[1]:
                    best[place.code] = place, score
    yield from best.values()


def _sounds(word: str, foreign: bool) -> list[str]:
    """What the word may sound like, with its ending and without it."""
    said = heard(word)
    if foreign and "\u0400" <= word[0] <= "\u052f":
        for stem, _ in without_case(word)[1:6]:
            said += heard(stem)
    return list(dict.fromkeys(said))


def _is_near(words: list[str], hit: _Hit) -> bool:
    before = words[max(0, hit.start - 3) : hit.start]
    while before and before[-1] in _rest() and before[-1] not in _near():
        before.pop()
    after = words[hit.end] if hit.end < len(words) else ""
    return bool(before and before[-1] in _near()) or after in _near_after()


def _ranked(hits: list[_Hit], words: list[str], most: int) -> list[Guess]:
    """The best hits of the part that says most exactly where it is."""
    parts: dict[tuple[int, int], list[_Hit]] = {}
    for hit in hits:
        parts.setdefault((hit.start, hit.end), []).append(hit)
    order = sorted(parts.values(), key=lambda part: (part[0].near, -_sure(part) - 0.1 * (part[0].start == 0)))
    first, others = order[0], [hit for part in order[1:] for hit in part]
    left = _left(hits, words)
    scored = sorted(
        ((hit.weight + _beside(hit, others, left), hit) for hit in first), key=lambda one: (-one[0], one[1].place.code)
    )
    tail = sorted(others, key=lambda hit: (-hit.weight, hit.place.code))
    covered = _covered(hits, words)
    alike = [hit.place.population + 300 for value, hit in scored if scored[0][0] - value < 0.08]
    guesses: dict[str, Guess] = {}
    least = 0.99
    for value, hit in [*scored, *((0.0, hit) for hit in tail)]:
        if value == scored[0][0]:
            sure = 0.55 + 0.45 * (hit.place.population + 300) / sum(alike)
        else:
            sure = max(0.1, 0.5 - 2 * (scored[0][0] - value))
        least = min(least, hit.score * covered * sure)
        guesses.setdefault(hit.place.code, Guess(hit.place, round(least, 2)))
    found = list(guesses.values())[:most]
    return found if found[0].confidence >= LEAST else []


def _sure(part: list[_Hit]) -> float:
    return max(hit.score for hit in part)


def _left(hits: Iterable[_Hit], words: list[str]) -> frozenset[str]:
    """Words that no place explains: they may be its region."""
    named = {at for hit in hits for at in range(hit.start, hit.end)}
    return frozenset(word for at, word in enumerate(words) if at not in named and len(word) > 3)


def _beside(hit: _Hit, others: Iterable[_Hit], left: frozenset[str]) -> float:
    """What else is named speaks for a place near it, or in it: "Neustadt, Holstein", "Wesseln bei Heide"."""
    if left & set(fold(hit.place.area).split()):
        return 0.3
    nearest = min((hit.place.distance(other.place) for other in others), default=math.inf)
    return 0.25 if nearest < 25 else 0.15 if nearest < 60 else 0.0


def _covered(hits: list[_Hit], words: list[str]) -> float:
    """The share of telling words that are explained: one name among ten other words is hardly an answer."""
    rest = _rest() | _near() | _near_after()
    telling = {at for at, word in enumerate(words) if word not in rest}
    named = {at for hit in hits for at in range(hit.start, hit.end)}
    if not telling - named:
        return 1.0
    share = (len(named) / len(telling | named)) ** 0.8
    marked = any(hit.near or _stands_in(words, hit.start) for hit in hits)
    return float(max(share, 0.6) if marked else share)


def _joined(words: Sequence[str]) -> str:
    return "".join(words)


@cache
def _words() -> dict[str, frozenset[str]]:
    lists = read_toml(FOLDER / "words.toml")
    return {name: frozenset(fold(one) for one in lists[name].split()) for name in _KINDS} | {
        "nowhere": frozenset(joined(one) for one in lists["nowhere"])
    }


def _near() -> frozenset[str]:
    return _words()["near"]


def _near_after() -> frozenset[str]:
    return _words()["near_after"]


@cache
def _rest() -> frozenset[str]:
    return _words()["rest"] | _words()["near"] | _words()["near_after"]


@cache
def _ordinary() -> frozenset[str]:
    """Words of everyday and names elsewhere in the world that are a slip away from some village (`make places`)."""
    path = FOLDER / "ordinary.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.exists() else frozenset()


def _nowhere() -> frozenset[str]:
    return _words()["nowhere"]
