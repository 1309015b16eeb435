"""Journeys: the list of all, and the map of one."""
