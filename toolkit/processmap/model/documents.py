"""What is handed over and where it is kept: documents, forms, systems."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from processmap.model.document_control import DocumentControl
from processmap.model.entry import Entry
from processmap.values.authored import Authored
from processmap.values.dates import DateField
from processmap.values.durations import DurationField
from processmap.values.ids import DocumentRef, FieldName, FormRef, RoleRef, SystemRef
from processmap.values.numbers import Boolean
from processmap.values.retention import RetentionField
from processmap.values.texts import LongText, Text


class Document(Entry):
    """A document or a set of data that steps hand over."""

    id: DocumentRef = Field(description="Id, such as DOC-CONTRATO.")
    type: Text = Field(description="What sort of document it is, in the map's language: contrato, relatório, planilha.")
    owner: RoleRef | None = Field(default=None, description="Role that answers for it.")
    retention: RetentionField | None = Field(default=None, description="How long it is kept, such as 5 years.")
    form: FormRef | None = Field(default=None, description="The form it is filled in with.")
    record: Boolean = Field(default=False, description="Kept as evidence though no step consumes it.")
    standing: Boolean = Field(default=False, description="Always there to be read; nobody hands it over.")


class FieldType(StrEnum):
    """What may be entered in a form field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"
    CPF = "cpf"
    CNPJ = "cnpj"
    EMAIL = "email"
    PHONE = "phone"
    FILE = "file"
    SIGNATURE = "signature"


class PersonalData(StrEnum):
    """Whether a field holds personal data (LGPD, Lei 13.709/2018, art. 5, I and II)."""

    NONE = "none"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class LegalBasis(StrEnum):
    """The legal basis for personal data (LGPD art. 7) and sensitive data (art. 11)."""

    ART7_I = "art7-I"
    ART7_II = "art7-II"
    ART7_III = "art7-III"
    ART7_IV = "art7-IV"
    ART7_V = "art7-V"
    ART7_VI = "art7-VI"
    ART7_VII = "art7-VII"
    ART7_VIII = "art7-VIII"
    ART7_IX = "art7-IX"
    ART7_X = "art7-X"
    ART11_I = "art11-I"
    ART11_II_A = "art11-II-a"
    ART11_II_B = "art11-II-b"
    ART11_II_C = "art11-II-c"
    ART11_II_D = "art11-II-d"
    ART11_II_E = "art11-II-e"
    ART11_II_F = "art11-II-f"
    ART11_II_G = "art11-II-g"


class FormField(Authored):
    """A field of a form."""

    name: FieldName = Field(description="Technical name, lower case: desconto.")
    label: Text = Field(description="What the person who fills it in reads.")
    type: FieldType = Field(description="What may be entered.")
    required: Boolean = Field(default=False, description="Whether it must be filled in.")
    options: tuple[Text, ...] = Field(default=(), description="What a choice offers.")
    help: LongText | None = Field(default=None, description="Help shown beside the field.")
    personal: PersonalData = Field(default=PersonalData.NONE, description="none, personal or sensitive (LGPD).")
    purpose: LongText | None = Field(default=None, description="What the personal data is used for.")
    legal_basis: LegalBasis | None = Field(default=None, description="Legal basis: art7-V, art11-II-a …")
    retention: RetentionField | None = Field(default=None, description="How long the personal data is kept.")
    crm_field: Text | None = Field(default=None, description="The CRM field it fills.")


class Form(Entry):
    """A form: a document with fields."""

    kind: Literal["form"] = Field(description="Says that this file holds a form.")
    id: FormRef = Field(description="Id, such as FRM-COM-001.")
    channel: Literal["web", "mobile", "paper"] = Field(description="Where it is filled in.")
    owner: RoleRef | None = Field(default=None, description="Role that answers for it.")
    retention: RetentionField | None = Field(default=None, description="How long a filled-in form is kept.")
    record: Boolean = Field(default=False, description="Kept as evidence though no step consumes it.")
    replaces: Text | None = Field(default=None, description="The paper or spreadsheet that it took the place of.")
    fields: tuple[FormField, ...] = Field(description="Its fields in the order in which they are filled in.")
    doc: DocumentControl | None = Field(default=None, description="Revision, state, reviewer and approver.")


class SystemType(StrEnum):
    """What sort of system it is; paper and spreadsheets count as systems on their way out."""

    CRM = "crm"
    ERP = "erp"
    LEGACY = "legacy"
    SPREADSHEET = "spreadsheet"
    PAPER = "paper"
    OTHER = "other"


class System(Entry):
    """A system in which work is done."""

    id: SystemRef = Field(description="Id, such as SYS-CRM.")
    type: SystemType = Field(description="What sort of system it is.")
    owner: RoleRef | None = Field(default=None, description="Role that answers for it.")
    sunset: DateField | None = Field(default=None, description="Date from which it is no longer used.")
    replaced_by: SystemRef | None = Field(default=None, description="What takes its place.")
    availability: DurationField | None = Field(default=None, description="Longest outage that the work bears.")
