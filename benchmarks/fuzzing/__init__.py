"""Hostile input for every reader: how it is made, how it is held within bounds, what it finds."""
