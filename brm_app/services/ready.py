"""What writing, lists and search need, imported together: SQLAlchemy, which reading the first page does without."""

from brm_app.services import batch, undoing
from brm_app.storage import engine, lists, search

__all__ = ["batch", "engine", "lists", "search", "undoing"]
