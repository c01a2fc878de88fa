"""Diagnostics: how the program explains itself, offline."""
