"""Reads an RO-Crate as its users do, and holds it against what the standard demands.

Usage: crate.py FOLDER, in an environment that has the package `rocrate`.
"""

import json
import sys
from pathlib import Path

import rocrate
from rocrate.rocrate import ROCrate

DEMANDED = ["name", "description", "license"]
# Has a line for the crate itself, so the crate cannot know it.
LIST = "manifest-sha256.txt"


def main(folder: Path) -> int:
    crate = ROCrate(str(folder))
    root = crate.root_dataset
    faults = [f"the root has no {name}" for name in DEMANDED if not root.get(name)]
    if not root.get("datePublished"):
        print("no day is told: the site keeps no history, or the checkout has none")
    files = [entity for entity in crate.get_entities() if entity.type == "File"]
    for file in files:
        path = folder / file.id
        if not path.is_file():
            faults.append(f"{file.id} is not there")
        elif file.id != LIST and file.get("contentSize") != str(path.stat().st_size):
            faults.append(f"{file.id} is of another size")
    with open(folder / "ro-crate-metadata.json", encoding="utf-8") as text:
        graph = json.load(text)["@graph"]
    known = terms()
    used = {word for node in graph for word in words(node)}
    faults += [f"the standard has no word `{word}`" for word in sorted(used - known)]
    for fault in faults:
        print(fault)
    print(f"{len(files)} files, {len(used)} words, {len(faults)} faults")
    return 1 if faults or not files else 0


def words(node: dict) -> set[str]:
    """The properties and types of an entity."""
    types = node["@type"]
    types = types if isinstance(types, list) else [types]
    return {key for key in node if not key.startswith("@")} | set(types)


def terms() -> set[str]:
    """All words of the standard's context, which the package brings."""
    path = Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld"
    with open(path, encoding="utf-8") as text:
        return set(contexts(json.load(text)))


def contexts(value) -> list[str]:
    if isinstance(value, list):
        return [word for item in value for word in contexts(item)]
    if not isinstance(value, dict):
        return []
    inner = value.get("@context")
    own = list(inner) if isinstance(inner, dict) else []
    return own + [word for item in value.values() for word in contexts(item)]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
