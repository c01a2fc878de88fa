"""The chat host: a ChatKit server on this computer, in a process of its own."""
