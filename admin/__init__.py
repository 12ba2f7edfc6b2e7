"""The panel: one file an action."""
