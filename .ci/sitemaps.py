"""Holds a site's sitemaps against the schema of the sitemap protocol.

Usage: sitemaps.py FOLDER, in an environment that has `xmlschema`; the schema itself is
that of the package `sitemap`, among those of the browser tests.
"""

import io
import sys
from pathlib import Path

import xmlschema

SCHEMA = Path("tests/browser/node_modules/sitemap/schema/sitemap.xsd")
# The protocol lets other vocabularies in where their own schema knows the element. Of
# XHTML's only the link to another language is used.
LINK = """<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="http://www.w3.org/1999/xhtml">
  <xs:element name="link">
    <xs:complexType>
      <xs:attribute name="rel" use="required" fixed="alternate"/>
      <xs:attribute name="hreflang" use="required" type="xs:NMTOKEN"/>
      <xs:attribute name="href" use="required" type="xs:anyURI"/>
    </xs:complexType>
  </xs:element>
</xs:schema>"""


def main(folder: Path) -> int:
    schema = xmlschema.XMLSchema([str(SCHEMA), io.StringIO(LINK)], use_fallback=False)
    # An index has a schema of its own; what it names is here as well.
    maps = [path for path in folder.glob("sitemap*.xml") if "<urlset" in start(path)]
    faults = 0
    for path in maps:
        for error in schema.iter_errors(str(path)):
            faults += 1
            print(f"{path}: {error.path}: {error.reason}")
    print(f"{len(maps)} sitemaps, {faults} faults")
    return 1 if faults or not maps else 0


def start(path: Path) -> str:
    with open(path, encoding="utf-8") as text:
        return text.read(1000)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
