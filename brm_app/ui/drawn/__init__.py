"""Forms and theme compiled from ui/ by ui/compile.py: change those, not these."""
