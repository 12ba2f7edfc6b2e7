"""What the panel reads, for whoever builds its pages: the list, one submission, its transcript; all with bars."""

from __future__ import annotations

from storage.dossier import (
    Added,
    AlarmRow,
    Detail,
    Event,
    Message,
    Note,
    Replied,
    Translation,
)
from storage.files import FileRow
from storage.listing import (
    Cursor,
    Filters,
    Listed,
    Page,
    count,
    export_rows,
    submissions,
    wanting_translation,
)
from storage.masking import submission, transcript
from storage.transcript import Line, Transcript

__all__ = [
    "Added",
    "AlarmRow",
    "Cursor",
    "Detail",
    "Event",
    "FileRow",
    "Filters",
    "Line",
    "Listed",
    "Message",
    "Note",
    "Page",
    "Replied",
    "Transcript",
    "Translation",
    "count",
    "export_rows",
    "submission",
    "submissions",
    "transcript",
    "wanting_translation",
]
