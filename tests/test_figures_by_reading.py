"""Sentences in the manner of towns, counties and districts, each with the figures that a reader finds in it.

A figure is written ``span=value unit`` and, where they are not eq, level or count as the unit has it, actual and the
document's year (2024): bound, ``change``/``share``/``rank``, nature and period, in any order.
"""

import pytest

from policy_digest.extract.mention import Mention
from tests.made_readings import mentions, plain, printed

QUANTITIES = [
    ("全县公路通车里程达到2万5千公里。", "2万5千公里=25000 km"),
    ("全年发放各类补贴1亿3千多万元。", "1亿3千多万元=130000000 CNY ge"),
    ("景区接待旅游人次8300万。", "8300万=83000000 visit"),
    ("全县接待游客突破120万。", "120万=1200000 visit gt"),
    ("农村贫困人口减少1109万,贫困发生率降至0.6%。", "1109万=-11090000 person change|0.6%=0.6 percent share"),
    ("全区常住人口达62万。", "62万=620000 person"),
    ("全镇数百名群众参加活动。", "数百名=100 person ge"),
    ("吸引上百家企业入驻,带动上千人就业。", "百家=100 item ge|千人=1000 person ge"),
    ("数十家商户受益。", "数十家=10 item ge"),
    ("组建志愿服务队30支队伍。", "30支=30 item"),
    ("培育5家电商企业、12家园林企业。", "5家=5 item|12家=12 item"),
    ("新建5个体育公园、3个人才驿站。", "5个=5 item|3个=3 item"),
    ("将312名企业职工纳入保障。", "312名=312 person"),
    ("开展12次生产安全检查。", "12次=12 item"),
    ("城乡居民收入比缩小至2.36:1。", "2.36:1=2.36 other:ratio"),
    ("城乡收入比2.93。", "2.93=2.93 other:ratio"),
    ("全年空气质量优良天数达320天,优良天数比例为87.4%。", "320天=320 other:day|87.4%=87.4 percent share"),
    ("优良天数增加7.8天。", "7.8天=7.8 other:day change"),
    ("供热温度由18℃提高到20℃。", "18℃=18 other:celsius|20℃=20 other:celsius"),
    ("惠及婴幼儿17万名,为2.15万名劳动者追回工资2.65亿元。", "17万名=170000 person|2.15万名=21500 person|2.65亿元=265000000 CNY"),  # noqa: E501
    ("全村共有农户三百二十六户一千零八十人。", "三百二十六户=326 household|一千零八十人=1080 person"),
    ("栽植行道树6000余株,种草3.5万㎡。", "6000余株=6000 item ge|3.5万㎡=35000 m2"),
    ("投放分类垃圾桶1,200余个。", "1,200余个=1200 item ge"),
    ("清理垃圾约3.2万方,拆除违建4.6万平方米。", "3.2万方=32000 m3 approx|4.6万平方米=46000 m2"),
    ("全镇辖18个行政村、3个社区。", "18个=18 item|3个=3 item"),
    ("发放困难群众救助金86.4万元,惠及困难家庭三百余户。", "86.4万元=864000 CNY|三百余户=300 household ge"),
    ("集体经济收入20万元以上的村达到15个。", "15个=15 item"),
    ("15个村集体经济收入达到20万元以上。", "15个=15 item|20万元=200000 CNY ge"),
    ("办结率、满意率分别为100%、98.6%。", "100%=100 percent share|98.6%=98.6 percent share"),
    ("亩均增收500元左右。", "500元=500 CNY approx"),
    ("全年组织文艺演出20余场次,参与群众达5000多人次。", "20余场次=20 item ge|5000多人次=5000 visit ge"),
    ("地区生产总值跨越500亿元大关。", "500亿元=50000000000 CNY gt"),
    ("全员劳动生产率8.6万元/人。", "8.6万元/人=86000 other:CNY/person"),
    ("三次产业结构调整为12.5:38.2:49.3。", "12.5=12.5 percent share|38.2=38.2 percent share|49.3=49.3 percent share"),
]  # fmt: skip

REJECTIONS = [
    ("推进50万千瓦以上省级风光基地3个。", "3个=3 item"),
    ("单笔50万元以下贷款实行容缺办理。", ""),
    ("亿元以上项目开工12个。", "12个=12 item"),
    ("培育20亩以上大户16户。", "16户=16 household"),
    ("规模以上工业企业达到46家。", "46家=46 item"),
    ("年主营业务收入2000万元以上工业企业增至46家。", "46家=46 item"),
    ("研制10米液压支架。", ""),
    ("年产60万吨生物质项目投产。", ""),
    ("建成750千伏输变电工程。", ""),
    ("开工建设30万吨级码头2座。", "2座=2 item"),
    ("推进华能10万千瓦光伏项目建设。", ""),
    ("办好自治区第十四届运动会。", ""),
    ("对60周岁以上老人发放补贴120万元。", "120万元=1200000 CNY"),
    ("办理“12345”热线诉求3200件。", "3200件=3200 item"),
    ("在全国率先打赢三大攻坚战。", ""),
    ("落实“一村一品”,打造“15分钟生活圈”。", ""),
    ("完善7×24小时值班制度。", ""),
    ("召开镇十八届人大三次会议。", ""),
    ("连续5年实现零事故、零投诉。", ""),
    ("走访慰问百岁老人,送去党的关怀。", ""),
    ("3月12日,全镇干部植树。", ""),
    ("沿G312国道和204省道整治环境。", ""),
]  # fmt: skip

PERIODS = [
    ("常住人口由上年72.9万人增加到73.2万人。", "72.9万人=729000 person 2023|73.2万人=732000 person"),
    ("医疗机构从2020年20个增加到去年的98个,资助面超过20%。", "20个=20 item 2020|98个=98 item 2023|20%=20 percent share gt"),  # noqa: E501
    ("2024年是“十四五”规划的关键之年。税收增长5%。", "5%=5 percent change"),
    ("截至2024年6月底,全镇共有企业362家。", "362家=362 item ../2024-06"),
    ("1至11月,完成税收3.2亿元。", "3.2亿元=320000000 CNY 2024-01/2024-11"),
    ("今年以来,新增企业86家。", "86家=86 item 2024/.."),
    ("“十三五”期间,累计投资12亿元。", "12亿元=1200000000 CNY 2016/2020"),
    ("近三年累计新建道路36公里。", "36公里=36 km 2022/2024"),
    ("前三季度实现税收2.1亿元,同比增长6.5%。", "2.1亿元=210000000 CNY 2024-01/2024-09|6.5%=6.5 percent change 2024-01/2024-09"),  # noqa: E501
    ("去年同期仅为12家。", "12家=12 item 2023"),
    ("2023年底建成3座,今年又建成5座。", "3座=3 item 2023|5座=5 item"),
]  # fmt: skip

NATURES = [
    ("预计全年完成税收5亿元,同比增长8%。", "5亿元=500000000 CNY expected|8%=8 percent change expected"),
    ("经济增长预期目标5.5%左右。", "5.5%=5.5 percent share approx target"),
    ("人均预期寿命提高到82.4岁。", "82.4岁=82.4 other:year"),
    ("力争到2026年,森林覆盖率达到35%以上。", "35%=35 percent share ge target 2026"),
    ("计划总投资5亿元,目前已完成投资2亿元。", "5亿元=500000000 CNY target|2亿元=200000000 CNY"),
    ("2025年,计划新建公园3个,改造道路5条。", "3个=3 item target 2025|5条=5 item target 2025"),
    ("抽水蓄能规划建设总规模达120万千瓦。", "120万千瓦=1200000 other:kW"),
    ("超额完成年初预期目标,税收增长9%。", "9%=9 percent change"),
    ("项目建成后,可带动就业300人。", "300人=300 person expected"),
    ("完成投资8亿元,占年度计划的102%。", "8亿元=800000000 CNY|102%=102 percent share"),
]  # fmt: skip

CHANGES = [
    ("税收收入增长9.5%,比全县平均高2.1个百分点。", "9.5%=9.5 percent change|2.1个百分点=2.1 percentage_point change"),
    ("税收占比提高1.2个百分点。", "1.2个百分点=1.2 percentage_point change"),
    ("化肥使用量实现零增长。", "零增长=0 percent change"),
    ("信访总量同比下降12.3%。", "12.3%=-12.3 percent change"),
    ("城镇、农村居民收入分别增长5.1%和6.8%。", "5.1%=5.1 percent change|6.8%=6.8 percent change"),
    ("企业由62家增至85家,净增23家。", "62家=62 item|85家=85 item|23家=23 item change"),
    ("研发投入较2020年翻一番。", "翻一番=100 percent change"),
    ("办事时限压缩60%以上。", "60%=-60 percent change ge"),
    ("产值增长1.5倍。", "1.5倍=1.5 other:times change"),
    ("加快6个抽水蓄能电站建设,提升20个村庄环境。", "6个=6 item|20个=20 item"),
    ("重污染天数减少一半。", "一半=-50 percent change"),
    ("优良天数281天、比2020年增加36天。", "281天=281 other:day|36天=36 other:day change"),
    ("城乡居民收入增长5.3%、7.7%,收入比缩小至2.54。", "5.3%=5.3 percent change|7.7%=7.7 percent change|2.54=2.54 other:ratio"),  # noqa: E501
    ("信心持续增强,好的预期不断释放,税收增长4.4%。", "4.4%=4.4 percent change"),
    ("新增城镇就业1200人。", "1200人=1200 person"),
]  # fmt: skip

RANKS = [
    ("综合排名由全市第六位上升到第四位。", "全市第六位=6 rank|第四位=4 rank"),
    ("在全省乡镇排名由369位上升到235位。", "369位=369 rank|235位=235 rank"),
    ("利用率连续5年保持西北第一。", "西北第一=1 rank"),
    ("马铃薯推广面积居全县第一。", "全县第一=1 rank"),
    ("苗木连续四年蝉联全国推广面积第一。", "全国推广面积第一=1 rank"),
    ("环境整治考核位列全区前三。", "全区前三=3 rank le"),
    ("成立全县第一家合作社。", ""),
    ("信访工作跃居全县第2名。", "全县第2名=2 rank"),
]  # fmt: skip

CASES = [*QUANTITIES, *REJECTIONS, *PERIODS, *NATURES, *CHANGES, *RANKS]


def read(mention: Mention) -> str:
    """A figure as the table above writes it."""
    named = {"bound": "eq", "nature": "actual", "time_period": "2024"}
    parts = [f"{printed(mention)}={plain(mention.value) if mention.value is not None else '-'} {mention.unit_measure}"]
    if mention.kind in ("change", "share"):
        parts.append(mention.kind)
    parts += [str(getattr(mention, field)) for field, usual in named.items() if getattr(mention, field) != usual]
    return " ".join(parts)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_reader_and_the_program_find_the_same_figures(text: str, expected: str) -> None:
    wanted = [set(figure.split(" ")) for figure in expected.split("|") if figure]

    assert [set(read(mention).split(" ")) for mention in mentions(text)] == wanted


def test_the_table_holds_no_sentence_twice() -> None:
    assert len({text for text, _ in CASES}) == len(CASES)
