"""Split paragraphs into sentences: after a stop with its closing marks, never inside a quotation that speaks on."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from policy_digest.parse.words import Words

# Stops, six dots, or their full-width likes; a half-width point is never a stop (3.5亿元).
_STOP = re.compile(r"[。！？!?｡….](?:(?<=[。！？!?｡])[。！？!?｡]*|(?<=…)…+|(?<=\.)\.{5})")
_OPENERS = {"“": "”", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】"}
_CLOSING = {closer: opener for opener, closer in _OPENERS.items()}
_CLOSERS = "”’」』）)》】"
_TRAILING = _CLOSERS + "…"  # “……好。”…… is one end
_TITLES = "《"
_MARK = re.compile('[“”「」『』（）()《》【】"]')
_LONGEST = 240  # a quotation that is not closed within so many characters is read as if it were not opened
_SPEAKS = ("", "：", ":", "，", ",", "。")  # before a quotation that may hold sentences
_CHAIN = 12  # quotations that follow one another are looked through so far
_RUNS_ON = re.compile("[，,、；;：:]")
_RUNS_ON_QUOTED = re.compile("[，,、；;：:]|等(?!待|到)|的|之[^前后]|为(?:主题|题)|[一二三四五六七八九]问")


def split(words: Words) -> Iterator[Words]:
    """Yield the sentences of a paragraph, without white space at their ends."""
    start, first = 0, _STOP.search(words.text)
    is_one = first is None or first.end() == len(words.text)
    for end in (*(() if is_one else _ends(words.text)), len(words.text)):
        if words.text[start:end].strip():
            yield words.cut(start, end)
            start = end


def _ends(text: str) -> Iterator[int]:
    """Yield where each sentence ends."""
    quoted = _quotations(text)
    closings = dict(quoted)
    openings = list(closings)
    done = 0
    for match in _STOP.finditer(text):
        if match.start() < done:
            continue
        end, runs_on = match.end(), _RUNS_ON
        at = bisect_left(openings, match.start()) - 1
        if at >= 0 and quoted[at][1] > match.start():
            start, close = quoted[at]
            if text[match.end() : close].strip(_CLOSERS + '"') or text[start] in _TITLES:
                continue
            end, runs_on = close + 1, _RUNS_ON_QUOTED
        while end < len(text) and text[end] in _TRAILING:
            end += 1
        if not runs_on.match(text, _chain_end(text, end, closings) if runs_on is _RUNS_ON_QUOTED else end):
            yield end
        done = end


def _chain_end(text: str, end: int, quoted: dict[int, int]) -> int:
    """Look through quotations that follow at once, each ended by a stop, to what comes after them."""
    for _ in range(_CHAIN):
        close = quoted.get(end)
        if close is None or not _STOP.match(text, close - 1):
            break
        end = close + 1
    return end


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return the outermost pairs of quotation marks and brackets, none longer than ``_LONGEST``, in order."""
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for match in _MARK.finditer(text):
        opener, at = match.group(), match.start()
        if opener in _OPENERS or (opener == '"' and not any(text[start] == '"' for start in stack[-4:])):
            stack.append(at)
            continue
        opener = _CLOSING.get(opener, opener)
        is_next = bool(stack) and text[stack[-1]] == opener
        depth = 1 if is_next else next((n for n in range(2, min(len(stack), 6) + 1) if text[stack[-n]] == opener), 0)
        if depth:
            start = stack[-depth]
            del stack[-depth:]
            if opener == '"' and _is_between(text, start, at):
                stack.append(at)
            elif at - start <= _LONGEST:
                while pairs and pairs[-1][0] > start:
                    pairs.pop()
                pairs.append((start, at))
    return pairs


def _is_between(text: str, start: int, end: int) -> bool:
    """Whether two straight marks stand around what is between quotations, not in one, since a mark is missing."""
    stop = _STOP.search(text, start, end)
    return stop is not None and stop.end() < end and text[start - 1 : start] not in _SPEAKS
