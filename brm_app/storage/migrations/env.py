"""What Alembic runs for an upgrade: the steps, in the transaction that `storage.migrate` began."""

from alembic import context

from brm_app.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by copying it
)
context.run_migrations()
