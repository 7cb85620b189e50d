"""PM005: text cut by comment; found while files are read."""

from processmap.diagnostics import Severity
from processmap.rules.rule import Rule, found_while_loading

RULE = Rule("PM005", "text-cut-by-comment", Severity.WARNING, since="0.1.0", tags=("files",))
check = found_while_loading(RULE)
