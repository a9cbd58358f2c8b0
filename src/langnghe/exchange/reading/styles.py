"""What a .docx says beside its text: the font of a style, and the list marks that Word makes by itself."""

from dataclasses import dataclass, field

from lxml import etree

from langnghe.exchange.reading.blocks import Mark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {
    "decimal": "number", "decimalZero": "number", "lowerLetter": "letter", "upperLetter": "upper",
    "upperRoman": "roman", "lowerRoman": "letter", "bullet": "dash", "ordinal": "number", "cardinalText": "number",
}  # fmt: skip


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute of a WordprocessingML element."""
    return element.get(W + name) if element is not None else None


def font_of(properties: etree._Element | None) -> str | None:
    """Return the font that run properties name."""
    fonts = properties.find(W + "rFonts") if properties is not None else None
    if fonts is None:
        return None
    return value(fonts, "ascii") or value(fonts, "hAnsi") or value(fonts, "cs")


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Whether a yes-or-no property such as bold is on."""
    element = properties.find(W + name) if properties is not None else None
    return element is not None and value(element) not in ("0", "false", "none")


@dataclass(frozen=True)
class Style:
    """What a style gives to the paragraphs and runs that use it."""

    font: str | None = None
    list_id: str | None = None
    list_level: int = 0
    bold: bool = False
    titled: bool = False


class Styles:
    """The styles of a document, each with what it takes from the style it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        default_font = None
        if root is not None:
            self._elements = {value(style, "styleId") or "": style for style in root.iter(W + "style")}
            default_font = font_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
            for name, style in self._elements.items():
                if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                    self.default = name
        self._base = Style(font=default_font)

    def style(self, name: str | None, depth: int = 0) -> Style:
        """Return the style called `name`, or what holds without any."""
        if not name or name not in self._elements or depth > 12:
            return self._base
        if name not in self._known:
            self._known[name] = self._read(self._elements[name], depth)
        return self._known[name]

    def _read(self, element: etree._Element, depth: int) -> Style:
        base = self.style(value(element.find(W + "basedOn")), depth + 1)
        runs, paragraph = element.find(W + "rPr"), element.find(W + "pPr")
        numbering = paragraph.find(W + "numPr") if paragraph is not None else None
        title = (value(element.find(W + "name")) or "").lower()
        list_id, level = base.list_id, base.list_level
        if numbering is not None:
            list_id = value(numbering.find(W + "numId")) or list_id
            level = int(value(numbering.find(W + "ilvl")) or 0)
        is_title = title.startswith(("heading", "title")) and title != "title"
        return Style(font_of(runs) or base.font, list_id, level, is_on(runs, "b") or base.bold, is_title or base.titled)


@dataclass
class _Level:
    kind: str = "number"
    style: str = ""
    start: int = 1


@dataclass
class Lists:
    """The numbered and dotted lists of a document, counted in the order in which the paragraphs come."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: etree._Element | None) -> "Lists":
        """Return the lists that numbering.xml describes."""
        lists = cls()
        if root is None:
            return lists
        for abstract in root.iter(W + "abstractNum"):
            lists.levels[value(abstract, "abstractNumId") or ""] = {
                int(value(level, "ilvl") or 0): _level(level) for level in abstract.iter(W + "lvl")
            }
        for number in root.iter(W + "num"):
            name = value(number, "numId") or ""
            lists.numbers[name] = value(number.find(W + "abstractNumId")) or ""
            lists.starts[name] = {
                int(value(override, "ilvl") or 0): int(value(override.find(W + "startOverride")) or 1)
                for override in number.iter(W + "lvlOverride")
                if override.find(W + "startOverride") is not None
            }
        return lists

    def mark(self, list_id: str | None, depth: int) -> Mark | None:
        """Return the mark of the next paragraph of a list, and count it."""
        if not list_id or list_id == "0" or list_id not in self.numbers:
            return None
        abstract = self.numbers[list_id]
        level = self.levels.get(abstract, {}).get(depth, _Level())
        if level.kind == "none":
            return None
        overrides = self.starts.get(list_id, {})
        name = list_id if overrides else abstract
        counts = self.counts.setdefault(name, {})
        counts[depth] = counts.get(depth, overrides.get(depth, level.start) - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        counted = counts[depth] if level.kind in ("number", "letter", "upper", "roman") else None
        return Mark(level.kind, f"auto{depth}", counted)


def _level(element: etree._Element) -> _Level:
    form = value(element.find(W + "numFmt")) or "decimal"
    start = value(element.find(W + "start")) or "1"
    kind = "none" if form == "none" else _KINDS.get(form, "number")
    return _Level(kind, form, int(start) if start.isdigit() else 1)
