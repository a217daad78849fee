"""The stages as one tuple: whoever reads the list knows what kg does."""
