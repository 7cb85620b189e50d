"""Process maps as code: processes and work instructions written as YAML, checked as one graph, read as a site."""

__version__ = "0.1.0"
