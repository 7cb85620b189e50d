"""What is authored: one frozen pydantic model per kind of element."""
