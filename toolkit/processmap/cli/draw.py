"""`processmap draw`."""

from pathlib import Path

import click

from processmap.app.drawing import draw
from processmap.app.files import write_atomically
from processmap.app.opening import open_map
from processmap.cli.options import directory_argument
from processmap.render.svg.themes import Theme


@click.command("draw", epilog="Example: processmap draw MIC-COM-020 --output contract.svg")
@click.argument("name", metavar="NAME")
@directory_argument
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.  [default: stdout]")
@click.option(
    "--theme",
    type=click.Choice([theme.value for theme in Theme]),
    default=Theme.LIGHT.value,
    show_default=True,
    help="Colours: light or dark written out, or css that follows the page around the picture.",
)
@click.option(
    "--fold",
    "fold_at",
    type=click.IntRange(min=400),
    metavar="PX",
    help="Cut a picture that is wider than this into strips below each other, such as 1500 for paper.",
)
@click.option("--compact", is_flag=True, help="Let steps that hand over straight down share a column: less width.")
def command(name: str, directory: Path, output: Path | None, theme: str, fold_at: int | None, compact: bool) -> None:
    """Draw one picture as SVG: NAME is the id of a micro process, landscape or dependencies.

    With the themes light and dark the picture also works where style sheets are not understood: in print, in
    presentations, in converters.
    """
    svg = draw(open_map(directory), name, theme=Theme(theme), fold_at=fold_at, compact=compact)
    if output is None:
        click.echo(svg, nl=False)
    else:
        write_atomically(output, svg)
