"""Records and rules of Liaison: attrs and the standard library, nothing else."""
