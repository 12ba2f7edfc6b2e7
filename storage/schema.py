"""Every table there is. Whoever asks for all takes `metadata` from here, where each file of tables is loaded."""

from __future__ import annotations

from storage import tables, tables_audit

PARTS = (tables, tables_audit)

metadata = tables.metadata
