"""`processmap explain`."""

import click

from processmap.cli.options import language_option
from processmap.errors import CannotRunError
from processmap.i18n import Language
from processmap.rules.pages import explain


@click.command("explain", epilog="Example: processmap explain PM106 --language pt-BR")
@click.argument("code")
@language_option
def command(code: str, language: Language | None) -> None:
    """Show the page of a rule: what it finds, why, how to fix it, a failing and a passing example."""
    page = explain(code.upper(), language or Language.ENGLISH)
    if page is None:
        raise CannotRunError(f"There is no rule {code}. Codes look like PM106; the list is on the site under rules.")
    click.echo(page)
