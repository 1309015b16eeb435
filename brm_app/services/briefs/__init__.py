"""Briefings as data: what one audience is shown of the workspace, composed from its records."""
