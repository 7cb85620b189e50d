"""PM003: duplicate key; found while files are read."""

from processmap.diagnostics import Severity
from processmap.rules.rule import Rule, found_while_loading

RULE = Rule("PM003", "duplicate-key", Severity.ERROR, since="0.1.0", tags=("files",), can_be_suppressed=False)
check = found_while_loading(RULE)
