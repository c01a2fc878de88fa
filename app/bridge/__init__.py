"""The bridge: the only way from the shell page to Python and back."""
