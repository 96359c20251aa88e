"""Where everybody stands: tables, transactions, claims. Nothing in it says who anybody is."""

from tidings.store.store import IN_PARTS, Store, in_parts, insert_all, insert_unless_there

__all__ = ["IN_PARTS", "Store", "in_parts", "insert_all", "insert_unless_there"]
