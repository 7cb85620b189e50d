"""Runs the command line: `python -m processmap`."""

from processmap.cli.main import main

main()
