"""Pictures of the window and of the briefings, made from the sample on a fixed day."""
