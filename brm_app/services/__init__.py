"""What Liaison does for a person, without a window: the workspace and its write door, import, export, briefings."""
