"""Turns what a rule reports into a finding with lines: element and path become file, line and column."""

from dataclasses import dataclass

from processmap.diagnostics import Edit, Finding, Fix, Location, Place, Problem, RelatedPlace
from processmap.loading import LoadedMap
from processmap.model.document_control import Status
from processmap.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Placing:
    """Resolves places in one map."""

    map: LoadedMap

    def finding(self, rule: Rule, problem: Problem) -> Finding:
        """Returns the finding for a problem, with the rule's own severity."""
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=problem.severity or rule.severity,
            message=problem.message,
            place=self._place(problem.at),
            hint=problem.hint,
            element=self._element(problem),
            related=tuple(RelatedPlace(self._place(remark.at), remark.message) for remark in problem.related),
            fix=self._fix(problem.edit) if problem.edit else None,
        )

    def status(self, element: str | None) -> Status:
        """Returns the state of the element at a finding's place; what has no state counts as published."""
        known = self.map.elements.get(element.partition("/")[0]) if element else None
        return (known.status if known else None) or Status.PUBLISHED

    def _place(self, at: Place | Location) -> Place:
        return at if isinstance(at, Place) else self.map.place(at)

    def _element(self, problem: Problem) -> str | None:
        match problem.at:
            case Location(element=element, path=("steps" | "activities" as group, int(index), *_)):
                return self._part(element, group, index)
            case Location(element=element):
                return element
            case Place():
                return problem.element

    def _part(self, element: str, group: str, index: int) -> str:
        known = self.map.elements.get(element)
        parts = getattr(known.model, group, ()) if known else ()
        return f"{element}/{parts[index].id}" if index < len(parts) else element

    def _fix(self, edit: Edit) -> Fix:
        return Fix(Place(edit.path, self.map.lines(edit.path).span(edit.start, edit.end)), edit)
