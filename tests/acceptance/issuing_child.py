"""Issues one briefing after the other in a process of its own, and says each number once it is kept."""

import sys
from pathlib import Path

from brm_app.domain.errors import Refused
from brm_app.services.workspace import Workspace
from tests.services.issuing.ready import issued


def main(path: Path, rounds: int) -> None:
    """Issues so many; whoever came second too often says so and goes on."""
    workspace = Workspace.open(path)
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(rounds):
        try:
            print(issued(workspace).number, flush=True)
        except Refused as refused:
            print(f"refused {refused}", flush=True)
    workspace.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
