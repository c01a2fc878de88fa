"""Logs that never hold a secret."""
