"""What an editor corrects: found by words or id, carried out on a record and a digest, both values kept."""

from pathlib import Path

import pytest

from policy_digest.lexicon import load
from tests.corrected import Made, corrected, refused


def edits(made: Made) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(e.action, e.field, e.was, e.now) for e in made.told.digest.edits]


def lines(made: Made, section: int) -> list[str]:
    return [item.text.zh for item in made.told.sections[section].bullets]


# ---------------------------------------------------------------- observations


def test_a_corrected_status_is_that_of_the_figure(tmp_path: Path) -> None:
    made = corrected(tmp_path, "change: observation\nwords: 84.6亿元\nset: {nature: actual}")

    assert (made.one("84.6亿元").nature, made.one("84.6亿元").obs_status) == ("actual", "A")


def test_a_corrected_value_is_shown_in_both_languages_and_the_printed_one_is_kept(tmp_path: Path) -> None:
    made = corrected(tmp_path, "change: observation\nwords: 84.6亿元\nset: {value: 85.1亿元}")
    figure = made.one("84.6亿元")

    assert (f"{figure.obs_value:f}", *made.value("84.6亿元")) == ("8510000000", "85.1亿元", "CNY 8.51 billion")


def test_the_words_of_a_corrected_figure_are_those_of_the_text(tmp_path: Path) -> None:
    made = corrected(tmp_path, "change: observation\nwords: 84.6亿元\nset: {value: 85.1亿元}")
    figure, text = made.one("84.6亿元"), made.told.digest.record.article.source.text

    assert text[figure.start : figure.end] == figure.as_printed


def test_both_values_of_a_correction_stay_with_the_record(tmp_path: Path) -> None:
    made = corrected(tmp_path, "change: observation\nwords: 84.6亿元\nset: {value: 85.1亿元}")
    record = made.told.digest.record

    assert [f"{o.obs_value:f}" for o in record.as_read] == ["8460000000"]
    assert edits(made) == [("change", "value", "84.6亿元", "85.1亿元")]


@pytest.mark.parametrize(
    ("value", "number", "shown"),
    [
        ("4.8%", "4.8", "+4.8%"),
        ("-4.8%", "-4.8", "\u22124.8%"),
        ("4.8", "4.8", "+4.8"),
    ],
)
def test_a_corrected_rate_keeps_its_sign_unless_another_is_written(
    tmp_path: Path, value: str, number: str, shown: str
) -> None:
    made = corrected(tmp_path, f"change: observation\nwords: 5.2%\nset: {{value: '{value}'}}")

    assert (str(made.one("5.2%").obs_value), made.value("5.2%")[0]) == (number, shown)


def test_a_fall_that_a_correction_states_is_a_fall(tmp_path: Path) -> None:
    made = corrected(tmp_path, "change: observation\nwords: 5.2%\nset: {value: -4.8%}")
    change = made.one("5.2%").change

    assert change is not None
    assert change.direction == "down"


def test_a_stated_value_is_bounded_by_no_word_at_the_printed_one(tmp_path: Path) -> None:
    article = "# 青禾镇2024年工作总结\n\n## 一、民生\n\n2024年，青禾镇帮助近2000人就业。\n"
    made = corrected(tmp_path, "change: observation\nwords: 2000人\nset: {value: 2100人}", article=article)

    assert (made.one("2000人").bound, made.value("2000人")) == ("eq", ("2100人", "2,100 people"))


@pytest.mark.parametrize(
    ("field", "value"),
    [("time_period", "2023"), ("ref_area", "云溪镇"), ("bound", "approx"), ("kind", "count"), ("nature", "target")],
)
def test_each_plain_field_of_a_figure_may_be_set(tmp_path: Path, field: str, value: str) -> None:
    made = corrected(tmp_path, f"change: observation\nwords: 3.6万吨\nset: {{{field}: {value}}}")

    assert getattr(made.one("3.6万吨"), field) == value


def test_a_name_that_the_catalogue_knows_is_its_indicator(tmp_path: Path) -> None:
    made = corrected(tmp_path, "rename: observation\nwords: 3.6万吨\nto: 蔬菜总产量")
    name, entry = made.one("3.6万吨").indicator, load().names.find("蔬菜总产量", "t")

    assert entry is not None
    assert (name.name_zh, name.id, name.name_en) == ("蔬菜总产量", entry.id, entry.name_en)


def test_a_name_that_the_catalogue_does_not_know_has_no_indicator(tmp_path: Path) -> None:
    made = corrected(tmp_path, "rename: observation\nwords: 3.6万吨\nto: 青禾香米产量")

    assert made.one("3.6万吨").indicator.id is None


def test_a_hidden_figure_is_in_no_row_and_stays_with_the_record(tmp_path: Path) -> None:
    made = corrected(tmp_path, "hide: observation\nwords: 2000人")
    marks = {mark.figure for section in made.told.sections for row in section.rows for mark in row.marks}

    assert ("2000人" in marks, [o.as_printed for o in made.told.digest.record.as_read]) == (False, ["2000人"])


def test_words_that_only_mentions_of_one_fact_have_correct_all_of_them(tmp_path: Path) -> None:
    made = corrected(tmp_path, "change: observation\nwords: 9.15亿元\nset: {nature: expected}")

    assert [o.nature for o in made.observations if o.as_printed == "9.15亿元"] == ["expected", "expected"]


def test_a_quotation_corrects_one_mention_which_then_tells_a_fact_of_its_own(tmp_path: Path) -> None:
    correction = "change: observation\nwords: 9.15亿元\nin: 全镇完成税收9.15亿元\nset: {nature: expected}"
    made = corrected(tmp_path, correction)
    first, second = made.one("9.15亿元"), made.one("9.15亿元", 1)

    assert (first.nature, second.nature, first.fact == second.fact) == ("actual", "expected", False)


@pytest.mark.parametrize("which", ["id", "fact"])
def test_a_figure_is_found_by_its_id_and_by_that_of_its_row(tmp_path: Path, which: str) -> None:
    known = getattr(corrected(tmp_path).one("1200人次"), which)

    made = corrected(tmp_path, f"change: observation\nid: {known}\nset: {{nature: target}}")

    assert made.one("1200人次").nature == "target"


def test_a_quotation_finds_its_figure_over_the_lines_of_a_layout(tmp_path: Path) -> None:
    article = "# 青禾镇2024年工作总结\n\n## 一、经济\n\n2024年，青禾镇完成工业总产值\n84.6亿元，同比增长5.2%。\n"
    correction = "change: observation\nwords: 84.6亿元\nin: 完成工业总产值84.6亿元\nset: {nature: target}"

    assert corrected(tmp_path, correction, article=article).one("84.6亿元").nature == "target"


def test_a_figure_that_was_not_read_is_added_at_its_words(tmp_path: Path) -> None:
    article = "# 青禾镇2024年工作总结\n\n## 一、经济\n\n2024年，青禾镇完成税收9.15亿元，推行11311工作法。\n"
    correction = "add: observation\nwords: 11311\nset: {indicator: 走访次数, nature: actual, value: 11311次}"
    figure = corrected(tmp_path, correction, article=article).one("11311")

    assert (figure.indicator.name_zh, figure.unit_zh, str(figure.obs_value), figure.time_period, figure.rule) == (
        "走访次数",
        "次",
        "11311",
        "2024",
        "editor",
    )


def test_an_added_figure_has_a_row_of_its_own(tmp_path: Path) -> None:
    article = "# 青禾镇2024年工作总结\n\n## 一、经济\n\n2024年，青禾镇完成税收9.15亿元，推行11311工作法。\n"
    correction = "add: observation\nwords: 11311\nset: {indicator: 走访次数, nature: actual, value: 11311次}"

    assert corrected(tmp_path, correction, article=article).value("11311") == ("11311次", "11,311 times")


def test_a_commitment_does_not_lead_to_a_hidden_target(tmp_path: Path) -> None:
    article = "# 青禾镇2024年工作总结\n\n## 一、下一步打算\n\n2025年，青禾镇将建成高标准农田4.02万亩。\n"
    before = corrected(tmp_path, article=article).told.digest.record.commitments
    after = corrected(tmp_path, "hide: observation\nwords: 4.02万亩", article=article).told.digest.record.commitments

    assert ([c.target is None for c in before], [c.target for c in after]) == ([False], [None])


def test_a_correction_that_the_program_has_caught_up_with_is_not_shown(tmp_path: Path) -> None:
    made = corrected(tmp_path, "change: observation\nwords: 3.6万吨\nset: {nature: actual}")

    assert (len(made.told.digest.edits), made.told.edits) == (1, ())


# ---------------------------------------------------------------- programmes, sections


def test_a_programme_is_added_with_every_sentence_that_names_it(tmp_path: Path) -> None:
    made = corrected(tmp_path, "add: programme\nwords: 清河夜话\nset: {kind: brand}")
    added = made.told.digest.record.programmes[-1]
    sentences = {s.id: s.text for section in made.told.digest.record.article.sections for s in section.sentences}

    assert (added.name_zh, added.kind, [sentences[s] for s in added.sentences]) == (
        "清河夜话",
        "brand",
        ["云溪村开展清河夜话活动，收集意见三十二条。"],
    )


@pytest.mark.parametrize(
    ("correction", "programmes"),
    [
        ("rename: programme\nwords: 田间课堂\nto: 田间大课堂", [("田间大课堂", "method")]),
        ("change: programme\nwords: “田间课堂”工作法\nset: {kind: brand}", [("“田间课堂”工作法", "brand")]),
        ("hide: programme\nwords: 田间课堂", []),
    ],
    ids=["renamed", "of another kind", "hidden"],
)
def test_a_programme_is_corrected(tmp_path: Path, correction: str, programmes: list[tuple[str, str]]) -> None:
    found = corrected(tmp_path, correction).told.digest.record.programmes

    assert [(p.name_zh, p.kind) for p in found] == programmes


@pytest.mark.parametrize(
    "action",
    [
        "rename: section\nwords: 乡村振兴\nto: 乡村全面振兴",
        "change: section\nwords: 二、乡村振兴\nset: {heading: 乡村全面振兴}",
    ],
)
def test_a_heading_is_corrected_and_its_address_stays(tmp_path: Path, action: str) -> None:
    before = corrected(tmp_path).told.sections[1]
    after = corrected(tmp_path, action).told.sections[1]

    assert (after.id, after.heading.zh if after.heading else "") == (before.id, "乡村全面振兴")


def test_a_hidden_section_takes_what_stands_in_it_along(tmp_path: Path) -> None:
    made = corrected(tmp_path, "hide: section\nwords: 乡村振兴")
    record = made.told.digest.record

    assert ([s.heading for s in record.article.sections], [o.as_printed for o in made.observations]) == (
        ["经济运行", "民生保障"],
        ["84.6亿元", "5.2%", "9.15亿元", "15家", "2000人"],
    )
    assert (record.programmes, len(record.as_read)) == ((), 6)


# ---------------------------------------------------------------- bullets, gaps


def test_a_changed_bullet_is_changed_wherever_it_stands(tmp_path: Path) -> None:
    made = corrected(tmp_path, "change: bullet\nwords: 全镇新增企业15家，带动就业2000人。\nset: {text: 新增企业15家。}")

    assert "新增企业15家。" in lines(made, 0)
    assert "新增企业15家。" in [item.text.zh for item in made.told.in_brief]


def test_a_hidden_bullet_is_gone(tmp_path: Path) -> None:
    made = corrected(tmp_path, "hide: bullet\nwords: 全镇新增企业15家，带动就业2000人。")

    assert "全镇新增企业15家，带动就业2000人。" not in [*lines(made, 0), *(item.text.zh for item in made.told.in_brief)]


def test_an_added_bullet_stands_in_its_section_at_its_place(tmp_path: Path) -> None:
    made = corrected(tmp_path, "add: bullet\nwords: 收集意见三十二条")

    assert "收集意见三十二条" in lines(made, 1)


@pytest.mark.parametrize("text", ["税收9.16亿元。", "税收九亿元。"])
def test_a_bullet_has_no_figure_that_its_sentences_lack(tmp_path: Path, text: str) -> None:
    figure = text.removeprefix("税收").removesuffix("元。")
    (fault,) = refused(tmp_path, f"change: bullet\nwords: 完成税收9.15亿元。\nset: {{text: {text}}}")

    assert fault == (
        "qinghe.yml",
        3,
        f"the figure {figure} in a bullet",
        "only figures of the sentences that it cites",
    )


def gaps(made: Made) -> list[tuple[str, str | None]]:
    return [(gap.text.zh, gap.text.en) for gap in (*made.told.gaps, *(g for s in made.told.sections for g in s.gaps))]


def test_a_gap_is_hidden_by_its_words(tmp_path: Path) -> None:
    made = corrected(tmp_path, "hide: gap\nwords: 原文没有署名。")

    assert "原文没有署名。" not in [zh for zh, _ in gaps(made)]


def test_a_gap_is_told_in_an_editors_words(tmp_path: Path) -> None:
    made = corrected(
        tmp_path,
        "change: gap\nwords: 原文没有署名。\nset: {text: 署名在报纸版面上。, text_en: The byline is on the page.}",
    )

    assert ("署名在报纸版面上。", "The byline is on the page.") in gaps(made)


def test_a_gap_is_added_where_its_words_stand(tmp_path: Path) -> None:
    made = corrected(tmp_path, "add: gap\nwords: 收集意见三十二条\nset: {text: 没有说明如何办理。}")

    assert [gap.text.zh for gap in made.told.sections[1].gaps] == ["没有说明如何办理。"]


def test_a_gap_of_the_whole_article_needs_no_words(tmp_path: Path) -> None:
    article = "# 青禾镇2024年工作总结\n\n青禾镇人民政府\n\n2024年，青禾镇完成税收9.15亿元。\n"
    made = corrected(tmp_path, "add: gap\nset: {kind: no-title}", article=article)

    assert "原文没有标题。" in [gap.text.zh for gap in made.told.gaps]


# ---------------------------------------------------------------- faults


def test_vanished_words_are_told_with_the_nearest_and_its_line(tmp_path: Path) -> None:
    correction = "change: observation\nwords: 84.6亿元\nin: 预计完成工业产值84.6亿元\nset: {nature: actual}"

    assert refused(tmp_path, correction) == [
        (
            "qinghe.yml",
            3,
            "'预计完成工业产值84.6亿元', which the text does not have",
            "words of qinghe.txt; the nearest are '青禾镇预计完成工业总产值84.6亿元' (qinghe.txt:5)",
        )
    ]


@pytest.mark.parametrize(
    ("correction", "found", "expected"),
    [
        (
            "hide: programme\nwords: 田间学堂",
            "'田间学堂', which no programme of the article has",
            "the words of a programme; the nearest is '“田间课堂”工作法' (qinghe.txt:9)",
        ),
        (
            "rename: section\nwords: 乡村复兴\nto: 乡村全面振兴",
            "'乡村复兴', which no section of the article has",
            "the words of a section; the nearest is '乡村振兴' (qinghe.txt:7)",
        ),
        (
            "hide: bullet\nwords: 完成税收9.25亿元。",
            "'完成税收9.25亿元。', which no bullet of the article has",
            "the words of a bullet; the nearest is '完成税收9.15亿元。' (qinghe.txt:5)",
        ),
        (
            "hide: gap\nwords: 原文没写署名。",
            "'原文没写署名。', which no gap of the article has",
            "the words of a gap; the nearest is '原文没有署名。' (the whole article)",
        ),
        (
            "add: programme\nwords: 清河夜谈会\nset: {kind: brand}",
            "'清河夜谈会', which the text does not have",
            "words of qinghe.txt; the nearest are '云溪村开展清河夜话活动' (qinghe.txt:10)",
        ),
    ],
    ids=["programme", "section", "bullet", "gap", "added words"],
)
def test_each_target_that_is_gone_is_told_with_the_nearest(
    tmp_path: Path, correction: str, found: str, expected: str
) -> None:
    assert refused(tmp_path, correction) == [("qinghe.yml", 3, found, expected)]


def test_words_that_several_figures_have_are_told_with_all_of_them(tmp_path: Path) -> None:
    first, second = (corrected(tmp_path).one("15家", number) for number in (0, 1))

    ((_, line, found, expected),) = refused(tmp_path, "hide: observation\nwords: 15家")

    assert (line, found) == (3, "'15家', which 2 observations of the text have")
    assert f"{first.id} (qinghe.txt:5: {first.indicator.name_zh} 15家)" in expected
    assert f"{second.id} (qinghe.txt:10: {second.indicator.name_zh} 15家)" in expected


@pytest.mark.parametrize("target", ["observation", "bullet", "programme", "section", "gap"])
def test_an_id_that_is_gone_is_told(tmp_path: Path, target: str) -> None:
    ((_, line, found, _),) = refused(tmp_path, f"hide: {target}\nid: o-0000000000")

    assert (line, found) == (3, f"the id 'o-0000000000', which no {target} of the article has")


def test_an_id_that_is_gone_is_told_with_what_is_nearest_to_its_words(tmp_path: Path) -> None:
    correction = "hide: observation\nid: o-0000000000\nwords: 84.6亿元\nin: 完成工业产值84.6亿元"

    ((_, _, _, expected),) = refused(tmp_path, correction)

    nearest = "the nearest to '完成工业产值84.6亿元' is '青禾镇预计完成工业总产值84.6亿元' (qinghe.txt:5)"
    assert expected == f"an id that the record has (extract prints it), or the 'words'; {nearest}"


def test_headings_that_are_alike_are_told_apart_by_what_stands_under_them(tmp_path: Path) -> None:
    article = "# 青禾镇2024年工作总结\n\n## 措施\n\n2024年，青禾镇完成税收9.15亿元。\n\n## 措施\n\n全镇新增企业15家。\n"
    made = corrected(tmp_path, "rename: section\nwords: 措施\nin: 新增企业15家\nto: 招商措施", article=article)

    assert [s.heading.zh for s in made.told.sections if s.heading] == ["措施", "招商措施"]


def test_headings_that_are_alike_are_not_taken_for_one(tmp_path: Path) -> None:
    article = "# 青禾镇2024年工作总结\n\n## 措施\n\n2024年，青禾镇完成税收9.15亿元。\n\n## 措施\n\n全镇新增企业15家。\n"

    ((_, line, found, _),) = refused(tmp_path, "rename: section\nwords: 措施\nto: 招商措施", article=article)

    assert (line, found) == (3, "'措施', which 2 sections of the text have")


def test_a_gap_is_found_by_the_heading_it_stands_under_even_a_renamed_one(tmp_path: Path) -> None:
    made = corrected(
        tmp_path,
        "rename: section\nwords: 民生保障\nto: 民生福祉",
        "hide: gap\nwords: 原文此节只有标题，没有正文。\nin: 民生保障",
    )

    assert [gap.text.zh for section in made.told.sections for gap in section.gaps] == []


def test_an_id_whose_words_are_others_by_now_is_told(tmp_path: Path) -> None:
    known = corrected(tmp_path).one("84.6亿元").id

    ((_, line, found, _),) = refused(tmp_path, f"hide: observation\nid: {known}\nwords: 84.7亿元")

    assert (line, found) == (3, "'84.7亿元'")


def test_what_was_read_is_not_added_again(tmp_path: Path) -> None:
    known = corrected(tmp_path).one("84.6亿元").id
    correction = "add: observation\nwords: 84.6亿元\nset: {indicator: 产值, nature: actual}"

    ((_, _, found, expected),) = refused(tmp_path, correction)

    assert (found, expected) == (
        f"'84.6亿元', which was read as '84.6亿元' ({known})",
        "a figure that was not read, or 'change: observation'",
    )


@pytest.mark.parametrize(
    ("correction", "found"),
    [
        ("change: observation\nwords: 3.6万吨\nset: {value: 很多}", "'很多' for 'value'"),
        ("change: programme\nwords: 田间课堂\nset: {kind: game}", "'game' for 'kind'"),
        ("change: gap\nwords: 原文没有署名。\nset: {kind: game}", "'game' for 'kind'"),
        ("add: gap\nset: {kind: heading-only}", "a gap of kind 'heading-only' without 'words'"),
        ("add: gap\nwords: 云溪村\nset: {kind: noted}", "a gap of kind 'noted' without 'text'"),
        (
            "add: programme\nwords: 田间课堂\nset: {kind: brand}",
            "'田间课堂', which is a programme of the article already",
        ),
        ("add: bullet\nwords: 全镇", "'全镇', which stands in 2 places of the text"),
        ("hide: observation\nwords: 云溪村", "'云溪村', where no such figure was read"),
    ],
)
def test_what_cannot_be_corrected_so_is_told(tmp_path: Path, correction: str, found: str) -> None:
    assert [(line, told) for _, line, told, _ in refused(tmp_path, correction)] == [(3, found)]


def test_a_field_is_corrected_once(tmp_path: Path) -> None:
    twice = ["change: observation\nwords: 3.6万吨\nset: {nature: target}"] * 2

    ((_, line, found, _),) = refused(tmp_path, *twice)

    assert (line, found) == (9, "what line 3 corrects already ('nature')")


def test_all_corrections_that_fail_are_told_at_once(tmp_path: Path) -> None:
    told = refused(tmp_path, "hide: observation\nwords: 99亿元", "hide: programme\nwords: 清晨读书会")

    assert [line for _, line, _, _ in told] == [3, 8]


def test_a_gap_is_hidden_by_the_words_that_it_is_about(tmp_path: Path) -> None:
    text = "# 青禾镇2024年工作总结\n\n青禾镇不断提升办结率、满意率。\n"

    made = corrected(tmp_path, "hide: gap\nwords: 满意率", article=text)

    assert [gap.quote.zh for section in made.told.sections for gap in section.gaps if gap.quote] == ["办结率"]


def test_what_is_wrong_with_figures_and_with_bullets_is_told_at_once(tmp_path: Path) -> None:
    faults = refused(tmp_path, "hide: observation\nwords: 84.7亿元", "hide: bullet\nwords: 没有这一条要点。")

    assert [(line, found.split("'")[1]) for _, line, found, _ in faults] == [(3, "84.7亿元"), (8, "没有这一条要点。")]


def test_a_hidden_gap_keeps_what_it_said_and_of_which_words(tmp_path: Path) -> None:
    text = "# 青禾镇2024年工作总结\n\n青禾镇不断提升办结率、满意率。\n"

    made = corrected(tmp_path, "hide: gap\nwords: 满意率", article=text)

    (entry,) = made.told.edits
    assert (entry.what.zh, entry.was and entry.was.zh, entry.now) == ("满意率", "原文提到，没有给出数值。", None)
