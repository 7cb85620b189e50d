"""`processmap serve`."""

import signal
from datetime import date
from pathlib import Path

import click

from processmap.app.checking import CheckResult
from processmap.app.roots import find_root
from processmap.app.serving import Server
from processmap.cli.options import directory_argument, today_option
from processmap.errors import CannotRunError
from processmap.export.findings_concise import concise_lines
from processmap.i18n import load_texts


@click.command("serve", epilog="Example: processmap serve --port 8080   (stop it with Ctrl+C)")
@directory_argument
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this machine.")
@today_option
def command(directory: Path, port: int, today: date) -> None:
    """Build the site, show it on this machine, and renew it whenever a file of the map is saved.

    Findings are printed after each change; a broken map keeps its last pages.
    """
    # Whoever ends the command otherwise than with Ctrl+C means the same.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    server = Server(root=find_root(directory), port=port, today=today, tell=_tell)
    click.echo(f"http://127.0.0.1:{port}/", err=True)
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("", err=True)


def _tell(outcome: CheckResult | CannotRunError) -> None:
    if isinstance(outcome, CannotRunError):
        click.echo(f"processmap: {outcome}", err=True)
        return
    for line in concise_lines(outcome.findings, load_texts("findings", outcome.language)):
        click.echo(line, err=True)
