"""Alembic's way in: the store hands over the connection of its own transaction."""

from alembic import context

from tidings.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
