"""The stages joined: what is gathered, what is left out, and how faults are told."""

from pathlib import Path

import pytest

from policy_digest import pipeline
from policy_digest.collate import ledger_rows
from policy_digest.errors import Fault, FaultsError
from policy_digest.model import Article, Source
from policy_digest.pipeline import Gathered, Request, gather, gather_files
from policy_digest.publish import keep_ledger, keep_slugs
from policy_digest.read import read_slugs
from tests.generated import article, towns, write_articles
from tests.projects import ROOT

TOWNS = list(towns())


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    write_articles(tmp_path / "seeds", 3)
    return tmp_path / "seeds"


def request(seeds: Path, jobs: int = 1, site_url: str = "") -> Request:
    return Request(seeds, seeds.parent / "i18n", ROOT / "i18n", jobs=jobs, site_url=site_url)


def slugs(gathered: Gathered) -> list[str]:
    return sorted(digest.slug for digest in gathered.collection.digests)


def test_every_article_becomes_a_page_in_each_language_and_a_record(seeds: Path) -> None:
    gathered = gather(request(seeds))
    paths = {page.path for page in (*gathered.pages, *gathered.files)}
    wanted = {f"{language}/digests/{slug}.md" for language in ("zh", "en") for slug in slugs(gathered)}
    wanted |= {f"data/{slug}.json" for slug in slugs(gathered)}
    assert (len(slugs(gathered)), wanted - paths) == (3, set())


def test_a_published_slug_stays_whatever_the_article_says_now(seeds: Path) -> None:
    (seeds / "slugs.tsv").write_text("stem\tslug\n001\tonce-published\n", encoding="utf-8")
    gathered = gather(request(seeds))
    assert gathered.slugs["001"] == "once-published"


def recorded(seeds: Path) -> None:
    """Keep the slugs and values of all articles, as a build and ``record`` do."""
    gathered = gather(request(seeds))
    keep_slugs(seeds, gathered.kept, gathered.slugs)
    keep_ledger(seeds, ledger_rows(gathered.collection.digests))


@pytest.mark.parametrize("edit", ["", "\n另有新增的一句话。\n"], ids=["the same", "with a sentence more"])
def test_a_published_article_under_another_file_name_is_no_new_one(seeds: Path, edit: str) -> None:
    recorded(seeds)
    (seeds / "b.md").write_text((seeds / "001.md").read_text("utf-8") + edit, encoding="utf-8")
    (seeds / "001.md").unlink()
    with pytest.raises(FaultsError) as caught:
        gather(request(seeds))
    told = [(fault.path, fault.line, fault.found) for fault in caught.value.faults]
    assert told == [(str(seeds / "slugs.tsv"), 3, "the stem '001' without a file, and 'b' with the same text")]

    slugs = seeds / "slugs.tsv"
    rows = sorted(slugs.read_text("utf-8").replace("001\t", "b\t").splitlines()[1:])
    before = read_slugs(seeds)["001"]
    slugs.write_text("\n".join(["stem\tslug", *rows, ""]), encoding="utf-8")
    assert gather(request(seeds)).slugs["b"] == before


def test_another_article_in_the_place_of_a_published_one_is_a_new_one(seeds: Path) -> None:
    recorded(seeds)
    (seeds / "001.md").unlink()
    (seeds / "b.md").write_text(article(7, TOWNS[7]), encoding="utf-8")
    gathered = gather(request(seeds))
    assert ("b" in gathered.slugs, gathered.faults) == (True, ())


def test_a_published_article_whose_file_cannot_be_read_was_not_renamed(seeds: Path) -> None:
    recorded(seeds)
    (seeds / "b.md").write_bytes((seeds / "001.md").read_bytes())
    (seeds / "001.md").write_bytes(b"\x00\x01\x02")
    gathered = gather(request(seeds))
    assert ("b" in gathered.slugs, gathered.missing) == (True, ("001",))


def test_faults_of_several_articles_are_told_at_once_and_the_rest_is_gathered(seeds: Path) -> None:
    (seeds / "a.txt").touch()
    (seeds / "b.txt").write_bytes(b"\x00\x01\x02")
    gathered = gather(request(seeds))
    told = [fault.path for fault in gathered.faults]
    assert (sorted(set(told)), gathered.missing, len(slugs(gathered))) == (
        [str(seeds / "a.txt"), str(seeds / "b.txt")],
        ("a", "b"),
        3,
    )


def test_a_fault_found_while_reading_figures_leaves_the_other_articles_whole(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = pipeline.extract

    def fail_on_one(item: Article, words: object) -> object:
        if item.source.stem == "001":
            raise FaultsError([Fault(item.source.path, 3, "9 and 8", "one number")])
        return extract(item, words)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extract", fail_on_one)
    gathered = gather(request(seeds))
    assert (gathered.missing, [fault.line for fault in gathered.faults]) == (("001",), [3])


def test_what_all_articles_share_must_be_right_and_is_told_with_the_rest(seeds: Path) -> None:
    (seeds / "slugs.tsv").write_text("stem\tslug\n001\tNot A Slug\n", encoding="utf-8")
    (seeds / "a.txt").touch()
    with pytest.raises(FaultsError) as caught:
        gather(request(seeds))
    assert [Path(fault.path).name for fault in caught.value.faults] == ["a.txt", "slugs.tsv"]


def test_a_folder_without_articles_is_a_fault_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with pytest.raises(FaultsError, match=r"seeds: found no article, expected at least one"):
        gather(request(tmp_path / "seeds"))


def test_a_bug_in_a_stage_names_the_article_it_happened_on(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_source: Source, _words: object) -> Article:
        raise KeyError("no such section")

    monkeypatch.setattr(pipeline, "parse", fail)
    with pytest.raises(KeyError) as caught:
        gather(request(seeds))
    assert caught.value.__notes__ == [f"while reading {seeds / '000.md'}"]


def test_progress_is_told_from_none_to_all(seeds: Path) -> None:
    told: list[tuple[str, int, int]] = []
    gather(request(seeds), lambda *step: told.append(step))
    assert [step for step in told if step[0] == "parse"] == [("parse", done, 3) for done in range(4)]


def test_the_sitemap_has_the_address_that_the_site_will_have(seeds: Path) -> None:
    gathered = gather(request(seeds, site_url="https://example.org/policy-digest"))
    sitemap = next(page.body for page in gathered.files if page.path == "sitemap.xml")
    assert f"<loc>https://example.org/policy-digest/en/digests/{slugs(gathered)[0]}/</loc>" in sitemap


def test_the_lexicons_faults_are_told_for_all_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> object:
        raise FaultsError([Fault(f"{name}.tsv", 1, "x", "y")])

    pipeline.lexicon.load.cache_clear()
    monkeypatch.setattr(pipeline.lexicon.figures, "load", lambda: fail("units"))
    monkeypatch.setattr(pipeline.lexicon.terms, "load", lambda: fail("terms"))
    with pytest.raises(FaultsError) as caught:
        pipeline.load_lexicon()
    assert [fault.path for fault in caught.value.faults] == ["terms.tsv", "units.tsv"]


def test_an_english_title_with_another_year_is_a_fault_of_the_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article(7, TOWNS[0]), encoding="utf-8")
    (tmp_path / "a.yml").write_text("title: 青禾镇2024年工作总结\ntitle_en: Qinghe in 2023\n", encoding="utf-8")
    found, faults = gather_files([tmp_path / "a.txt"], ROOT / "i18n")
    told = "a translation without 2024 and with 2023: 'Qinghe in 2023'"
    expected = "the figures of '青禾镇2024年工作总结' and no others"
    assert (found, faults) == ({}, (Fault(str(tmp_path / "a.yml"), 2, told, expected),))


def test_single_files_come_in_the_order_given_wherever_they_lie(tmp_path: Path) -> None:
    files = [tmp_path / "b" / "two.md", tmp_path / "a" / "one.md", tmp_path / "b" / "three.md"]
    for number, path in enumerate(files):
        path.parent.mkdir(exist_ok=True)
        path.write_text(article(number, TOWNS[number]), encoding="utf-8")
    digests, faults = gather_files(files, ROOT / "i18n")
    assert (list(digests), faults) == (files, ())


def test_single_files_that_would_share_an_address_get_one_each(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(article(7, TOWNS[0]) + f"\n全镇有{len(name)}个村。\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(article(8, TOWNS[0]), encoding="utf-8")
    digests, _ = gather_files(sorted(tmp_path.glob("*.md")), ROOT / "i18n")
    assert len({digest.slug for digest in digests.values()}) == 2
