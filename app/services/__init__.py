"""Services: what the program does for the person, without knowing any window."""
