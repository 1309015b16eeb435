"""The page of people: the directory, a person with what happened, and who speaks for whom."""
