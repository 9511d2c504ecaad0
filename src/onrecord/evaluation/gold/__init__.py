"""Readers of gold sets made by others. No text of theirs is kept in this project."""
