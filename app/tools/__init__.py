"""Client tools: what an agent may ask this computer to do."""
