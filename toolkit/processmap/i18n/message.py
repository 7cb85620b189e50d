"""A text that is still independent of the language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """A key of the text catalogue with the values that its placeholders take."""

    key: str
    """Dotted path into the catalogue, such as `PM106.message`."""
    parameters: tuple[tuple[str, str], ...] = ()
    """Placeholder names and values, in the order they were given."""

    @classmethod
    def of(cls, key: str, /, **parameters: object) -> "Message":
        """Makes a message from keyword parameters, each shown through `str`."""
        return cls(key, tuple((name, str(value)) for name, value in parameters.items()))

    def values(self) -> Mapping[str, str]:
        """The parameters as a mapping."""
        return dict(self.parameters)
