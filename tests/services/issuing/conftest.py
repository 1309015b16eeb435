"""A workspace from which something can be issued."""

import pytest

from brm_app.services.workspace import Workspace
from tests.services.issuing.ready import fill


@pytest.fixture
def ready(workspace: Workspace) -> Workspace:
    fill(workspace)
    return workspace
