"""A map whose every text carries payloads, made from the models themselves, so that no field is forgotten.

There are several elements of each kind. A text holds a run of payloads, and begins with another one in each field;
over the elements of a kind each field carries all of them.
"""

import itertools
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import StringConstraints
from tests.safety.payloads import PAYLOADS

from processmap.config import MapSettings
from processmap.model.glossary import GlossaryTerm
from processmap.model.kinds import CATALOGUES, FILE_KINDS, GLOSSARY_KEY
from processmap.model.steps import STEP_MODELS
from processmap.values.authored import Authored
from processmap.values.cells import CellField, DomainField
from processmap.values.dates import DateField, TimeField
from processmap.values.durations import DurationField
from processmap.values.ids import (
    NAME_PATTERN,
    FormFieldRef,
    Kind,
    LocalStepRef,
    PolicyOutputRef,
    Refers,
    StepRef,
)
from processmap.values.measures import MeasureField
from processmap.values.numbers import Boolean, Count, Number
from processmap.values.percents import PercentField
from processmap.values.rates import DayOfPeriod, RateField
from processmap.values.retention import RetentionField
from processmap.values.texts import MayBeMarkedUp

VARIANTS = 3
WORD = "sentinela"
"""Stands in every text, so that a search finds them all."""

_AT_ONCE = -(-len(PAYLOADS) // VARIANTS)
_LAST_STEP = "E900"


class Maker:
    """Makes the elements of one variant."""

    def __init__(self, variant: int) -> None:
        self.variant = variant
        self.fields: dict[tuple[type, str], int] = {}
        """Each text field of the models that was filled, with its number."""
        self.numbers = itertools.count(1)
        self.next_step = _LAST_STEP
        self.values: tuple[tuple[Any, Any], ...] = (
            (Boolean, False),
            (Count, 2),
            (Number, 2),
            (DateField, "2026-10-01"),
            (TimeField, "08:00"),
            (DurationField, "2 d"),
            (DayOfPeriod, "1 bd"),
            (PercentField, "50%"),
            (RateField, "4/month"),
            (RetentionField, "5 years"),
            (MeasureField, f"count {self.id(Kind.MICRO)}/T20"),
            (StepRef, f"{self.id(Kind.MICRO)}/T20"),
            (FormFieldRef, f"{self.id(Kind.FORM)}.campo1"),
            (PolicyOutputRef, f"{self.id(Kind.POLICY)}/campo"),
        )

    def id(self, kind: Kind) -> str:
        """The id of this variant's element of a kind."""
        return f"{kind}-V{self.variant}"

    def element(self, kind: Kind, model: type[Authored]) -> dict[str, Any]:
        """Makes an element."""
        made = self.model(model)
        if "id" in made:
            made["id"] = self.id(kind)
        if "steps" in made and kind is Kind.MICRO:
            made["steps"] = [*self.steps()]
        return made

    def model(self, model: type[Authored]) -> dict[str, Any]:
        """Fills every field of a model."""
        hints = get_type_hints(model, include_extras=True)
        return {
            field.alias or name: self.value(hints[name], model, name)
            for name, field in model.model_fields.items()
            if not (name == "to" and not field.is_required())
        }

    def value(self, hint: Any, model: type, name: str) -> Any:
        """Makes a value for a field."""
        for known, value in self.values:
            if hint == known:
                return value
        if hint in (CellField, DomainField):
            return [self.text(model, name)]
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self.marked(hint, arguments, model, name)
        if origin in (Union, types.UnionType):
            return self.value(next(each for each in arguments if each is not type(None)), model, name)
        if origin is tuple:
            return [self.value(each, model, name) for each in arguments if each is not Ellipsis]
        if origin is Literal:
            return arguments[0]
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {self.value(arguments[0], model, name): self.value(arguments[1], model, name)}
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint)).value
        assert isinstance(hint, type), (hint, model, name)
        assert issubclass(hint, Authored), (hint, model, name)
        return self.model(hint)

    def marked(self, hint: Any, arguments: tuple[Any, ...], model: type, name: str) -> Any:
        """Makes a value for an annotated type: a reference, a local id, a technical name, a text."""
        if hint == LocalStepRef:
            return self.local_step(name)
        refers = next((mark for mark in arguments if isinstance(mark, Refers)), None)
        if refers:
            return self.id(refers.kinds[0] if refers.kinds else Kind.MICRO)
        named = next((mark for mark in arguments if isinstance(mark, StringConstraints)), None)
        if named:
            return self.technical(str(named.pattern), name)
        if arguments[0] is str:
            is_long = any(isinstance(mark, MayBeMarkedUp) for mark in arguments)
            return self.long_text(model, name) if is_long else self.text(model, name)
        return self.value(arguments[0], model, name)

    def local_step(self, name: str) -> str:
        """A step of the same micro: the next one, the task, or the last one."""
        if name in ("about", "attached_to", "then"):
            return "T20"
        chosen, self.next_step = self.next_step, _LAST_STEP
        return chosen

    def technical(self, pattern: str, name: str) -> str:
        """An id within an element, a name of a field, or a colour."""
        if pattern == NAME_PATTERN:
            return f"campo{next(self.numbers)}" if name == "name" else "campo"
        return f"D{next(self.numbers)}0"

    def long_text(self, model: type, name: str) -> str:
        """A text that may be marked up."""
        return self.text(model, name)

    def text(self, model: type, name: str) -> str:
        """The payloads of a field."""
        number = self.fields.setdefault((model, name), len(self.fields))
        first = (number + self.variant * _AT_ONCE) % len(PAYLOADS)
        run = itertools.islice(itertools.cycle(PAYLOADS), first, first + _AT_ONCE)
        return f" {WORD} ".join(run)

    def steps(self) -> Iterator[dict[str, Any]]:
        """One step of each kind, each leading to the next."""
        kinds = {kind: f"{kind[0].upper()}{number}0" for number, kind in enumerate(STEP_MODELS, 1)}
        kinds["end"] = _LAST_STEP
        following = [*list(kinds.values())[1:], _LAST_STEP]
        for (kind, id_), after in zip(kinds.items(), following, strict=True):
            self.next_step = after
            made = self.model(STEP_MODELS[kind])
            yield {**made, "id": id_, "lane": self.id(Kind.ROLE)}


def write_hostile_map(root: Path) -> list[Maker]:
    """Writes the map; returns what its elements were made by."""
    makers = [Maker(variant) for variant in range(VARIANTS)]
    # A term that every page uses: its other words go into the page for the search.
    term = {"term": WORD, "definition": "x", "synonyms": [*PAYLOADS], "avoid": [*PAYLOADS]}
    write_elements(root, makers, term)
    _write_unreadable(root)
    return makers


def write_elements(root: Path, makers: list[Maker], *terms: dict[str, Any]) -> None:
    """Writes one element of each kind per maker, further terms of the glossary, and map.yaml."""
    listed: dict[str, list[dict[str, Any]]] = {}
    for maker in makers:
        for word, (kind, model) in FILE_KINDS.items():
            folder = _folder(maker.variant, "itos" if word == "ito" else "processes")
            _write(root / folder / f"{maker.id(kind)}.yaml", {**maker.element(kind, model), "kind": word})
        for catalogue in CATALOGUES.values():
            listed.setdefault(catalogue.key, []).append(maker.element(catalogue.kind, catalogue.model))
        listed.setdefault(GLOSSARY_KEY, []).append(maker.model(GlossaryTerm))
    listed[GLOSSARY_KEY] += terms
    for key, entries in listed.items():
        _write(root / ("itos" if key == "roles" else "processes/catalog") / f"{key}.yaml", {key: entries})
    settings = {name: makers[0].text(MapSettings, name) for name in ("client", "title")}
    areas = [maker.id(Kind.AREA) for maker in makers]
    _write(root / "processes/map.yaml", {**settings, "language": "pt-BR", "areas": areas})


def _folder(variant: int, top: str) -> str:
    """A folder whose name is a payload, for one of the variants."""
    return f'{top}/"><img src=x onerror=window.__x=1> `{{{{7*7}}}}` &lt;b' if variant == 1 else f"{top}/v{variant}"


def _write_unreadable(root: Path) -> None:
    """Files that cannot be read, so that messages repeat what stands in them."""
    texts = [f"{payload} {WORD}" for payload in PAYLOADS]
    wrong = [{"id": f"SYS-W{number}", "name": "x", "type": text} for number, text in enumerate(texts)]
    _write(root / "processes/catalog/wrong-systems.yaml", {"systems": wrong})
    strange = [{"id": text, "name": "x", "type": "x", text: text} for text in texts[::7]]
    _write(root / "processes/catalog/wrong-documents.yaml", {"documents": strange})
    _write(root / "processes/wrong-kind.yaml", {"kind": texts[0], "id": texts[1]})
    (root / "processes/wrong-yaml.yaml").write_text(f"kind: macro\nname: 'x\n  {PAYLOADS[2]}: [\n", encoding="utf-8")


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(dict(content), sort_keys=False, width=10**9), encoding="utf-8")
