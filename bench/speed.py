"""``make bench``: the speed of reading figures, beside two public readers and on texts of many sizes, as ratios.

Prints a table for ``bench/README.md``. All are timed in one process, in turn, several times; the median is told.
The text is that of the seeds, sentence by sentence in a fixed order, until the size is reached.
"""

import statistics
import time
from collections.abc import Callable, Iterable, Mapping
from itertools import cycle
from pathlib import Path

from bench.rules import spent
from policy_digest import lexicon
from policy_digest.extract import extract
from policy_digest.model import Sidecar, Source
from policy_digest.parse import parse

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
CLEAN = "000*.txt"  # the seed whose wording nobody altered: what all readers are given
ROUNDS = 9
SHORT = 2_000  # characters that the slower readers are given
ADVERSE = (
    "1、",
    "3万",
    "增长5%、",
    "其中",
    "预计",
    "较上年",
    "分别为",
    "由3到",
    "“第一",
    "和",
    "党员和群众、",
    "(2",
    "百",
    "公里",
    "全市第一、",
    "的",
    " ",
    *("1", "12,345", "一二三四", "、", "年月日", "2024年3月5日", "增长", "比上年", "由", "从3到", "（", "“", "，", ","),
    *(
        "万元的",
        "第",
        "全省第",
        "同比",
        "3户",
        "3个，",
        "新增3个",
        "下降3%比上年",
        "3万元增长5%，比上年",
        "由3万元到",
        "3台锅炉、",
        "覆盖率达90%、",
    ),
)
ADVERSE_SIZE = 10_000
WORST = 5  # rules told
SIZES = (50_000, 500_000, 5_000_000)  # bytes


def lines(size: int, seeds: str = "*.txt") -> str:
    """About ``size`` bytes of the lines of ``seeds``, over and over; the first line of each lap is numbered."""
    found: list[str] = []
    total = 0
    own = [line for path in sorted(SEEDS.glob(seeds)) for line in path.read_text("utf-8").splitlines() if line.strip()]
    for lap, line in cycle(enumerate(own)):
        if total >= size:
            return "\n".join(found)
        found.append(line if lap else f"{line}{len(found)}")
        total += len(line.encode()) + 1
    return ""


def read(text: str) -> object:
    """The whole of ``extract``, parsing included, but for the account of numbers that are no figure."""
    known = lexicon.load()
    source = Source("x.txt", "x", "0" * 64, "utf-8", "txt", text, Sidecar(time_period="2024"))
    return extract(parse(source, known), known, accounts=False)


def recognizers() -> Callable[[str], object]:
    """Recognizers-Text's readers of units, as its documentation calls them, a sentence at a time."""
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )
    from recognizers_text import Culture

    readers = (recognize_currency, recognize_dimension, recognize_age, recognize_temperature)
    return lambda text: [reader(s, Culture.Chinese) for s in sentences(text) for reader in readers]


def recognizers_models() -> Callable[[str], object]:
    """The same, by models that are made once and given the whole text."""
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    made = NumberWithUnitRecognizer(Culture.Chinese)
    models = (
        made.get_currency_model(), made.get_dimension_model(), made.get_age_model(), made.get_temperature_model()
    )  # fmt: skip
    return lambda text: [model.parse(text) for model in models]


def jionlp_money() -> Callable[[str], object]:
    """The reader of money of jionlp, a sentence at a time."""
    import jionlp

    return lambda text: [jionlp.ner.extract_money(s) for s in sentences(text)]


def sentences(text: str) -> Iterable[str]:
    """The sentences of a text, by its full stops."""
    return [s for s in text.replace("\n", "。").split("。") if s.strip()]


def in_turn(readers: Mapping[str, tuple[Callable[[str], object], str]], rounds: int = ROUNDS) -> Mapping[str, float]:
    """The median time in microseconds that each reader spends on a character of its text, all of them in each round."""
    for action, text in readers.values():
        action(text[:SHORT])
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, (action, text) in readers.items():
            start = time.process_time()
            action(text)
            spent[name].append((time.process_time() - start) / len(text) * 1e6)
    return {name: statistics.median(times) for name, times in spent.items()}


def per_character(action: Callable[[str], object], text: str, rounds: int = ROUNDS) -> float:
    """The median time in microseconds that ``action`` alone spends on a character of ``text``."""
    return in_turn({"": (action, text)}, rounds)[""]


def print_rules() -> None:
    """Print the costliest rules on adversarial lines, and whether a longer line costs them more a character."""
    times: dict[tuple[str, str], float] = {}
    for piece in ADVERSE:
        for name, seconds in spent((piece * ADVERSE_SIZE)[:ADVERSE_SIZE]).items():
            times[name, piece] = seconds / ADVERSE_SIZE * 1e6
    print("\n| rule | costliest line | ms per 1,000 characters | of a line half as long |\n| --- | --- | ---: | ---: |")
    seen: set[str] = set()
    for (name, piece), own in sorted(times.items(), key=lambda item: -item[1]):
        if name in seen or len(seen) == WORST:
            continue
        seen.add(name)
        half = spent((piece * ADVERSE_SIZE)[: ADVERSE_SIZE // 2])[name] / ADVERSE_SIZE * 2e6
        print(f"| `{name}` | `{piece}` over and over | {own:.1f} | {half:.1f} |", flush=True)


def main() -> None:
    """Print the tables."""
    print("| reader | µs a character | times extract |\n| --- | ---: | ---: |")
    text = lines(3 * SHORT, CLEAN)[:SHORT]
    readers: dict[str, tuple[Callable[[str], object], str]] = {
        "whole `extract`, parsing included": (read, lines(SIZES[0], CLEAN)),
        "the same, on both seeds: the wording of one was altered, and is restored": (read, lines(SIZES[0])),
        "Recognizers-Text, unit readers, `recognize_…` by sentence": (recognizers(), text),
        "Recognizers-Text, unit readers, models kept, whole text": (recognizers_models(), text),
        "jionlp, money reader alone, by sentence": (jionlp_money(), text),
    }
    times = in_turn(readers)
    own = next(iter(times.values()))
    for name, took in times.items():
        print(f"| {name} | {took:.1f} | {took / own:.1f} |")
    print("\n| size | characters | µs a character | of the first |\n| --- | ---: | ---: | ---: |")
    first = 0.0
    for size in SIZES:
        text = lines(size)
        spent = per_character(read, text, rounds=3)
        first = first or spent
        print(f"| {size // 1000:,} KB | {len(text):,} | {spent:.1f} | {spent / first:.2f} |", flush=True)

    print_rules()
    print("\n| adversarial line, 10,000 characters | ms per 1,000 characters |\n| --- | ---: |")
    for piece in ADVERSE:
        spent = per_character(read, (piece * ADVERSE_SIZE)[:ADVERSE_SIZE], rounds=3)
        print(f"| `{piece}` over and over | {spent:.1f} |", flush=True)


if __name__ == "__main__":
    main()
