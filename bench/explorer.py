"""How long the explorer takes with many rows, in a real browser: to stand, to filter, to sort; and what it transfers.

The rows are those of a fixture of the tests, over and over, each with a name and a value of its own. Times are medians,
from the event to the end of the drawing.
"""

import gzip
import json
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from policy_digest.render.explorer import COMPONENT, ROWS
from tests.browser.conftest import QUIET
from tests.browser.ensure_browser import HOW, find_or_install
from tests.projects import ROOT, Project, build, served

SIZES = (1_000, 5_000, 20_000, 40_000)
ROUNDS = 15
LIMIT = 200
# From the event to the next frame: filtering and sorting are done by then, and the rows drawn.
TIMED = """([name, value, kind]) => new Promise((resolve) => {
  const field = document.querySelector(name);
  field.value = value;
  const began = performance.now();
  field.dispatchEvent(new Event(kind, { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
})"""
ACTS = {
    "a word of two languages": ("#filter-q", ("tax 镇", "亿", "2024 9", ""), "input"),
    "a topic": ("#filter-topic", ("fiscal", "other", ""), "input"),
    "a place": ("#filter-place", ("*", ""), "input"),
    "by value": ("#filter-sort", ("value-desc", "value"), "input"),
    "by name": ("#filter-sort", ("name", ""), "input"),
}


def multiplied(data: dict[str, Any], size: int) -> dict[str, Any]:
    """The rows over and over to ``size``, each with a name and a value of its own."""
    rows, names = [], list(data["names"])
    for at in range(size):
        row = list(data["rows"][at % len(data["rows"])])
        zh, en, status = data["names"][row[3]]
        names.append((f"{zh}{at}", f"{en} {at}" if en else "", status))
        row[3] = len(names) - 1
        row[6] = str(int(float(row[6] or 0)) + at)
        rows.append(row)
    return {**data, "names": names, "rows": rows}


def measured(page: Page, address: str) -> dict[str, float]:
    """The median milliseconds of each act on the explorer at ``address``."""
    page.goto(address)
    page.wait_for_function("!document.getElementById('explorer').hidden")
    found = {"until it stands": page.evaluate("performance.now()")}
    for name, (field, values, kind) in ACTS.items():
        known = [page.locator(f"{field} option").nth(1).get_attribute("value") if v == "*" else v for v in values]
        times = [page.evaluate(TIMED, [field, known[at % len(known)], kind]) for at in range(ROUNDS)]
        found[name] = statistics.median(times)
    return found


def main() -> None:
    """Print a table: milliseconds by the number of rows, and kilobytes as a host sends them."""
    path = find_or_install()
    if path is None:
        raise SystemExit(HOW)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(ROOT / "tests/collection", folder / "seeds")
        (folder / "i18n").mkdir()
        build(Project(folder).options)
        site = Project(folder).site
        known = json.loads((site / ROWS).read_text(encoding="utf-8"))
        browser = playwright.chromium.launch(executable_path=str(path), args=list(QUIET))
        print(f"component: {len(gzip.compress((site / COMPONENT).read_bytes())) / 1000:.0f} kB compressed\n")
        print(f"| rows | kB | {' | '.join(('until it stands', *ACTS))} | within {LIMIT} ms |")
        for size in SIZES:
            body = json.dumps(multiplied(known, size), ensure_ascii=False, separators=(",", ":")).encode()
            (site / ROWS).write_bytes(body)
            for address in served(site):
                times = measured(browser.new_page(), f"{address}en/indicators/")
                acts = [times[act] for act in ACTS]
                told = " | ".join(f"{times[act]:.0f}" for act in ("until it stands", *ACTS))
                fits = "yes" if max(acts) <= LIMIT else "no"
                print(f"| {size:,} | {len(gzip.compress(body)) / 1000:.0f} | {told} | {fits} |")
        browser.close()


if __name__ == "__main__":
    main()
