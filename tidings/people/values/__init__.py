"""What one cell says: a reader for each kind of value. Pure functions of cleaned text; what is not understood is a code."""
