"""One file a channel, behind one protocol."""
