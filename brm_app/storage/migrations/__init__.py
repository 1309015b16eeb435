"""The steps from one schema of a workspace to the next, run by `storage.migrate` through Alembic."""
