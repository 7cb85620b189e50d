"""Measures every picture of a map that our own engine has laid out."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from processmap.app.building import atlas_of
from processmap.app.diagram_cache import Placer
from processmap.app.opening import OpenMap
from processmap.errors import CannotRunError
from processmap.i18n import load_texts
from processmap.layout.scores import DEFAULT_LIMITS, FIGURES, Score, score
from processmap.model.micro import Micro
from processmap.views.addresses import HOME
from processmap.views.dependencies import dependency_map
from processmap.views.linking import Linker
from processmap.views.swimlane import swimlane
from processmap.views.wording import Wording


def score_map(opened: OpenMap) -> Iterator[Score]:
    """Yields the figures of every swimlane in declared order, then those of the dependency map.

    Raises:
        CannotRunError: if map.yaml names a figure that does not exist.
    """
    atlas = atlas_of(opened)
    limits = limits_of(opened)
    linker = Linker(atlas, Wording(load_texts("site", atlas.settings.language)), HOME)
    place = Placer.of(opened)
    for micro in atlas.all(Micro):
        if micro.steps:
            yield score(place(swimlane(linker, micro)), limits)
    whole = dependency_map(linker)
    if whole.nodes:
        yield score(place(whole), limits)


def limits_of(opened: OpenMap) -> Mapping[str, Decimal]:
    """Returns what holds for the drawings of a map: `checks.score` of map.yaml over the defaults.

    Raises:
        CannotRunError: if it names a figure that does not exist.
    """
    settings = atlas_of(opened).settings
    unknown = [name for name in settings.checks.score if name not in FIGURES]
    if unknown:
        texts = load_texts("cli", settings.language)
        raise CannotRunError(texts("score.unknown", name=unknown[0], names=", ".join(FIGURES)))
    return {**DEFAULT_LIMITS, **{str(name): Decimal(limit) for name, limit in settings.checks.score.items()}}
