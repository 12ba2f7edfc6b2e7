"""One file a channel; `base` is what they have in common."""
