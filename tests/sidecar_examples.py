"""Sidecars that are well formed and that are not, for the reader and for the JSON Schema alike."""

SIGNED = "  by: 李一\n  date: 2026-11-02\n  why: 统计公报已公布\n"


def one(words: str, signed: str = SIGNED) -> str:
    """A sidecar with one correction, signed."""
    first, *others = words.splitlines()
    return "corrections:\n" + "\n".join([f"- {first}", *(f"  {line}" for line in others)]) + f"\n{signed}"


VALID = {
    "nothing": "",
    "comments": "# 无\n",
    "metadata": "slug: qinghe-2024\ntitle: 青禾镇2024年工作总结\ntime_period: 2024\nauthors: [李一]\n",
    "period of months": "time_period: 2024-01/2024-11\n",
    "open period": "time_period: 2024-10/..\n",
    "leap day": "date_published: 2024-02-29\n",
    "no corrections": "corrections: []\n",
    "value": one(
        "change: observation\nwords: 84.6亿元\nin: 工业总产值84.6亿元\nset: {value: 85.1亿元, nature: actual}"
    ),
    "bare number": one("change: observation\nwords: 15\nset: {value: 16}"),
    "period": one("change: observation\nid: o-0123456789\nset: {time_period: 2020, ref_area: 青禾镇, bound: ge}"),
    "kind": one("change: observation\nwords: 15家\nset: {kind: count, indicator: 新增企业数}"),
    "bullet": one("change: bullet\nwords: 完成税收9.15亿元。\nset: {text: 税收9.15亿元。}"),
    "programme": one("change: programme\nwords: 田间课堂\nset: {name: 田间大课堂, kind: brand}"),
    "section": one("change: section\nwords: 乡村振兴\nset: {heading: 乡村全面振兴, deck: 综述}"),
    "gap": one("change: gap\nwords: 原文没有署名。\nset: {text: 署名在版面上。, text_en: The byline is on the page.}"),
    "hidden figure": one("hide: observation\nid: o-0123456789"),
    "hidden bullet": one("hide: bullet\nwords: 完成税收9.15亿元。"),
    "hidden programme": one("hide: programme\nwords: 田间课堂"),
    "hidden section": one("hide: section\nid: h-0123456789\nwords: 乡村振兴"),
    "hidden gap": one("hide: gap\nwords: 原文没有署名。"),
    "renamed figure": one("rename: observation\nwords: 9.15亿元\nto: 一般公共预算收入"),
    "renamed programme": one("rename: programme\nwords: 田间课堂\nto: 田间大课堂"),
    "renamed section": one("rename: section\nwords: 乡村振兴\nto: 乡村全面振兴"),
    "added figure": one("add: observation\nwords: 11311\nset: {indicator: 走访次数, nature: actual, value: 11311次}"),
    "added bullet": one("add: bullet\nwords: 收集意见三十二条"),
    "added programme": one("add: programme\nwords: 清河夜话\nin: 开展清河夜话活动\nset: {kind: brand}"),
    "added gap": one("add: gap\nwords: 收集意见三十二条\nset: {text: 没有说明如何办理。}"),
    "added gap of the whole": one("add: gap\nset: {kind: no-source}"),
    "long reason": one(
        "hide: gap\nwords: 原文没有署名。", "  by: 李一\n  date: 2026-11-02\n  why: >\n    署名见版面，\n    已核对。\n"
    ),
}
"""Well formed, by what each shows."""

FAULTY = {
    "unknown key": ("titel: 青禾镇\n", [(1, "unknown key 'titel'")]),
    "no day": ("date_published: 2023-02-29\n", [(1, "'2023-02-29' for 'date_published'")]),
    "no period": ("time_period: 2024年\n", [(1, "'2024年' for 'time_period'")]),
    "no address": ("source_url: ftp://example.org\n", [(1, "'ftp://example.org' for 'source_url'")]),
    "no slug": ("slug: Qinghe 2024\n", [(1, "'Qinghe 2024' for 'slug'")]),
    "no text": ("title: [青禾镇]\n", [(1, "a list for 'title'")]),
    "corrections that are no list": ("corrections: none\n", [(1, "the text 'none' for 'corrections'")]),
    "a correction that is none": ("corrections:\n- 84.6亿元\n", [(2, "the text '84.6亿元' among the corrections")]),
    "no action": (one("words: 84.6亿元"), [(2, "a correction with no action")]),
    "two actions": (
        one("hide: observation\nadd: observation\nwords: 84.6亿元"),
        [(2, "a correction with 'hide' and 'add'")],
    ),
    "unknown target": (one("hide: figure\nwords: 84.6亿元"), [(2, "'figure' for 'hide'")]),
    "an added section": (one("add: section\nwords: 乡村振兴"), [(2, "'section' for 'add'")]),
    "a renamed gap": (one("rename: gap\nwords: 原文没有署名。\nto: 署名"), [(2, "'gap' for 'rename'")]),
    "unsigned": (
        one("hide: observation\nwords: 84.6亿元", ""),
        [
            (2, "a correction without 'by'"),
            (2, "a correction without 'date'"),
            (2, "a correction without 'why'"),
        ],
    ),
    "a date that is no day": (
        one("hide: observation\nwords: 84.6亿元", "  by: 李一\n  date: 2026-11\n  why: 重复\n"),
        [(5, "'2026-11' for 'date'")],
    ),
    "an empty reason": (
        one("hide: observation\nwords: 84.6亿元", "  by: 李一\n  date: 2026-11-02\n  why:\n"),
        [(6, "nothing for 'why'")],
    ),
    "nothing addressed": (one("hide: observation"), [(2, "a correction without 'id' or 'words'")]),
    "a place alone": (
        one("hide: observation\nid: o-1\nin: 工业总产值84.6亿元"),
        [(4, "'in' without 'words'")],
    ),
    "an unknown field": (
        one("change: observation\nwords: 84.6亿元\nset: {unit: 亿元}"),
        [(4, "unknown key 'unit'")],
    ),
    "a field of another target": (
        one("change: bullet\nwords: 完成税收9.15亿元。\nset: {nature: actual}"),
        [(4, "unknown key 'nature'")],
    ),
    "an unknown status": (
        one("change: observation\nwords: 84.6亿元\nset: {nature: done}"),
        [(4, "'done' for 'nature'")],
    ),
    "an unknown bound": (
        one("change: observation\nwords: 84.6亿元\nset: {bound: range}"),
        [(4, "'range' for 'bound'")],
    ),
    "nothing set": (one("change: observation\nwords: 84.6亿元\nset: {}"), [(4, "keys and values for 'set'")]),
    "no set": (one("change: observation\nwords: 84.6亿元"), [(2, "a correction without 'set'")]),
    "no name": (one("rename: observation\nwords: 84.6亿元"), [(2, "a correction without 'to'")]),
    "an added figure without a name": (
        one("add: observation\nwords: 84.6亿元\nset: {nature: actual}"),
        [(4, "'set' without 'indicator'")],
    ),
    "an added figure with an id": (
        one("add: observation\nid: o-1\nwords: 84.6亿元\nset: {nature: actual, indicator: 产值}"),
        [(3, "unknown key 'id'")],
    ),
    "an English gap alone": (
        one("change: gap\nwords: 原文没有署名。\nset: {text_en: No byline.}"),
        [(4, "'set' without 'text'")],
    ),
    "something hidden and set": (
        one("hide: observation\nwords: 84.6亿元\nset: {nature: actual}"),
        [(4, "unknown key 'set'")],
    ),
    "a truth value": (one("hide: observation\nwords: yes"), [(3, "the truth value 'yes' for 'words'")]),
}
"""Not well formed: the text, and each fault's line and what was found."""
