"""The three forms of an export: public keys in order, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from storage import exporting

VALUES: dict[str, Any] = {
    "id": 4, "reference": "N-7KM-4QX", "kind": "need", "status": "new", "language": "ar", "channel": "telegram",
    "organisation": None, "topic": "MOB", "detail": "MOB.no_bus", "urgency": "week", "urgency_staff": "U2",
    "place": "Liepāja", "answers": {"story": "لا يوجد باص", "topic": "MOB", "for_whom": None},
    "created_at": datetime(2026, 11, 22, 9, 30, 1, 5, tzinfo=UTC),
    "updated_at": datetime(2026, 11, 22, 11, 30, tzinfo=timezone(timedelta(hours=2))),
    "further": ["HEA.doctor", "PEO.lonely"],
}  # fmt: skip

DANGEROUS = ["=1+1", "+49 170", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"]


def written(form: str, rows: list[dict[str, Any]]) -> bytes:
    file = io.BytesIO()
    with exporting.WRITERS[form](file) as write:
        for row in rows:
            write(exporting.row(row))
    assert not file.closed
    return file.getvalue()


def test_the_keys_are_the_public_ones_in_their_order() -> None:
    [line] = written("jsonl", [VALUES]).decode().splitlines()
    assert list(json.loads(line)) == [
        "reference",
        "kind",
        "status",
        "language",
        "channel",
        "organisation",
        "topic",
        "detail",
        "urgency",
        "urgency_staff",
        "place",
        "answers",
        "created_at",
        "updated_at",
        "further",
    ]


def test_times_are_utc_and_skipped_is_null() -> None:
    row = json.loads(written("jsonl", [VALUES]))
    assert (row["created_at"], row["updated_at"]) == ("2026-11-22T09:30:01Z", "2026-11-22T09:30:00Z")
    assert row["organisation"] is None
    assert row["answers"]["for_whom"] is None
    assert row["answers"]["story"] == "لا يوجد باص"


def test_a_story_of_many_lines_stays_one_line_of_jsonl() -> None:
    story = "one\ntwo\u2028three\r\nfour"
    raw = written("jsonl", [{**VALUES, "answers": {"story": story}}])
    assert raw.count(b"\n") == 1
    assert json.loads(raw)["answers"]["story"] == story


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_table_runs_nothing(text: str) -> None:
    table = written("csv", [{**VALUES, "place": text}])
    assert table.startswith(b"\xef\xbb\xbfreference,")
    [row] = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    assert row["place"] == f"'{text}"
    assert json.loads(row["answers"]) == VALUES["answers"]
    assert row["organisation"] == ""
    assert row["further"] == "HEA.doctor PEO.lonely"


@pytest.mark.parametrize("text", [*DANGEROUS, "https://example.org", "12", "a\x01b"])
def test_a_sheet_holds_strings_alone(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", [{**VALUES, "place": text}])))
    rows = list(book.worksheets[0].iter_rows())
    assert [cell.value for cell in rows[0]] == list(exporting.KEYS)
    place = rows[1][exporting.KEYS.index("place")]
    assert place.data_type == "s"
    assert place.hyperlink is None
    assert unescape(str(place.value)) == text


def test_a_cell_that_is_too_long_shows_that_it_was_cut() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", [{**VALUES, "place": "x" * 40_000}])))
    place = book.worksheets[0].cell(2, exporting.KEYS.index("place") + 1).value
    assert isinstance(place, str)
    assert len(place) == 32_767
    assert place.endswith("x…")


@pytest.mark.parametrize("form", exporting.WRITERS)
def test_nothing_told_is_an_empty_export(form: str) -> None:
    raw = written(form, [])
    assert (raw == b"") == (form == "jsonl")


def _broken_off(folder: Path) -> None:
    with exporting.xlsx(io.BytesIO()) as write:
        write(exporting.row(VALUES))
        assert list(folder.iterdir())
        raise ConnectionError


def test_a_spreadsheet_that_breaks_off_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ConnectionError):
        _broken_off(tmp_path)
    assert not list(tmp_path.iterdir())
