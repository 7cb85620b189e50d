from pathlib import Path

import pytest
from tests.site.built_map import copy_sample, run_python


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample map, built by plain `mkdocs build --strict` through the plugin."""
    root = copy_sample(tmp_path_factory.mktemp("site") / "map")
    done = run_python(root, "-m", "mkdocs", "build", "--strict", "--quiet")
    assert done.returncode == 0, done.stderr
    return root
