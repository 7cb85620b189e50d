"""`processmap build`."""

from datetime import date
from pathlib import Path

import click

from processmap.app.building import build_site
from processmap.app.offline import zipped
from processmap.app.opening import open_map
from processmap.cli.main import EXIT_FINDINGS
from processmap.cli.options import directory_argument, today_option
from processmap.cli.progress import progress
from processmap.i18n import load_texts


@click.command("build", epilog="Example: processmap build   (then open the folder site/ on a web server)")
@directory_argument
@click.option("--strict", is_flag=True, help="Build nothing when the map has errors or warnings.")
@click.option("--offline", is_flag=True, help="Build into site-offline/, which opens without a web server.")
@click.option("--zip", "as_zip", is_flag=True, help="With --offline: pack the folder into site-offline.zip as well.")
@today_option
@click.pass_context
def command(context: click.Context, directory: Path, strict: bool, offline: bool, as_zip: bool, today: date) -> None:
    """Build the site: pages under docs/map/, then MkDocs into site/.

    With --offline it goes into site-offline/ instead, to be opened from there by its index.html, with search.

    A map with findings still builds, with a page that lists them, unless --strict is given.
    Exit codes: 0 built, 1 findings stopped it (--strict), 2 could not run.
    """
    if as_zip and not offline:
        raise click.UsageError("--zip goes with --offline: a web server needs the folder, not an archive.")
    with progress() as report_progress:
        opened = open_map(directory, progress=report_progress)
        result = opened.check(today=today)
        texts = load_texts("cli", result.language)
        if strict and result.fails(strict=True):
            click.echo(texts("build.refused"), err=True)
            context.exit(EXIT_FINDINGS)
        report = build_site(opened, result, is_offline=offline)
    for warning in report.warnings:
        click.echo(warning, err=True)
    for path in report.kept:
        click.echo(texts("build.kept", path=path), err=True)
    click.echo(texts("build.done", pages=report.pages, seconds=f"{report.seconds:.1f}"), err=True)
    click.echo((zipped(report.site) if as_zip else report.site).as_posix())
