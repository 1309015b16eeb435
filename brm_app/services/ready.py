"""What writing, lists and search need, imported together: SQLAlchemy, which reading the first page does without."""

from sqlalchemy.dialects import sqlite  # it is imported by the making of an engine else, and by the window's thread

from brm_app.services import batch, undoing
from brm_app.storage import engine, lists, search

__all__ = ["batch", "engine", "lists", "search", "sqlite", "undoing"]
