"""Search everything: the panel below the search field."""
