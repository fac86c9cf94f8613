"""A collection large enough to measure search on: invented towns, sentences written for this project, known terms.

Each digest holds a known set of terms, and decoys: sentences with a term's characters apart or in another order, which
a search for the term must not return.
"""

from made_bilinguals import QINGHE, made_digest

from policy_digest.model import BilingualDigest

TERMS = (
    *("税收", "就业", "养老", "低保", "水利", "医保", "春耕", "秸秆"),
    *("党支部", "夏玉米", "网格员", "图书馆", "合作社", "残疾人", "大棚菜", "古村落"),
    *(
        "接诉即办",
        "科技小院",
        "营商环境",
        "人居环境",
        "乡村振兴",
        "厕所革命",
        "复工复产",
        "垃圾分类",
        "冬季供暖",
        "耕地保护",
    ),
    *("志愿服务队", "高标准农田", "未诉先办率", "居家养老床", "党员责任区", "农田机井房", "学前教育点"),
    *("固定资产投资", "一刻钟便民圈", "小微企业贷款", "林下经济示范", "村民议事协商", "健康驿站建设", "数字乡村平台"),
)
_FRAMES = (
    "今年以来，全镇把{term}摆在突出位置，逐村走访，逐户登记。",
    "镇里召开专题会，研究{term}的难点，列出清单，限期办结。",
    "围绕{term}，各村结对互助，老党员带头，年轻人跟上。",
    "群众说，{term}办好了，心里就踏实了。",
    "经过半年努力，{term}取得明显进展，邻近乡镇前来学习。",
    "把{term}纳入考核，每月通报一次，年底兑现奖惩。",
)
_DECOYS = (
    "科技展览进了农家小院。",
    "夏天雨水多，玉米长势好。",
    "接到诉求，即刻上门，当天办结。",
    "营里的商店搬了新址，环境整洁。",
    "党员活动室挨着信用社支部。",
    "收取停车费，依法纳税。",
    "图书漂流到馆外的凉亭。",
    "合同签订后，工作社区化推进。",
    "农田灌溉标准提高，准备验收。",
    "志愿者服务群众，队伍不断壮大。",
)
_PLAIN = (
    "春节前，干部分片包户，把年货送到老人手里。",
    "河道清淤三次，两岸栽上了新柳。",
    "村口的路灯亮了，夜里走路不再摸黑。",
    "集市改在周末，商贩有了固定的摊位。",
)
COUNT = 110


def terms_of(number: int) -> tuple[str, ...]:
    """The terms that the digest of this number holds: two to fourteen; one stands in all, the others in a sixth."""
    return tuple(
        term for at, term in enumerate(TERMS) if (number * 31 + at * at * 7 + number * at * 13) % 19 in (0, 4, 9)
    )


def made_collection(count: int = COUNT) -> tuple[BilingualDigest, ...]:
    """``count`` digests of invented towns, the same at every call."""
    return tuple(_digest(number) for number in range(count))


def _digest(number: int) -> BilingualDigest:
    told = [_FRAMES[(number + at) % len(_FRAMES)].format(term=term) for at, term in enumerate(terms_of(number))]
    decoys = [_DECOYS[(number + step) % len(_DECOYS)] for step in (0, 3, 7)]
    plain = [_PLAIN[(number + step) % len(_PLAIN)] for step in (0, 1)]
    return made_digest(
        f"made-{number:03d}",
        title=f"第{number + 1}镇的一年",
        place=f"第{number + 1}镇",
        period=str(2010 + number % 15),
        figures=QINGHE[5:],
        extra=tuple(sentence for pair in zip(told, (*decoys, *plain, *told), strict=False) for sentence in pair),
    )
