"""Makes what npm and esbuild give to kg/view/static: vis-network with its licences and the hashes
of its style sheets, and the page's own script.

    python web/bundle.py            fetch, bundle, write
    python web/bundle.py --check    say what differs from the committed files; 1 if anything does
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

WEB = Path(__file__).parent
STATIC = WEB.parent / "kg" / "view" / "static"
VIS = WEB / "node_modules" / "vis-network"
COPIED = {
    "vis-network.min.js": "standalone/umd/vis-network.min.js",
    "vis-network.LICENSE-MIT": "LICENSE-MIT",
    "vis-network.LICENSE-APACHE-2.0": "LICENSE-APACHE-2.0",
}
# vis-network's build calls one function with the text of each style sheet that it puts into the
# page, before all else.
SHEET = re.compile(r"[;}]A\((\"(?:[^\"\\]|\\.)+\"|'(?:[^'\\]|\\.)+')\)")
SCRIPT = ["src/main.js", "--bundle", "--format=iife", "--target=es2022", "--charset=utf8"]


def made() -> dict[str, bytes]:
    """Return the files by name, made anew from what package-lock.json pins."""
    _run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
    _run("npx", "--no-install", "tsc")
    files = {name: (VIS / source).read_bytes() for name, source in COPIED.items()}
    sheets = SHEET.findall(files["vis-network.min.js"].decode())
    texts = ["", *(text for text in _evaluated(sheets) if "{" in text)]  # put in empty, then filled
    hashes = [_hash(text) for text in texts]
    files["vis-network.csp"] = ("\n".join(hashes) + "\n").encode()
    files["page.js"] = _run("npx", "--no-install", "esbuild", *SCRIPT)
    for name, content in files.items():
        if name.endswith(".js") and (b"</script" in content.lower() or b"<!--" in content):
            sys.exit(f"{name} holds markup that would end the script element")
    return files


def _evaluated(literals: list[str]) -> list[str]:
    """Return the strings that JavaScript reads in its literals."""
    source = f"process.stdout.write(JSON.stringify([{','.join(literals)}]))"
    with tempfile.TemporaryDirectory() as folder:
        (path := Path(folder) / "literals.cjs").write_text(source, encoding="utf-8")
        texts: list[str] = json.loads(_run("node", str(path)))
    return texts


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _run(*command: str) -> bytes:
    return subprocess.run(command, cwd=WEB, check=True, stdout=subprocess.PIPE).stdout


def main() -> int:
    """Write the files, or with --check compare them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    differ = 0
    for name, content in made().items():
        path = STATIC / name
        if path.exists() and path.read_bytes() == content:
            continue
        differ += 1
        print(f"{name} {'differs' if check else 'written'}")
        if not check:
            path.write_bytes(content)
    return 1 if check and differ else 0


if __name__ == "__main__":
    sys.exit(main())
