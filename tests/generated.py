"""A collection of invented towns, large enough to measure search on: every sentence was written for this project.

Town, numbers and which sentences an article has follow from its ordinal alone, so that two runs make the same bytes.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FIRST = ("青禾", "柳河", "白杨", "石桥", "云溪", "枫林", "望湖", "金沙", "梅岭", "竹园", "清泉", "红松")
SECOND = ("东", "西", "南", "北", "中", "上", "下", "前", "后")
KINDS = ("镇", "乡", "街道")

# A heading and the sentences it may have. {n} and {m} are numbers of two or three digits, {d} and {e} of one.
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "稳住经济大盘",
        (
            "全年完成税收{n}.{m}亿元，同比增长{d}.{e}%。",
            "规模以上工业企业实现产值{n}亿元，其中装备制造业占{d}{e}%。",
            "新引进冷链物流项目{d}个，协议投资{n}亿元。",
            "固定资产投资完成{n}.{e}亿元，民间投资占比达到{d}{e}%。",
            "新增市场主体{n}户，个体工商户占{d}成以上。",
            "社会消费品零售总额达到{n}.{d}亿元，夜间经济贡献{e}亿元。",
        ),
    ),
    (
        "优化营商环境",
        (
            "持续优化营商环境，为{n}家企业配备服务管家。",
            "政务服务大厅办理事项{n}万件，平均用时缩短{d}分钟。",
            "推行“一件事一次办”，{n}个事项实现跨省通办。",
            "为小微企业减免租金{n}万元，惠及商户{m}家。",
            "搭建银企对接平台，{n}家企业获得贷款{d}.{e}亿元。",
            "开展“局长走流程”活动{n}次，整改堵点{m}个。",
        ),
    ),
    (
        "做强特色农业",
        (
            "夏玉米种植面积{n}00亩，平均亩产{m}公斤。",
            "科技小院培育新品种{d}个，带动农户{n}户增收。",
            "建成草莓大棚{n}座，年产草莓{m}吨。",
            "高标准农田建设完成{n}.{e}万亩，粮食总产量达到{m}万吨。",
            "食用菌基地年产香菇{n}吨，产值{d}.{e}亿元。",
            "推广水肥一体化技术{n}00亩，节水{d}{e}%。",
        ),
    ),
    (
        "擦亮生态底色",
        (
            "空气质量优良天数达到{n}天，细颗粒物浓度下降{d}.{e}%。",
            "完成造林绿化{n}亩，新增口袋公园{d}处。",
            "整治黑臭水体{d}条，河长巡河{n}次。",
            "建成污水处理站{d}座，日处理能力{n}吨。",
            "垃圾分类覆盖{n}个小区，厨余垃圾分出率达到{d}{e}%。",
            "修复废弃矿山{n}亩，栽植苗木{m}00株。",
        ),
    ),
    (
        "补齐民生短板",
        (
            "新建养老驿站{d}家，为{n}名独居老人提供助餐服务。",
            "改造老旧小区{d}个，加装电梯{n}部。",
            "新增幼儿园学位{n}个，普惠率达到{d}{e}%。",
            "发放残疾人补贴{n}万元，惠及{m}人。",
            "家庭医生签约{n}00人，重点人群签约率达到{d}{e}%。",
            "开展技能培训{n}期，帮助{m}名失业人员再就业。",
        ),
    ),
    (
        "创新基层治理",
        (
            "全年受理接诉即办工单{n}00件，解决率达到{d}{e}%。",
            "建立网格员队伍{n}人，排查矛盾纠纷{m}起。",
            "村民议事厅协商事项{n}件，办结{d}{e}件。",
            "推行“积分超市”，{n}户家庭参与兑换。",
            "人民调解委员会化解邻里纠纷{n}起，成功率达到{d}{e}%。",
            "物业管理覆盖{n}个小区，成立业委会{d}个。",
        ),
    ),
    (
        "守牢安全底线",
        (
            "排查燃气安全隐患{n}处，整改率达到{d}{e}%。",
            "开展消防演练{n}场，新建微型消防站{d}个。",
            "拆除违法建设{n}00平方米，腾退土地{m}亩。",
            "检查食品经营单位{n}家次，立案{d}起。",
            "劝返电信诈骗受害人{n}名，挽回损失{m}万元。",
            "防汛抢险队伍{n}人，转移群众{m}人次。",
        ),
    ),
    (
        "繁荣文化生活",
        (
            "举办非遗展演{n}场，吸引游客{d}.{e}万人次。",
            "图书馆接待读者{n}00人次，新增藏书{m}册。",
            "组织广场舞比赛{n}场，参赛队伍{m}支。",
            "修缮古戏台{d}座，投入资金{n}万元。",
            "开展全民健身活动{n}场，建成篮球场{d}个。",
            "放映公益电影{n}场，观众{m}00人次。",
        ),
    ),
    (
        "建设美丽乡村",
        (
            "改造户厕{n}户，无害化卫生厕所普及率达到{d}{e}%。",
            "硬化村内道路{n}公里，安装太阳能路灯{m}盏。",
            "培育精品民宿{n}家，旅游收入达到{d}.{e}亿元。",
            "盘活闲置农房{n}处，村集体增收{m}万元。",
            "完成煤改电{n}户，清洁取暖率达到{d}{e}%。",
            "评选最美庭院{n}户，示范街巷{d}条。",
        ),
    ),
    (
        "强化党建引领",
        (
            "全镇{n}个党支部开展主题教育，党员参与{m}00人次。",
            "打造“红色驿站”品牌，服务快递小哥{n}人次。",
            "培训村干部{n}人次，储备后备力量{m}名。",
            "开展廉政谈话{n}人次，查处违纪案件{d}起。",
            "整顿软弱涣散党组织{d}个，选派驻村书记{n}名。",
            "组建志愿服务队{n}支，服务时长{m}00小时。",
        ),
    ),
    (
        "加快交通建设",
        (
            "新开微循环公交线路{d}条，日均客流{n}00人次。",
            "新增停车泊位{n}个，安装充电桩{m}个。",
            "改扩建乡村公路{n}公里，完成投资{d}.{e}亿元。",
            "改造危旧桥梁{d}座，惠及群众{n}00人。",
            "治理拥堵路口{d}处，通行效率提高{d}{e}%。",
            "铺设自行车专用道{n}公里，投放共享单车{m}辆。",
        ),
    ),
    (
        "推动科技创新",
        (
            "培育高新技术企业{n}家，专精特新企业{d}家。",
            "授权发明专利{n}件，技术合同成交额{d}.{e}亿元。",
            "建成5G基站{n}座，光纤入户率达到{d}{e}%。",
            "引进博士团队{d}个，落地成果{n}项。",
            "孵化器在孵企业{n}家，毕业企业{d}家。",
            "数字乡村平台接入传感器{n}个，采集数据{m}万条。",
        ),
    ),
)

# What a reader may type: two to six characters, each in some articles and in none of the headings.
TERMS = (
    *(
        "税收",
        "冷链物流",
        "民间投资",
        "夜间经济",
        "个体工商户",
        "服务管家",
        "跨省通办",
        "银企对接",
        "夏玉米",
        "科技小院",
    ),
    *(
        "草莓",
        "高标准农田",
        "香菇",
        "水肥一体化",
        "口袋公园",
        "黑臭水体",
        "污水处理站",
        "垃圾分类",
        "养老驿站",
        "加装电梯",
    ),
    *("幼儿园", "家庭医生", "接诉即办", "网格员", "积分超市", "业委会", "燃气", "违法建设", "电信诈骗", "非遗"),
    *("图书馆", "古戏台", "户厕", "精品民宿", "煤改电", "党支部", "红色驿站", "充电桩", "共享单车", "发明专利"),
)
PER_ARTICLE = 5
PER_SECTION = 3


def write_articles(folder: Path, count: int) -> tuple[Path, ...]:
    """Write ``count`` articles into ``folder``, one a town and year; at most as many as there are names."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, town in zip(range(count), towns(), strict=False):
        path = folder / f"{number:03}.md"
        path.write_text(article(number, town), encoding="utf-8", newline="\n")
        paths.append(path)
    return tuple(paths)


def towns() -> Iterator[str]:
    """Yield invented names, each once: 青禾东镇, 青禾西乡, …."""
    for index, first in enumerate(FIRST):
        for other, second in enumerate(SECOND):
            yield f"{first}{second}{KINDS[(index + other) % len(KINDS)]}"


def article(number: int, town: str) -> str:
    """Return the Markdown of one article."""
    parts = [f"# {town}2024年工作回顾", f"2024年，{town}坚持稳中求进，各项工作取得新成效。"]
    for heading, sentences in _chosen(SECTIONS, PER_ARTICLE, f"{number}"):
        parts.append(f"## {heading}")
        lines = _chosen(sentences, PER_SECTION, f"{number}{heading}")
        parts.append("".join(_filled(line, f"{number}{line}") for line in lines))
    return "\n\n".join(parts) + "\n"


def _chosen(items: tuple[T, ...], count: int, key: str) -> list[T]:
    ranked = sorted(range(len(items)), key=lambda index: sha256(f"{key}/{index}".encode()).digest())
    return [items[index] for index in sorted(ranked[:count])]


def _filled(line: str, key: str) -> str:
    digest = sha256(key.encode()).digest()
    return line.format(n=digest[0] % 189 + 11, m=digest[1] % 89 + 10, d=digest[2] % 7 + 2, e=digest[3] % 9 + 1)
