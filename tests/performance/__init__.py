"""Measurements run by hand with `python -m tests.performance`; never a part of the test suite."""
