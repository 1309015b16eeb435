"""Finds records by what a person types, and says who answers for what in which unit."""

from brm_app.services.finding.finder import CLOSE, Finder
from brm_app.services.finding.names import Name, name, rank
from brm_app.services.finding.telling import Answer

__all__ = ["CLOSE", "Answer", "Finder", "Name", "name", "rank"]
