"""Document control of a published element (ISO 9001:2015, 7.5.2 and 7.5.3)."""

from enum import StrEnum

from pydantic import Field

from processmap.values.authored import Authored
from processmap.values.dates import DateField
from processmap.values.ids import RoleRef
from processmap.values.texts import LongText, Text


class Status(StrEnum):
    """The state of a document, in the order in which it matures."""

    PLANNED = "planned"
    DRAFT = "draft"
    IN_VALIDATION = "in_validation"
    VALIDATED = "validated"
    PUBLISHED = "published"
    RETIRED = "retired"


class Change(Authored):
    """One line of the revision table."""

    rev: Text = Field(description="Revision, such as 02.")
    date: DateField = Field(description="Date of the revision.")
    change: LongText = Field(description="What changed.")


class DocumentControl(Authored):
    """Revision, state and responsibilities of a document."""

    rev: Text | None = Field(default=None, description="Current revision, such as 02.")
    status: Status = Field(
        default=Status.PUBLISHED, description="State of the document; decides how strict the checks are."
    )
    effective: DateField | None = Field(default=None, description="Date from which it is in force.")
    next_review: DateField | None = Field(default=None, description="Date by which it has to be reviewed.")
    author: Text | None = Field(default=None, description="Who wrote it: a role's id or words such as Consultor.")
    reviewer: RoleRef | None = Field(default=None, description="Role that reviewed it.")
    approver: RoleRef | None = Field(default=None, description="Role that approved it.")
    changes: tuple[Change, ...] = Field(default=(), description="Revision table, newest first.")
