"""What a conversation is, and one step of it. Pure: the standard library alone."""
