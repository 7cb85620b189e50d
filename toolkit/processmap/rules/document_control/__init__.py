"""PM7: document control (ISO 9001:2015, 7.5). Every rule is listed here by hand; none registers itself."""

from processmap.rules.document_control import (
    pm701_incomplete_document_control,
    pm702_revisions_out_of_order,
    pm703_review_overdue,
    pm704_author_approves_own,
    pm705_published_refers_to_draft,
    pm706_not_validated_by_its_roles,
    pm707_changed_without_new_revision,
    pm708_training_older_than_ito,
)
from processmap.rules.rule import RuleModule

RULES: tuple[RuleModule, ...] = (
    pm701_incomplete_document_control,
    pm702_revisions_out_of_order,
    pm703_review_overdue,
    pm704_author_approves_own,
    pm705_published_refers_to_draft,
    pm706_not_validated_by_its_roles,
    pm707_changed_without_new_revision,
    pm708_training_older_than_ito,
)
"""The rules of the family, by code."""
