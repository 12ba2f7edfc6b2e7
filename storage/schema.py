"""Every table there is. Whoever asks for all takes `metadata` from here, where each file of tables is loaded."""

from __future__ import annotations

from storage import (
    tables,
    tables_audit,
    tables_casework,
    tables_desk,
    tables_retention,
    tables_staff,
    tables_upkeep,
    tables_web,
)

PARTS = (
    tables,
    tables_audit,
    tables_casework,
    tables_desk,
    tables_retention,
    tables_staff,
    tables_upkeep,
    tables_web,
)

metadata = tables.metadata
