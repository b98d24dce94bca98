"""Microsoft's Open XML SDK, for the tests that ask it whether our Word files are valid.

An npm package, for tests only, has its validator as WebAssembly, which Node.js runs.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_SCRIPT = """
import { readFileSync } from "node:fs";
import validate from "@ooxml-tools/validate";
const found = {};
for (const file of process.argv.slice(1)) {
  const results = await validate(readFileSync(file), "docx", "Office2010");
  found[file] = results.map(each => `${each.id}: ${each.description}`);
}
console.log(JSON.stringify(found));
process.exit(0);
"""


def node() -> str | None:
    """Return the way to Node.js: the machine's, or that of the set-up."""
    ours = Path(sys.executable).with_name("node")
    return shutil.which("node") or (str(ours) if ours.is_file() else None)


def is_here() -> bool:
    """Tell if Node.js and the validator are installed."""
    return node() is not None and (_ROOT / "node_modules" / "@ooxml-tools" / "validate").is_dir()


def faults(files: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Return what the validator holds against each Word file, in one start."""
    paths = {name: folder / f"{name}.docx" for name in files}
    for name, path in paths.items():
        path.write_bytes(files[name])
    command = [str(node()), "--input-type=module", "-e", _SCRIPT, *map(str, paths.values())]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, check=True, timeout=300)
    told = json.loads(done.stdout.decode().strip().splitlines()[-1])
    return {name: told[str(path)] for name, path in paths.items()}
