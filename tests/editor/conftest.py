"""A real yaml-language-server, spoken to as an editor does: JSON-RPC over its standard streams."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = "yaml-language-server"
VERSION = "1.25.0"
FOLDER = ROOT / ".cache" / f"{PACKAGE}-{VERSION}"
SECONDS = 30
INSTALL_SECONDS = 90


class LanguageServer:
    """The editor's end: sends requests, answers what the server asks for, keeps the diagnostics it publishes."""

    def __init__(self, command: list[str], root: Path, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers: dict[int, Any] = {}
        self._news: Queue[None] = Queue()
        self._diagnostics: dict[str, Any] = {}
        self._number = 0
        self._versions: dict[str, int] = {}
        self._is_configured = False
        threading.Thread(target=self._listen, daemon=True).start()
        folder = {"uri": root.as_uri(), "name": root.name}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "publishDiagnostics": {},
                "hover": {"contentFormat": ["markdown"]},
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
            },
        }
        self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": [folder],
                "capabilities": capabilities,
            },
        )
        self._notify("initialized", {})
        # A file opened before the server knows its settings would be validated without a schema.
        self._wait(lambda: self._is_configured)

    def diagnostics(self, path: Path, text: str) -> list[dict[str, Any]]:
        """What the server says about a file with this text in the editor."""
        return self.all_diagnostics({path: text})[path]

    def all_diagnostics(self, texts: Mapping[Path, str]) -> dict[Path, list[dict[str, Any]]]:
        """The same for many files that are open side by side."""
        for path, text in texts.items():
            self._diagnostics.pop(path.as_uri(), None)
            self._show(path.as_uri(), text)
        self._wait(lambda: all(path.as_uri() in self._diagnostics for path in texts))
        return {path: list(self._diagnostics[path.as_uri()]) for path in texts}

    def completions(self, path: Path, line: int, character: int) -> list[str]:
        """The labels offered at a position, counted from 0."""
        found = self.request("textDocument/completion", _position(path, line, character))
        return [item["label"] for item in found["items"]]

    def hover(self, path: Path, line: int, character: int) -> str:
        """The text shown over a position, counted from 0; empty where there is none."""
        found = self.request("textDocument/hover", _position(path, line, character))
        return str(found["contents"]["value"]) if found else ""

    def request(self, method: str, parameters: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": parameters})
        self._wait(lambda: number in self._answers)
        return self._answers.pop(number)

    def close(self) -> None:
        self.request("shutdown", None)
        self._notify("exit", None)
        self._process.wait(SECONDS)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream
            stream.close()

    def _show(self, uri: str, text: str) -> None:
        is_open = uri in self._versions
        self._versions[uri] = self._versions.get(uri, 0) + 1
        document = {"uri": uri, "version": self._versions[uri]}
        if is_open:
            self._notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        else:
            self._notify("textDocument/didOpen", {"textDocument": {**document, "languageId": "yaml", "text": text}})

    def _notify(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _wait(self, is_there: Callable[[], bool]) -> None:
        while not is_there():
            try:
                self._news.get(timeout=SECONDS)
            except Empty:
                pytest.fail(f"{PACKAGE} has said nothing for {SECONDS} s")

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._take(json.loads(stream.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        match message:
            case {"id": number, "method": "workspace/configuration", "params": {"items": items}}:
                self._send({"id": number, "result": [self._section(item.get("section", "")) for item in items]})
                self._is_configured = True
            case {"id": number, "method": _}:
                self._send({"id": number, "result": None})
            case {"method": "textDocument/publishDiagnostics", "params": {"uri": uri, "diagnostics": found}}:
                self._diagnostics[uri] = found
            case {"id": number, "result": result}:
                self._answers[number] = result
            case {"id": number, "error": error}:
                self._answers[number] = AssertionError(error)
        self._news.put(None)

    def _section(self, section: str) -> Any:
        """The settings of a section as VS Code gives them: `yaml.hover` becomes `hover` of `yaml`."""
        if section in self._settings:
            return self._settings[section]
        nested: dict[str, Any] = {}
        for name, value in self._settings.items():
            if name.startswith(f"{section}."):
                *folders, last = name.removeprefix(f"{section}.").split(".")
                place = nested
                for folder in folders:
                    place = place.setdefault(folder, {})
                place[last] = value
        return nested


def _position(path: Path, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": character}}


@pytest.fixture(scope="session")
def language_server_command() -> list[str]:
    """How the server is started; it is installed once, into .cache/."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        pytest.skip("node and npm are not installed here; the editor's language server runs on them")
    program = FOLDER / "node_modules" / PACKAGE / "bin" / PACKAGE
    if not program.is_file():
        _install(npm)
    return [node, str(program), "--stdio"]


def _install(npm: str) -> None:
    # Beside its place and then renamed: two test processes may install at once, and one of them wins.
    beside = FOLDER.with_name(f"{FOLDER.name}.{os.getpid()}")
    beside.mkdir(parents=True)
    command = [
        npm,
        "install",
        "--prefix",
        str(beside),
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        f"{PACKAGE}@{VERSION}",
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=INSTALL_SECONDS)
        if done.returncode:
            pytest.skip(f"npm could not install {PACKAGE}: {done.stderr.strip().splitlines()[-1:]}")
        if not FOLDER.exists():
            beside.rename(FOLDER)
    except subprocess.TimeoutExpired:
        pytest.skip(f"npm did not install {PACKAGE} within {INSTALL_SECONDS} s: no registry is reached from here")
    except OSError:
        if not FOLDER.exists():
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@pytest.fixture(scope="module")
def editor(language_server_command: list[str], project: Path) -> Iterator[LanguageServer]:
    """The server on a project, with the settings that the project brings along."""
    settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))
    server = LanguageServer(language_server_command, project, settings)
    yield server
    server.close()
