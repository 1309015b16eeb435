"""The page of promises: what was said, to whom, by when, and whether it was kept."""
