"""The page of the policies: each with its decision table, who decides, and the forms that its data comes from."""

from dataclasses import dataclass

from processmap.model.policies import Policy
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.decisions import DecisionTable, decision_table
from processmap.views.catalogues.entry import Head, Uses, head_of, uses_of
from processmap.views.document_control import document_control
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Control, Fact


@dataclass(frozen=True, slots=True)
class PolicyEntry:
    """One policy."""

    head: Head
    words: Cell
    """The policy in words; its author's, to be read before the table."""
    table: DecisionTable
    facts: tuple[Fact, ...]
    uses: Uses
    control: Control


@dataclass(frozen=True, slots=True)
class PoliciesPage(KindPage):
    """All policies, in declared order."""

    entries: tuple[PolicyEntry, ...]


def policies_page(source: CatalogueSource, linker: Linker) -> PoliciesPage:
    """Makes the page of the policies."""
    entries = tuple(_entry(linker, policy) for policy in linker.atlas.all(Policy))
    return PoliciesPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not entries,
        empty=linker.wording("empty.catalogue"),
        entries=entries,
    )


def _entry(linker: Linker, policy: Policy) -> PolicyEntry:
    words = linker.wording
    binds = Chip(words("mark.mandatory"), "accent") if policy.mandatory else Chip(words("decision.advises"), "muted")
    state = (words.status(policy.doc.status),) if policy.doc else ()
    facts = [Fact(words("field.owner"), linker.optional(policy.owner))]
    if policy.doc and policy.doc.rev:
        facts.append(Fact(words("field.rev"), (policy.doc.rev,)))
    if policy.doc and policy.doc.effective:
        facts.append(Fact(words("field.effective"), (words.date(policy.doc.effective),)))
    return PolicyEntry(
        head=head_of(linker, policy, Chip(words.word("policy_type", policy.type)), binds, *state),
        words=linker.prose(policy.text),
        table=decision_table(linker, policy),
        facts=tuple(fact for fact in facts if fact.value),
        uses=uses_of(linker, policy.id),
        control=document_control(linker, policy.doc),
    )
