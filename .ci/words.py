"""Looks up every word of a site's JSON-LD in schema.org's own vocabulary.

Usage: words.py FOLDER, in an environment that has `rocrate`, which brings the vocabulary.
"""

import json
import re
import sys
from pathlib import Path

import rocrate

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# Wherever the two stand among a resource's types.
TYPE, PROPERTY = "rdfs:Class", "rdf:Property"


def main(folder: Path) -> int:
    known = vocabulary()
    faults: dict[str, Path] = {}
    used: set[tuple[str, str]] = set()
    pages = 0
    for path in sorted(folder.rglob("*.html")):
        for text in SCRIPT.findall(path.read_text("utf-8")):
            pages += 1
            found = set(words(json.loads(text)["@graph"]))
            used |= found
            for word in found - known:
                faults.setdefault(" ".join(word), path)
    for word, path in sorted(faults.items()):
        print(f"schema.org has no {word} ({path})")
    print(f"{pages} pages, {len(used)} words, {len(faults)} faults")
    return 1 if faults or not pages else 0


def words(value):
    """Every type and every property, however deep."""
    if isinstance(value, list):
        for item in value:
            yield from words(item)
    if isinstance(value, dict):
        types = value.get("@type", [])
        for name in types if isinstance(types, list) else [types]:
            yield TYPE, name
        for key, item in value.items():
            if not key.startswith("@"):
                # An action says of a property what it wants: `query-input`.
                yield PROPERTY, key.removesuffix("-input")
            yield from words(item)


def vocabulary() -> set[tuple[str, str]]:
    path = Path(rocrate.__file__).parent / "data" / "schema.jsonld"
    graph = json.loads(path.read_text("utf-8"))["@graph"]
    known = set()
    for node in graph:
        types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        known |= {(sort, node["@id"].removeprefix("schema:")) for sort in types}
    return known


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
