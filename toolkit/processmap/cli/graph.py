"""`processmap graph`."""

from pathlib import Path

import click

from processmap.app.opening import open_map
from processmap.cli.options import directory_argument


@click.command("graph", epilog="Example: processmap graph --format dot | dot -Tsvg -o map.svg")
@directory_argument
@click.option("--format", "output_format", type=click.Choice(["json", "dot"]), default="json", show_default=True)
def command(directory: Path, output_format: str) -> None:
    """Write the dependency graph of the whole map to stdout.

    JSON holds every element and step, every reference, hand-offs, producers and consumers of documents, and a
    content fingerprint per element; its JSON Schema comes from `processmap schema`.
    """
    opened = open_map(directory)
    if output_format == "json":
        from processmap.export.graph_json import graph_json

        click.echo(graph_json(opened.graph), nl=False)
    else:
        from processmap.export.graph_dot import graph_dot

        click.echo(graph_dot(opened.graph), nl=False)
