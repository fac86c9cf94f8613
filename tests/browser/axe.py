"""axe-core over an open page: what it finds, told so that a reader of the failure can mend it."""

from playwright.sync_api import Page

# WCAG 2.0 to 2.2, levels A and AA, and what axe-core calls best practices. Naming them also turns on rules that are off
# by themselves, such as the size of targets (2.5.8).
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = "color-contrast"
# A wide table's shadow at its edge is a gradient, through which axe-core cannot judge words: it would say nothing.
NO_SHADOWS = ".pd-region { background-image: none !important; }"
ROWS = 4
SHORTEN = """rows => {
  for (const part of document.querySelectorAll(".pd-body :is(table, ul, ol, dl)")) {
    const all = part.matches("table") ? part.querySelectorAll("tbody > tr") : part.children;
    [...all].slice(rows).forEach(row => row.remove());
  }
}"""


def open_folds(page: Page) -> None:
    """Open every fold and source."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")


def shorten(page: Page) -> None:
    """Keep the first rows of each table and list: all rows are made alike, and colours take time for each word."""
    page.add_style_tag(content=NO_SHADOWS)
    page.evaluate(SHORTEN, ROWS)


def faults(page: Page, script: str, *, colours: bool) -> list[str]:
    """Each violation with its rule, weight, element, what to mend and axe-core's page of help.

    ``colours`` asks for the contrast of words alone, else for all other rules.
    """
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if colours:
        options["runOnly"] = {"type": "rule", "values": [COLOURS]}
    else:
        options |= {"runOnly": {"type": "tag", "values": TAGS}, "rules": {COLOURS: {"enabled": False}}}
    if not page.evaluate("'axe' in window"):
        page.evaluate(script)
    found = page.evaluate("options => axe.run(options)", options)
    return [
        f"{rule['id']} ({rule['impact']}) at {node['target']}: {node['html'][:200]}\n"
        f"    {node['failureSummary']}\n    {rule['helpUrl']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
