"""Settings: where they are kept, what they may be, how they are saved."""
