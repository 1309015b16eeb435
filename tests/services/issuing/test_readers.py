"""The proof and the wall know independently of each other who may read what, and agree."""

from collections.abc import Callable
from pathlib import Path

from brm_app.domain.fields import specs
from brm_app.domain.records import RECORDS
from brm_app.services.briefs.compose import wall_for
from brm_app.services.briefs.shelf import load
from brm_app.services.issuing.readers import Readers
from tests.acceptance.marked import AS_OF, Marked


def test_they_agree_on_every_field_of_generated_workspaces(tmp_path: Path, counted: Callable[[int, int], int]) -> None:
    for seed in range(counted(3, 40)):
        marked = Marked(seed)
        marked.make()
        workspace = marked.save(tmp_path / f"{seed}.brm")
        for audience in marked.records["audiences"]:
            readers, wall = Readers(workspace, audience, AS_OF), wall_for(load(workspace, AS_OF), audience)
            for cls in RECORDS.values():
                for record in workspace.find(cls):
                    seen = wall.see(record)
                    for spec in specs(cls):
                        said = seen is not None and wall.may_read(record, spec)
                        assert readers.may_read(record, spec) == said, (seed, audience.name, cls.noun, spec.name)
        workspace.close()
