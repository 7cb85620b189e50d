"""The edge to MkDocs."""
