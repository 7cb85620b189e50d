"""`processmap check`."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from processmap.app.checking import CheckResult
from processmap.app.opening import open_map
from processmap.app.reporting import Format, report
from processmap.cli.main import EXIT_FINDINGS
from processmap.cli.options import directory_argument, language_option, today_option
from processmap.cli.paint import paint_for, width_of
from processmap.cli.progress import progress
from processmap.diagnostics import Severity
from processmap.i18n import Language, Texts, load_texts


@click.command(
    "check", epilog="Example: processmap check --today 2026-11-23 --format concise   (in the folder of a map)"
)
@directory_argument
@click.option(
    "--format",
    "output_format",
    type=click.Choice([output.value for output in Format]),
    callback=lambda _context, _parameter, value: Format(value) if value else None,
    help="How findings are shown.  [default: github in a GitHub action, else full]",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--no-cache", is_flag=True, help="Read every file anew.")
@today_option
@language_option
@click.pass_context
def command(
    context: click.Context,
    directory: Path,
    output_format: Format | None,
    strict: bool,
    no_cache: bool,
    today: date,
    language: Language | None,
) -> None:
    """Check the whole map: files, references, flows, hand-offs.

    Everything is reported in one run, sorted by file and line. Findings go to stdout, the summary to stderr.
    Exit codes: 0 clean, 1 errors (with --strict also warnings), 2 could not run.
    """
    with progress() as report_progress:
        opened = open_map(directory, use_cache=not no_cache, progress=report_progress)
        result = opened.check(today=today)
    spoken = language or result.language
    output = output_format or _usual_format()
    paint, width = paint_for(sys.stdout), width_of(sys.stdout)
    click.echo(report(opened, result, spoken, output, strict=strict, paint=paint, width=width), nl=False)
    if output is not Format.JSON:
        for line in _summary(result, load_texts("cli", spoken)):
            click.echo(line, err=True)
    if result.fails(strict=strict):
        context.exit(EXIT_FINDINGS)


def _usual_format() -> Format:
    return Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else Format.FULL


def _summary(result: CheckResult, texts: Texts) -> Iterator[str]:
    if result.unparsed:
        yield _counted(texts, "not_checked", len(result.unparsed))
    if result.suppressed:
        yield _counted(texts, "suppressed", len(result.suppressed))
    if not result.findings:
        kinds = ("macro", "micro", "ito")
        yield texts("check.clean", **{f"{kind}s": _counted(texts, f"{kind}s", result.counts[kind]) for kind in kinds})
        return
    yield texts(
        "check.found",
        errors=_counted(texts, "errors", result.count(Severity.ERROR)),
        warnings=_counted(texts, "warnings", result.count(Severity.WARNING)),
        infos=_counted(texts, "infos", result.count(Severity.INFO)),
    )
    yield texts("check.explain", code=result.findings[0].code)


def _counted(texts: Texts, noun: str, count: int) -> str:
    return texts(f"check.{noun}_one") if count == 1 else texts(f"check.{noun}_many", count=count)
