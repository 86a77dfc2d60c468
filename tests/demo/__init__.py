"""The demo's households."""
