"""The languages that processmap speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language of messages and of the site, as written in map.yaml (`language: pt-BR`)."""

    ENGLISH = "en"
    PORTUGUESE = "pt-BR"

    @property
    def file_tag(self) -> str:
        """The form used in file names: `en`, `pt_BR`."""
        return self.value.replace("-", "_")
