"""The quick log: a touchpoint and its promise in one typed line, over any page."""
