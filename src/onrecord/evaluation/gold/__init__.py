"""Readers of gold: sets made by others, whose text never stands here, and our own cases."""
