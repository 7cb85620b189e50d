"""What all catalogue entries share."""

from pydantic import Field

from processmap.model.document_control import Status
from processmap.values.authored import Authored
from processmap.values.texts import LongText, Text


class Entry(Authored):
    """An entry of a catalogue."""

    name: Text = Field(description="Name as the company uses it.")
    description: LongText | None = Field(default=None, description="More about it, for the reader.")
    status: Status | None = Field(default=None, description="State; without it the entry counts as published.")
