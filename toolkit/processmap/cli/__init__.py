"""The command line: argv turned into calls, results into text. No logic."""
