"""Pure text, computing on values."""
