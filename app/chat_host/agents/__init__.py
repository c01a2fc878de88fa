"""The agents that answer on this computer."""
