"""Settings: declared once, read from four sources, saved so that no crash loses them."""
