"""The page of business units: their tree, and one unit with what happened, promises and people."""
