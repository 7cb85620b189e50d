"""`processmap score`."""

from pathlib import Path

import click

from processmap.app.opening import open_map
from processmap.app.scoring import limits_of, score_map
from processmap.cli.main import EXIT_FINDINGS
from processmap.cli.options import directory_argument
from processmap.export.scores import scores_json, scores_table


@click.command("score", epilog="Example: processmap score --format json > drawings.json")
@directory_argument
@click.option("--format", "output_format", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def command(context: click.Context, directory: Path, output_format: str) -> None:
    """Measure how well each picture can be read: defects, crossings, bends, size.

    A defect is a line through a step, a text under a line, or anything that overlaps: there must be none. Other
    limits stand in map.yaml, such as checks: {score: {crossings: 10, columns: 14}}. A figure beyond its limit has an
    exclamation mark. Exit codes: 0 all within limits, 1 some beyond, 2 could not run.
    """
    opened = open_map(directory)
    scores = tuple(score_map(opened))
    text = scores_table(scores) if output_format == "table" else scores_json(scores, limits_of(opened))
    click.echo(text, nl=False)
    if any(score.exceeded for score in scores):
        context.exit(EXIT_FINDINGS)
