"""`processmap schema`."""

from pathlib import Path

import click

from processmap.app.schemas import write_schemas


@click.command("schema", epilog="Example: processmap schema --output .processmap/schemas")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".processmap/schemas"),
    show_default=True,
    help="The folder they are written to.",
)
def command(output: Path) -> None:
    """Write the JSON Schemas: of the YAML files for editors, of the JSON that commands print for programs."""
    for path in write_schemas(output):
        click.echo(path.as_posix())
