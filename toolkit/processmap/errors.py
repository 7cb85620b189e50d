"""The exceptions of the product.

What an author of YAML can get wrong is a finding, never an exception. An exception is an environment
in which a command cannot run at all (exit code 2) or a bug.
"""


class ProcessmapError(Exception):
    """The base of every exception that processmap raises on purpose."""


class CannotRunError(ProcessmapError):
    """A command cannot do its work here: no map, an unusable configuration, a target that is in the way.

    The text is shown to the user as it is, so it says in plain words what is missing and what to do.
    """
