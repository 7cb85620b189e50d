"""What a rule is, and what it may look at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Protocol, TypeVar

from processmap.diagnostics import Problem, Severity
from processmap.graph import MapGraph, Mention
from processmap.loading import LoadedMap
from processmap.model.document_control import Status
from processmap.model.kinds import AnyElement
from processmap.rules.scope import Scope
from processmap.rules.verdicts import Verdict
from processmap.timing import Times

Derived = TypeVar("Derived")


@dataclass(frozen=True, slots=True)
class Rule:
    """The identity of a rule; a code is never reused."""

    code: str
    """`PM` and three digits; the first digit is the family."""
    name: str
    """What is found, in kebab case; it reads after "allow"."""
    severity: Severity
    """Grade in a published document."""
    since: str
    """Version of processmap that introduced it."""
    tags: tuple[str, ...] = ()
    can_be_suppressed: bool = True
    """False where a comment must not hide it: what could not be read was not checked, and hiding that would call an
    unchecked file clean."""

    @property
    def family(self) -> str:
        """The first digit of the code, such as `1` for identity, schema and references."""
        return self.code[2]

    @property
    def softens(self) -> bool:
        """Whether an early state of the document makes it milder.

        PM0, PM1 and PM3 do not: a broken file, a dangling reference or a deadlock is an error in a draft too.
        """
        return self.family not in "013"


@dataclass(frozen=True, slots=True)
class PublishedRevision:
    """A document as it was when its revision was first published."""

    rev: str
    model: AnyElement
    commit: str
    """Short hash of the commit that first holds it."""
    date: date
    """Day of that commit."""


@dataclass(frozen=True)
class RuleContext:
    """Everything that a rule may look at. It reads no files and changes nothing."""

    map: LoadedMap
    graph: MapGraph
    today: date
    """The date for rules about deadlines; it enters through `--today` only."""
    published: Mapping[str, PublishedRevision] = field(default_factory=dict)
    """From the history of the map: documents that may have changed under the revision they carry, by id (PM707)."""
    verdicts: tuple[Verdict, ...] = ()
    """Suppressions without effect; known to the rules about them only, which run after all others."""

    @cached_property
    def loading_problems(self) -> dict[str, tuple[Problem, ...]]:
        """What loading has found, by rule code, in the order it was found."""
        by_code: dict[str, list[Problem]] = {}
        for problem in self.map.problems:
            by_code.setdefault(problem.code, []).append(problem)
        return {code: tuple(problems) for code, problems in by_code.items()}

    @cached_property
    def scope(self) -> Scope:
        """The elements that rules look at; `scope.py` has the functions that ask for them."""
        return Scope(self.map, self.graph)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The references of map.yaml and of every element that is not retired, in document order."""
        retired = {element.id for element in self.map.elements.values() if element.status is Status.RETIRED}
        return tuple(mention for mention in self.graph.mentions() if mention.source not in retired)

    @cached_property
    def times(self) -> Times:
        """The worst path of every process, found when it is asked for."""
        return Times(self.graph)

    def problems(self, module: "RuleModule") -> tuple[Problem, ...]:
        """Returns what a rule finds, in document order; it is run once, however often it is asked."""
        code = module.RULE.code
        if code not in self._problems:
            self._problems[code] = tuple(module.check(self))
        return self._problems[code]

    def shared(self, derive: "Callable[[RuleContext], Derived]") -> Derived:
        """Returns what a function derives from this context; it is called once, however many rules ask."""
        if derive not in self._derived:
            self._derived[derive] = derive(self)
        found: Derived = self._derived[derive]
        return found

    @cached_property
    def _derived(self) -> dict[Callable[..., Any], Any]:  # `Any`: each function has a result of its own type
        return {}

    @cached_property
    def _problems(self) -> dict[str, tuple[Problem, ...]]:
        return {}


Check = Callable[[RuleContext], Iterator[Problem]]
"""Yields every violation, in document order."""


class RuleModule(Protocol):
    """A module of a rule: its identity and its check."""

    RULE: Rule

    @property
    def check(self) -> Check:
        """Yields every violation, in document order."""


def found_while_loading(rule: Rule) -> Check:
    """The check of a rule whose violations only loading can see: it passes them on.

    PM0 and the schema part of PM1 concern text that never becomes a model, so a rule could not look for them.
    """

    def check(context: RuleContext) -> Iterator[Problem]:
        yield from context.loading_problems.get(rule.code, ())

    return check
