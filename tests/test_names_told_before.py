"""Names of figures whose own clause leaves them out: they are told of in the same sentence, or of a kin before."""

import pytest
from test_names import LEXICON, SEEDS, article_of, names, read

from policy_digest.model import Article
from policy_digest.parse import parse
from policy_digest.read import read_sources

TOLD_BEFORE = {
    "种植沙棘6万亩，惠及群众3万余人次。|森林覆盖率提高0.8个百分点，达到61.2%。": (
        "沙棘种植面积 | 惠及群众人次 | 森林覆盖率增减 | 森林覆盖率"
    ),
    "一般公共预算收入完成21.6亿元，剔除减税因素后同口径增长4.2%，增幅较上半年回落0.5个百分点。": (
        "一般公共预算收入 | 一般公共预算收入增速 | 一般公共预算收入增速增减"
    ),
    "各项贷款余额达到860亿元，比年初净增62亿元，存贷比78.2%。": "贷款余额 | 贷款余额增减 | 存贷比",
    "PM2.5平均浓度为28微克/立方米，比上年下降9.1%，降幅居全省第三位。": (
        "PM2.5平均浓度 | PM2.5平均浓度增速 | PM2.5平均浓度降幅"
    ),
    "固定资产投资6.1亿元，增速居全县第三。": "固定资产投资 | 固定资产投资增速",
    "PM10、二氧化硫平均浓度分别为55微克/立方米、9微克/立方米，同比下降5.1%和2.2%。": (
        "PM10平均浓度 | 二氧化硫平均浓度 | PM10平均浓度增速 | 二氧化硫平均浓度增速"
    ),
    "化肥、农药使用量持续减少，分别下降1.8%、2.6%。": "化肥使用量增速 | 农药使用量增速",
    "小麦总产量12万吨，增产3.1%，平均亩产460公斤。": "小麦总产量 | 小麦总产量增速 | 小麦平均亩产",
    "全县登记失业率2.8%，低于控制目标1.2个百分点。": "登记失业率 | 登记失业率与控制目标之差",
    "肉牛存栏2.1万头，出栏1.2万头，分别增长3%、4%。": "肉牛存栏量 | 肉牛出栏量 | 肉牛存栏量增速 | 肉牛出栏量增速",
    "三次产业结构由12.1:42.5:45.4调整为11.8:43.0:45.2。": " | ".join(
        [f"第{sector}产业增加值占地区生产总值比重" for sector in "一二三"] * 2
    ),
}
PARTS = {
    "新签约项目21个，协议总投资32亿元，已有8个开工、4个投产。": (
        "新签约项目数 | 协议总投资 | 新签约项目开工数 | 新签约项目投产数"
    ),
    "新增规上工业企业12户，总数达到86户。": "新增规上工业企业数 | 规上工业企业数",
    "消除黑臭水体5条，总长8.6公里。": "消除黑臭水体数 | 消除黑臭水体长度",
    "总投资18亿元的储能电池项目一期建成投产。": "储能电池项目一期总投资",
    "青禾溪大道全长6.2公里，投资8600万元。": "青禾溪大道全长 | 青禾溪大道投资",
    "柳河大桥工程全长2.6公里、设桥墩21座，全年完成投资1.6亿元。": "柳河大桥工程全长 | 桥墩数 | 柳河大桥工程投资",
    "签下订单320吨、金额180万元。": "签下订单量 | 订单金额",
    "建成文化广场6个、1.2万平方米。": "建成文化广场数 | 建成文化广场面积",
    "全镇监测户38户112人。": "监测户数 | 监测户人数",
    "村集体经济收入全部超过10万元，其中30万元以上的村有3个，柳林村以96万元位居榜首。": (
        "村集体经济收入 | 30万元以上的村数 | 村集体经济收入 | 村集体经济收入"
    ),
    "为60余名高龄老人每人每月发放补贴100元。": "高龄老人数 | 高龄老人补贴标准",
    "新建高标准农田2万亩，累计建成14万亩。": "新建高标准农田面积 | 建成高标准农田面积",
}
TURNED = {
    "企业贷款加权平均利率由年初的4.8%降至4.1%。": "企业贷款加权平均利率 | 企业贷款加权平均利率",
    "合作社社员由成立时的11户增加到96户。": "合作社社员户数 | 合作社社员户数",
    "工作考核排名由全市第9位跃升至第3位。": "工作考核 | 工作考核",
    "接诉即办综合成绩92.6分，在全区16个街镇中排名第3。": "接诉即办综合成绩 | 接诉即办综合成绩",
    "全县公路密度达到每百平方公里86.4公里。": "公路密度",
    "帮助6个亿元以上项目落地。": "帮助亿元以上项目数",
    "6个国省控断面水质优良比例达100%。": "国省控断面数 | 国省控断面水质优良比例",
    "按照“1+2+N”模式划分网格36个。": "划分网格数",
    "组织生活按期召开率达到99%。": "组织生活按期召开率",
    "亩均收入只有900元。": "亩均收入",
    "全县旅游收入8亿元，占到三成。": "旅游收入 | 旅游收入占比",
    "在职党员860多人认领微心愿320个。": "在职党员数 | 认领微心愿数",
    "营商环境评价居全市第3位，较上年上升2个位次。": "营商环境评价 | 营商环境评价排名变动",
    "脱贫攻坚成效明显.全年脱贫26户,出列贫困村2个,贫困发生率由2018年的2.8%下降到0.4%.投入资金300万元.": (
        "脱贫户数 | 出列贫困村数 | 贫困发生率 | 贫困发生率 | 投入资金"
    ),
    "养老机构床位达到960张。": "养老机构床位数",
}


@pytest.mark.parametrize(("words", "expected"), [*TOLD_BEFORE.items(), *PARTS.items(), *TURNED.items()])
def test_a_figure_is_named_by_what_its_sentence_tells_of(words: str, expected: str) -> None:
    found = names(*words.split("|"))

    assert " | ".join(found) == expected


def test_a_name_of_another_sentence_holds_only_for_the_same_unit_and_kind() -> None:
    found = names("全镇粮食播种面积3.2万亩。", "达到96%。")

    assert found[1] != "粮食播种面积"


PROJECT_LIKE = (
    "青禾镇辖12个行政村，户籍人口2.3万人。",
    "全年实现地区生产总值86.5亿元，增长6.2%，增速居全县第二。",
    "新签约项目21个，协议总投资32亿元，已有8个开工、4个投产。",
    "种植沙棘6万亩，惠及群众3万余人次。",
    "森林覆盖率提高0.8个百分点，达到61.2%。",
    "企业贷款加权平均利率由年初的4.8%降至4.1%。",
    "消除黑臭水体5条，总长8.6公里。",
    "受理信访件86件，已办结84件。",
    "粮食总产量2.6万吨，比上年增产3.1%。",
)


def test_every_name_shares_two_characters_with_its_sentence() -> None:
    found = strangers(article_of(*PROJECT_LIKE))

    assert found == []


@pytest.mark.parametrize(
    "article", [parse(source, LEXICON) for source in read_sources(SEEDS).sources], ids=lambda a: a.slug
)
def test_every_name_of_the_seeds_shares_two_characters_with_its_sentence_or_those_before(article: Article) -> None:
    found = strangers(article, before=4)

    assert found == []


def strangers(article: Article, before: int = 0) -> list[str]:
    """The names that share no run of two characters with their sentence, or with so many sentences before."""
    readings, named = read(article)
    texts = [reading.folded for reading in readings]
    return [
        name.indicator.name_zh
        for at, of_sentence in enumerate(named)
        for name in of_sentence
        if not _shares("".join(texts[max(at - before, 0) : at + 1]), name.indicator.name_zh)
    ]


def _shares(text: str, name: str) -> bool:
    return any(name[at : at + 2] in text for at in range(len(name) - 1))
