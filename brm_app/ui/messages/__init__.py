"""The page of messages: who was told what, and the message of each cell."""
