"""In and out: the channels, the three legs, the command."""
