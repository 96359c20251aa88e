"""The airlock: Prefect tasks. Ids go in, counts come out. Nothing personal crosses."""
