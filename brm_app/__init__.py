"""Liaison: business relationship management for an IT liaison manager."""

__version__ = "0.1.0"
