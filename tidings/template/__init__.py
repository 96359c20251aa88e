"""What `tidings init` puts into a new incident's folder."""
