"""PM102: missing key; found while text becomes a model."""

from processmap.diagnostics import Severity
from processmap.rules.rule import Rule, found_while_loading

RULE = Rule("PM102", "missing-key", Severity.ERROR, since="0.1.0", tags=("schema",), can_be_suppressed=False)
check = found_while_loading(RULE)
