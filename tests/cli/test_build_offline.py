"""`processmap build --offline`."""

from tests.conftest import BASE_MAP


def test_zip_alone_is_refused(processmap):
    done = processmap("build", "--zip", cwd=BASE_MAP)

    assert done.returncode == 2
    assert "--zip goes with --offline" in done.stderr
