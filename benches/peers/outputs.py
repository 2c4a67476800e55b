"""Whether the generators made the same site: pages by kind, feed, sitemap, texts."""

import os
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

PAGE = "index.html"
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# What chancery alone adds to a text: numbers of paragraphs and items, notes beside their place.
ADDED = {"pn", "sn", "fnpop"}
# One generator has a heading above the notes, the others none.
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def kinds(site) -> Counter:
    """How many pages of each kind a site has, entries its feed, documents its sitemap."""
    patterns = {kind: re.compile(pattern) for kind, pattern in site.kinds.items()}
    found = Counter()
    for folder, _, files in os.walk(site.output):
        if PAGE not in files:
            continue
        address = f"{Path(folder).relative_to(site.output).as_posix()}/"
        for kind, pattern in patterns.items():
            found[kind] += bool(pattern.fullmatch(address))
    feed = (site.output / site.feed).read_text("utf-8")
    found["entries of the feed"] = len(re.findall(r"<(?:entry|item)>", feed))
    found["documents in the sitemap"] = sum(
        len(re.findall(r"<loc>[^<]*/documents/(?!page)[^/<]+/</loc>", path.read_text("utf-8")))
        for path in site.output.glob("sitemap*.xml")
    )
    return found


def texts(site, names: list[str]) -> list[tuple[str, list[str]]]:
    """The heading and the words of these documents, as readers see them."""
    return [shown(site.page(name)) for name in names]


def shown(page: str) -> tuple[str, list[str]]:
    reader = Reader()
    reader.feed(page)
    return " ".join("".join(reader.title).split()), re.findall(r"\w+", " ".join(reader.text))


def difference(one: list[str], other: list[str]) -> str | None:
    """The first place where words differ, with those before it."""
    for at, (word, others) in enumerate(zip_longest(one, other)):
        if word != others:
            return f"`{word}` where there is `{others}`, after {' '.join(one[max(at - 8, 0):at])}"
    return None


class Reader(HTMLParser):
    """Takes the first heading, and the paragraphs in the element of the class `text`."""

    def __init__(self):
        super().__init__()
        self.title, self.text = [], []
        # What is open where the reader is: for each element where its words go.
        self.open = [None]

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            classes = set((dict(attributes).get("class") or "").split())
            self.open.append(self.place(tag, classes))

    def place(self, tag, classes):
        if tag == "h1" and not self.title:
            return self.title
        if tag in HEADINGS or classes & ADDED:
            return None
        return self.text if "text" in classes else self.open[-1]

    def handle_endtag(self, tag):
        if tag not in VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data):
        if self.open[-1] is not None:
            self.open[-1].append(data)


def size(folder: Path) -> tuple[int, int]:
    """How many files a folder has, and their bytes."""
    files = total = 0
    for inner, _, names in os.walk(folder):
        files += len(names)
        total += sum(os.path.getsize(os.path.join(inner, name)) for name in names)
    return files, total


def changes(folder: Path) -> dict[str, int]:
    """When each file was last written."""
    return {
        os.path.join(inner, name): os.stat(os.path.join(inner, name)).st_mtime_ns
        for inner, _, names in os.walk(folder)
        for name in names
    }
