"""What could not be read, and what it may have held: nothing is accused because a file beside it is broken."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from processmap.loading import LoadedMap
from processmap.model.kinds import CATALOGUES

_ID_AT_START = re.compile(r"[A-Z]{3}(-[A-Z0-9]+){1,3}")


@dataclass(frozen=True, slots=True)
class Unread:
    """The files of a map that are no YAML, and the elements that break the schema."""

    map: LoadedMap

    def may_define(self, element_id: str) -> bool:
        """Whether a file that is no YAML may define an element."""
        return any(self._may_define(path, element_id) for path in self.map.unparsed)

    def may_mention(self, element_id: str) -> bool:
        """Whether something that could not be read may refer to an element."""
        broken = {element.path for element in self.map.definitions if element.model is None}
        return any(self._may_hold(path, element_id) for path in (*self.map.unparsed, *sorted(broken)))

    def _may_define(self, path: str, element_id: str) -> bool:
        stem = PurePosixPath(path).stem
        own_id = _ID_AT_START.match(stem)
        if own_id:
            return stem == element_id or stem.startswith(f"{element_id}-")
        if self.map.sources[path].text is not None:
            return self._may_hold(path, element_id)
        listed = [entry.kind for key, entry in CATALOGUES.items() if stem.startswith(key)]
        return not listed or any(element_id.startswith(f"{kind}-") for kind in listed)

    def _may_hold(self, path: str, element_id: str) -> bool:
        text = self.map.sources[path].text
        return text is None or re.search(rf"(?<![A-Z0-9-]){re.escape(element_id)}(?![A-Z0-9-])", text) is not None
