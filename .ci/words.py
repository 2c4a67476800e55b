"""Looks up every word of a site's JSON-LD in schema.org's own vocabulary.

Usage: words.py FOLDER, in an environment that has `rocrate`, which brings the vocabulary.
Each type and property must be a known one, and each property one that its node's types, or
types above them, may have.
"""

import json
import re
import sys
from pathlib import Path

import rocrate

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


class Vocabulary:
    """Types with those above them, properties with the types that may have them."""

    def __init__(self) -> None:
        path = Path(rocrate.__file__).parent / "data" / "schema.jsonld"
        graph = json.loads(path.read_text("utf-8"))["@graph"]
        self.above: dict[str, list[str]] = {}
        self.domains: dict[str, list[str]] = {}
        for node in graph:
            # Wherever the two stand among a resource's types.
            types = listed(node["@type"])
            if "rdfs:Class" in types:
                self.above[name(node)] = names(node.get("rdfs:subClassOf", []))
            if "rdf:Property" in types:
                self.domains[name(node)] = names(node.get("schema:domainIncludes", []))

    def may_have(self, types: list[str], word: str) -> bool:
        wanted, seen = list(types), set()
        while wanted:
            found = wanted.pop()
            if found not in seen:
                seen.add(found)
                wanted += self.above.get(found, [])
        return not seen.isdisjoint(self.domains[word])


def main(folder: Path) -> int:
    vocabulary = Vocabulary()
    faults: dict[str, Path] = {}
    used: set[str] = set()
    pages = 0
    for path in sorted(folder.rglob("*.html")):
        for text in SCRIPT.findall(path.read_text("utf-8")):
            pages += 1
            for types, properties in nodes(json.loads(text)["@graph"]):
                used |= {*types, *properties}
                for fault in told(vocabulary, types, properties):
                    faults.setdefault(fault, path)
    for fault, path in sorted(faults.items()):
        print(f"{fault} ({path})")
    print(f"{pages} pages, {len(used)} words, {len(faults)} faults")
    return 1 if faults or not pages else 0


def nodes(value):
    """The types and the properties of every node, however deep."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    if isinstance(value, dict):
        # An action says of a property what it wants: `query-input`.
        words = [key.removesuffix("-input") for key in value if not key.startswith("@")]
        yield listed(value.get("@type", [])), words
        for item in value.values():
            yield from nodes(item)


def told(vocabulary: Vocabulary, types: list[str], properties: list[str]):
    """What is wrong with a node."""
    for sort in types:
        if sort not in vocabulary.above:
            yield f"schema.org has no type {sort}"
    for word in properties:
        if word not in vocabulary.domains:
            yield f"schema.org has no property {word}"
        # What only refers to another node, which has its types elsewhere, is none itself.
        elif types and not vocabulary.may_have(types, word):
            yield f"no {' or '.join(types)} has {word}"


def listed(value) -> list:
    return value if isinstance(value, list) else [value]


def names(values) -> list[str]:
    return [name(value) for value in listed(values)]


def name(node) -> str:
    return node["@id"].removeprefix("schema:")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
