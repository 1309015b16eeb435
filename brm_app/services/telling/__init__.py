"""Who was told what: the coverage matrix of projects, audiences and units, and what is done in its cells."""
