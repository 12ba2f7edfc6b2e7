"""Numbers of identity, payment and accounts, made by their published rules of dates that are nobody's (R-39)."""

from __future__ import annotations


def weighted(digits: str, *weights: int) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def luhn(digits: str) -> str:
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits))]
    return f"{digits}{-sum(one // 10 + one % 10 for one in doubled) % 10}"


def german() -> str:
    digits, product = "9987654321", 10  # one digit twice, one not at all
    for digit in digits:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return f"{digits}{(11 - product) % 10}"


def danish() -> str:
    for serial in range(10_00, 99_99):
        number = f"311299{serial}"
        if weighted(number, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0:
            return number
    raise AssertionError


def baltic(digits: str) -> str:
    """Estonia and Lithuania."""
    check = weighted(digits, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11
    if check == 10:
        check = weighted(digits, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10
    return f"{digits}{check}"


def finnish(sign: str = "-") -> str:
    return f"311299{sign}999{'0123456789ABCDEFHJKLMNPRSTUVWXY'[311299999 % 31]}"


def latvian(digits: str) -> str:
    return f"{digits}{(1101 - weighted(digits, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11}"


def norwegian() -> str:
    for serial in range(100, 499):
        one = f"311299{serial}"
        first = -weighted(one, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11
        second = -weighted(f"{one}{first}", 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11 if first < 10 else 10
        if second < 10:
            return f"{one}{first}{second}"
    raise AssertionError


def polish() -> str:
    digits = "9912319999"
    return f"{digits}{-weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10}"


def account(country: str, own: str) -> str:
    as_digits = "".join(str(int(sign, 36)) for sign in f"{own}{country}00")
    return f"{country}{98 - int(as_digits) % 97:02}{own}"


IDS = {
    "DE": german(),
    "DK": danish(),
    "EE": baltic("5991231999"),
    "FI": finnish(),
    "LT": baltic("3991231999"),
    "LV": latvian("3112991999"),
    "NO": norwegian(),
    "PL": polish(),
    "SE": luhn("991231999"),
}
CARD = luhn("411100009999000")
IBAN = account("DE", "500000009999999999")
