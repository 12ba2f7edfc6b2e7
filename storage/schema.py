"""Every table there is. Whoever asks for all takes `metadata` from here, where each file of tables is loaded."""

from __future__ import annotations

from storage import tables, tables_audit, tables_retention, tables_upkeep

PARTS = (tables, tables_audit, tables_retention, tables_upkeep)

metadata = tables.metadata
