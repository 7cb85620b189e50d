"""The Jinja environment of the site: a project's own templates first, then the shipped ones."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from processmap.i18n import Texts
from processmap.render.escaping import css_text, front_matter_text, heading_text, page_text, shipped_markdown
from processmap.views.pieces import Bullets, Chip, Code, LineBreak, Lines, Prose, Ref, WebLink


def site_environment(shipped: Path, project: Path | None, texts: Texts) -> Environment:
    """Returns the environment.

    Args:
        shipped: the folder of the shipped templates, reachable as `!base/` also where a project replaces one.
        project: the project's own templates, looked up first; None when it has none.
        texts: the catalogue `site` in the map's language, as `t(key)` in templates.
    """
    base = FileSystemLoader(shipped)
    own = [FileSystemLoader(project)] if project else []
    environment = Environment(
        loader=ChoiceLoader([*own, base, PrefixLoader({"!base": base})]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=page_text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["heading"] = heading_text
    environment.filters["css"] = css_text
    environment.filters["shipped_markdown"] = shipped_markdown
    environment.filters["front_matter"] = front_matter_text
    environment.tests.update(_PIECES)
    environment.globals["t"] = texts
    return environment


def _is_a(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kind)


_PIECES = {
    "a_ref": _is_a(Ref),
    "a_chip": _is_a(Chip),
    "a_code": _is_a(Code),
    "some_lines": _is_a(Lines),
    "a_prose": _is_a(Prose),
    "some_bullets": _is_a(Bullets),
    "a_web_link": _is_a(WebLink),
    "a_line_break": _is_a(LineBreak),
}
