"""Holds an RO-Crate against the standard, by the validator of those who wrote it.

Usage: crate.py FOLDER, in an environment that has `rocrate` and `roc-validator`.
"""

import io
import json
import sys
import tempfile
from pathlib import Path

import requests
import rocrate
import urllib3
from requests_cache import CachedSession
from rocrate_validator import models, services

PROFILE = "ro-crate-1.2"
# Has a line for the crate itself, so the crate cannot know its size.
LIST = "manifest-sha256.txt"
# What a site's owner may leave unsaid; without a history nothing knows the day, and none
# is invented.
OPTIONAL = ["`publisher` property", "`datePublished` property"]
# And what settings have no key for: of its publisher an archive knows the name alone.
OPTIONAL += [
    "The organization SHOULD have a URL",
    "SHOULD have a ROR identifier",
    "contactPoint SHOULD reference",
    "SHOULD have a contactPoint property",
]


def main(folder: Path) -> int:
    with tempfile.TemporaryDirectory() as shelf:
        cache = Path(shelf) / "held"
        hold_context(cache)
        settings = services.ValidationSettings(
            rocrate_uri=folder,
            profile_identifier=PROFILE,
            requirement_severity=models.Severity.RECOMMENDED,
            offline=True,
            cache_path=cache,
        )
        result = services.validate(settings)
    faults = [text for issue in result.get_issues() if (text := told(issue))]
    sizes = wrong_sizes(folder)
    for fault in [*faults, *sizes]:
        print(fault)
    checks = len(result.executed_checks)
    print(f"{checks} checks, {len(faults)} faults, {len(sizes)} wrong sizes")
    return 1 if faults or sizes or not checks else 0


def told(issue) -> str | None:
    """What a finding says, unless it is one that cannot be helped."""
    is_size_of_list = issue.severity < models.Severity.REQUIRED and (
        issue.violatingEntity or ""
    ).endswith(LIST)
    if is_size_of_list or any(words in issue.message for words in OPTIONAL):
        print(f"left unsaid: {issue.message}")
        return None
    return f"{issue.check.identifier}: {issue.message} ({issue.violatingEntity})"


def hold_context(cache: Path) -> None:
    """Lets the validator read the standard's context without a network."""
    context = Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld"
    answer = requests.Response()
    answer.url = "https://w3id.org/ro/crate/1.2/context"
    answer.status_code = 200
    answer.headers["Content-Type"] = "application/ld+json"
    answer._content = context.read_bytes()
    answer.request = requests.Request("GET", answer.url).prepare()
    answer.raw = urllib3.HTTPResponse(body=io.BytesIO(), status=200, preload_content=False)
    CachedSession(cache_name=str(cache), backend="sqlite").cache.save_response(answer)


def wrong_sizes(folder: Path) -> list[str]:
    """Files of another size than the crate says."""
    graph = json.loads((folder / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    files = [node for node in graph if "File" in node["@type"] and node["@id"] != LIST]
    return [
        f"{node['@id']} is not of {node.get('contentSize')} bytes"
        for node in files
        if node.get("contentSize") != str((folder / node["@id"]).stat().st_size)
    ]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
