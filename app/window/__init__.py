"""The window: engines, pages and their life."""
