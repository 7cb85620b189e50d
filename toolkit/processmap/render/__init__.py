"""Turns views into Markdown pages through Jinja templates; Jinja is reached only from here."""
