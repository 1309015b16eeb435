"""Briefings as data: what one audience is shown of the workspace, composed from its records."""

from brm_app.services.briefs.compose import compose, suggested_briefing

__all__ = ["compose", "suggested_briefing"]
