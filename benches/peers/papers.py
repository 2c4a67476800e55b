"""The invented documents, as every generator can read them.

Their front matter is cut down to title, date and topics, since that is what all have; a text
keeps all it has but the heading that repeats the title. Dates are whole days, because no
other generator knows others, and topics are the same words in every language.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

LINK = re.compile(r"\]\(\.\./(\d+)/(d\d+)\.md#p1\)")
DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\dX])")


@dataclass
class Paper:
    """A document: its name in addresses, its front matter, its text."""

    name: str
    title: str
    day: str | None
    topics: list[str]
    text: str

    def year(self) -> list[str]:
        """The year as a list of one; of none where there is no date."""
        return [self.day[:4]] if self.day else []

    def linking(self, target: str) -> str:
        """The text with its links to other documents in this form, with NAME in it."""
        return LINK.sub(lambda m: f"]({target.replace('NAME', f'{m[1]}-{m[2]}')})", self.text)


def papers(invented: Path):
    """All documents of an invented archive, in order of their names, one at a time."""
    slugs = topic_slugs(invented / "content/topics.toml")
    content = invented / "content"
    for path in sorted(content.glob("[0-9]*/*.md")):
        yield paper(path, slugs)


def paper(path: Path, slugs: dict[str, str]) -> Paper:
    _, front, text = path.read_text("utf-8").split("---\n", 2)
    said = dict(re.findall(r"^(title|date|topics): (.*)$", front, re.MULTILINE))
    topics = [slugs.get(name, slug(name)) for name in said["topics"].strip("[]").split(", ")]
    name = f"{path.parent.name}-{path.stem.replace('.', '-')}"
    return Paper(name, plain(said["title"]), day(said.get("date")), sorted(set(topics)), bare(text))


def plain(title: str) -> str:
    """Quotation marks would have to be written in a different way for each."""
    return title.replace("\\", "").replace('"', "")


def day(date: str | None) -> str | None:
    """A month or a year as its first day; nothing where not even the year is known."""
    known = DATE.match(date or "")
    return "-".join(part or "01" for part in known.groups()) if known else None


def bare(text: str) -> str:
    """The text without the heading; its note is called for by the next paragraph.

    Braces are the beginning of a command to some generators.
    """
    _, rest = text.lstrip().split("\n\n", 1)
    first, rest = rest.split("\n\n", 1)
    return f"{first}[^1]\n\n{rest}".replace("{", "(").replace("}", ")")


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def topic_slugs(path: Path) -> dict[str, str]:
    """From a topic's name in another language to its name in addresses."""
    topics = tomllib.loads(path.read_text("utf-8"))
    return {label: name for name, topic in topics.items() for label in topic["label"].values()}
