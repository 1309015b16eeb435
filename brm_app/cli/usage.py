"""What is said of a command line that can't be understood."""

from brm_app.domain.errors import Refused


class Usage(Refused):
    """The command was typed wrongly."""
