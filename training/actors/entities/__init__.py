"""Trains the labels of names (`onrecord.language.naming`) on CrossNER politics."""
