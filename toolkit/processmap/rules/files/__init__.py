"""PM0: files and YAML. Every rule is listed here by hand; none registers itself."""

from processmap.rules.files import (
    pm001_yaml_syntax,
    pm002_file_encoding,
    pm003_duplicate_key,
    pm004_yaml_feature_not_allowed,
    pm005_text_cut_by_comment,
    pm006_empty_file,
    pm007_misplaced_file,
    pm008_unreadable_file,
)
from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = (
    pm001_yaml_syntax,
    pm002_file_encoding,
    pm003_duplicate_key,
    pm004_yaml_feature_not_allowed,
    pm005_text_cut_by_comment,
    pm006_empty_file,
    pm007_misplaced_file,
    pm008_unreadable_file,
)
"""The rules of the family, by code."""
