"""How far two words are from each other, in slips of a hurried thumb."""

from __future__ import annotations

SHORT, LONG = 5, 9  # letters from which one slip, and two, still leave a word recognisable


def allowed(word: str) -> int:
    """Slips that a word of this length may hold: shorter words are too often other words."""
    letters = len(word)
    return 0 if letters < SHORT else 1 if letters < LONG else 2


def distance(one: str, other: str, most: int) -> int | None:
    """Letters left out, added, changed, or two neighbours swapped: 0 to `most`, None beyond.

    Optimal string alignment: no letter is touched twice. What both begin and end with costs nothing to compare.
    """
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most:
        return None
    one, other = _without_common(one, other)
    longest = max(len(one), len(other))
    if not one or not other or longest == 1:
        return longest if longest <= most else None
    if len(set(one) - set(other)) > most or len(set(other) - set(one)) > most:
        return None  # a slip changes one letter, and most texts are dismissed here without being aligned
    if most == 1:
        return 1 if len(one) == 2 == len(other) and one == other[::-1] else None
    return _aligned(one, other, most)


def _without_common(one: str, other: str) -> tuple[str, str]:
    start, least = 0, min(len(one), len(other))
    while start < least and one[start] == other[start]:
        start += 1
    end = 0
    while end < least - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def _aligned(one: str, other: str, most: int) -> int | None:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        earlier, before, row = before, row, [number]
        for place, against in enumerate(other, 1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != against))
            if earlier and place > 1 and letter == other[place - 2] and one[number - 2] == against:
                cost = min(cost, earlier[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
