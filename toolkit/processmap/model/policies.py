"""Policies with their decision tables, and the controls that enforce them."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from processmap.model.document_control import DocumentControl
from processmap.model.entry import Entry
from processmap.values.authored import Authored
from processmap.values.cells import CellField, DomainField
from processmap.values.ids import ControlRef, FieldName, FormFieldRef, PolicyRef, RoleRef, StepRef
from processmap.values.numbers import Boolean
from processmap.values.rates import Period
from processmap.values.texts import LongText, Text


class TableInput(Authored):
    """An input column of a decision table."""

    field: FormFieldRef | None = Field(default=None, description="The form field that it is read from.")
    domain: DomainField = Field(description="All values that occur: 0%..100%, or a list.")
    label: Text | None = Field(default=None, description="Heading of the column.")


class Policy(Entry):
    """A policy or guideline; its decision table says what is decided how (OMG DMN)."""

    id: PolicyRef = Field(description="Id, such as POL-COM-001.")
    type: Literal["policy", "guideline"] = Field(description="policy or guideline.")
    mandatory: Boolean = Field(default=True, description="Whether it binds, or advises.")
    owner: RoleRef | None = Field(default=None, description="Role that answers for it.")
    text: LongText | None = Field(default=None, description="The policy in words.")
    inputs: Mapping[FieldName, TableInput] = Field(default={}, description="Input columns of the decision table.")
    outputs: Mapping[FieldName, tuple[Text, ...]] = Field(
        default={}, description="Output columns with their values, least power first."
    )
    hit: Literal["unique", "any"] = Field(
        default="unique", description="unique: exactly one row fits; any: several may fit if they agree."
    )
    rows: tuple[Mapping[FieldName, CellField], ...] = Field(default=(), description="Rows of the decision table.")
    doc: DocumentControl | None = Field(default=None, description="Revision, state, reviewer and approver.")


class Control(Entry):
    """A control: what keeps a risk small."""

    id: ControlRef = Field(description="Id, such as CTL-001.")
    risk: LongText | None = Field(default=None, description="What could go wrong.")
    policy: PolicyRef | None = Field(default=None, description="The policy that asks for it.")
    tasks: tuple[StepRef, ...] = Field(
        default=(), description="Steps at which it is exercised, beyond those that name it."
    )
    evidence: LongText | None = Field(default=None, description="What shows that it was exercised.")
    frequency: Period | Literal["each case"] | None = Field(default=None, description="How often.")
    owner: RoleRef | None = Field(default=None, description="Role that answers for it.")
