"""User-facing text in English and Brazilian Portuguese, keyed and with named parameters."""

from processmap.i18n.catalogue import Texts, load_texts
from processmap.i18n.language import Language
from processmap.i18n.message import Message

__all__ = ["Language", "Message", "Texts", "load_texts"]
