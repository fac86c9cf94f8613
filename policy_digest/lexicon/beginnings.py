"""Beginnings: with which characters the rules of the figures' tables begin; no rule is tried elsewhere."""

HANZI = "零〇一二两三四五六七八九十百千万亿"
"""Every character a Chinese numeral is made of."""

MASK_MARKS = rf"\s\dA-Za-z{HANZI}×*《〔\[(①-⑳“\"‘『「第每半首末双逾"
"""The characters with which a rule of ``masks.yml`` may begin whatever stands behind."""

_NUMERALS = rf"[\d{HANZI}]"
MASK_BEGINS = (
    *(rf"{mark}\s?\d" for mark in "图表注"),
    *(word + _NUMERALS for word in ("约", "近", "过", "超", "在", "达", "达到")),
    *("单[笔体户个项家台次位]", "日[产处]", "总[第装]", "装机", "年[产处加出]"),
    *("且", "并且", "同时", "上百", "数[十百]", "几[十百年]", "党的"),
    *(
        "短短",
        "长达",
        "历时",
        "为期",
        "连续",
        "不足",
        "超过",
        "高于",
        "突破",
        rf"破(?:{_NUMERALS}|[元亩吨人户%平])",
        "低于",
    ),
    *("超[元亩吨人户%平]", "最后", "榜首", "阅读"),
)
"""How else the rules of ``masks.yml`` begin; every other place in a text is passed over at once."""

PLAIN_FIGURE = (
    r"(?<![每前])\d{1,4}+(?:\.\d{1,9}+)?+[百千]?+[万亿]*+[余多]?+"
    r"(?:[元%个户人名家吨亩件座处项台株场]|人次|公里|公斤|平方米|个百分点)[,;。、]"
)
"""A number with a common unit that ends its clause: what no rule of ``masks.yml`` begins with."""

NATURE_BEGINS = (
    *("预[计期测估算]", "估计", "有望", "料将", "或将", "每年", "全[部年]", "建", "投", "达[产效]", "完[工成]", "竣工"),
    *("可[存出年达完实带新增提容创解]", "最[终后]", "已", "实际", "仅[完实建落到]", "只[完实建落到]"),
    *(
        "现[已有为]",
        "决算",
        "往年",
        "目[前标]",
        "截[至止]",
        "占",
        "力争",
        "确保",
        "争取",
        "努力",
        "奋斗",
        "拟",
        "计划",
        "原",
    ),
    *("明年", "来年", "今[年后]", "下[半一]", "准备", "打算", "年初", "本想", "规划", "要", "2", "即将", "将"),
    *(
        "接下来",
        "未来",
        ",(?:力争|[到至]|完成)",
        ":(?:力争|[到至])",
        ";(?:力争|[到至]|完成)",
        "。(?:力争|[到至])",
        "、(?:力争|[到至])",
    ),
    *("到2", "至2"),
)
"""How the matches of ``natures.yml`` begin."""

GUARDED_CUES = (
    *("aim", "announces", "done-mark", "happens", "intent", "made", "missed"),
    *("own-nature", "reaches", "stands", "told-done"),
)
"""Uses of ``cues.yml`` whose rules begin in many ways: they are tried where one of their first characters stands."""
