"""An invented article with corrections beside it, taken through the real stages."""

from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

from policy_digest.errors import Fault
from policy_digest.model import BilingualDigest, Observation
from policy_digest.pipeline import gather_files
from tests.projects import ROOT

ARTICLE = """\
# 青禾镇2024年工作总结

## 一、经济运行

2024年，青禾镇预计完成工业总产值84.6亿元，同比增长5.2%。完成税收9.15亿元。全镇新增企业15家，带动就业2000人。

## 二、乡村振兴

建成高标准农田4.02万亩，粮食总产量达到3.6万吨。推行“田间课堂”工作法，培训农民1200人次。
云溪村开展清河夜话活动，收集意见三十二条。全镇完成税收9.15亿元，走访企业15家。

## 三、民生保障
"""
SIGNED = "by: 李一\ndate: 2026-11-02\nwhy: 统计公报已公布\n"


@dataclass(frozen=True, slots=True)
class Made:
    """What became of the article: its digest (None where it was refused) and the faults."""

    digest: BilingualDigest | None
    faults: tuple[Fault, ...]

    @property
    def told(self) -> BilingualDigest:
        """The digest; an error where there is none, with the faults."""
        assert self.digest is not None, self.faults
        return self.digest

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Its observations."""
        return self.told.digest.record.observations

    def one(self, printed: str, number: int = 0) -> Observation:
        """The observation that is printed so, the first or the one of that number."""
        return [o for o in self.observations if o.as_printed == printed][number]

    def value(self, printed: str) -> tuple[str, str | None]:
        """The value of a row in both languages, by its figure in the text."""
        rows = (row for section in self.told.sections for row in section.rows)
        return next((row.value.zh, row.value.en) for row in rows if row.marks[0].figure == printed)


def entry(words: str) -> str:
    """A correction as YAML: ``words``, signed."""
    lines = indent(f"{words.strip()}\n{SIGNED}", "    ")
    return f"  - {lines.lstrip()}"


def corrected(folder: Path, *entries: str, article: str = ARTICLE) -> Made:
    """The article with ``entries`` as its corrections, each signed here."""
    (folder / "qinghe.txt").write_text(article, encoding="utf-8")
    sidecar = "place: 青禾镇\n" + ("corrections:\n" + "".join(map(entry, entries)) if entries else "")
    (folder / "qinghe.yml").write_text(sidecar, encoding="utf-8")
    found, faults = gather_files([folder / "qinghe.txt"], ROOT / "i18n")
    return Made(next(iter(found.values()), None), faults)


def refused(folder: Path, *entries: str, article: str = ARTICLE) -> list[tuple[str, int, str, str]]:
    """The faults of the article with such corrections: file, line, found, expected (without the folder's name)."""
    made = corrected(folder, *entries, article=article)
    prefix = f"{folder.as_posix()}/"
    return [(Path(f.path).name, f.line, f.found, f.expected.replace(prefix, "")) for f in made.faults]
