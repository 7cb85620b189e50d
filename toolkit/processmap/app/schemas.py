"""Writes the JSON Schemas of everything that has one."""

import json
from pathlib import Path

from processmap.app.files import write_atomically
from processmap.export.findings_json import findings_schema
from processmap.export.graph_schema import graph_schema
from processmap.loading.json_schema import schemas


def write_schemas(folder: Path) -> list[Path]:
    """Writes one file per schema into a folder and returns their paths, sorted; a file that is up to date stays."""
    documents = schemas() | {"findings.schema.json": findings_schema(), "graph.schema.json": graph_schema()}
    written = []
    for name, document in sorted(documents.items()):
        path = folder / name
        write_atomically(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        written.append(path)
    return written
