"""A blind synonym replacer, to rewrite clean passages with: what such tools do, and half of it unknown to the lexicon."""

import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PASSAGES = Path(__file__).parent / "passages"

KNOWN = dict(
    pair.split(":")
    for pair in (
        "发展:展开 工作:作业 建设:建造 群众:大众 村民:乡民 农民:农人 基层:底层 治理:办理 创新:立异 体系:系统 保障:保证 改善:改进 "
        "领域:范畴 关键:要害 积极:活跃 主动:自动 持续:继续 解决:处理 扎实:厚实 实施:施行 探索:探究 能力:才能 特色:特征 共享:同享 "
        "制度:准则 完成:完结 重点:要点 矛盾:对立 纠纷:胶葛 产业:工业 振兴:复兴 基础:根底 有效:有用 逐步:逐渐 道路:路途 考核:查核 "
        "风险:危险 生产:出产 种植:栽培 享受:享用 显著:显着 提供:供应 经营:运营 生活:日子 演出:表演 明确:明晰 队伍:步队 教育:教导 "
        "健康:康健 形势:情势"
    ).split()
)
"""Standard word → substitute, of those that the lexicon knows."""

UNKNOWN = dict(
    pair.split(":")
    for pair in (
        "服务:侍应 企业:厂号 项目:工项 提升:拔升 加强:加劲 问题:难点 推进:促动 全面:周详 经济:财经 社会:世间 环境:周境 管理:管治 "
        "组织:集结 开展:铺展 安全:无虞 文化:文采 质量:成色 改造:改建 资金:款项 收入:进账 增长:上扬 机制:机理 干部:官员 支持:撑腰 "
        "资源:物源 政策:方略 综合:总括 完善:健备 推动:促推 活动:举事 新增:添设 投资:注资 覆盖:遮及 水平:层级 设施:器设 专项:专门项 "
        "规范:规整 生态:生境 农村:村野 乡村:村乡 居民:住家 建立:创设 实现:达致 落实:落定 责任:担责 困难:难处 监督:督看 排查:摸查 "
        "整治:整肃 培训:授训 检查:点验 帮助:襄助 就业:谋职 养老:奉老 旅游:游赏 提高:抬升 促进:促益 坚持:秉守 深入:深透 优化:改优"
    ).split()
)
"""The same, of those that it does not know."""


class Rewritten(NamedTuple):
    """A passage rewritten, and how many of its words were replaced in a thousand characters of it."""

    text: str
    density: float


def passages() -> Mapping[str, str]:
    """The project's clean passages by name: invented towns, as reports write of them."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(PASSAGES.glob("*.txt"))}


def rewrite(text: str, table: Mapping[str, str]) -> Rewritten:
    """``text`` with each word of ``table`` replaced wherever its characters stand, whatever they are part of."""
    words = sorted(table, key=lambda word: (-len(word), word))
    if not words:
        return Rewritten(text, 0.0)
    made, count = re.subn("|".join(map(re.escape, words)), lambda match: table[match[0]], text)
    return Rewritten(made, count * 1000 / len(text))


def tables(count: int) -> list[Mapping[str, str]]:
    """Tables of many sizes, each with as many known rows as unknown ones, chosen at random but always the same."""
    chance = random.Random(4)  # noqa: S311 (no secret)
    made = []
    for turn in range(count):
        size = 1 + turn * (len(KNOWN) - 1) // max(count - 1, 1)
        rows = chance.sample(sorted(KNOWN.items()), size) + chance.sample(sorted(UNKNOWN.items()), size)
        made.append(dict(rows))
    return made
