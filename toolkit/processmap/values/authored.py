"""The base of every model that authors write."""

from pydantic import BaseModel, ConfigDict


class Authored(BaseModel):
    """A frozen mapping of known keys; an unknown key is an error, and order of lists is kept as tuples."""

    # A model is built for validation when it is first used: most commands need a few kinds only.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, regex_engine="rust-regex")
