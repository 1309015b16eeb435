"""One typed line read as a touchpoint: what it says, what a person changed of that, and the records it becomes."""
