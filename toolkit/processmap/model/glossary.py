"""The words of the company."""

from pydantic import Field

from processmap.values.authored import Authored
from processmap.values.ids import ElementRef
from processmap.values.texts import LongText, Text


class GlossaryTerm(Authored):
    """A word and what it means; entries are keyed by `term`."""

    term: Text = Field(description="The word.")
    definition: LongText = Field(description="What it means here.")
    synonyms: tuple[Text, ...] = Field(default=(), description="Other words for the same thing.")
    avoid: tuple[Text, ...] = Field(default=(), description="Words that are not to be used for it.")
    about: ElementRef | None = Field(default=None, description="The element it names, where there is one.")
