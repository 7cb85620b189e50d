"""The command `processmap`: its subcommands, and how every one of them ends."""

import sys
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from processmap import __version__
from processmap.errors import CannotRunError

EXIT_FINDINGS = 1
EXIT_CANNOT_RUN = 2

# Each command is imported when it is called: `check` does not pay for MkDocs, nor `explain` for the graph.
_COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "new": "Make a small, complete map of your own.",
        "check": "Check the whole map as one dependency graph.",
        "build": "Build the site.",
        "serve": "Build the site and rebuild it whenever a file changes.",
        "graph": "Write the dependency graph as JSON or DOT.",
        "draw": "Draw a process as SVG.",
        "score": "Measure how well the pictures can be read.",
        "schema": "Write the JSON Schemas for editors.",
        "explain": "Show the page of a rule.",
    }
)


class LazyGroup(click.Group):
    """A group whose subcommands live in modules of their own, `processmap.cli.<name>`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's interface
        """Returns the names in the order in which one meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's interface
        """Imports a command, or returns None for an unknown name."""
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"processmap.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:  # `Any` as click has it
        """Runs a subcommand; what cannot run is said in one line, with exit code 2."""
        try:
            return super().invoke(ctx)
        except CannotRunError as error:
            click.echo(f"processmap: {error}", err=True)
            ctx.exit(EXIT_CANNOT_RUN)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Example: processmap new meu-mapa --language pt-BR && cd meu-mapa && processmap build",
)
@click.version_option(__version__, prog_name="processmap")
def main() -> None:
    """Process maps as code: write processes, flows and work instructions as YAML; check them as one graph; read a site.

    Exit codes: 0 clean, 1 findings, 2 could not run.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Portuguese text must not fail on a console or pipe that is set to another encoding.
            stream.reconfigure(encoding="utf-8", errors="replace")
