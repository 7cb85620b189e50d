"""`processmap check`."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from processmap.app.applying import repair_diff, write_repair
from processmap.app.baseline import compare, read_baseline, write_baseline
from processmap.app.checking import CheckResult
from processmap.app.fixing import repair
from processmap.app.opening import OpenMap, open_map
from processmap.app.reporting import Format, report
from processmap.app.statistics import check_with_statistics
from processmap.cli.check_summary import baseline_summary, repair_summary, statistics_summary, summary
from processmap.cli.main import EXIT_FINDINGS
from processmap.cli.options import directory_argument, language_option, today_option
from processmap.cli.paint import paint_for, width_of
from processmap.cli.progress import Report, progress
from processmap.export.source_lines import SourceLines
from processmap.i18n import Language, load_texts
from processmap.loading import collector_paused


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The options of one call."""

    directory: Path
    output_format: Format | None
    strict: bool
    fix: bool
    diff: bool
    baseline: Path | None
    update_baseline: bool
    statistics: bool
    no_cache: bool
    today: date
    language: Language | None

    def open(self, told: Report) -> OpenMap:
        """Opens the map that is meant."""
        return open_map(self.directory, use_cache=not self.no_cache, progress=told)

    def refuse_contradictions(self) -> None:
        """Raises a usage error for options that do not go together."""
        if self.fix and self.diff:
            raise click.UsageError("--fix writes and --diff only shows; give one of the two.")
        if self.update_baseline and not self.baseline:
            raise click.UsageError("--update-baseline needs --baseline FILE, the file to write.")


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
@click.option("--fix", is_flag=True, help="Repair what can be repaired safely, then check.")
@click.option("--diff", is_flag=True, help="Show as a diff what --fix would change; write nothing.")
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Leave out the findings that this file knows.",
)
@click.option("--update-baseline", is_flag=True, help="Write the findings of today to the file of --baseline.")
@click.option("--statistics", is_flag=True, help="Say on stderr how long each family of rules took.")
@click.option("--no-cache", is_flag=True, help="Read every file anew.")
@today_option
@language_option
@click.pass_context
def command(context: click.Context, /, **options: Any) -> None:
    """Check the whole map: files, references, flows, hand-offs.

    Everything is reported in one run, sorted by file and line. Findings go to stdout, the summary to stderr.
    Exit codes: 0 clean, 1 errors (with --strict also warnings), 2 could not run.
    """
    wishes = Wishes(**options)
    wishes.refuse_contradictions()
    with collector_paused():  # also between reading and checking, where it would look through the whole map
        result = _shown_repair(wishes) if wishes.diff else _checked(wishes)
    if result.fails(strict=wishes.strict):
        context.exit(EXIT_FINDINGS)


def _shown_repair(wishes: Wishes) -> CheckResult:
    """Prints what could be repaired; returns what is found as the files are."""
    with progress(wishes.language) as told:
        opened = wishes.open(told)
        possible = repair(opened.files, today=wishes.today)
        result = opened.check(today=wishes.today)
    for line in repair_diff(opened, possible):
        click.echo(line, nl=False)
    _say(repair_summary(possible, load_texts("cli", wishes.language or result.language), is_written=False))
    return result


def _checked(wishes: Wishes) -> CheckResult:
    """Repairs if that is wished, checks, prints; returns what is found and not known."""
    said: list[str] = []
    with progress(wishes.language) as told:
        opened = wishes.open(told)
        done = repair(opened.files, today=wishes.today) if wishes.fix else None
        if done:
            write_repair(opened, done)
            opened = wishes.open(told)
        costs = None
        if wishes.statistics:
            result, costs = check_with_statistics(opened, today=wishes.today)
        else:
            result = opened.check(today=wishes.today)
    spoken = wishes.language or result.language
    texts = load_texts("cli", spoken)
    if done:
        said += repair_summary(done, texts, is_written=True)
    if costs:
        said += statistics_summary(costs, result, texts)
    if wishes.baseline:
        sources = SourceLines(opened.sources(result))
        update = wishes.update_baseline
        known = write_baseline(wishes.baseline, result, sources) if update else read_baseline(wishes.baseline)
        comparison = compare(result, sources, known)
        result = comparison.result
        said += baseline_summary(comparison, wishes.baseline, texts)
    output = wishes.output_format or _usual_format()
    paint, width = paint_for(sys.stdout), width_of(sys.stdout)
    click.echo(report(opened, result, spoken, output, strict=wishes.strict, paint=paint, width=width), nl=False)
    _say([*said, *(summary(result, texts) if output is not Format.JSON else ())])
    return result


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


def _usual_format() -> Format:
    return Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else Format.FULL
