"""What importing the layer costs."""

import subprocess
import sys


def test_the_layer_is_imported_without_networkx() -> None:
    code = "import sys; sys.path.insert(0, 'toolkit'); import processmap.graph; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
